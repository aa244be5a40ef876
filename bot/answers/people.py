"""Who was at a meeting, who had sent apologies, who chaired, who was absent for an item."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.finding import matching
from bot.answers.finding.meetings import (
    Meeting,
    is_superseded,
    meeting_asked_about,
    one_paper_each,
)
from bot.answers.finding.relevance import relevant, subject_of
from bot.answers.finding.remarks import remarks, remarks_on, sentence_at
from bot.answers.finding.searches import MEETING_PAPERS, for_decision
from bot.answers.items import number_asked_for
from bot.answers.matters.matter import entry_of
from bot.answers.telling.attendance import person_lines
from bot.answers.telling.decision_words import outcome_lines, warn_of_paper, write_outcome
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import document_name, item_label, item_name
from bot.citations import UncitablePlace
from bot.questions.intents import PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import BodyEntry, DocumentEntry, Found, Group, View
from index.danish.folding import fold
from index.danish.stopwords import MEETING
from index.danish.words import folded_words
from index.documents import Attendee, Document, Presence, SectionKind
from index.spans import Span

_HEADINGS = {
    PeopleAspect.PRESENT: "attended_heading",
    PeopleAspect.APOLOGIES: "apologies_heading",
    PeopleAspect.ABSENT: "absent_heading",
    PeopleAspect.CHAIR: "chair_heading",
    PeopleAspect.OFFICE: "chair_heading",
    PeopleAspect.CLERK: "clerk_heading",
    PeopleAspect.LATE: "late_heading",
    PeopleAspect.AGAINST: "against_heading",
}
_REMARKS_SHOWN = 5
_CHAIR_ROLES = ("moedeleder", "formand", "forkvinde", "forperson", "ordstyrer", "dirigent")


def answer(question: Question, view: View) -> Reply | None:
    """Return the people asked for, `None` when no meeting fits or it names nobody."""
    if question.people is None:
        return None
    if question.people is PeopleAspect.AGAINST:
        return _against(question, view)
    draft = Draft(question.text, question.language)
    number = number_asked_for(question.text)
    matter = question.people is PeopleAspect.ABSENT and number is None
    if matter and (item := _item_asked_about(question, view)):
        about = _absent_for(item, question, view)
        if not about:
            return None  # who was absent from the whole meeting answers something else
        _write_for_items(draft, view.document(item.document.id), about)
        return draft.reply(ReplyKind.PEOPLE)
    if question.people is PeopleAspect.OFFICE:
        return _office(question, view)
    meeting = meeting_asked_about(_of_meeting(question), view, needs_attendance=True)
    if meeting is None:
        return None
    if number is not None and question.people in _OF_ITEMS:
        return _of_item(draft, number, meeting)
    draft.heading(document_name(draft, meeting.document))
    warn_of_paper(draft, meeting.document)
    if told := remarks(meeting.document, question.people):
        for place in told[:_REMARKS_SHOWN]:
            draft.quote(meeting.document, place)
    elif question.people is PeopleAspect.CHAIR:
        _write_chair(draft, meeting.document)
    else:
        _write_people(draft, question, question.people, meeting)
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
        _write_for_items(draft, document, people)
    else:
        draft.add(f"{draft.phrase('no_absence_recorded')} {draft.cite(document, item.heading)}")
    whole = [
        p for p in document.attendance if p.item is None and p.presence is not Presence.PRESENT
    ]
    if whole:
        draft.heading(draft.phrase("absent_whole_heading"))
        draft.points(person_lines(draft, document, whole))
    return draft.reply(ReplyKind.PEOPLE)


def _against(question: Question, view: View) -> Reply | None:
    """Return what the minutes of a matter say of those who were against it."""
    group = _item_asked_about(question, view)
    if group is None or group.item is None:
        return None
    document = view.document(group.document.id)
    told = remarks_on(document, group.item.index, PeopleAspect.AGAINST)
    if not told:
        return None
    draft = Draft(question.text, question.language)
    draft.heading(item_name(draft, document, group.item))
    for place in told[:_REMARKS_SHOWN]:
        draft.quote(document, place)
    write_outcome(
        draft,
        entry_of(group.document, document, group.item),
        document,
        view,
        with_recommendation=True,
    )
    return draft.reply(ReplyKind.PEOPLE)


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


def _item_asked_about(question: Question, view: View) -> Group | None:
    """Return the item that a question is about, if it is about one."""
    # The words that ask ("stemte imod") stand in other items; only where the rest of the question
    # finds none may they help.
    for asked in dict.fromkeys((_without_asking(question), question)):
        found = view.search(for_decision(asked))
        if _names_matter(asked, found):
            groups = [g for g in relevant(asked, found) if not is_superseded(g.document, view)]
            if (about := next((g for g in groups if g.item), None)) is not None:
                return about
    return None


def _without_asking(question: Question) -> Question:
    """Return the question without the words that ask for people: every vote has them."""
    words = _asking_words(question)
    left = [w for w in question.subject.split() if not words.issuperset(folded_words(w))]
    return replace(question, subject=" ".join(left)) if left else question


def _of_meeting(question: Question) -> Question:
    """Return the question as it names a meeting, where it only asks who is in a body."""
    return question if _without_asking(question) is not question else replace(question, subject="")


def _names_matter(question: Question, found: Found) -> bool:
    """Tell whether a question names a matter beside the meeting and who is asked for."""
    names = " ".join(name for body in question.bodies for name in body.names)
    words = _asking_words(question) | matching.matched(found.terms, names)
    words |= MEETING[question.read_as]
    return any(not words.issuperset(t.text.split()) for t in subject_of(question, found))


def _asking_words(question: Question) -> frozenset[str]:
    """Return the words by which a question asks for people: "stemte imod"."""
    assert question.people is not None
    asking = pattern("people", question.people.value).search(fold(question.text))
    return frozenset(folded_words(asking[0])) if asking else frozenset()


def _absent_for(group: Group, question: Question, view: View) -> list[Attendee]:
    """Return who took no part in an item."""
    item = group.item.index if group.item else None
    return [
        entry.attendee
        for entry in view.attendance(question.filter())
        if entry.document.id == group.document.id and entry.attendee.item == item
    ]


def _write_people(draft: Draft, question: Question, aspect: PeopleAspect, meeting: Meeting) -> None:
    people = [p for p in meeting.document.attendance if _is(p, aspect)]
    named = _named_in(question.text, meeting.document.attendance)
    if named:
        people = [p for p in meeting.document.attendance if p.name in named]
    whole = [p for p in people if p.item is None]
    if whole:
        draft.heading(draft.phrase(_heading(whole, aspect)))
        draft.points(person_lines(draft, meeting.document, whole))
    elif aspect is not PeopleAspect.ABSENT and not any(p.item is not None for p in people):
        _write_nobody(draft, aspect, meeting.document)
    _write_for_items(draft, meeting.document, [p for p in people if p.item is not None])


def _is(person: Attendee, aspect: PeopleAspect) -> bool:
    match aspect:
        case PeopleAspect.PRESENT:
            return person.presence is Presence.PRESENT
        case PeopleAspect.APOLOGIES:
            return person.presence is Presence.APOLOGY
        case PeopleAspect.ABSENT:
            return person.presence is not Presence.PRESENT
        case PeopleAspect.CLERK:
            return "referent" in fold(person.role or "")
        case _:
            return False


def _heading(people: Sequence[Attendee], aspect: PeopleAspect) -> str:
    presences = {person.presence for person in people}
    if presences == {Presence.APOLOGY}:
        return "apologies_heading"
    if presences == {Presence.PRESENT}:
        return "attended_heading"
    return _HEADINGS[aspect]


def _named_in(question: str, people: Sequence[Attendee]) -> frozenset[str]:
    """Return the names that a question mentions: "Deltog Karen Holm i mødet?"."""
    words = fold(question)
    return frozenset(person.name for person in people if fold(person.name) in words)


def _write_for_items(draft: Draft, document: Document, people: Sequence[Attendee]) -> None:
    if not people:
        return
    draft.heading(draft.phrase("absent_item_heading"))
    lines = []
    for person in people:
        assert person.item is not None
        item = document.items[person.item]
        marker = draft.cite(document, sentence_at(document, person.span))
        lines.append(f"{plain(person.name)}: {plain(', '.join(item_label(draft, item)))} {marker}")
    draft.points(lines)


def _write_nobody(draft: Draft, aspect: PeopleAspect, document: Document) -> None:
    """Say that the minutes name nobody, resting on what they say of the attendance."""
    if aspect is not PeopleAspect.APOLOGIES:
        return
    place = next((s.span for s in document.sections if s.kind is SectionKind.ATTENDANCE), None)
    if place is not None:
        draft.add(f"{draft.phrase('no_apologies_recorded')} {draft.cite(document, place)}")


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
