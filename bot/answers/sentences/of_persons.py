"""Which sentences may answer where it is asked who: who was there, who did it, who said it."""

import re

from bot.answers.finding import matching
from bot.answers.finding.relevance import subject_of
from bot.answers.sentences.advising import advises
from bot.answers.sentences.evidence import Evidence, with_item
from bot.questions.advisers import adviser_asked
from bot.questions.intents import PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from index.archive import Found
from index.danish.folding import fold
from index.danish.words import folded_words
from index.documents import SectionKind


def of_persons(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what names nobody, where it is asked who was there or who leads.

    No list of a meeting has answered by now; a sentence without a name, or on who leads without a
    word for it, would answer something else.
    """
    if question.people is None:
        return evidence
    named = [e for e in evidence if e.held == 1.0]
    said = _SAYS_OFFICE.get(question.people)
    return [e for e in named if said.search(fold(e.words))] if said else named


def of_what_was_done(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out the head of a meeting's paper, where it is asked who did something.

    A line of those who were there answers "who is the director?", by a word that the name of the
    committee has not got: who won a contract stands in none.
    """
    if question.wanted is not Wanted.PERSON or question.people is not None:
        return evidence
    terms = [t for t in subject_of(question, found) if t.text not in question.given]
    return [
        e
        for e in evidence
        if e.section not in _HEAD
        or matching.matched(terms, e.words) - matching.matched(terms, e.document.title)
    ]


_HEAD = frozenset({SectionKind.HEADER, SectionKind.ATTENDANCE})


def of_speaker(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what does not name whose words are asked for, where anything does.

    An agency may be called otherwise; where nothing names a person, nothing answers, nor where
    they are known by an id alone.
    """
    if question.speaker is None:
        return evidence
    words = folded_words(question.speaker)
    if (organ := _ORGAN.fullmatch(words[0])) is not None:
        # "Hvad svarede ministeriet foreningen": whom it answered is no part of its name.
        words = words[:1]
    *first, last = words
    stem = re.escape(last.removesuffix("s"))
    short = rf"|\b{organ['kind']}" if organ is not None else ""
    period = question.period
    if period is not None and period.is_short:
        # "På mødet i maj" is asked of that meeting, whatever they said at another.
        evidence = [e for e in evidence if (day := e.document.date) is None or period.holds(day)]
    told = ((e, _FIELD.sub(" ", fold(e.words))) for e in evidence)
    named = [e for e, words in told if re.search(rf"\b{stem}{short}", words)]
    is_known_exactly = bool(first) or not last.isalpha()
    return named if is_known_exactly else named or evidence


_FIELD = re.compile(
    r"\b(?:(?:sags)?ansvarlig\w*|tovholder|hvem|deltagere?|udfoeres af|responsible|who)\s*:\s*[^·]*"
)
"""A cell, folded, with those who are to do a thing: it tells nothing that they said."""
_ORGAN = re.compile(
    r"\w*?(?P<kind>ministeriet|styrelsen|direktoratet|kommunen|regionen|foreningen|forbundet|fonden"
    r"|udvalget|raadet|naevnet|selskabet|tilsynet|politiet|forvaltningen|administrationen)"
)
"""Who answers under a name of one word, which minutes cut to its last part: "ministeriet"."""


def of_adviser(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what is not the advice of whom a question asks for."""
    who = adviser_asked(question.text)
    if who is None:
        return evidence
    called = [form for term in found.terms if term.text in who.split() for form in term.forms]
    told = [e for e in evidence if advises(who, called, e.words)]
    return sorted(told, key=lambda e: not advises(who, (), e.words))  # by their own word first


_LEADS = re.compile(r"formand|forkvinde|leder|ordstyrer|dirigent|formandskab|borgmester|\bchair")
_SAYS_OFFICE = {
    PeopleAspect.CHAIR: _LEADS,
    PeopleAspect.OFFICE: _LEADS,
    PeopleAspect.CLERK: re.compile(r"referent|sekretaer|referat|protokol"),
}
"""Words for the office that is asked for, folded."""


def of_representative(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what does not say who is there for those whom somebody is asked to represent.

    The representative of the patients is none of the staff, and many are only appointed as one.
    """
    if pattern("represents").search(fold(question.text)) is None:
        return evidence
    whom = [
        t
        for t in subject_of(question, found)
        if not (t.text in question.given or pattern("represents").search(t.text))
    ]
    told = [e for e in evidence if _REPRESENTS.search(fold(e.words))]
    return [e for e in told if not whom or matching.shares(whom, with_item(e))]


_REPRESENTS = re.compile(
    r"repraesent|paa vegne af|\budpeg\w*|\bvalgt\b|\(\w+(?: \w+)?\)|\brepresent|\bon behalf of\b"
    r"|\bappointed\b|\belected\b"
)
"""That somebody is there for others, folded: "Ib Krog (PLO)"."""
