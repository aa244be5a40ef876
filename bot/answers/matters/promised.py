"""What was asked for or promised and has not been back; what only an agenda knows of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.answers.finding.meetings import papers_of_meetings
from bot.answers.matters import matter
from bot.answers.matters.listed_items import chosen
from bot.answers.matters.matter import of_substance
from bot.answers.matters.returns import Followed, followed
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import Filter, ItemEntry, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.decisions import Outcome
from index.documents import DocumentKind

LOOKED_AT = 200
"""Items, the newest first, whose decisions are read for what they ask for."""

_MAY_ASK = frozenset(
    {
        *(Outcome.DISCUSSED, Outcome.NOTED, Outcome.UNCLASSIFIED),
        *(Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE, Outcome.REJECTED),
    }
)


def asked_for(question: Question, view: View) -> list[Followed]:
    """Return the items at which something was asked for that has not been back since."""
    # What was said under "Eventuelt" comes back under another title, so nothing can be told of it.
    asking = [entry for entry in requests(question, view) if of_substance(entry)]
    return [one for one in followed(asking, view, by_body=True) if one.is_open]


def requests(question: Question, view: View) -> list[ItemEntry]:
    """Return the items at which something was asked for or promised, newest first."""
    within = replace(question.filter(), outcomes=_MAY_ASK)
    entries, _ = chosen(question, within, view, LOOKED_AT)
    return [entry for entry in entries if _asks(entry)]


def _asks(entry: ItemEntry) -> bool:
    """Tell whether a sentence of a decision asks for more, or says that more will come.

    What was not approved is open only where it will be proposed anew.
    """
    refused = matter.outcome_of(entry) is Outcome.REJECTED
    wanted = pattern("proposes_anew" if refused else "asks_for_more")
    return any(
        wanted.search(fold(span.of(text)))
        for text in entry.decision_texts
        for span in sentences(text)
    )


def without_minutes(
    question: Question, view: View, known: Sequence[Followed]
) -> tuple[ItemEntry, ...]:
    """Return the items of agendas of meetings that are over, of which there are no minutes.

    Those that are the return of an item in `known` are told there.
    """
    within = replace(question.filter(), outcomes=frozenset(), until=_before(question))
    papers = papers_of_meetings(view.documents(within))
    held = frozenset(p.id for p in papers if p.kind is DocumentKind.AGENDA and p.date is not None)
    if not held:
        return ()
    entries, _ = chosen(question, Filter(documents=held), view, LOOKED_AT)
    told = {later.key for one in known for later in one.later}
    return tuple(
        entry
        for entry in entries
        if entry.document.id in held
        and entry.key not in told
        and of_substance(entry)
        and not matter.is_decided(entry)
    )


def _before(question: Question) -> date:
    """Return the last day of which a meeting is over."""
    until = question.period.until if question.period is not None else None
    return min(until or question.today, question.today - timedelta(days=1))
