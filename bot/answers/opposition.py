"""Who was against a matter, voted otherwise or made a reservation, in the words of the minutes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import refusals
from bot.answers.finding.opposed import of_motion, opposed, puts_motion
from bot.answers.finding.remarks import REMARKS_SHOWN, remarks_on, said_of_the_vote, votes_on
from bot.answers.finding.searches import for_decision
from bot.answers.finding.treated import holding_matter, items_asked_about
from bot.answers.matters.matter import entry_of, same_matter
from bot.answers.sentences.motions import motions_in
from bot.answers.telling.decision_words import write_outcome
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import item_name
from bot.questions.intents import PeopleAspect
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Group, View
from index.danish.folding import fold
from index.documents import Document
from index.spans import Span


@dataclass(frozen=True, slots=True)
class _Told:
    """What the minutes of an item say of those who were against something."""

    group: Group
    own: tuple[Span, ...]
    """On the item itself."""
    motions: tuple[Span, ...]
    """On motions within it, each with its votes and its fate."""


def answer(question: Question, view: View) -> Reply | None:
    """Return what the minutes of a matter say of those who were against it.

    A vote is asked for by name where it says "stemte": a reservation is told where nobody voted.
    `None` where the archive has no such matter.
    """
    groups = [group for group in items_asked_about(question, view) if group.item is not None]
    if groups and not (groups := holding_matter(question, groups, view)):
        return refusals.refuse(question, view)  # others were against something else
    if not groups:
        return None
    motion = opposed(question, view.search(for_decision(question)))
    if motion is not None and not (groups := of_motion(motion, groups, view)):
        return refusals.refuse(question, view)
    told = [one for one in (_told(group, view) for group in groups) if one.own or one.motions]
    if _VOTED.search(fold(question.text)):
        told.sort(key=lambda one: not _tells_of_votes(one, view))
    if motion is not None:
        told.sort(key=lambda one: not puts_motion(motion, one.group, view))
    first = told[0] if told else None
    if first is None or (first.group is not groups[0] and not _same(groups[0], first.group, view)):
        return _of_nobody(question, groups[0], view)
    other = motion is not None and not puts_motion(motion, first.group, view)
    return _of_some(question, first, view, of_other_motion=other)


def _of_some(question: Question, told: _Told, view: View, *, of_other_motion: bool) -> Reply:
    document = view.document(told.group.document.id)
    draft = Draft(question.text, question.language)
    if of_other_motion:
        draft.warn("against_something_else")
    draft.heading(_name(draft, told.group, view))
    motions_first = _OF_MOTION.search(fold(question.text)) is not None
    if not motions_first:
        _write_own(draft, document, told)
    if told.motions:
        draft.heading(draft.phrase("of_the_motion_heading"))
        for place in told.motions[:REMARKS_SHOWN]:
            draft.quote(document, place)
    if motions_first and told.own:
        _write_own(draft, document, told)
    _write_outcome(draft, told.group, view)
    return draft.reply(ReplyKind.PEOPLE)


def _write_own(draft: Draft, document: Document, told: _Told) -> None:
    if told.own and told.motions:
        draft.heading(draft.phrase("of_the_item_heading"))
    for place in told.own[:REMARKS_SHOWN]:
        draft.quote(document, place)
    if not told.own:
        draft.say("no_own_dissent")


def _of_nobody(question: Question, group: Group, view: View) -> Reply:
    draft = Draft(question.text, question.language)
    draft.heading(_name(draft, group, view))
    assert group.item is not None
    document = view.document(group.document.id)
    if said := said_of_the_vote(document, group.item.index):
        draft.say("vote_in_its_words")
        for place in said[:REMARKS_SHOWN]:
            draft.quote(document, place)
        _write_outcome(draft, group, view)
        return draft.reply(ReplyKind.PEOPLE)
    draft.say("no_dissent")
    _write_outcome(draft, group, view)
    return draft.none()


def _name(draft: Draft, group: Group, view: View) -> str:
    assert group.item is not None
    return item_name(draft, view.document(group.document.id), group.item)


def _write_outcome(draft: Draft, group: Group, view: View) -> None:
    assert group.item is not None
    document = view.document(group.document.id)
    entry = entry_of(group.document, document, group.item)
    write_outcome(draft, entry, document, view, with_recommendation=True)


_OF_MOTION = re.compile(
    r"\b(?:aendrings|mod|del|mindretals)forslag\w*|\bamendments?\b|\bmotions?\b"
)
_VOTED = re.compile(r"stemte|\bvoted?\b")
_VOTED_AGAINST = re.compile(
    r"\bstem\w*\b.{0,60}\b(?:imod|nej)\b|\bimod\b.{0,30}\bstem", re.I | re.S
)


def _told(group: Group, view: View) -> _Told:
    """Part what is said against a motion from what is said against the item."""
    assert group.item is not None
    document = view.document(group.document.id)
    motions = [
        motion.span
        for section in document.sections_of(group.item.index)
        for motion in motions_in(document, section.body)
    ]
    places = remarks_on(document, group.item.index, PeopleAspect.AGAINST)
    on_motions = [m for m in motions if any(m.overlaps(place) for place in places)]
    own = [p for p in places if not _within(p, motions)]
    if on_motions and not own:
        own = [p for p in votes_on(document, group.item.index) if not _within(p, motions)]
    return _Told(group, tuple(own), tuple(on_motions))


def _within(place: Span, motions: Sequence[Span]) -> bool:
    return any(motion.overlaps(place) for motion in motions)


def _tells_of_votes(told: _Told, view: View) -> bool:
    text = view.document(told.group.document.id).text
    places = (*told.own, *told.motions)
    return any(_VOTED_AGAINST.search(place.of(text)) for place in places)


def _same(one: Group, other: Group, view: View) -> bool:
    """Tell whether two items treat one matter, be it in two bodies."""
    assert one.item is not None
    assert other.item is not None
    first, second = (
        entry_of(group.document, view.document(group.document.id), item)
        for group, item in ((one, one.item), (other, other.item))
    )
    return same_matter(first, second)
