"""Who chairs a body, or is its deputy chair, by the newest of its papers."""

import re
from dataclasses import replace
from datetime import date

from bot.answers import facts, refusals
from bot.answers.finding.elections import DEPUTY, Election, newest_election
from bot.answers.finding.meetings import one_paper_each
from bot.answers.finding.subjects import names_all
from bot.answers.telling.attendance import person_lines
from bot.answers.telling.decision_words import outcome_lines, warn_of_paper
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name, item_name
from bot.citations import Citation
from bot.questions.intents import PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import BodyEntry, DocumentEntry, View
from index.danish.folding import fold
from index.danish.words import folded_words
from index.documents import MEETING_PAPERS, Attendee


def answer(question: Question, view: View) -> Reply | None:
    """Return who the newest paper of a body says is its chair, or its deputy chair.

    `None` where the question names no body: other things are led too.
    """
    if not question.bodies:
        return None
    deputy = DEPUTY.search(fold(question.text)) is not None
    for entry in view.attendance(question.filter()):
        if _holds_office(entry.attendee, question.bodies[0], deputy=deputy):
            document = view.document(entry.document.id)
            if not names_all(question, document):
                return refusals.refuse(question, view)  # the committee of another place
            draft = Draft(question.text, question.language)
            later = _election(question, view, deputy=deputy, after=document.date)
            if later is not None:
                _write_election(draft, later)
            draft.heading(document_name(draft, document))
            draft.points(person_lines(draft, document, [entry.attendee]))
            if later is None:
                _write_elections(draft, question, entry.document, view)
            return draft.reply(ReplyKind.PEOPLE)
    quoted = facts.answer(question, view)
    elected = _election(question, view, deputy=deputy)
    if elected is not None and not (quoted and _names_another_since(quoted, elected, question)):
        draft = Draft(question.text, question.language)
        _write_election(draft, elected)
        return draft.reply(ReplyKind.PEOPLE)
    if quoted is None or not _is_of(quoted.citations[0], question):
        return refusals.refuse(question, view)  # somebody holds that office elsewhere
    return quoted


def held_before(question: Question, body: str | None, view: View) -> tuple[str, date] | None:
    """Return who held an office before the one who does by the newest paper, and until when.

    That is the first meeting of which a paper names the one who came after. `None` where the
    question asks of no office, or no earlier paper names another holder.

    Args:
        question: Who holds an office: "hvem er direktør for vandværket?".
        body: Name of the body that is meant, where the question names none that is known.
        view: The archive.
    """
    bodies = question.bodies or tuple(e for e in view.bodies() if e.body.name == body)
    if len(bodies) != 1:
        return None
    since: date | None = None
    holder: str | None = None
    for entry in view.attendance(replace(question, bodies=bodies).filter()):
        if entry.document.date is None or not _is_asked_for(entry.attendee, question, bodies[0]):
            continue
        if since is not None and entry.attendee.name != holder:
            return entry.attendee.name, since
        holder, since = entry.attendee.name, entry.document.date
    return None


def _is_asked_for(person: Attendee, question: Question, body: BodyEntry) -> bool:
    if question.people is PeopleAspect.OFFICE:
        deputy = DEPUTY.search(fold(question.text)) is not None
        return _holds_office(person, body, deputy=deputy)
    asked = pattern("who_holds").search(fold(question.text))
    if asked is None or person.role is None:
        return False
    named = asked[asked.lastgroup or 0]
    role = _DANISH_ROLES.get(named, named)
    words = folded_words(person.role)
    # The head of a school is its "skoleleder".
    return any(word.startswith(role[:_STEM]) or word.endswith(role) for word in words)


_DANISH_ROLES = {
    "director": "direktoer",
    "manager": "leder",
    "head": "leder",
    "secretary": "sekretaer",
    "treasurer": "kasserer",
    "mayor": "borgmester",
}
"""Roles, folded, as minutes call them."""
_STEM = 7
"""Letters of a role that tell it from others, be it "direktøren"."""


def _election(
    question: Question, view: View, *, deputy: bool, after: date | None = None
) -> Election | None:
    """Return the newest election to the office; none where it is asked who held it before."""
    if _BEFORE.search(fold(question.text)):
        return None
    return newest_election(question, view, deputy=deputy, after=after)


_BEFORE = re.compile(
    r"\b(?:foer|tidligere|forrige|forhenvaerende|hidtil|hidtidige|afgaaende|before|previous\w*|former\w*"
    r"|used to|da|dengang|when)\b"
)


def _names_another_since(quoted: Reply, elected: Election, question: Question) -> bool:
    """Tell whether a later paper than the one of an election says who holds the office."""
    citation = quoted.citations[0]
    day = citation.document.date
    says = _CHAIR.search(fold(citation.quote)) is not None
    return says and day is not None and day > elected.day and _is_of(citation, question)


def _write_election(draft: Draft, election: Election) -> None:
    draft.heading(item_name(draft, election.document, election.item))
    warn_of_paper(draft, election.document)
    draft.quote(election.document, election.place)


def _is_of(citation: Citation, question: Question) -> bool:
    """Tell whether words are a named body's own or name it, in a paper that has all names asked."""
    document, quote = citation.document, fold(citation.quote)
    names = {fold(name) for body in question.bodies for name in body.names}
    own = document.body is not None and fold(document.body.name) in names
    named = own or any(re.search(rf"\b{re.escape(name)}", quote) for name in names)
    return named and names_all(question, document)


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
        draft.points(outcome_lines(draft, elections[:_ELECTIONS_SHOWN], view))


_ELECTIONS_SHOWN = 5
_ELECTION = re.compile(r"\b(valg|konstituering|udpegning|naestformand)\b.*|\bformand\w*skift")


def _holds_office(person: Attendee, body: BodyEntry, *, deputy: bool) -> bool:
    """Tell whether a role is the body's own: "formand for Lægeforeningen" is another's."""
    role = fold(person.role or "")
    if bool(DEPUTY.search(role)) is not deputy or not _CHAIR.search(role):
        return False
    of = re.search(r"formand for (.+)", role)
    return of is None or any(fold(name) in of[1] for name in body.names)


_CHAIR = re.compile(r"formand\b")
