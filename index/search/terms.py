"""What a question asks for, word by word, and every form that may answer to it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import product
from typing import TypeVar

from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.numbers import find_numbers
from index.danish.stems import stem, stem_english
from index.danish.stopwords import DANISH, FUNCTION, MEETING, QUESTION
from index.danish.words import Token, compound_parts, compound_terms, number_terms, tokens
from index.search.spelling import nearest_word

_T = TypeVar("_T")


class Part(StrEnum):
    """What a word does in a question."""

    CONTENT = "content"
    MEETING = "meeting"
    """A word of every meeting: *decide*, *udvalg*. It says little of the subject."""
    QUESTION = "question"
    """*How many*, *hvornår*: it says what sort of answer is wanted, nothing of the subject."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a word may stand in a text."""

    terms: tuple[str, ...]
    """Index terms; all of them must stand there."""
    boost: float
    """How much the search is to make of it."""
    whole: bool = True
    """Whether it stands for the word, or only for a part of a compound."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word or a term of several words, as asked, with its forms."""

    text: str
    """Folded."""
    part: Part
    forms: tuple[Form, ...]
    """The word itself first."""
    translated: bool
    """Whether the glossary or an abbreviation gave forms."""


_TRANSLATION, _EXPANSION, _SYNONYM, _COMPOUND_PART = 1.0, 0.6, 0.6, 0.35
"""Boosts of forms other than the word itself. They may lie anywhere from half to twice this; only
their order matters: a part of a compound is a weak sign, a translation is as good as the word."""


_USUAL = 4
"""Forms of each part of a term that are tried together."""


class QuestionReader:
    """Reads questions of one archive. Safe to use from several threads."""

    def __init__(self, glossary: Glossary, abbreviations: Iterable[tuple[str, str]]) -> None:
        """Take the glossary, and short forms with their long ones as the archive explains them."""
        self._glossary = glossary
        self._long: dict[str, list[tuple[str, ...]]] = {}
        self._short: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for short, long in abbreviations:
            key, words = fold(short).strip(), content_terms(long)
            if key and words and (stem(key),) != words:
                _add(self._long.setdefault(key, []), words)
                _add(self._short.setdefault(words[0], []), (words, stem(key)))

    def read(self, question: str, language: str) -> tuple[Asked, ...]:
        """Return the words of a question that are worth looking for, in order, each once.

        Args:
            question: As asked.
            language: "da" or "en".
        """
        found = tokens(question)
        asked = self._english(found) if language == "en" else self._danish(found)
        scaled = _scaled(question, language)
        return tuple(
            {
                one.text: replace(one, forms=one.forms + scaled.get(one.text, ())) for one in asked
            }.values()
        )

    def _english(self, found: Sequence[Token]) -> Iterable[Asked]:
        met = {m.start: m for m in self._glossary.into_danish([t.folded for t in found])}
        at = 0
        while at < len(found):
            here = met.get(at)
            words = found[at : here.end if here else at + 1]
            if len(words) > 1 or not _is_small(words[0], "en", first=at == 0):
                yield self._translated(words, here.forms) if here else self._kept(words[0], "en")
            at += len(words)

    def respelt(self, word: str) -> tuple[Form, ...]:
        """Return the translations of the English word that a mistyped one was meant to be."""
        meant = nearest_word(word, self._glossary.english_words)
        met = self._glossary.into_danish([meant]) if meant else ()
        return tuple(form for one in met for text in one.forms for form in _translations(text))

    def _translated(self, words: Sequence[Token], danish: Sequence[str]) -> Asked:
        own = Form(tuple(map(_own, words)), 1.0)
        forms = dict.fromkeys([own, *(form for text in danish for form in _translations(text))])
        forms |= dict.fromkeys(self._in_parts(words))
        return Asked(" ".join(word.folded for word in words), _part(words, "en"), (*forms,), True)

    def _in_parts(self, words: Sequence[Token]) -> Iterable[Form]:
        """Return a term of several words as its parts are translated: papers may say it in full.

        "Head lice" are "hovedlus" in the glossary, and in a paper "lus i hovedbunden".
        """
        kept = [word.folded for word in words if not _is_small(word, "en", first=False)]
        for at in range(1, len(kept)):
            first, last = self._as_one(kept[:at]), self._as_one(kept[at:])
            for one, other in product(first[:_USUAL], last[:_USUAL]):
                terms = tuple(dict.fromkeys((*content_terms(one), *content_terms(other))))
                if len(terms) > 1:
                    yield Form(terms, _EXPANSION)

    def _as_one(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return what words are called that are one term of the glossary, all of them together."""
        met = self._glossary.into_danish(words)
        return (
            met[0].forms if len(met) == 1 and met[0].end == len(words) > met[0].start == 0 else ()
        )

    def _danish(self, found: Sequence[Token]) -> Iterable[Asked]:
        shorts = self._shorts(found)
        phrases = self._phrases(found)
        parted = _parted_verbs(found)
        for at, token in enumerate(found):
            if not _is_small(token, "da", first=token is found[0]):
                asked = self._kept(token, "da")
                more = tuple(Form((short,), _EXPANSION) for short in shorts.get(_own(token), ()))
                more += parted.get(at, ())
                if asked.part is Part.CONTENT:
                    more += (*self._synonyms(token.folded), *phrases.get(at, ()))
                yield replace(
                    asked, forms=asked.forms + more, translated=asked.translated or more != ()
                )

    def _kept(self, token: Token, language: str) -> Asked:
        """Return a word that stays as it is, with the parts and the long forms that it has."""
        forms = [Form((_own(token),), 1.0)]
        if language == "en" and stem_english(token.folded) != _own(token):
            forms.append(Form((stem_english(token.folded),), _EXPANSION))
        long = [Form(words, _EXPANSION) for words in self._long.get(token.folded, ())]
        forms += [*_compound_forms(token), *long]
        return Asked(token.folded, _part([token], language), tuple(forms), bool(long))

    def _phrases(self, found: Sequence[Token]) -> Mapping[int, tuple[Form, ...]]:
        """Return, for each word of a term of several words, what stands for the whole term."""
        met = self._glossary.synonyms([token.folded for token in found])
        return {
            at: tuple(Form(words, _SYNONYM) for form in one.forms if (words := content_terms(form)))
            for one in met
            if one.end - one.start > 1
            for at in range(one.start, one.end)
        }

    def _synonyms(self, word: str) -> tuple[Form, ...]:
        """Return other Danish words for what the glossary has one English word for.

        A question says "penge" where minutes say "midler", in one language as across two.
        """
        forms = dict.fromkeys(form for met in self._glossary.synonyms([word]) for form in met.forms)
        return tuple(Form(words, _SYNONYM) for form in forms if (words := content_terms(form)))

    def _shorts(self, found: Sequence[Token]) -> Mapping[str, Sequence[str]]:
        """Return, for each term of a long name that stands in the question, its short forms."""
        words = [_own(token) for token in found if not _is_small(token, "da", first=True)]
        shorts: dict[str, list[str]] = {}
        for at, word in enumerate(words):
            for long, short in self._short.get(word, ()):
                if tuple(words[at : at + len(long)]) == long:
                    for term in long:
                        _add(shorts.setdefault(term, []), short)
        return shorts


_PARTICLES = frozenset(
    (
        *("op", "ned", "ud", "ind", "af", "til", "fra", "om", "over", "under", "imod", "frem"),
        *("bort", "tilbage", "sammen", "fast"),
    )
)
_APART = 7
"""Words that may stand between a verb and its particle."""


def _parted_verbs(found: Sequence[Token]) -> Mapping[int, tuple[Form, ...]]:
    """Return, for each word that a particle may belong to, the verb that they are together.

    A question "siger aftalen op", and minutes "opsiger" it. A particle ends its clause, where a
    preposition leads to a name or a noun.
    """
    forms: dict[int, tuple[Form, ...]] = {}
    for at, particle in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if particle.folded not in _PARTICLES or (
            following is not None and following.folded not in FUNCTION["da"]
        ):
            continue
        for verb in range(max(0, at - _APART), at):
            word = found[verb]
            small = word.text.islower() or verb == 0  # a question may begin with its verb
            if small and word.folded.isalpha() and word.folded not in DANISH:
                joined = Form((stem(f"{particle.folded}{word.folded}"),), _SYNONYM)
                forms[verb] = (*forms.get(verb, ()), joined)
    return forms


def _scaled(question: str, language: str) -> Mapping[str, tuple[Form, ...]]:
    """Return, for the digits of each "1.5 million" in a question, how else it may be printed."""
    return {
        number.text.split()[0]: (Form((format(number.value.normalize(), "f"),), _EXPANSION),)
        for number in find_numbers(question, language)
        if number.text[0].isdigit() and number.text.split()[1:]
    }


def content_terms(text: str) -> tuple[str, ...]:
    """Return the index terms of the words of `text` that are not small, each once."""
    own = (_own(token) for token in tokens(text) if not _is_small(token, "da", first=True))
    return tuple(dict.fromkeys(own))


def _own(token: Token) -> str:
    return number_terms(token.folded)[0] if token.is_number else stem(token.folded)


def _translations(danish: str) -> list[Form]:
    words = content_terms(danish)
    if not words:
        return []
    found = tokens(danish)
    parts = _compound_forms(found[0]) if len(found) == 1 else []
    return [Form(words, _TRANSLATION), *parts]


def _compound_forms(token: Token) -> list[Form]:
    """Return the parts of a compound: all of them together, and each alone as a weak sign."""
    runs = compound_terms(token.folded)
    if not runs:
        return []
    together = Form(compound_parts(token.folded), _COMPOUND_PART)
    return [together, *(Form((run,), _COMPOUND_PART, whole=False) for run in runs)]


def _is_small(token: Token, language: str, *, first: bool) -> bool:
    """Tell whether a word is a function word: not an abbreviation (IT), nor a name (in May)."""
    if token.folded not in FUNCTION[language]:
        return False
    if token.folded in DANISH:  # no passage is indexed under it
        return True
    if len(token.text) > 1 and token.text.isupper():
        return False
    return first or not token.text[0].isupper()


def _part(words: Sequence[Token], language: str) -> Part:
    stemmed = [
        _stemmed(language)(word.folded)
        for word in words
        if word.folded not in FUNCTION[language] or word.text[0].isupper()
    ]
    if all(word in _stems(language, Part.QUESTION) for word in stemmed):
        return Part.QUESTION
    weak = _stems(language, Part.QUESTION) | _stems(language, Part.MEETING)
    return Part.MEETING if all(word in weak for word in stemmed) else Part.CONTENT


def _stemmed(language: str) -> Callable[[str], str]:
    return stem_english if language == "en" else stem


@cache
def _stems(language: str, part: Part) -> frozenset[str]:
    words = (QUESTION if part is Part.QUESTION else MEETING)[language]
    return frozenset(map(_stemmed(language), words))


def _add(values: list[_T], value: _T) -> None:
    if value not in values:
        values.append(value)
