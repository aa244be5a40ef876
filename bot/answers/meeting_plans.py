"""When a body meets: the days of its plan, quoted from the paper that sets them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.answers.finding.meetings import is_superseded
from bot.answers.matters.matter import entry_of
from bot.answers.sentences.closing_lines import closes
from bot.answers.sentences.excerpts import Excerpt, excerpts
from bot.answers.telling.decision_words import outcome_line
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name, item_name
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, Group, Query, View
from index.danish.calendar import MONTH_PATTERN
from index.danish.days import find_dates
from index.danish.sentences import sentences
from index.documents import MEETING_PAPERS, Document, DocumentKind
from index.spans import Span

_WORDS = "mødeplan mødedatoer kommende møder næste møde holdes den"
"""What papers call it; a question may call it anything."""
_DAY = re.compile(rf"\b\d{{1,2}}\.\s*(?:{MONTH_PATTERN})\b", re.IGNORECASE)
_MEETING = re.compile(r"møde|meeting", re.IGNORECASE)
_PAPERS_READ = 4
"""Papers of a body, the newest, that are read for when it meets next."""
_FEWEST = 2
"""Days that make a plan; one is the next meeting."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A sentence with the days of meetings."""

    group: Group
    document: Document
    excerpt: Excerpt
    days: int

    @property
    def rank(self) -> tuple[int, date]:
        """More days first, then the newer paper."""
        return self.days, self.document.date or date.min


def answer(question: Question, view: View) -> Reply | None:
    """Return the plan of a body's meetings, of the year asked about; `None` where none is found."""
    plans = [plan for plan in _told(question, view, _FEWEST) if _is_of_year(question, plan)]
    best = max(plans, key=lambda plan: plan.rank, default=None)
    return _write(question, best) if best is not None else None


def _write(question: Question, plan: _Plan) -> Reply:
    """Quote a plan; one that was only proposed comes with what became of the proposal."""
    draft = Draft(question.text, question.language)
    draft.heading(item_name(draft, plan.document, plan.group.item))
    draft.quote(plan.document, plan.excerpt.span)
    if plan.group.item is not None:
        entry = entry_of(plan.group.document, plan.document, plan.group.item)
        proposed = entry.decision.recommendation if entry.decision else ()
        if any(span.overlaps(plan.excerpt.span) for span in proposed):
            draft.heading(draft.phrase("decided_heading"))
            draft.points([outcome_line(draft, entry, plan.document)])
    return draft.reply(ReplyKind.LIST)


def next_meeting(question: Question, view: View) -> Reply | None:
    """Return the sentence that names the first meeting still to come.

    Where all that were announced are over, the last of them is told as such.
    """
    told = [
        (day, plan)
        for plan in _told(question, view, fewest=1)
        if (day := _first_to_come(plan, question.today)) is not None
    ]
    if told:
        return _write(question, min(told, key=lambda one: one[0])[1])
    announced = (
        sorted(_announced(question, view), key=lambda one: one[0]) if question.bodies else []
    )
    if not announced:
        return None
    to_come = [one for one in announced if one[0] >= question.today]
    _, document, place = to_come[0] if to_come else announced[-1]
    draft = Draft(question.text, question.language)
    if not to_come:
        draft.say("no_coming_meeting")
    draft.heading(document_name(draft, document))
    draft.quote(document, place)
    return draft.reply(ReplyKind.LIST) if to_come else draft.none()


def _announced(question: Question, view: View) -> Iterator[tuple[date, Document, Span]]:
    """Give the days that the newest papers of a body name below all else as its next meeting."""
    within = Filter(bodies=question.body_keys, kinds=MEETING_PAPERS)
    papers = [paper for paper in view.documents(within) if not is_superseded(paper, view)]
    papers.sort(key=lambda paper: paper.date or date.min, reverse=True)
    for paper in papers[:_PAPERS_READ]:
        document = view.document(paper.id)
        for place in sentences(document.text, among=_may_announce):
            words = place.of(document.text)
            if closes(words):
                yield from ((day, document, place) for _, day in find_dates(words))


def _may_announce(paragraph: str) -> bool:
    return _MEETING.search(paragraph) is not None


def _first_to_come(plan: _Plan, today: date) -> date | None:
    """Return the first full date of the sentence that lies ahead; without a year it may be any."""
    words = plan.excerpt.span.of(plan.document.text)
    return min((day for _, day in find_dates(words) if day >= today), default=None)


def _told(question: Question, view: View, fewest: int) -> Iterator[_Plan]:
    """Give the sentences with days of a body's meetings, of papers that still hold."""
    found = view.search(Query(_WORDS, "da", Filter(bodies=question.body_keys)))
    for group in found.groups:
        # The days between which a fee applies are no days of meetings.
        of_rates = group.document.kind is DocumentKind.RATES
        if not of_rates and not is_superseded(group.document, view):
            yield from _plans(group, view, fewest)


def _plans(group: Group, view: View, fewest: int) -> list[_Plan]:
    document = view.document(group.document.id)
    found = [
        _Plan(group, document, excerpt, _days_in(excerpt.span.of(document.text)))
        for hit in group.hits
        for excerpt in excerpts(document, hit.passage)
    ]
    return [
        plan
        for plan in found
        if plan.days >= fewest and "møde" in plan.excerpt.span.of(document.text).lower()
    ]


def _days_in(words: str) -> int:
    return max(len(_DAY.findall(words)), len(find_dates(words)))


def _is_of_year(question: Question, plan: _Plan) -> bool:
    """Tell whether a plan is for the year asked about: it names that, or none but its paper's."""
    year = question.period.year if question.period else None
    if year is None:
        return True
    words = plan.excerpt.span.of(plan.document.text)
    named = set(re.findall(r"(?<!\d)20\d\d(?!\d)", words))
    return str(year) in named or (
        not named and plan.document.date is not None and plan.document.date.year == year
    )
