"""Which sentences may answer at all: of the time, the place, the person, the thing asked about.

What surely is no answer is left out by rule, not by score.
"""

import re

from bot.answers.finding import matching
from bot.answers.finding.numbered import is_of_other_number, numbered, speaks_of
from bot.answers.finding.relevance import subject_of
from bot.answers.finding.subjects import is_of_another_place, thing_named
from bot.answers.finding.unsaid import counted
from bot.answers.how_often import asks_how_often_it_meets, tells_how_often
from bot.answers.sentences.advising import advises
from bot.answers.sentences.closing_lines import (
    asks_of_meetings,
    asks_whom,
    closes,
    says_whom_to_ask,
)
from bot.answers.sentences.evidence import Evidence, with_titles
from bot.answers.sentences.opinions import behind_what_is
from bot.answers.sentences.outcomes_asked import OutcomeAsked
from bot.answers.sentences.prices import is_price, tells_amount
from bot.answers.sentences.standing import is_changed
from bot.answers.sentences.ties import asks_of_a_tie, tells_of_a_tie
from bot.answers.sentences.timing import (
    is_of_another_month,
    is_of_the_time,
    month_asked,
    names_a_year,
)
from bot.answers.sentences.votes_needed import of_a_quorum, of_a_requirement
from bot.questions.advisers import adviser_asked
from bot.questions.intents import PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.payments import may_answer
from bot.questions.question import Question
from bot.questions.rate_words import only_says_rate
from bot.questions.wanted import Wanted
from bot.replies import Language
from index.archive import Found, Term
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import folded_words
from index.documents import SectionKind

READ_FOR_STATE = 3
"""Sentences, the best first, of which one must speak of the state that is asked about."""

_AMOUNTS = frozenset(
    {Wanted.MONEY, Wanted.NUMBER, Wanted.PERCENT, Wanted.DURATION, Wanted.FREQUENCY}
)


def fitting(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Return the sentences that may answer, the best first."""
    if not asks_of_meetings(question.text):
        evidence = [e for e in evidence if not closes(e.words)]
    if not asks_whom(question.text):
        evidence = [e for e in evidence if not says_whom_to_ask(e.words)]
    evidence = _of_what_was_given(question, _of_what_came(question, evidence))
    evidence = _of_the_month(question, _timely(question, evidence))
    evidence = _of_speaker(question, _of_persons(question, evidence))
    evidence = _of_adviser(question, found, _of_a_tie(question, evidence))
    evidence = _of_what_was_done(question, found, evidence)
    evidence = _of_the_number(question, found, _of_the_place(question, evidence))
    evidence = _of_the_thing(question, found, evidence)
    evidence = _of_what_it_is_about(question, found, evidence)
    evidence = _of_what_is_named(question, found, of_a_requirement(question, evidence))
    evidence = _of_meeting(question, evidence)
    evidence = _of_the_payment(question, of_a_quorum(question, evidence))
    return behind_what_is(question, _of_the_state(question, found, evidence))


def _of_what_came(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what does not tell the outcome that is asked for.

    What lies further from the question than a plan does answers it only where it tells of one.
    """
    asked = OutcomeAsked.of(question.text)
    if asked is None or not evidence:
        return evidence
    planned = not asked.may_be_told_by(with_titles(evidence[0]))
    return [e for e in evidence if asked.may_be_told_by(with_titles(e), surely=planned)]


def _of_what_was_given(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Put last what was proposed and not adopted as it was, where it is asked what was granted."""
    if not question.about_decision or question.wanted not in _AMOUNTS:
        return evidence
    return sorted(evidence, key=is_changed)


def _of_persons(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what names nobody, where it is asked who was there or who leads.

    No list of a meeting has answered by now; a sentence without a name, or on who leads without a
    word for it, would answer something else.
    """
    if question.people is None:
        return evidence
    named = [e for e in evidence if e.held == 1.0]
    said = _SAYS_OFFICE.get(question.people)
    return [e for e in named if said.search(fold(e.words))] if said else named


def _of_what_was_done(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
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


def _of_speaker(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what does not name whose words are asked for, where anything does.

    An agency may be called otherwise; where nothing names a person, nothing answers.
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
    named = [e for e in evidence if re.search(rf"\b{stem}{short}", fold(e.words))]
    return named if first else named or evidence


_ORGAN = re.compile(
    r"\w*?(?P<kind>ministeriet|styrelsen|direktoratet|kommunen|regionen|foreningen|forbundet|fonden"
    r"|udvalget|raadet|naevnet|selskabet|tilsynet|politiet|forvaltningen|administrationen)"
)
"""Who answers under a name of one word, which minutes cut to its last part: "ministeriet"."""


def _of_adviser(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what is not the advice of whom a question asks for."""
    who = adviser_asked(question.text)
    if who is None:
        return evidence
    called = [form for term in found.terms if term.text in who.split() for form in term.forms]
    told = [e for e in evidence if advises(who, called, e.words)]
    return sorted(told, key=lambda e: not advises(who, (), e.words))  # by their own word first


def _of_a_tie(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what does not say who decides where a vote is even; a rule goes before a vote."""
    if not asks_of_a_tie(question.text):
        return evidence
    told = [e for e in evidence if tells_of_a_tie(e.words)]
    return [e for e in told if not e.document.items] or told


_LEADS = re.compile(r"formand|forkvinde|leder|ordstyrer|dirigent|formandskab|borgmester|\bchair")
_SAYS_OFFICE = {
    PeopleAspect.CHAIR: _LEADS,
    PeopleAspect.OFFICE: _LEADS,
    PeopleAspect.CLERK: re.compile(r"referent|sekretaer|referat|protokol"),
}
"""Words for the office that is asked for, folded."""


def _of_the_place(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what tells of another place: births in Lund are none in Hov."""
    return [e for e in evidence if not is_of_another_place(question, e.words, with_titles(e))]


def _of_the_number(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what tells of another number of the thing: district 20 is not district 61."""
    things = [thing for thing in numbered(question) if thing.word]
    if not things:
        return evidence
    told = [e for e in evidence if not is_of_other_number(things, found, e.words, with_titles(e))]
    return [e for e in told if speaks_of(things, found, _own_words(e))]


def _own_words(evidence: Evidence) -> str:
    """Return a sentence with its passage and the titles of its item and paper."""
    item = evidence.group.item
    above = [evidence.document.title, item.title if item is not None else ""]
    return " ".join((*above, *(hit.passage.text for hit in evidence.hits), evidence.words))


def _of_what_it_is_about(
    question: Question, found: Found, evidence: list[Evidence]
) -> list[Evidence]:
    """Put first what is titled by a thing, where it is asked what the thing is about.

    Others only mention it: "3.5 percent, as the renovation plan is to come" does not say what the
    plan is.
    """
    if pattern("asks_content").search(fold(question.text)) is None:
        return evidence
    terms = subject_of(question, found)
    titled = [e for e in evidence if terms and _is_titled(e, terms, question.read_as)]
    says = [e for e in titled if pattern("content").search(fold(e.words))]
    return list(dict.fromkeys((*says, *titled, *evidence)))


def _is_titled(evidence: Evidence, terms: list[Term], language: Language) -> bool:
    """Tell whether an item, or a paper without items, is titled by all of some words.

    In Danish by the very words: a "skoleplan" is a plan as well as a "trafikplan" is.
    """
    item = evidence.group.item
    title = item.title if item is not None else evidence.document.title
    if language == "da":
        named = {stem(word) for word in folded_words(title)}
        return all(stem(word) in named for term in terms for word in term.text.split())
    return len(matching.matched(terms, title)) == len(terms)


def _of_the_thing(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Put first what tells of the thing that is counted or paid for; without any, nothing answers.

    A figure of something else is no answer, however near it stands. In English another word may
    have been meant than the one it was translated to, so there nothing is left out.
    """
    things = counted(question, found)
    # "Gebyret for haveaffald": every price is a "gebyr", and what it is for tells which.
    telling = [terms for terms in things if not all(only_says_rate(t.text) for t in terms)]
    if question.wanted not in _AMOUNTS and (len(telling) == len(things) or not telling):
        return evidence
    things = telling or things
    if not things:
        return evidence
    holding = [
        e for e in evidence if any(matching.shares(words, with_titles(e)) for words in things)
    ]
    if not holding and question.read_as == "da":
        return []
    return [*holding, *(e for e in evidence if e not in holding)]


def _of_what_is_named(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what tells of other things than the one whose time is asked for, or whose plan.

    There are plans, reasons and rules of everything.
    """
    names = [term for term in found.terms if term.text in question.names]
    # Of a plan "for de medicinske modtagelser", the last word says what it is for.
    for thing in (
        thing_named(question, found, "thing_timed"),
        thing_named(question, found, "thing_of")[-1:],
    ):
        if thing:
            evidence = [
                e for e in evidence if _tells_of(thing, e) or (names and _holds_all(names, e))
            ]
    return evidence


def _tells_of(thing: list[Term], evidence: Evidence) -> bool:
    told, title = with_titles(evidence), evidence.document.title
    return any(matching.names_thing(term, told, title) for term in thing)


def _holds_all(names: list[Term], evidence: Evidence) -> bool:
    """Tell whether a sentence itself has every name: "aftalen med Ib" is "kontrakten med Ib"."""
    return len(matching.matched(names, evidence.words)) == len(names)


def _of_meeting(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what else comes at times, where it is asked how often a body meets.

    What a body decides on may be how often somebody else does.
    """
    if not asks_how_often_it_meets(question):
        return evidence
    told = [e for e in evidence if tells_how_often(e.words)]
    if not question.bodies:
        return told
    meets = pattern("tells_of_meeting")
    return [e for e in told if e.group.item is None or meets.search(fold(e.group.item.title))]


def _of_the_payment(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what tells only of the other way of paying."""
    if question.wanted is not Wanted.MONEY:
        return evidence
    told = [e for e in evidence if may_answer(question.text, with_titles(e))]
    prices = [e for e in told if is_price(question.text, e.words)]
    if len(prices) == len(told):
        return told
    # Beside a rise or a penalty stands what has no amount at all: it answers even less.
    return [e for e in prices if tells_amount(e.words)]


def _of_the_state(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out all where none speaks of the state that is asked about: "er havnen *lukket*?"."""
    asked = pattern("state").search(fold(question.text))
    if asked is None:
        return evidence
    said = asked[asked.lastgroup or 0]
    words = [t for t in found.terms if said in t.text.split()]
    told = any(matching.matched(words, with_titles(e)) for e in evidence[:READ_FOR_STATE])
    return evidence if told or not words else []


def _timely(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what tells of other times than the year that a question names.

    The figure of 2012 is no answer to a question about 2017, however well the words fit.
    """
    if not names_a_year(question):
        return evidence
    return [
        e
        for e in evidence
        if is_of_the_time(question, e.document, e.words, _around(e), _paragraph_before(e))
    ]


def _of_the_month(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out figures that are of other months than the one that is asked.

    Where no figure is asked for, a month is as often that of the meeting.
    """
    month = month_asked(question) if question.wanted in _AMOUNTS else None
    if month is None:
        return evidence
    return [e for e in evidence if not is_of_another_month(month, e.words, _paragraph_before(e))]


def _paragraph_before(evidence: Evidence) -> str:
    text, start = evidence.document.text, evidence.excerpt.span.start
    return text[text.rfind("\n\n", 0, start) + 1 : start]


def _around(evidence: Evidence) -> str:
    """Return the passage of a sentence, what leads to it, and the titles above it."""
    texts = [f"{hit.passage.header} {hit.passage.text}" for hit in evidence.hits]
    return " ".join((evidence.document.title, *texts))
