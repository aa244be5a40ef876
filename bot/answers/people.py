"""Who was at a meeting, who had sent apologies, who chaired, who was absent for an item."""

import re

from bot.answers import (
    decisions,
    disqualified,
    meetings_of_person,
    members,
    offices,
    opposition,
    persons,
    refusals,
    stand_ins,
)
from bot.answers.finding.beside_names import DISQUALIFIED, absences_in_item
from bot.answers.finding.meetings import Meeting, meeting_asked_about
from bot.answers.finding.persons import matter_beside, of_a_part, persons_of
from bot.answers.finding.remarks import REMARKS_SHOWN, remarks, sentence_at
from bot.answers.finding.treated import (
    Treated,
    item_asked_about,
    items_asked_about,
    of_meeting,
    titled,
)
from bot.answers.items import number_asked_for
from bot.answers.matters.deciding import decided_at, of_the_decision
from bot.answers.matters.matter import entry_of
from bot.answers.telling.attendance import (
    person_lines,
    write_in_part,
    write_missed,
    write_people,
)
from bot.answers.telling.decision_words import outcome_line, warn_of_paper
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import document_name, item_name
from bot.citations import UncitablePlace
from bot.questions.intents import PeopleAspect
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold
from index.documents import Attendee, Document, Item, Presence
from index.spans import Span

_CHAIR_ROLES = ("moedeleder", "formand", "forkvinde", "forperson", "ordstyrer", "dirigent")


def answer(question: Question, view: View) -> Reply | None:
    """Return the people asked for, `None` when no meeting fits or it names nobody."""
    if question.people is not None and _may_be_of_any_body(question, view):
        return refusals.ask_back(question.text, question.language)
    if (of_person := meetings_of_person.answer(question, view)) is not None:
        return of_person
    match question.people:
        case None:
            return None
        case PeopleAspect.STAND_IN:
            return stand_ins.answer(question, view)
        case PeopleAspect.AGAINST:
            return opposition.answer(question, view)
    if DISQUALIFIED.search(fold(question.text)) and (names := persons_of(question, view)):
        # Whether somebody was there at all is no answer to that.
        told = (
            None if number_asked_for(question.text) else disqualified.answer(question, view, names)
        )
        if told is not None:
            return told
    if persons.asks_of_one(question) and (told := persons.answer(question, view)) is not None:
        return told
    if question.people in {PeopleAspect.VOTE, PeopleAspect.WHETHER}:
        return decisions.answer(question, view) if question.about_decision else None
    return members.answer(question, view) or _of_many(question, question.people, view)


def _may_be_of_any_body(question: Question, view: View) -> bool:
    """Tell whether people are asked for of "the committee" and nothing says which of several."""
    told = question.bodies or question.period or question.case_numbers
    if told or _ANY_BODY.search(fold(question.text)) is None:
        return False
    return matter_beside(question, []) is None and len(view.bodies()) > 1


_ANY_BODY = re.compile(
    r"\b(?:udvalget|raadet|bestyrelsen|naevnet|komiteen|kommissionen"
    r"|the (?:committee|board|council|commission))\b"
)


def _of_many(question: Question, aspect: PeopleAspect, view: View) -> Reply | None:
    """Return who of all was there, was away, led a meeting or wrote its minutes."""
    if aspect is PeopleAspect.OFFICE:
        return offices.answer(question, view)
    number = number_asked_for(question.text)
    draft = Draft(question.text, question.language)
    if number is None and aspect in _OF_MATTERS:
        found = _where_somebody_was(_item_of(question, view), question, view)
        if found is not None and (told := _of_matter(draft, question, aspect, found, view)):
            return told
        if _of_a_matter(question):
            # Who came to, or missed, some other meeting answers something else.
            asked = fold(question.text)
            surely = found is None and (_TREATED.search(asked) or DISQUALIFIED.search(asked))
            return refusals.refuse(question, view) if surely else None
    if number is None and DISQUALIFIED.search(fold(question.text)) is not None:
        return disqualified.answer(question, view) or refusals.refuse(question, view)
    meeting = _meeting(question, view) if number is not None else _decisive(question, view)
    meeting = meeting or _meeting(question, view)
    if meeting is None:
        return None
    if number is not None and aspect in _OF_ITEMS:
        items = meeting.document.items
        item_ = next((item for item in items if item.number == number), None)
        return _of_item(draft, meeting.document, item_) if item_ is not None else None
    draft.heading(document_name(draft, meeting.document))
    warn_of_paper(draft, meeting.document)
    if aspect is PeopleAspect.LATE and write_in_part(draft, meeting.document):
        return draft.reply(ReplyKind.PEOPLE)
    if told_so := remarks(meeting.document, aspect):
        for place in told_so[:REMARKS_SHOWN]:
            draft.quote(meeting.document, place)
    elif aspect is PeopleAspect.CHAIR:
        _write_chair(draft, meeting.document)
    else:
        write_people(draft, aspect, meeting.document)
    return draft.reply(ReplyKind.PEOPLE) if draft.cites else None


_OF_ITEMS = frozenset({PeopleAspect.ABSENT, PeopleAspect.APOLOGIES})
"""What is asked of one item when its number is named."""
_OF_MATTERS = frozenset({PeopleAspect.ABSENT, PeopleAspect.PRESENT})
"""What is asked of one item when its matter is named."""
_TREATED = re.compile(
    r"\bda\b.*\b(?:blev|behandle|vedtog|droeftede)|\bbehandlingen af\b"
    r"|\bwhen\b.*\b(?:was|were)\b|\bitem on\b"
)
"""That a matter was treated at a meeting, so that a sentence on people elsewhere is no answer."""


def _item_of(question: Question, view: View) -> Treated | None:
    """Return the item that is asked about; where one surely is, words that ask find none."""
    matter = matter_beside(question, []) if of_a_part(question) else None
    if matter is None:
        return item_asked_about(question, view)
    if of_the_decision(question):
        groups = items_asked_about(matter, view)
        entries = [
            entry_of(group.document, view.document(group.document.id), group.item)
            for group in groups
            if group.item is not None
        ]
        decided = decided_at(entries, view)
        return Treated(decided.document, decided.item) if decided is not None else None
    return item_asked_about(matter, view) or next(titled(matter, view), None)


def _of_a_matter(question: Question) -> bool:
    """Tell whether people are asked about for an item, or for a matter and no meeting at all."""
    if matter_beside(question, []) is None:
        return False
    absent = question.people is PeopleAspect.ABSENT
    dated = question.bodies or question.period
    return of_a_part(question) or (absent and not dated)


def _of_matter(
    draft: Draft, question: Question, aspect: PeopleAspect, found: Treated, view: View
) -> Reply | None:
    """Return who was there when a matter was treated, or who was not; `None` where that is unsaid.

    Where no part of the meeting is asked for, only absence from the very item is told of it.
    """
    document, item = view.document(found.paper.id), found.item
    if not document.attendance:
        return None
    missed = [person for person in document.attendance if person.item == item.index]
    told = _tells_absence(document, item)
    if aspect is PeopleAspect.PRESENT:
        if not of_a_part(question):
            return None
        draft.heading(item_name(draft, document, item))
        warn_of_paper(draft, document)
        write_people(draft, aspect, document)
        write_missed(draft, document, missed)
        if of_the_decision(question):
            draft.heading(draft.phrase("decided_heading"))
            draft.points([outcome_line(draft, entry_of(found.paper, document, item), document)])
        return draft.reply(ReplyKind.PEOPLE) if draft.cites else None
    disqualified = DISQUALIFIED.search(fold(question.text)) is not None
    if not told and (disqualified or not of_a_part(question)):
        return None
    return _of_item(draft, document, item, alone=disqualified)


def _where_somebody_was(found: Treated | None, question: Question, view: View) -> Treated | None:
    """Return, of the times a matter came up by one title, the one whose minutes tell an absence.

    "Who left the room in the case of the mill" is asked of the meeting at which somebody did.
    """
    if found is None or question.people is not PeopleAspect.ABSENT or question.period is not None:
        return found
    title = fold(found.item.title)
    alike = (
        Treated(group.document, group.item)
        for group in items_asked_about(question, view)
        if group.item is not None and fold(group.item.title) == title
    )
    for one in (found, *alike):
        if _tells_absence(view.document(one.paper.id), one.item):
            return one
    return found


def _tells_absence(document: Document, item: Item) -> bool:
    missed = any(person.item == item.index for person in document.attendance)
    return missed or bool(absences_in_item(document, item))


def _of_item(draft: Draft, document: Document, item: Item, *, alone: bool = False) -> Reply:
    """Return who took no part in an item, or that the minutes name nobody.

    With `alone`, those who missed the whole meeting are left out: they were not disqualified.
    """
    draft.heading(item_name(draft, document, item))
    warn_of_paper(draft, document)
    people = [person for person in document.attendance if person.item == item.index]
    if alone:
        people = [p for p in people if _is_disqualified(p, document)] or people
    if people:
        write_missed(draft, document, people)
    elif said := absences_in_item(document, item):
        draft.add(draft.phrase("absence_unread"))
        for place in said[:REMARKS_SHOWN]:
            draft.quote(document, place)
    else:
        draft.add(f"{draft.phrase('no_absence_recorded')} {draft.cite(document, item.heading)}")
    away = [p for p in document.attendance if p.item is None and p.presence is not Presence.PRESENT]
    whole = [person for person in away if not person.remark]
    if whole and not alone:
        draft.heading(draft.phrase("absent_whole_heading"))
        draft.points(person_lines(draft, document, whole))
    told = {person.name for person in document.attendance if person.item is not None}
    if not alone:
        write_in_part(draft, document, without=told)
    return draft.reply(ReplyKind.PEOPLE)


def _is_disqualified(person: Attendee, document: Document) -> bool:
    """Tell whether the sentence on somebody's absence from an item says that they had a stake."""
    told = sentence_at(document, person.span).of(document.text)
    return DISQUALIFIED.search(fold(told)) is not None


def _meeting(question: Question, view: View) -> Meeting | None:
    """Return the meeting asked about; of several bodies in a period, that of the one named so."""
    if question.period is not None and not question.bodies:
        named = persons.meeting_named(question, view)
        if named is not None:
            return named
    return meeting_asked_about(of_meeting(question), view, needs_attendance=True)


def _decisive(question: Question, view: View) -> Meeting | None:
    """Return the meeting that decided what a question asks of: "who chaired when X was adopted"."""
    found = _item_of(question, view) if of_the_decision(question) else None
    return Meeting(found.paper, view.document(found.paper.id)) if found is not None else None


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
