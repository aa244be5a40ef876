"""The English–Danish glossary: what an English question calls what Danish texts speak of.

A file has a line a term: the English forms, a tab, the Danish forms, several of either separated
by ";". A term may have several words. Lines that begin with "#" and empty lines mean nothing.
A term may stand on several lines; its Danish forms are then taken together.

::

    general practitioner; GP	praktiserende læge; almen praksis

These are built in: `glossary.tsv` has the terms that stand in nearly every archive, `everyday.tsv`
the words of daily life, `fields/` what single fields call their things (health, housing, harbours).
Only in the first do the Danish forms of a line stand for each other. `synonyms.tsv` has Danish
words for what papers call otherwise, one way only.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Self

from index.danish.stems import stem, stem_english
from index.danish.words import folded_words
from index.errors import SettingsError

_LETTER = re.compile(r"[^\W_]")
_FIELD = Path(__file__).with_name("glossary.tsv")
_EVERYDAY = Path(__file__).with_name("everyday.tsv")
_FIELDS = Path(__file__).with_name("fields")
_SYNONYMS = Path(__file__).with_name("synonyms.tsv")

_Key = tuple[str, ...]
_Entry = tuple[tuple[str, ...], tuple[str, ...]]
"""The English forms and the Danish ones of a line."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A term of the glossary that was met in a text."""

    start: int
    """The first of its words, counted in tokens."""
    end: int
    """One past the last."""
    forms: tuple[str, ...]
    """What else it is called, as the glossary writes it, most usual first."""


class Glossary:
    """Terms in both languages. Inflected forms match: words are compared by their stems.

    Where the very words of a term stand in the text, other terms of the same stems are left out:
    "capital" is not "capitation", though English stemming says so.
    """

    def __init__(
        self,
        entries: Iterable[_Entry],
        everyday: Iterable[_Entry] = (),
        synonyms: Iterable[_Entry] = (),
    ) -> None:
        """Take the lines of a glossary, more that translate only, and Danish synonyms."""
        self._field = tuple(entries)
        self._entries = (*self._field, *everyday)
        self._danish = tuple(synonyms)

    @classmethod
    def load(cls, *added: Path) -> Self:
        """Return the built-in files with others that add to those of the field, read once.

        Raises:
            SettingsError: A file cannot be read, or a line of it is no pair; names file and line.
        """
        return cls._loaded(added)

    @classmethod
    @lru_cache(maxsize=2)
    def _loaded(cls, added: Sequence[Path]) -> Self:
        field = (entry for path in (_FIELD, *added) for entry in _entries(path))
        translating = (entry for path in translating_files() for entry in _entries(path))
        return cls(field, translating, _entries(_SYNONYMS))

    def __len__(self) -> int:
        """How many English terms there are."""
        return len({term for english, _ in self._entries for term in english})

    def into_danish(self, words: Sequence[str]) -> tuple[Translation, ...]:
        """Return the terms met among English words, longest first at each place, none overlapping.

        Args:
            words: Folded words in their order.
        """
        return self._into_danish.met(words)

    def into_english(self, words: Sequence[str]) -> tuple[Translation, ...]:
        """Return the terms met among Danish words, likewise."""
        return self._into_english.met(words)

    def synonyms(self, words: Sequence[str]) -> tuple[Translation, ...]:
        """Return the terms met among Danish words, with the Danish forms that share a line.

        Everyday lines give none: what answers to one English word ("dyr; kostbar") asks for
        too much where the question itself is Danish.
        """
        return self._into_synonyms.met(words)

    @cached_property
    def english_words(self) -> frozenset[str]:
        """The English terms of one word, folded."""
        terms = (folded_words(term) for english, _ in self._entries for term in english)
        return frozenset(words[0] for words in terms if len(words) == 1)

    @cached_property
    def words_of_terms(self) -> Mapping[str, frozenset[str]]:
        """The words of all terms of each language, folded: *executive* of "executive committee"."""
        english = (term for terms, _ in self._entries for term in terms)
        danish = (term for _, terms in self._entries for term in terms)
        return {
            "en": frozenset(word for term in english for word in folded_words(term)),
            "da": frozenset(word for term in danish for word in folded_words(term)),
        }

    # Each direction is built when it is first asked for: most processes that open an archive need
    # one of them or none.

    @cached_property
    def _into_danish(self) -> "_Direction":
        return _Direction(self._entries, stem_english)

    @cached_property
    def _into_english(self) -> "_Direction":
        return _Direction(((danish, english) for english, danish in self._entries), stem)

    @cached_property
    def _into_synonyms(self) -> "_Direction":
        of_field = ((danish, danish) for _, danish in self._field)
        return _Direction((*of_field, *self._danish), stem)


class _Direction:
    """The terms of one language with their forms in the other.

    Stemming all of them takes a fifth of a second, so only those are stemmed that begin as a word
    asked for does, and only once it is.
    """

    def __init__(self, entries: Iterable[_Entry], stemmed: Callable[[str], str]) -> None:
        self._stemmed = stemmed
        self._exact: dict[_Key, list[str]] = {}
        for terms, forms in entries:
            for term in terms:
                _add(self._exact, tuple(folded_words(term)), forms)
        self._beginning: dict[str, list[_Key]] = {}
        for key in self._exact:
            self._beginning.setdefault(_beginning(key), []).append(key)
        self._by_stem: dict[str, dict[_Key, list[str]]] = {}
        self._longest = max(map(len, self._exact), default=0)

    def met(self, words: Sequence[str]) -> tuple[Translation, ...]:
        found: list[Translation] = []
        at = 0
        while at < len(words):
            ends = range(min(len(words), at + self._longest), at, -1)
            here = next((met for end in ends if (met := self._at(words, at, end))), None)
            if here is not None:
                found.append(here)
            at = here.end if here is not None else at + 1
        return tuple(found)

    def _at(self, words: Sequence[str], start: int, end: int) -> Translation | None:
        exact = tuple(words[start:end])
        forms = self._exact.get(exact) or self._inflected(exact)
        return Translation(start, end, tuple(forms)) if forms else None

    def _inflected(self, words: _Key) -> list[str]:
        """Return the forms of every term that has the stems of `words`."""
        stems = tuple(map(self._stemmed, words))
        begins = dict.fromkeys((_beginning(words), _beginning(stems)))
        found = (self._stems(begin).get(stems, ()) for begin in begins)
        return list(dict.fromkeys(form for forms in found for form in forms))

    def _stems(self, begin: str) -> dict[_Key, list[str]]:
        """Return the terms that begin so, by their stems."""
        if (known := self._by_stem.get(begin)) is not None:
            return known
        made: dict[_Key, list[str]] = {}
        for key in self._beginning.get(begin, ()):
            _add(made, tuple(map(self._stemmed, key)), self._exact[key])
        self._by_stem[begin] = made
        return made


def translating_files() -> tuple[Path, ...]:
    """Return the built-in files whose lines translate only, in the order in which they are read."""
    return (_EVERYDAY, *sorted(_FIELDS.glob("*.tsv")))


def _beginning(key: _Key) -> str:
    """Return letters that a term shares with its inflected forms; a changed vowel (barn, børn)
    is met from the other side, as what is asked for is looked up by its stem too."""
    return key[0][:2] if key else ""


def _add(terms: dict[_Key, list[str]], key: _Key, forms: Iterable[str]) -> None:
    known = terms.setdefault(key, [])
    known += [form for form in forms if form not in known]


def _entries(path: Path) -> Iterable[_Entry]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The glossary {path} cannot be read: {error}.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [_forms(cell) for cell in line.split("\t")]
        if len(cells) != 2 or not all(cells):
            raise SettingsError(
                f"{path}, line {number}: expected English forms, one tab, Danish forms; "
                f"found {line.strip()[:60]!r}."
            )
        yield cells[0], cells[1]


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split(";") if _LETTER.search(form))
