"""What a body decided later on the amount that is told from an agreement or a price list.

The minutes name the thing in the title of an item and only the amount in the decision, so no rate
is read there; and yet the amount of the agreement may be over.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bot.answers.finding import matching
from bot.answers.finding.searches import for_fact
from bot.answers.rates.mentions import gives_amount
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import item_name
from bot.citations import Citation, folded
from bot.questions.question import Question
from bot.questions.rates.words import only_says_rate
from bot.replies import Reply, ReplyKind
from index.archive import Found, Group, View
from index.danish.numbers import find_numbers
from index.decisions import Decision, Outcome
from index.documents import MEETING_PAPERS, Document, DocumentKind
from index.spans import Span

_OF_RATES = re.compile(
    r"\b(?:takst|sats|honorar|gebyr|pris|afgift|vederlag|godtgørelse|kontingent|fee|rate|price|charge)(?:en|er|erne|et|s)?\b",
    re.IGNORECASE,
)
"""Words of a title that say of anything that it is paid for."""
_TOLD = frozenset({ReplyKind.RATE, ReplyKind.FACT})
_SETTLES_NOTHING = frozenset(
    {Outcome.REJECTED, Outcome.DEFERRED, Outcome.SENT_BACK, Outcome.NONE, Outcome.RECOMMENDED}
)


def with_later_decision(reply: Reply, question: Question, view: View) -> Reply:
    """Return a reply that tells an amount with a later decision on the same thing, if any."""
    if reply.kind not in _TOLD or not reply.citations or question.about_decision:
        return reply
    first = reply.citations[0]
    of_meeting = first.document.kind in MEETING_PAPERS
    if (of_meeting and reply.kind is ReplyKind.FACT) or not gives_amount(first.quote):
        return reply  # what became of an item is told with its sentences
    found = view.search(for_fact(question))
    told = next(_decisions(reply, question, found, view), None)
    if told is None:
        return reply
    group, document, place = told
    assert group.item is not None
    draft = Draft(question.text, question.language)
    name = plain(item_name(draft, document, group.item))
    number = len(reply.citations) + 1
    words = f"- {name}: “{plain(folded(place.of(document.text)))}” [{number}]"
    heading = draft.phrase("rate_decided_since")
    citation = Citation(number, document, place)
    return replace(
        reply,
        text="\n\n".join((reply.text, f"**{heading}**", words)),
        citations=(*reply.citations, citation),
    )


def _decisions(
    reply: Reply, question: Question, found: Found, view: View
) -> Iterator[tuple[Group, Document, Span]]:
    first = reply.citations[0]
    since = first.document.date
    if since is None:
        return  # of no decision it can be said that it came later
    known = {number.value for number in find_numbers(first.quote)}
    able = [t for t in found.terms if t.weight and not only_says_rate(t.text)]
    title = first.item.title if first.item is not None else ""
    held = [t for t in able if matching.shares([t], f"{title} {first.quote}")]
    thing = max(held, key=lambda t: t.weight, default=None)
    for group in found.groups:
        day = group.document.date
        if thing is None or group.item is None or day is None or not since < day <= question.today:
            continue
        if question.period is not None and (question.period.until or day) < day:
            continue
        if group.document.kind is not DocumentKind.MINUTES:
            continue
        if not matching.together(thing, _OF_RATES.sub(" ", group.item.title)):
            continue  # "mødehonorar" is no "honorar til formanden"
        document = view.document(group.document.id)
        decision = document.decision_of(group.item.index)
        if decision is None:
            continue
        for place in _places(decision, document, known):
            if not any(
                c.document.id == document.id and c.span.overlaps(place) for c in reply.citations
            ):
                yield group, document, place


def _places(decision: Decision, document: Document, known: set[Decimal]) -> Iterator[Span]:
    """Yield the words of a decision that give another amount, or that refuse one."""
    if decision.outcome is Outcome.REJECTED:
        asked = " ".join(span.of(document.text) for span in decision.recommendation)
        yield from decision.words[:1] if _gives_another(asked, known) else ()
    if decision.outcome not in _SETTLES_NOTHING:
        yield from (one for one in decision.words if _gives_another(one.of(document.text), known))


def _gives_another(words: str, known: set[Decimal]) -> bool:
    return gives_amount(words) and bool({number.value for number in find_numbers(words)} - known)
