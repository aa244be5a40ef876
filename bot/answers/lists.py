"""Lists: the agenda of a meeting, decisions and deferred items of a period, meetings, documents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.answers import (
    granted,
    meeting_plans,
    meetings_of_person,
    open_matters,
    other_times,
)
from bot.answers.finding.meetings import (
    meeting_asked_about,
    one_paper_each,
    papers_of_meetings,
    standing,
)
from bot.answers.finding.owners import of_its_owner, owner_named, owners
from bot.answers.finding.searches import for_decision, meeting_papers
from bot.answers.finding.sorts import SORTS_OF_BODY, bodies_of_sort
from bot.answers.finding.subjects import names_all
from bot.answers.matters.candidates import naming_the_time
from bot.answers.matters.listed_items import (
    DECIDED,
    LONGEST,
    chosen,
    count_in_words,
    outcomes_asked_for,
)
from bot.answers.refusals import NAMES_SHOWN
from bot.answers.telling.decision_words import told_lines, warn_of_paper
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.none_listed import say_none
from bot.answers.telling.places import document_line, document_name, item_label, item_name, linked
from bot.questions.bodies.unresolved import unresolved_body, unresolved_fund
from bot.questions.intents import ListAspect
from bot.questions.patterns import first, pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import DocumentEntry, Filter, ItemEntry, View
from index.danish.days import format_date
from index.danish.folding import fold
from index.danish.stopwords import WEAK
from index.documents import MEETING_PAPERS, DocumentKind


def answer(question: Question, view: View) -> Reply | None:
    """Return the list asked for, `None` when the archive has nothing to list."""
    if of_person := meetings_of_person.answer(question, view):
        return of_person
    return _of_nobody_known(question, view) or _listed(of_its_owner(question, view), view)


def _listed(question: Question, view: View) -> Reply | None:
    return _ANSWERS[question.list](question, view) if question.list is not None else None


def _of_nobody_known(question: Question, view: View) -> Reply | None:
    """Say that a committee that a list is asked of is none that is known, and name those held."""
    if question.bodies:
        return None
    called = unresolved_body(question.text) if question.read_as == "en" else None
    if question.list in _OF_A_BODY and (name := owner_named(question)):
        called = None if owners(question, view) else name
    held = view.bodies()
    if called is None and len(held) > 1:
        called = unresolved_fund(question.text)
    if called is None or not held:
        return None
    draft = Draft(question.text, question.language)
    draft.say("body_not_known", body=plain(called))
    draft.say("bodies_held", bodies="; ".join(plain(b.body.short) for b in held[:NAMES_SHOWN]))
    return draft.reply(ReplyKind.NOT_FOUND)


_OF_A_BODY = frozenset(
    {ListAspect.OPEN, ListAspect.DEFERRED, ListAspect.DECISIONS, ListAspect.CLOSED, ListAspect.NEXT}
)


def of_a_meeting(question: Question, view: View) -> Reply | None:
    """Return every decision of a meeting when nothing of its matters is asked for.

    "Hvad besluttede KEU i maj?" has no subject left once body and period are known, nor has "hvad
    besluttede udvalget i 2023?", which asks every committee. A time without any meeting is a no.
    """
    if question.period is None:
        return None
    of_every_meeting = WEAK[question.read_as] | SORTS_OF_BODY
    terms = view.search(for_decision(question)).terms
    if any(word not in of_every_meeting for term in terms for word in term.text.split()):
        return None
    bodies = question.bodies or bodies_of_sort(question, view)
    if bodies is None:
        return other_times.tell(question, (), view)
    asked = replace(question, bodies=bodies)
    if (listed := _items(asked, view)) is not None:
        return listed
    naming = [candidate.entry for candidate in naming_the_time(asked, view)]
    return other_times.tell(question, naming, view)


def _agenda(question: Question, view: View) -> Reply | None:
    meeting = meeting_asked_about(question, view)
    if meeting is None or not meeting.document.items:
        return None
    document = meeting.document
    draft = Draft(question.text, question.language)
    body = plain(document.body.short if document.body else document.title)
    day = format_date(document.date, draft.language) if document.date else None
    draft.say("list_agenda", body=body, date=day or draft.phrase("unknown_date"))
    draft.points(
        [
            f"{plain(' · '.join(item_label(draft, item)))} {draft.cite(document, item.heading)}"
            for item in document.items
        ]
    )
    return draft.reply(ReplyKind.LIST)


def _next_meeting(question: Question, view: View) -> Reply | None:
    """Return the first meeting after today of which there is a paper."""
    papers = papers_of_meetings(view.documents(meeting_papers(question, within_period=False)))
    coming = [p for p in papers if p.date is not None and p.date > question.today]
    if not coming:
        return meeting_plans.next_meeting(question, view)
    draft = Draft(question.text, question.language)
    first = min(coming, key=lambda paper: (paper.date, paper.source))
    draft.points([document_line(draft, first, view)])
    return draft.reply(ReplyKind.LIST)


def _closed(question: Question, view: View) -> Reply | None:
    """List the headings of closed items: they are published, what was said is not."""
    entries = one_paper_each(view.items(replace(question.filter(), only_closed=True)))
    draft = Draft(question.text, question.language)
    if not entries:
        if not view.count_items(question.filter()):
            return None
        draft.say("list_none_closed")
        return draft.none()
    draft.say("list_closed", count=len(entries))
    draft.points(_headings(draft, entries, view), len(entries))
    return draft.reply(ReplyKind.LIST)


def _headings(draft: Draft, entries: Sequence[ItemEntry], view: View) -> list[str]:
    """Return a line for each of the newest closed items: what of it is published."""
    lines = []
    for entry in entries[:LONGEST]:
        document = view.document(entry.document.id)
        cited = draft.cite(document, entry.item.heading)
        lines.append(linked(item_name(draft, document, entry.item), cited))
    return lines


def _closed_beside(question: Question, within: Filter, view: View) -> list[ItemEntry]:
    """Return the closed items of the meetings whose decisions are listed, that none of them tells.

    Where a matter or an outcome is named, nothing says that they are among what is asked.
    """
    if outcomes_asked_for(question) or pattern("matter").search(fold(question.text)):
        return []
    closed = view.items(replace(within, outcomes=frozenset(), only_closed=True))
    held = [e for e in closed if e.document.kind is not DocumentKind.AGENDA and e.decision is None]
    return list(one_paper_each(held))


def _items(question: Question, view: View) -> Reply | None:
    """List items with their outcomes; those of the last meeting where nothing says of which."""
    outcomes = outcomes_asked_for(question)
    within = replace(question.filter(), outcomes=outcomes or DECIDED)
    meeting = None
    if not outcomes and _names_no_meeting(question):
        meeting = meeting_asked_about(question, view)
        within = replace(within, documents=frozenset({meeting.entry.id} if meeting else ()))
    entries, count = chosen(question, within, view)
    closed = _closed_beside(question, within, view)
    draft = Draft(question.text, question.language)
    if not entries:
        if not view.count_items(replace(within, outcomes=frozenset())):
            return None
        if closed:
            draft.say("list_closed_alone", count=len(closed))
            draft.points(_headings(draft, closed, view), len(closed))
            return draft.reply(ReplyKind.CLOSED)
        if (unheld := _of_agendas(draft, within, view)) is not None:
            return unheld
        if outcomes:
            say_none(draft, within, view)
        else:
            draft.say("list_none_about")
        _say_in_words(draft, question, within, view)
        return draft.none() if outcomes else draft.reply(ReplyKind.NOT_FOUND)
    draft.say("list_decisions", count=count)
    alone = len({entry.document.id for entry in entries}) == 1
    if meeting is not None or (alone and _is_last_of_all(question, view)):
        of_one = view.document(entries[0].document.id)
        draft.say("list_of_one_meeting", meeting=plain(document_name(draft, of_one)))
    draft.points(told_lines(draft, entries, view), count)
    if alone:
        warn_of_paper(draft, view.document(entries[0].document.id))
    _say_in_words(draft, question, within, view)
    if closed:
        draft.say("list_closed_beside", count=len(closed))
        draft.points(_headings(draft, closed, view), len(closed))
    return draft.reply(ReplyKind.LIST)


def _is_last_of_all(question: Question, view: View) -> bool:
    """Tell whether "the last meeting" names no committee where several meet."""
    return question.last_meeting and not question.bodies and len(view.bodies()) > 1


def _say_in_words(draft: Draft, question: Question, within: Filter, view: View) -> None:
    """Say how many decisions a list of outcomes leaves out, as no class of outcome fits them."""
    if count := count_in_words(question, within, view):
        draft.say("list_unclassified", count=count)


def _of_agendas(draft: Draft, within: Filter, view: View) -> Reply | None:
    """Say that nothing is decided yet, where the archive has only agendas of what is asked."""
    papers = view.documents(replace(within, outcomes=frozenset(), kinds=MEETING_PAPERS))
    if not papers or any(paper.kind is not DocumentKind.AGENDA for paper in papers):
        return None
    draft.say("list_agendas_only")
    draft.points([document_line(draft, paper, view) for paper in papers[:LONGEST]])
    return draft.reply(ReplyKind.NOT_DECIDED) if draft.cites else None


def _names_no_meeting(question: Question) -> bool:
    """Tell whether neither body, time, matter nor "all" says which decisions are meant."""
    folded = fold(question.text)
    said = pattern("matter").search(folded) or pattern("everything").search(folded)
    return not (question.bodies or question.period or said)


def _documents(question: Question, view: View, key: str, *, meetings: bool) -> Reply | None:
    kinds = MEETING_PAPERS if meetings else _kinds(question)
    found: Sequence[DocumentEntry] = view.documents(replace(question.filter(), kinds=kinds))
    if not meetings:
        found = [entry for entry in found if names_all(question, view.document(entry.id))]
    if meetings:
        found = papers_of_meetings(sorted(found, key=standing, reverse=True))
        found = sorted(found, key=lambda e: (e.date is not None, e.date), reverse=True)
    if not found:
        return None
    draft = Draft(question.text, question.language)
    draft.say(key, count=len(found))
    draft.points([document_line(draft, entry, view) for entry in found[:LONGEST]], len(found))
    return draft.reply(ReplyKind.LIST)


def _kinds(question: Question) -> frozenset[DocumentKind]:
    """Return the kind of paper that a list is asked for, none where any will do."""
    kind = first("documents_of", fold(question.text))
    return frozenset({DocumentKind(kind)}) if kind else frozenset()


_ANSWERS: Mapping[ListAspect, Callable[[Question, View], Reply | None]] = {
    ListAspect.REQUESTED: open_matters.requested,
    ListAspect.PLAN: meeting_plans.answer,
    ListAspect.NEXT: _next_meeting,
    ListAspect.AGENDA: _agenda,
    ListAspect.DEFERRED: open_matters.put_off,
    ListAspect.OPEN: open_matters.still_open,
    ListAspect.CLOSED: _closed,
    ListAspect.DECISIONS: _items,
    ListAspect.GRANTED: granted.answer,
    ListAspect.MEETINGS: partial(_documents, key="list_meetings", meetings=True),
    ListAspect.DOCUMENTS: partial(_documents, key="list_documents", meetings=False),
}
