"""Whether one person was at a meeting, took part in an item, and how that person voted there."""

from collections.abc import Sequence

from bot.answers import refusals
from bot.answers.finding.beside_names import named_in_item, tells_vote, told_behind
from bot.answers.finding.meetings import Meeting, papers_of_meetings
from bot.answers.finding.persons import (
    in_paper,
    matter_beside,
    mentions,
    of_a_part,
    persons_of,
    typed_names_of,
)
from bot.answers.finding.remarks import remarks_naming, sentence_at
from bot.answers.finding.searches import meeting_papers
from bot.answers.finding.stays import Stay, stay_in
from bot.answers.items import number_asked_for
from bot.answers.matters.attended import items_with
from bot.answers.matters.deciding import decided_at, of_the_decision
from bot.answers.telling.attendance import (
    HEADINGS,
    absence_heading,
    attendance_place,
    part_heading,
    person_lines,
    words_on,
)
from bot.answers.telling.decision_words import outcome_line, warn_of_paper, write_outcome
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import document_name, item_name
from bot.questions.intents import PeopleAspect, names_person
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import DocumentEntry, Filter, ItemEntry, View
from index.danish.folding import fold
from index.danish.words import folded_words
from index.decisions import Outcome
from index.documents import Attendee, Document, Item, Presence
from index.spans import Span

MEETINGS_SHOWN = 5
PAPERS_LOOKED_AT = 24
MENTIONS_SHOWN = 3
"""Lines quoted that name somebody who is in no list of those who came or were away."""


_WAS_THERE = {
    Stay.PRESENT: True,
    Stay.THERE: True,
    Stay.OTHER_ITEMS: True,
    Stay.APOLOGY: False,
    Stay.ABSENT: False,
    Stay.OUT: False,
}
_IN_PART = frozenset({Stay.PART, Stay.SOME_ITEMS})


def asks_of_one(question: Question) -> bool:
    """Tell whether a question is on a person it names: whether there, or how that one voted."""
    if question.people in {PeopleAspect.VOTE, PeopleAspect.WHETHER}:
        return True
    return pattern("one_person", "begins").search(fold(question.text).strip()) is not None


def answer(question: Question, view: View) -> Reply | None:
    """Return what the minutes say of the person named; `None` where none is known.

    Where the person or the item cannot be found, the reply says so: another meeting is no answer.
    """
    known = persons_of(question, view)
    names = known or typed_names_of(question, known)
    if not names:
        return None
    if question.people is PeopleAspect.VOTE:
        return _vote(question, names, view)
    if not known and not (names_person(question.text) and _dated(question)):
        return None
    number = number_asked_for(question.text)
    matter = matter_beside(question, names) if number is None else None
    if number is None and matter is not None and (of_a_part(question) or not _dated(question)):
        entries = items_with(matter, names, view)
        if of_the_decision(question):
            decided = decided_at(entries, view)
            entries = [decided] if decided is not None else []
        return _of_items(question, names, entries, view) or refusals.refuse(question, view)
    read = _meetings(question, names, matter, view)
    if not read:
        return None
    if len(read) > 1 and number is None and _spans_meetings(question):
        return _of_meetings(question, names, read)
    meeting = read[0]
    item = next((i for i in meeting.document.items if number and i.number == number), None)
    if number is not None and item is None:
        return None
    draft = Draft(question.text, question.language)
    _write(draft, question, names, meeting.document, item)
    return draft.reply(ReplyKind.PEOPLE) if draft.cites else None


def _dated(question: Question) -> bool:
    """Tell whether a question names its meeting, so that other words need not be a matter."""
    return bool(question.bodies) or question.period is not None


def _spans_meetings(question: Question) -> bool:
    """Tell whether a question is about a time in which there may be several meetings."""
    period = question.period
    return period is not None and not period.is_short and not question.last_meeting


def _meetings(
    question: Question, names: list[str], matter: Question | None, view: View
) -> list[Meeting]:
    """Return the meetings that fit, the newest first; those whose papers name the person, if any.

    A body that words of the question name goes before the others. Where none is named, "in March"
    is of any year; what another body's minutes do not say of somebody is no answer.
    """
    found, listing = _naming(question, names, matter, view)
    if not found and not question.bodies:
        found, _ = _naming(question, names, matter, view, any_year=True)
    alone = len({meeting.entry.body_key for meeting in listing}) == 1
    return found or (listing[:1] if question.bodies or alone else [])


def _naming(
    question: Question,
    names: list[str],
    matter: Question | None,
    view: View,
    *,
    any_year: bool = False,
) -> tuple[list[Meeting], list[Meeting]]:
    """Return the meetings whose papers name a person, and all that tell who came."""
    within = meeting_papers(question, within_period=not any_year)
    papers = papers_of_meetings(view.documents(within))
    if any_year and question.period is not None:
        papers = [paper for paper in papers if question.period.recurs_on(paper.date)]
    if any_year or question.period is None:
        papers = [p for p in papers if p.date is None or p.date <= question.today]
    words = frozenset(folded_words(matter.subject)) if matter else frozenset()
    papers.sort(key=lambda paper: not _named_so(paper, words))
    read = [Meeting(p, view.document(p.id)) for p in papers[:PAPERS_LOOKED_AT]]
    listing = [meeting for meeting in read if meeting.document.attendance]
    found = [meeting for meeting in listing if in_paper(names, meeting.document)]
    return found or [m for m in read if mentions(names, m.document)], listing


def _of_meetings(question: Question, names: list[str], read: Sequence[Meeting]) -> Reply:
    """Tell of each meeting in turn, without a yes or no that would be of all of them."""
    draft = Draft(question.text, question.language)
    for meeting in read[:MEETINGS_SHOWN]:
        _write(draft, question, names, meeting.document, None, answering=False)
    if len(read) > MEETINGS_SHOWN:
        draft.say("list_shortened", shown=MEETINGS_SHOWN, count=len(read))
    return draft.reply(ReplyKind.PEOPLE)


def meeting_named(question: Question, view: View) -> Meeting | None:
    """Return the meeting of a body that words of the question name; `None` where none do."""
    words = frozenset(folded_words(question.subject))
    for paper in papers_of_meetings(view.documents(meeting_papers(question))):
        if _named_so(paper, words) and (document := view.document(paper.id)).attendance:
            return Meeting(paper, document)
    return None


def _named_so(paper: DocumentEntry, words: frozenset[str]) -> bool:
    """Tell whether a body is named by words of the question: "hospicets bestyrelsesmøde"."""
    body = folded_words(paper.body.name if paper.body else paper.title)
    return any(len(w) >= _TELLING and b.startswith(w[:_TELLING]) for w in words for b in body)


_TELLING = 5


def _of_items(
    question: Question, names: list[str], entries: Sequence[ItemEntry], view: View
) -> Reply | None:
    draft = Draft(question.text, question.language)
    for entry in entries:
        document = view.document(entry.document.id)
        _write(draft, question, names, document, entry.item)
        if not entry.item.closed:
            draft.heading(draft.phrase("decided_heading"))
            draft.points([outcome_line(draft, entry, document)])
    return draft.reply(ReplyKind.PEOPLE) if draft.cites else None


def _write(
    draft: Draft,
    question: Question,
    names: list[str],
    document: Document,
    item: Item | None,
    *,
    answering: bool = True,
) -> None:
    """Write whether persons were at a meeting, or took part in its item, and the words on it."""
    name = item_name(draft, document, item) if item else document_name(draft, document)
    draft.heading(name)
    warn_of_paper(draft, document)
    for name in names:
        people = in_paper([name], document)
        stay = stay_in(people, item)
        if item is not None and (places := _said(people, name, document, item, stay)):
            voted = all(tells_vote(place.of(document.text)) for place in places)
            key = _word(question, stay) if answering and voted else None
            _write_said(draft, plain(people[0].name), document, places, key)
            _write_words(draft, document, people, item, stay)
            continue
        if stay is Stay.UNNAMED and (places := mentions([name], document)):
            _write_mentions(draft, name, document, item, places)
            continue
        said = draft.phrase(f"person_{stay.value}", name=plain(people[0].name if people else name))
        word = _word(question, stay) if answering else None
        told = f"{draft.phrase(word)} {said}" if word else said
        if stay is Stay.UNNAMED:
            told = f"{told} {_cite_attendance(draft, document, item)}".rstrip()
        draft.add(told)
        _write_words(draft, document, people, item, stay)


def _said(
    people: Sequence[Attendee], name: str, document: Document, item: Item, stay: Stay
) -> list[Span]:
    """Return what a paper says of somebody in an item, where nothing was read as an absence."""
    if stay not in _TOOK_PART:
        return []
    behind = [told_behind(document, person) for person in people if person.remark is None]
    names = list(dict.fromkeys([name, *(person.name for person in people)]))
    return [
        *(place for place in behind if place is not None),
        *named_in_item(names, document, item),
    ]


_TOOK_PART = frozenset({Stay.THERE, Stay.OTHER_ITEMS})


def _write_said(
    draft: Draft, name: str, document: Document, places: Sequence[Span], answer_key: str | None
) -> None:
    """Quote what an item says of somebody at the meeting; a yes or no where that one voted."""
    if answer_key is None:
        draft.add(draft.phrase("person_said", name=name))
    else:
        draft.add(f"{draft.phrase(answer_key)} {draft.phrase('person_voted', name=name)}")
    for place in places[:MENTIONS_SHOWN]:
        draft.quote(document, place)


def _write_mentions(
    draft: Draft, name: str, document: Document, item: Item | None, places: Sequence[Span]
) -> None:
    """Quote where a paper names a person who is in none of its lists, without a yes or no."""
    draft.add(draft.phrase("person_elsewhere", name=plain(name)))
    own = [place for place in places if item is not None and item.span.contains(place)]
    told = dict.fromkeys(sentence_at(document, place) for place in own or places)
    for place in list(told)[:MENTIONS_SHOWN]:
        draft.quote(document, place)


def _word(question: Question, stay: Stay) -> str | None:
    """Return the key of the yes or no that a question is answered with, if it asks for one."""
    words = fold(question.text)
    if question.people is PeopleAspect.VOTE or pattern("one_person", "either").search(words):
        return None
    if stay in _IN_PART:
        return "answer_partly"
    was_there = _WAS_THERE.get(stay)
    if was_there is None:
        return None
    other = pattern("one_person", "other").search(words) is not None
    return "answer_yes" if was_there is not other else "answer_no"


def _write_words(
    draft: Draft, document: Document, people: Sequence[Attendee], item: Item | None, stay: Stay
) -> None:
    """Write the words of the minutes on one person, under what they hold for."""
    for person in (person for person in people if person.item is None):
        there = person.presence is Presence.PRESENT
        if person.remark:
            draft.heading(draft.phrase(part_heading(there=there)))
            draft.quote(document, words_on(document, person))
        elif not there:
            draft.heading(absence_heading(draft, document, [person]))
            draft.quote(document, words_on(document, person))
        elif stay is not Stay.OUT:
            draft.heading(draft.phrase(HEADINGS[Presence.PRESENT]))
            draft.points(person_lines(draft, document, [person]))
    missed = [p for p in people if p.item is not None and (item is None or p.item == item.index)]
    for place in dict.fromkeys(sentence_at(document, person.span) for person in missed):
        if not draft.quotes(document, place):
            draft.quote(document, place)


def _cite_attendance(draft: Draft, document: Document, item: Item | None) -> str:
    """Return the marker of where a paper says who was there, else of the item's heading."""
    place = attendance_place(document)
    if place is None and item is not None:
        place = item.heading
    return draft.cite(document, place) if place is not None else ""


def _vote(question: Question, names: list[str], view: View) -> Reply | None:
    """Return what the minutes record of a person's vote on a matter, with what was decided."""
    matter = matter_beside(question, names)
    entries = items_with(matter, names, view) if matter is not None else []
    if not entries:
        return refusals.refuse(question, view)
    told_of = {
        entry.key: remarks_naming(view.document(entry.document.id), entry.item.index, names)
        for entry in entries
    }
    numbers = frozenset(entries[0].item.case_numbers)
    related = (*entries, *(view.items(Filter(case_numbers=numbers)) if numbers else ()))
    voted = next((one for one in related if _was_voted_on(one)), entries[0])
    entry = next((one for one in entries if told_of[one.key]), voted)
    told_of.setdefault(entry.key, [])
    document = view.document(entry.document.id)
    draft = Draft(question.text, question.language)
    told = told_of[entry.key]
    stay = stay_in(in_paper(names, document), entry.item)
    if told or stay not in _NO_VOTE:
        draft.heading(item_name(draft, document, entry.item))
        warn_of_paper(draft, document)
        for place in told:
            draft.quote(document, place)
        if not told:
            said = draft.phrase("person_no_vote", name=plain(names[0]))
            draft.add(f"{said} {draft.cite(document, entry.item.heading)}")
            for place in named_in_item(names, document, entry.item)[:MENTIONS_SHOWN]:
                draft.quote(document, place)
    else:
        _write(draft, question, names[:1], document, entry.item)
    write_outcome(draft, entry, document, view, with_recommendation=True)
    return draft.reply(ReplyKind.PEOPLE)


def _was_voted_on(entry: ItemEntry) -> bool:
    return entry.decision is not None and entry.decision.outcome is Outcome.VOTE


_NO_VOTE = frozenset({Stay.OUT, Stay.ABSENT, Stay.APOLOGY, Stay.PART_THEN})
"""Where a person took no part in an item, or may not have."""
