"""Who was at a meeting, who had sent apologies, who chaired, who was absent for an item."""

import re
from dataclasses import replace

from bot.answers import decisions, opposition, persons, stand_ins
from bot.answers.finding.meetings import (
    Meeting,
    meeting_asked_about,
    one_paper_each,
)
from bot.answers.finding.persons import of_a_part
from bot.answers.finding.remarks import remarks
from bot.answers.finding.searches import MEETING_PAPERS
from bot.answers.finding.treated import item_asked_about, of_meeting
from bot.answers.items import number_asked_for
from bot.answers.telling.attendance import person_lines, write_missed, write_people
from bot.answers.telling.decision_words import outcome_lines, warn_of_paper
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import document_name, item_name
from bot.citations import UncitablePlace
from bot.questions.intents import PeopleAspect
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import BodyEntry, DocumentEntry, Group, View
from index.danish.folding import fold
from index.documents import Attendee, Document, Presence
from index.spans import Span

_REMARKS_SHOWN = 5
_CHAIR_ROLES = ("moedeleder", "formand", "forkvinde", "forperson", "ordstyrer", "dirigent")


def answer(question: Question, view: View) -> Reply | None:
    """Return the people asked for, `None` when no meeting fits or it names nobody."""
    match question.people:
        case None:
            return None
        case PeopleAspect.STAND_IN:
            return stand_ins.answer(question, view)
        case PeopleAspect.AGAINST:
            return opposition.answer(question, view)
    if persons.asks_of_one(question) and (told := persons.answer(question, view)) is not None:
        return told
    if question.people in {PeopleAspect.VOTE, PeopleAspect.WHETHER}:
        return decisions.answer(question, view) if question.about_decision else None
    return _of_many(question, question.people, view)


def _of_many(question: Question, aspect: PeopleAspect, view: View) -> Reply | None:
    """Return who of all was there, was away, led a meeting or wrote its minutes."""
    draft = Draft(question.text, question.language)
    number = number_asked_for(question.text)
    matter = aspect is PeopleAspect.ABSENT and number is None
    if matter and (item := item_asked_about(question, view)):
        about = _absent_for(item, question, view)
        if about:
            document = view.document(item.document.id)
            draft.heading(document_name(draft, document))
            warn_of_paper(draft, document)
            write_missed(draft, document, about)
            return draft.reply(ReplyKind.PEOPLE)
        if of_a_part(question) or not (question.bodies or question.period):
            return None  # who was absent from the whole meeting answers something else
    if aspect is PeopleAspect.OFFICE:
        return _office(question, view)
    meeting = _meeting(question, view)
    if meeting is None:
        return None
    if number is not None and aspect in _OF_ITEMS:
        return _of_item(draft, number, meeting)
    draft.heading(document_name(draft, meeting.document))
    warn_of_paper(draft, meeting.document)
    if told := remarks(meeting.document, aspect):
        for place in told[:_REMARKS_SHOWN]:
            draft.quote(meeting.document, place)
    elif aspect is PeopleAspect.CHAIR:
        _write_chair(draft, meeting.document)
    else:
        write_people(draft, aspect, meeting.document)
    return draft.reply(ReplyKind.PEOPLE) if draft.cites else None


_OF_ITEMS = frozenset({PeopleAspect.ABSENT, PeopleAspect.APOLOGIES})
"""What is asked of one item when its number is named."""


def _of_item(draft: Draft, number: str, meeting: Meeting) -> Reply | None:
    """Return who took no part in the item of that number, or that the minutes name nobody."""
    document = meeting.document
    item = next((item for item in document.items if item.number == number), None)
    if item is None:
        return None
    draft.heading(item_name(draft, document, item))
    warn_of_paper(draft, document)
    people = [person for person in document.attendance if person.item == item.index]
    if people:
        write_missed(draft, document, people)
    else:
        draft.add(f"{draft.phrase('no_absence_recorded')} {draft.cite(document, item.heading)}")
    whole = [
        p for p in document.attendance if p.item is None and p.presence is not Presence.PRESENT
    ]
    if whole:
        draft.heading(draft.phrase("absent_whole_heading"))
        draft.points(person_lines(draft, document, whole))
    return draft.reply(ReplyKind.PEOPLE)


def _meeting(question: Question, view: View) -> Meeting | None:
    """Return the meeting asked about; of several bodies in a period, that of the one named so."""
    if question.period is not None and not question.bodies:
        named = persons.meeting_named(question, view)
        if named is not None:
            return named
    return meeting_asked_about(of_meeting(question), view, needs_attendance=True)


def _office(question: Question, view: View) -> Reply | None:
    """Return who the newest paper of a body says is its chair, or its deputy chair."""
    if not question.bodies:
        return None
    deputy = _DEPUTY.search(fold(question.text)) is not None
    for entry in view.attendance(question.filter()):
        if _holds_office(entry.attendee, question.bodies[0], deputy=deputy):
            document = view.document(entry.document.id)
            draft = Draft(question.text, question.language)
            draft.heading(document_name(draft, document))
            draft.points(person_lines(draft, document, [entry.attendee]))
            _write_elections(draft, question, entry.document, view)
            return draft.reply(ReplyKind.PEOPLE)
    return None


def _write_elections(draft: Draft, question: Question, paper: DocumentEntry, view: View) -> None:
    """Write whether somebody has been elected to an office since that paper."""
    since = replace(question.filter(), since=paper.date, kinds=MEETING_PAPERS)
    elections = [
        entry
        for entry in one_paper_each(view.items(since))
        if _ELECTION.search(fold(entry.item.title)) and entry.decision and entry.decision.words
    ]
    if elections:
        draft.heading(draft.phrase("elected_since_heading"))
        shown = elections[:_REMARKS_SHOWN]
        draft.points(outcome_lines(draft, shown, view))


_ELECTION = re.compile(r"\b(valg|konstituering|udpegning|naestformand)\b.*|\bformand\w*skift")


def _holds_office(person: Attendee, body: BodyEntry, *, deputy: bool) -> bool:
    """Tell whether a role is the body's own: "formand for Lægeforeningen" is another's."""
    role = fold(person.role or "")
    if bool(_DEPUTY.search(role)) is not deputy or not _CHAIR.search(role):
        return False
    of = re.search(r"formand for (.+)", role)
    return of is None or any(fold(name) in of[1] for name in body.names)


_CHAIR = re.compile(r"formand\b")
_DEPUTY = re.compile(r"naestformand|vice|deputy")


def _absent_for(group: Group, question: Question, view: View) -> list[Attendee]:
    """Return who took no part in an item."""
    item = group.item.index if group.item else None
    return [
        entry.attendee
        for entry in view.attendance(question.filter())
        if entry.document.id == group.document.id and entry.attendee.item == item
    ]


def _write_chair(draft: Draft, document: Document) -> None:
    chairs = [p for p in document.attendance if _chairs(p, document)]
    if chairs:
        draft.points(person_lines(draft, document, chairs[:1]))
        return
    if document.chair is None:
        return
    start = document.text.find(document.chair)
    if start >= 0:
        place = Span(start, start + len(document.chair))
        try:
            draft.points([f"{plain(document.chair)} {draft.cite(document, place)}"])
        except UncitablePlace:
            return


def _chairs(person: Attendee, document: Document) -> bool:
    if document.chair is not None:
        return fold(person.name) == fold(document.chair)
    return person.role is not None and any(r in fold(person.role) for r in _CHAIR_ROLES[:1])
