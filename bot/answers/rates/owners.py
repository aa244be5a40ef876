"""Rates of whom a question names, where only the letterhead of their paper does."""

from dataclasses import replace

from bot.answers.finding import matching
from bot.answers.finding.letterheads import letterhead
from bot.answers.rates.matching import find_matches
from bot.answers.rates.terms import Match
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from index.archive import Found, View


def of_the_owner_named(
    question: Question, asked: RateQuestion, found: Found, view: View
) -> tuple[RateQuestion, list[Match]]:
    """Return the rates in papers of whose letterhead the names of a question are.

    With the question as it is then asked: without those names. None where it gives no name, or a
    rate itself may hold it.
    """
    named = [term for term in found.terms if term.text in question.names]
    if not named:
        return asked, []
    names = frozenset(word for term in named for word in term.text.split())
    unnamed = replace(asked, taken=asked.taken | names)
    matches = [
        match
        for match in find_matches(unnamed, found.terms, view)
        if all(
            matching.together(term, letterhead(view.document(match.entry.document.id)))
            for term in named
        )
    ]
    return (unnamed, matches) if matches else (asked, [])
