"""Which words of the thing asked about what is told does not hold: other words, or another thing.

Nobody can tell the two apart by likeness: "øjenlæge" stands for "oftalmolog" in one question and
for a dentist in none. So where a word of the thing is missing, the reader is told.
"""

import re
from collections.abc import Collection, Sequence

from bot.answers.finding import matching
from bot.answers.finding.named_amounts import amounts_named, other_amounts
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.rates.payments import pays
from bot.questions.wanted import Wanted
from index.archive import Found, Term
from index.danish.folding import fold
from index.danish.number_words import NUMBER_WORDS
from index.danish.places import places_at
from index.danish.stopwords import DANISH, ENGLISH_ASIDE, WEAK
from index.danish.words import compound_terms, folded_words, term_set, tokens
from index.documents import Document, Item

ATTRIBUTES = frozenset(
    (
        *(
            "ny",
            "nye",
            "nyt",
            "gammel",
            "gamle",
            "stor",
            "store",
            "lille",
            "faelles",
            "hele",
            "egen",
        ),
        *("foerste", "sidste", "seneste", "naeste", "kommende", "nuvaerende", "tidligere", "anden"),
        *("new", "old", "big", "large", "small", "whole", "own", "first", "latest", "current"),
    )
)
"""Folded words that tell no thing from others."""
_WHAT_IS = re.compile(r"\W*(?:hvad (?:er|var)|hvor (?:hoej|lang|bred|dyb|stor|tung)[te]?) ")
_PARTY = re.compile(
    r"(?i:aftale|kontrakt|overenskomst|samarbejde)\w*\s+(?i:med|mellem)\s+(?:[a-zæøå]+\s+){0,2}[A-ZÆØÅ]"
    r"|\bhos\s+[A-ZÆØÅ]"
)
"""Those with whom an agreement is made, or where something is had."""
_HELD = 0.75
"""Share of a word from which a text holds it: "hjælp" alone is not "hjemmehjælp"."""


def unmentioned(question: Question, found: Found, document: Document, item: Item) -> list[str]:
    """Return the words of what a decision is asked about that an item does not hold, as typed."""
    terms = matter_of(question, found)
    text = f"{document.title} {item.words(document.text)}"
    missing = [term for term in terms if not matching.together(term, text)]
    amounts = other_amounts(question, text)
    named = " ".join(amounts_named(question)).split()
    words = [word for word in _as_typed(question, missing) if word not in named]
    return [*words, *amounts]


def unsaid(question: Question, found: Found, text: str) -> list[str]:
    """Return the words of what a fact is asked about that a text does not hold, as typed.

    A phrase of which the text holds any part is taken to be held: "de gamle lokalaftaler" are the
    local agreements of which it tells.

    Args:
        question: The question.
        found: What a search for it found.
        text: The sentence that is to answer, with the titles above it.
    """
    missing = [terms for terms in _things(question, found) if not _is_held(terms, text)]
    left_out = [term for terms in missing for term in terms]
    if question.wanted in _AMOUNTS:
        left_out += _of_another(counted(question, found), text)
        left_out += [t for terms in _things(question, found) for t in terms if _is_sort(t, text)]
        left_out += [t for t in found.terms if pays(t.text) and not matching.shares([t], text)]
        left_out += _said_nowhere(question, found)
    return _as_typed(question, list(dict.fromkeys(left_out)))


def is_another_things(question: Question, found: Found, line: str, text: str) -> bool:
    """Tell whether a line of a list gives the amount of another thing than is asked for.

    It holds no word of the question then, and `text`, the line with the titles above it, not all
    that is asked for.
    """
    if question.wanted not in _AMOUNTS:
        return False
    words = [t for t in found.terms if t.text not in question.asking and not t.text[0].isdigit()]
    if matching.matched(words, line):
        return False
    # "The fee" names no thing: any line may be it.
    return any(not pays(fold(word)) for word in unsaid(question, found, text))


def _of_another(things: Sequence[Sequence[Term]], text: str) -> list[Term]:
    """Return the words of a thing paid for of which a text holds less than half, by weight.

    "Waste" is held where the charge is for a garden waste bin, and yet it may be another charge.
    """
    left_out: list[Term] = []
    for terms in map(_telling, map(list, things)):
        held = matching.matched(terms, text)
        if held and matching.coverage(terms, held) < _HALF:
            left_out += [term for term in terms if term.text not in held]
    return left_out


def _is_sort(term: Term, text: str) -> bool:
    """Tell whether a text has the last part of a compound alone: "affald" for "haveaffald"."""
    parts, held = compound_terms(term.text), term_set(text)
    return len(parts) > 1 and parts[-1] in held and parts[0] not in held


def _said_nowhere(question: Question, found: Found) -> list[Term]:
    """Return the English words of which no translation stands in the archive.

    What is paid is then paid for something else.
    """
    if question.read_as == "da":
        return []
    every = question.given | question.names | WEAK["en"] | ENGLISH_ASIDE | NUMBER_WORDS.keys()
    return [t for t in found.terms if t.translated and not t.known and t.text not in every]


_HALF = 0.5
_AMOUNTS = frozenset({Wanted.MONEY, Wanted.PERCENT})


def untranslated(question: Question, found: Found) -> list[str]:
    """Return the English words of a question that neither glossary nor archive knows, as typed.

    Nothing was searched for by them, so what was found may be of another thing.
    """
    if question.read_as == "da":
        return []
    unknown = {
        word
        for term in found.terms
        if not (term.known or term.translated or term.text in question.names | question.given)
        for word in term.text.split()
        if word.isalpha() and word not in DANISH | ENGLISH_ASIDE
    }
    return [token.text for token in tokens(question.text) if token.folded in unknown]


def says_nothing(question: Question, found: Found, text: str) -> bool:
    """Tell whether a text holds none of the things that a question is about, but for names.

    Only of a body, a place or a party that is named: it stands there then, and nothing asked of it.
    """
    asks = question.wanted is not None or _WHAT_IS.match(fold(question.text))
    named = question.bodies or places_at(question.text) or _PARTY.search(question.text)
    if not asks or not named:
        return False
    things = [
        terms
        for terms in _things(question, found)
        if not all(term.text in question.names for term in terms)
    ]
    return bool(things) and not any(_is_held(terms, text) for terms in things)


def _things(question: Question, found: Found) -> list[list[Term]]:
    phrases = (_terms(question, found, phrase) for phrase in _phrases(question, "phrase"))
    return [_telling(terms) for terms in phrases if terms]


def _telling(terms: list[Term]) -> list[Term]:
    """Leave out what many things are beside the one that is asked about: "det *nye* rådhus"."""
    return [term for term in terms if term.text not in ATTRIBUTES] or terms


def _is_held(terms: Sequence[Term], text: str) -> bool:
    return max(matching.shares(terms, text).values(), default=0.0) >= _HELD


def counted(question: Question, found: Found) -> list[list[Term]]:
    """Return the words of each thing that is counted or paid for: "hvor mange *biler*"."""
    phrases = (_terms(question, found, words) for words in _phrases(question, "counted"))
    return [terms for terms in phrases if terms]


def matter_of(question: Question, found: Found) -> list[Term]:
    """Return the words of what a decision is asked about, all that follow "om"."""
    if not question.about_decision:
        return []
    named = pattern("decided_matter").search(fold(question.text))
    if named is None:
        return []
    return _terms(question, found, folded_words(named[named.lastgroup or 0]))


def _phrases(question: Question, begun_by: str) -> list[list[str]]:
    """Return the folded words of each phrase that such a pattern begins, without verbs."""
    folded = fold(question.text)
    end = pattern("phrase_end")
    return [
        folded_words(re.split(end, folded[begun.end() :], maxsplit=1)[0])
        for begun in pattern(begun_by).finditer(folded)
    ]


def _terms(question: Question, found: Found, words: Collection[str]) -> list[Term]:
    """Return the terms that are these words, without what became a filter or says "meeting"."""
    every = WEAK[question.read_as]
    return [
        term
        for term in found.terms
        if frozenset(words).issuperset(term.text.split())
        and term.text not in question.given | question.asking | every
    ]


def _as_typed(question: Question, terms: Collection[Term]) -> list[str]:
    """Return terms as they were typed.

    An English word without a translation may stand in the text in Danish, so it is not told.
    """
    typed = {token.folded: token.text for token in tokens(question.text)}
    told = [term for term in terms if question.read_as == "da" or term.translated]
    words = (" ".join(typed.get(word, word) for word in term.text.split()) for term in told)
    return list(dict.fromkeys(words))
