"""Who was against a matter, voted otherwise or made a reservation, in the words of the minutes."""

import re

from bot.answers.finding.remarks import REMARKS_SHOWN, remarks_on
from bot.answers.finding.treated import items_asked_about
from bot.answers.matters.matter import entry_of, same_matter
from bot.answers.telling.decision_words import write_outcome
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import item_name
from bot.questions.intents import PeopleAspect
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Group, View
from index.danish.folding import fold
from index.spans import Span


def answer(question: Question, view: View) -> Reply | None:
    """Return what the minutes of a matter say of those who were against it.

    A vote is asked for by name where it says "stemte": a reservation is told where nobody voted.
    """
    groups = [group for group in items_asked_about(question, view) if group.item is not None]
    told = [(group, _remarks(group, view)) for group in groups]
    told = [(group, places) for group, places in told if places]
    if _VOTED.search(fold(question.text)):
        told.sort(
            key=lambda one: not any(_VOTED_AGAINST.search(_words(one[0], p, view)) for p in one[1])
        )
    if not told:
        return None
    group, places = told[0]
    if groups.index(group) and not _same(groups[0], group, view):
        return None
    assert group.item is not None
    document = view.document(group.document.id)
    draft = Draft(question.text, question.language)
    draft.heading(item_name(draft, document, group.item))
    for place in places[:REMARKS_SHOWN]:
        draft.quote(document, place)
    write_outcome(
        draft,
        entry_of(group.document, document, group.item),
        document,
        view,
        with_recommendation=True,
    )
    return draft.reply(ReplyKind.PEOPLE)


_VOTED = re.compile(r"stemte|\bvoted?\b")
_VOTED_AGAINST = re.compile(
    r"\bstem\w*\b.{0,60}\b(?:imod|nej)\b|\bimod\b.{0,30}\bstem", re.I | re.S
)


def _remarks(group: Group, view: View) -> list[Span]:
    document = view.document(group.document.id)
    return remarks_on(document, group.item.index, PeopleAspect.AGAINST) if group.item else []


def _words(group: Group, place: Span, view: View) -> str:
    return place.of(view.document(group.document.id).text)


def _same(one: Group, other: Group, view: View) -> bool:
    """Tell whether two items treat one matter, be it in two bodies."""
    assert one.item is not None
    assert other.item is not None
    first, second = (
        entry_of(group.document, view.document(group.document.id), item)
        for group, item in ((one, one.item), (other, other.item))
    )
    return same_matter(first, second)
