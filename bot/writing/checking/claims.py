"""What a piece of prose says, as far as it can be held against Danish sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, takewhile

from bot.citations import folded
from bot.replies import Language
from bot.writing.checking.outcomes import told_outcomes
from bot.writing.drafts import Piece
from bot.writing.figures import Day, Figure, Figures, blotted, figures_of
from bot.writing.patterns import frame, opposites, outcomes, turns, units
from bot.writing.roots import root
from index.danish.number_words import value_of_word
from index.danish.stems import stem
from index.danish.stopwords import DANISH, FUNCTION, WEAK
from index.danish.words import tokens
from index.decisions import Outcome
from index.search.terms import Asked, Form, Part, QuestionReader, content_terms

_ANY_MEETING = frozenset(stem(word) for word in WEAK["da"])
_DETERMINERS = frozenset(["hver", "hvert", "den", "det", "de", "en", "et", "alle", "begge"])
_SHORTEST_GENITIVE = 4
"""Letters of a word from which an -s at its end may be a genitive's."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a piece of prose says."""

    words: tuple[Asked, ...]
    """Content words, with every form in which they may stand in a Danish text."""
    names: tuple[frozenset[str], ...]
    """Those of them, as their `text`, that are written as names; words that follow each other are
    one name."""
    days: frozenset[Day]
    numbers: frozenset[Figure]
    codes: frozenset[str]
    """As in `Figures`."""
    outcomes: frozenset[Outcome]
    """What it says became of something."""
    quotes: tuple[str, ...]
    """What it puts between quotation marks, white space folded."""
    own: str
    """The piece itself, without what it quotes."""
    found: Figures
    """Its days and numbers, with their places in `own`."""
    language: Language

    @property
    def figures(self) -> Iterator[Day | Figure | str]:
        """Its days, numbers and codes."""
        return chain(self.days, self.numbers, self.codes)

    @property
    def terms(self) -> frozenset[str]:
        """Every term that one of its words may stand as."""
        return frozenset(t for asked in self.words for form in asked.forms for t in form.terms)

    @property
    def plain_words(self) -> frozenset[str]:
        """Its words that are no names."""
        return frozenset(asked.text for asked in self.words).difference(*self.names)

    def standing_in(self, terms: frozenset[str]) -> frozenset[str]:
        """Return the words that stand among the terms of a text, in any form."""
        return frozenset(
            asked.text
            for asked in self.words
            if any(form.whole and terms.issuperset(form.terms) for form in asked.forms)
        )

    def share_of(self, text: str) -> float:
        """Return what share of a Danish sentence's content words it tells, 0–1."""
        own = [term for term in content_terms(text) if not term[0].isdigit()]
        forms = [set(form.terms) for asked in self.words for form in asked.forms if form.whole]
        told = sum(any(term in form for form in forms) for term in own)
        return told / len(own) if own else 0.0


def claim_of(piece: Piece, language: Language, reader: QuestionReader) -> Claim:
    """Return what a piece of a sentence claims; words that only bind it claim nothing."""
    own = piece.own
    figures = figures_of(own, language)
    said = blotted(own, figures.places)
    words = tuple(
        _in_more_forms(asked) for asked in reader.read(said, language) if _claims(asked, language)
    )
    return Claim(
        words,
        tuple(_names(own, words)),
        figures.days,
        figures.numbers,
        figures.codes,
        told_outcomes(own, language),
        tuple(folded(quote) for quote in piece.quotes),
        own,
        figures,
        language,
    )


def _claims(asked: Asked, language: Language) -> bool:
    if asked.part is not Part.CONTENT or asked.text[0].isdigit():
        return False
    return not all(_binds(word, language) for word in asked.text.split())


@lru_cache(maxsize=4096)
def _binds(word: str, language: Language) -> bool:
    """Tell whether a word only binds a sentence, or is held against its sources by its meaning."""
    # No passage is indexed under a function word of Danish, such as that of a name.
    if word in frame(language) or word in FUNCTION[language] or word in DANISH:
        return True
    if word in units() or value_of_word(word, language) is not None:
        return True
    ways = [turn.prose[language] for turn in turns().values()]
    ways += [way[language] for way in outcomes().values()]
    ways += [opposite.said[language] for opposite in opposites()]
    return any(way.fullmatch(word) for way in ways)


def _in_more_forms(asked: Asked) -> Asked:
    """Return a word with the form that it has without an -s ("Hjortøs" is of Hjortø), and roots."""
    forms = list(asked.forms)
    if asked.text.endswith("s") and len(asked.text) >= _SHORTEST_GENITIVE:
        forms.append(Form((stem(asked.text[:-1]),), 1.0))
    forms += [Form(tuple(map(root, form.terms)), 1.0) for form in forms if form.whole]
    return replace(asked, forms=tuple(dict.fromkeys(forms)))


def _names(own: str, words: Sequence[Asked]) -> Iterator[frozenset[str]]:
    for name in named(own):
        parts = frozenset(asked.text for asked in words if set(name) & set(asked.text.split()))
        if parts:
            yield parts


def subject_of(text: str) -> tuple[str, ...]:
    """Return what a Danish clause begins with: a person's names, else its first content word.

    Nothing where it begins with "it", "if", or a word of every meeting.
    """
    found = tokens(text)
    names = [t.folded for t in takewhile(lambda t: t.text[0].isupper() and not t.is_number, found)]
    if len(names) > 1:
        return tuple(names)
    first = found[1:2] if found and found[0].folded in _DETERMINERS else found[:1]
    content = set(content_terms(text)) - _ANY_MEETING
    return tuple(
        t.folded for t in first if stem(t.folded) in content and t.folded not in frame("da")
    )


def named(text: str) -> tuple[tuple[str, ...], ...]:
    """Return what is written as a name, as folded words: with capitals inside a sentence.

    "Andelsselskabet Nyt Tag" is one.
    """
    names: list[list[str]] = []
    end = None
    for place, token in enumerate(tokens(text)):
        letters = len(token.text) > 1 and not token.is_number
        capital = token.text.isupper() if place == 0 else token.text[0].isupper()
        if not (letters and capital) or token.folded in DANISH:
            continue
        if end is not None and text[end : token.span.start].isspace():
            names[-1].append(token.folded)
        else:
            names.append([token.folded])
        end = token.span.end
    return tuple(map(tuple, names))
