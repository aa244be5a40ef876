"""When a body meets: the days of its plan, quoted from the paper that sets them."""

import re
from dataclasses import dataclass
from datetime import date

from bot.answers.draft import Draft
from bot.answers.excerpts import Excerpt, excerpts
from bot.answers.meetings import is_superseded
from bot.answers.places import item_name
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, Group, Query, View
from index.danish.calendar import MONTH_PATTERN
from index.danish.dates import find_dates
from index.documents import Document

_WORDS = "mødeplan mødedatoer kommende møder næste møde holdes den"
"""What papers call it; a question may call it anything."""
_DAY = re.compile(rf"\b\d{{1,2}}\.\s*(?:{MONTH_PATTERN})\b", re.IGNORECASE)
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
    found = view.search(Query(_WORDS, "da", Filter(bodies=question.body_keys)))
    plans = [
        plan
        for group in found.groups
        if not is_superseded(group.document, view)
        for plan in _plans(group, view)
        if _is_of_year(question, plan)
    ]
    best = max(plans, key=lambda plan: plan.rank, default=None)
    if best is None:
        return None
    draft = Draft(question.text, question.language)
    draft.heading(item_name(draft, best.document, best.group.item))
    draft.quote(best.document, best.excerpt.span)
    return draft.reply(ReplyKind.LIST)


def next_meeting(question: Question, view: View) -> Reply | None:
    """Return what the newest paper says of the meeting after it, where that is still to come."""
    found = view.search(Query(_WORDS, "da", Filter(bodies=question.body_keys)))
    told = [
        plan
        for group in found.groups
        if not is_superseded(group.document, view)
        for plan in _plans(group, view, fewest=1)
        if _has_day_to_come(plan, question.today)
    ]
    newest = max(told, key=lambda plan: plan.document.date or date.min, default=None)
    if newest is None:
        return None
    draft = Draft(question.text, question.language)
    draft.heading(item_name(draft, newest.document, newest.group.item))
    draft.quote(newest.document, newest.excerpt.span)
    return draft.reply(ReplyKind.LIST)


def _has_day_to_come(plan: _Plan, today: date) -> bool:
    """Tell whether a full date of the sentence lies ahead; a day without a year may be any."""
    words = plan.excerpt.span.of(plan.document.text)
    return any(day >= today for _, day in find_dates(words))


def _plans(group: Group, view: View, *, fewest: int = _FEWEST) -> list[_Plan]:
    document = view.document(group.document.id)
    found = [
        _Plan(group, document, excerpt, len(_DAY.findall(excerpt.span.of(document.text))))
        for hit in group.hits
        for excerpt in excerpts(document, hit.passage)
    ]
    return [
        plan
        for plan in found
        if plan.days >= fewest and "møde" in plan.excerpt.span.of(document.text).lower()
    ]


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
