"""Which sentences may answer of the thing that is asked about: its place, number, price, state."""

from bot.answers.finding import matching
from bot.answers.finding.numbered import is_of_other_number, numbered, speaks_of
from bot.answers.finding.relevance import subject_of
from bot.answers.finding.subjects import is_of_another_place, thing_named
from bot.answers.finding.unsaid import counted
from bot.answers.sentences.evidence import Evidence, with_item, with_titles
from bot.answers.sentences.outcomes_asked import counts_what_was
from bot.answers.sentences.prices import is_price, tells_amount
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.rates.payments import may_answer
from bot.questions.rates.words import only_says_rate
from bot.questions.wanted import AMOUNTS, Wanted, nothing_else_will_do
from bot.replies import Language
from index.archive import Found, Term
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import folded_words

READ_FOR_STATE = 3
"""Sentences, the best first, of which one must speak of the state that is asked about."""


def of_the_place(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what tells of another place: births in Lund are none in Hov."""
    return [e for e in evidence if not is_of_another_place(question, e.words, with_titles(e))]


def of_the_number(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
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


def of_what_it_is_about(
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


def of_the_thing(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Put first what tells of the thing that is counted or paid for; without any, nothing answers.

    A figure of something else is no answer, however near it stands; and how many there were, no
    sentence tells that leaves the thing to its paper's title: an agreement on visits counts none.
    In English another word may have been meant than the one it was translated to, so there nothing
    is left out.
    """
    things = counted(question, found)
    # "Gebyret for haveaffald": every price is a "gebyr", and what it is for tells which.
    telling = [terms for terms in things if not all(only_says_rate(t.text) for t in terms)]
    if question.wanted not in AMOUNTS and (len(telling) == len(things) or not telling):
        return evidence
    things = telling or things
    if not things:
        return evidence
    strictly = nothing_else_will_do(question.text, Wanted.NUMBER)
    counts = strictly and counts_what_was(question.text)
    of_it = with_item if counts else with_titles
    holding = [e for e in evidence if any(matching.shares(words, of_it(e)) for words in things)]
    if not holding and question.read_as == "da":
        return []
    return [*holding, *(e for e in evidence if e not in holding)]


def of_what_is_named(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
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


def of_the_payment(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what tells only of the other way of paying."""
    if question.wanted is not Wanted.MONEY:
        return evidence
    told = [e for e in evidence if may_answer(question.text, with_titles(e))]
    prices = [e for e in told if is_price(question.text, e.words)]
    if len(prices) == len(told):
        return told
    # Beside a rise or a penalty stands what has no amount at all: it answers even less.
    return [e for e in prices if tells_amount(e.words)]


def of_the_state(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out all where none speaks of the state that is asked about: "er havnen *lukket*?"."""
    asked = pattern("state").search(fold(question.text))
    if asked is None:
        return evidence
    said = asked[asked.lastgroup or 0]
    words = [t for t in found.terms if said in t.text.split()]
    told = any(matching.matched(words, with_titles(e)) for e in evidence[:READ_FOR_STATE])
    return evidence if told or not words else []
