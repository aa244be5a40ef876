"""The rate of what is called by an abbreviation alone: "satsen for NOPS", an organisation.

What was once decided of an organisation holds amounts, and none of them is its rate.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.finding.searches import for_fact
from bot.answers.rates.matching import find_matches
from bot.answers.rates.terms import Match
from bot.questions.question import Question
from bot.questions.rates.rate_question import rate_question
from bot.questions.rates.words import is_generic
from bot.questions.times.agreement_years import agreement_year_in
from index.archive import View
from index.danish.folding import fold
from index.danish.stopwords import SMALL
from index.danish.words import tokens

_RATE = re.compile(r"\b(?:sats|takst|rate|tariff)\w{0,4}\b")


def lone_abbreviation(question: Question) -> str | None:
    """Return the abbreviation of which alone a rate is asked by that word, as typed."""
    text = question.text
    if year := agreement_year_in(text):
        text = f"{text[: year.span.start]} {text[year.span.end :]}"
    named = [
        token
        for token in tokens(text)
        if token.folded not in SMALL[question.read_as] and not is_generic(token.folded)
    ]
    lone = len(named) == 1 and named[0].text.isupper() and named[0].text.isalpha()
    return named[0].text if lone and _RATE.search(fold(question.text)) else None


def by_long_name(short: str, question: Question, view: View) -> tuple[Question, Sequence[Match]]:
    """Return the question with the long name, and the rates whose own names hold it."""
    told = (entry.abbreviation for entry in view.abbreviations())
    long = next((one.long for one in told if fold(one.short) == fold(short)), None)
    if long is None:
        return question, ()
    text, subject = (words.replace(short, long) for words in (question.text, question.subject))
    named = replace(question, text=text, subject=subject)
    asked = rate_question(named)
    matches = find_matches(asked, view.search(for_fact(named)).terms, view) if asked else ()
    of_it = [m for m in matches if any(fold(long) in fold(name) for name in m.rate.all_names)]
    return named, of_it
