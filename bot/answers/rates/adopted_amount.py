"""Whether an amount that a question names was adopted: told as no more than proposed where it is.

"Er 5.596 kr. vedtaget som gebyr?" names the one thing that tells which matter is meant: the amount.
"""

import re
from dataclasses import replace

from bot.answers.finding.searches import for_fact
from bot.answers.rates.elsewhere import Papers
from bot.answers.rates.proposals import is_changed, write_proposals
from bot.answers.rates.terms import all_dated
from bot.answers.rates.word_index import index_of
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.questions.rates.asides import amounts_in
from bot.questions.rates.rate_question import RateQuestion, rate_question
from bot.replies import Reply, ReplyKind
from index.archive import Term, View
from index.rates.amounts import parse_amount
from index.search.coverage import stands

_ADOPTED = re.compile(
    r"vedtag|godkend|beslut|tiltraad|endelig|adopt|approv|decide|agreed|carried|passed|\d"
)
"""Folded words that ask whether something was adopted, and not what."""


def answer(question: Question, view: View) -> Reply | None:
    """Return that an amount is only proposed, `None` where it is a rate or none was read."""
    if not (question.yes_or_no and question.about_decision):
        return None
    named = [parse_amount(span.of(question.text)) for span in amounts_in(question.text)]
    asked = rate_question(replace(question, about_decision=False))
    if asked is None or len(named) != 1 or named[0] is None:
        return None
    rates = index_of(view.rates())
    same = [at for at, e in enumerate(rates.entries) if e.rate.amount == named[0].value]
    if not same or not all(rates.entries[at].rate.proposed for at in same):
        return None
    papers = Papers(view)
    subject = _subject(question, asked, view)
    meant = [
        rates.entries[at]
        for at in same
        if papers.stand(rates.entries[at])
        and all(stands(t, rates.words[at].name | rates.words[at].around) for t in subject)
    ]
    told = all_dated(meant, view)
    if not told or any(is_changed(match, view) for match in told):
        return None  # what was adopted, the decision says
    draft = Draft(question.text, question.language)
    draft.say("rate_only_proposed")
    write_proposals(draft, asked, told, view)
    return draft.reply(ReplyKind.RATE)


def _subject(question: Question, asked: RateQuestion, view: View) -> list[Term]:
    """Return what a question says besides the amount, and that it asks whether it was adopted."""
    named = {word for span in amounts_in(question.text) for word in span.of(question.text).split()}
    return [
        term
        for term in asked.subject(view.search(for_fact(question)).terms)
        if term.weight and term.text not in named and not _ADOPTED.search(term.text)
    ]
