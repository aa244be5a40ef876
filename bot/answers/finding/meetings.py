"""The meeting that a question is about: of which body, on which day, in which paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.finding.relevance import relevant, subject_of
from bot.answers.finding.searches import for_decision, meeting_papers
from bot.questions.question import Question
from index.archive import DocumentEntry, Filter, ItemEntry, View
from index.danish.stopwords import MEETING
from index.documents import MEETING_PAPERS, Document, DocumentKind, MinutesStatus


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting by its most authoritative paper."""

    entry: DocumentEntry
    document: Document


def meeting_asked_about(
    question: Question, view: View, *, needs_attendance: bool = False
) -> Meeting | None:
    """Return the meeting a question is about: by body and period, by topic, else the newest.

    A period in which the body did not meet gives `None`: another meeting would be a wrong answer.
    """
    papers = papers_of_meetings(view.documents(meeting_papers(question)))
    if question.period is None:
        papers = [p for p in papers if p.date is None or p.date <= question.today]
    if not papers:
        return None
    if not question.period and (by_topic := _by_topic(question, view, papers)):
        papers = [by_topic, *(p for p in papers if p is not by_topic)]
    for paper in papers:
        document = view.document(paper.id)
        if not needs_attendance or document.attendance or document.chair:
            return Meeting(paper, document)
    return None


def papers_of_meetings(entries: Iterable[DocumentEntry]) -> list[DocumentEntry]:
    """Return one paper a meeting, newest first: minutes before a draft before the agenda."""
    best: dict[tuple[object, object], DocumentEntry] = {}
    for entry in entries:
        key = (entry.body_key or entry.id, entry.date or entry.id)
        if key not in best or standing(entry) > standing(best[key]):
            best[key] = entry
    return list(best.values())


def best_papers(within: Filter, view: View) -> frozenset[str]:
    """Return the ids of one paper a meeting of those within a filter."""
    return frozenset(paper.id for paper in papers_of_meetings(view.documents(within)))


def one_paper_each(entries: Sequence[ItemEntry]) -> list[ItemEntry]:
    """Leave out items of a paper that a better one of the same meeting replaces."""
    kept = {p.id for p in papers_of_meetings({e.document.id: e.document for e in entries}.values())}
    return [entry for entry in entries if entry.document.id in kept]


def is_superseded(entry: DocumentEntry, view: View) -> bool:
    """Tell whether a better paper of the same meeting is in the archive."""
    if entry.body_key is None or entry.date is None or entry.kind not in MEETING_PAPERS:
        return False
    if all(standing(entry)[:3]):
        return False  # there is no better one
    papers = view.documents(
        Filter(
            bodies=frozenset({entry.body_key}),
            since=entry.date,
            until=entry.date,
            kinds=MEETING_PAPERS,
        )
    )
    return any(standing(other)[:3] > standing(entry)[:3] for other in papers)


def standing(entry: DocumentEntry) -> tuple[bool, bool, bool, int]:
    """Return how far a paper is to be trusted on what happened, for comparing."""
    return (
        entry.kind is DocumentKind.MINUTES,
        entry.status is not MinutesStatus.DRAFT,
        entry.status is MinutesStatus.APPROVED,
        entry.characters,
    )


def _by_topic(
    question: Question, view: View, papers: Sequence[DocumentEntry]
) -> DocumentEntry | None:
    """Return the paper of the meeting at which the question's matter was treated, if it has one."""
    found = view.search(for_decision(question))
    ids = {paper.id: paper for paper in papers}
    of_every = MEETING[question.read_as]
    if any(term.text not in of_every for term in subject_of(question, found)):
        for group in relevant(question, found):
            if group.item:
                return ids.get(group.document.id)
    return None
