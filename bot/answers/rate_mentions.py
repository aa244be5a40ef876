"""A kind of rate that the archive speaks of without any amount: said so, with the words."""

import re
from collections.abc import Iterator, Sequence

from bot.answers.draft import Draft
from bot.questions.question import Question
from bot.questions.rates import RateQuestion
from bot.replies import Reply, ReplyKind
from index.archive import Found, Group, Hit, Term, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.words import term_set
from index.search.coverage import stands
from index.spans import Span

_RATES = re.compile(r"takst|sats\b|satser|honorar|gebyr|pris|tilskud")
"""Words of a title, folded, under which amounts are set."""
SHOWN = 2
"""Sentences quoted at most."""
_AMOUNT = re.compile(
    r"\d\s{0,2}(?:kr\b|kroner|dkk|mio|mia|t\.?kr|,-|%|pct|procent)|(?:kr\.?|dkk)\s{0,2}\d|\d,\d",
    re.IGNORECASE,
)


def without_amount(
    question: Question, asked: RateQuestion, found: Found, view: View
) -> Reply | None:
    """Return that an amount is nowhere to be read, `None` where one may be, or nothing is said.

    Without this the sentence that comes nearest would be quoted, with the amount of another rate.
    """
    asking = _asking(asked, found.terms)
    told = [
        (hit, span)
        for group in found.groups
        for hit in group.hits
        for span in _mentions(hit, asking)
    ]
    if not told or any(_AMOUNT.search(span.of(hit.passage.text)) for hit, span in told):
        return None
    if any(_is_of_rates(group) and _gives_amount(group) for group in found.groups):
        return None
    draft = Draft(question.text, question.language)
    draft.say("rate_no_amount")
    for hit, span in told[:SHOWN]:
        document = view.document(hit.passage.document)
        start = hit.passage.span.start
        place = Span(start + span.start, start + span.end)
        if not draft.quotes(document, place):
            draft.quote(document, place)
    return draft.reply(ReplyKind.NOT_FOUND)


def _is_of_rates(group: Group) -> bool:
    """Tell whether a whole item is about rates: then any amount in it may be the one."""
    title = group.item.title if group.item else group.document.title
    return _RATES.search(fold(title)) is not None


def _gives_amount(group: Group) -> bool:
    return any(_AMOUNT.search(hit.passage.text) for hit in group.hits)


def _asking(asked: RateQuestion, terms: tuple[Term, ...]) -> list[Term]:
    """Return the words that ask for one kind of rate, without forms that ask for any."""
    words = {head.word for head in asked.heads}
    return [term for term in asked.subject(terms) if term.known and words & set(term.text.split())]


def _mentions(hit: Hit, asking: Sequence[Term]) -> Iterator[Span]:
    """Yield the sentences of a passage that hold a word that was asked for."""
    text = hit.passage.text
    if not any(stands(term, term_set(text)) for term in asking):
        return
    for span in sentences(text):
        held = term_set(span.of(text))
        if any(stands(term, held) for term in asking):
            yield span
