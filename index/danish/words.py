"""Words of a text, and the terms under which a passage is indexed and searched for.

The word index is fed with the terms of `index_terms`, joined by spaces, under a tokenizer that
splits at white space and does nothing else: analysis is ours on both sides, so what a question
becomes and what a passage became cannot drift apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from index.danish import compounds
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.stopwords import DANISH
from index.spans import Span

# A word may hold accents of their own and soft hyphens: text copied out of a PDF does.
_TOKEN = re.compile(
    r"\d+(?:[.,:/–-]\d+)*"  # 250.000 · 3,30 · 1-30-72-120-18 · 16/34038 · 17:00 · 2-4
    r"|(?<![\w-])[pP]-(?!pille|stav|plaster)(?=[^\W\d_]{3})"  # p-hus, which is one word
    r"[^\W_]+"
    r"|[^\W\d_][^\W_]*(?:[\u0300-\u036f\u00ad]+[^\W_]*)*(?:['’][^\W\d_]+)*"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d+")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_GENITIVE = re.compile(r"'s?$")
_LETTERS_AND_DIGITS = re.compile(r"\d+|[^\W\d_]+")
_LINE, _LINES_KEPT = 200, 1_024
"""Characters of a question, a name or a title, and how many of them stay parted: one reply reads
the same few again and again."""
_STRETCHES_KEPT = 65_536
"""Stretches between white space of which the terms, and the words, stay known."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number as it stands in a text."""

    span: Span
    text: str
    """`text[span]`, as written."""
    folded: str
    """In lower case, without accents, æ/ø/å as ae/oe/aa, without a genitive's apostrophe."""

    @property
    def is_number(self) -> bool:
        """Whether it starts with a digit: an amount, a date, a case number."""
        return self.text[0].isdigit()


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and numbers of `text`, in order; "KEU-midler" is two of them."""
    return _tokens_of_line(text) if len(text) <= _LINE else _tokens(text)


@lru_cache(maxsize=_LINES_KEPT)
def _tokens_of_line(text: str) -> tuple[Token, ...]:
    return _tokens(text)


def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(
        Token(Span(found.start(), found.end()), found[0], _folded(found[0]))
        for found in _TOKEN.finditer(text)
    )


def index_terms(text: str) -> list[str]:
    """Return the terms under which `text` is found, in order, repeated as often as they occur.

    Of a word its folded stem, and the stems of what it is composed of; of a number its canonical
    form ("250.000" and "250,000" are "250000"), and of one with several groups the groups too.
    Danish function words give none.
    """
    return list(chain.from_iterable(map(_stretch_terms, text.split())))


def term_set(text: str) -> frozenset[str]:
    """Return the terms of `index_terms`, each once; several times as fast."""
    return frozenset(chain.from_iterable(map(_stretch_terms, set(text.split()))))


def folded_words(text: str) -> list[str]:
    """Return the words and numbers of `text`, folded and nothing more, all of them."""
    return list(chain.from_iterable(map(_stretch_words, text.split())))


# No token goes over white space, and the same stretches between it stand in text after text: to
# look one up takes a tenth of finding its tokens.


@lru_cache(maxsize=_STRETCHES_KEPT)
def _stretch_terms(stretch: str) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(word_terms, _TOKEN.findall(stretch))))


@lru_cache(maxsize=_STRETCHES_KEPT)
def _stretch_words(stretch: str) -> tuple[str, ...]:
    return tuple(map(_folded, _TOKEN.findall(stretch)))


@lru_cache(maxsize=131_072)
def word_terms(word: str) -> tuple[str, ...]:
    """Return the terms of one token as written; the first is the token's own."""
    folded = _folded(word)
    if folded in DANISH or not folded:
        return ()
    if word[0].isdigit():
        return number_terms(folded)
    if not folded.isalpha():
        return (folded, *(stem(p) for p in _LETTERS_AND_DIGITS.findall(folded) if len(p) > 1))
    # A capital inside a sentence marks a name in Danish, and names are not taken apart on a guess.
    name = word[0].isupper() and "-" not in word
    return tuple(dict.fromkeys((stem(folded), *compound_terms(folded, name=name))))


def compound_terms(folded: str, *, name: bool = False) -> tuple[str, ...]:
    """Return the stems of a compound's parts, and of every run of parts that is not the whole."""
    found = compounds.parts(folded, name=name)
    runs = (
        "".join(found[start:end])
        for length in range(1, len(found))
        for start in range(len(found) - length + 1)
        for end in (start + length,)
    )
    return _stems_of(runs)


def compound_parts(folded: str, *, name: bool = False) -> tuple[str, ...]:
    """Return the stems of a compound's parts, each by itself; none of what is no compound."""
    return _stems_of(compounds.parts(folded, name=name))


def _stems_of(parts: Iterable[str]) -> tuple[str, ...]:
    words = (compounds.without_link(part) for part in parts)
    return tuple(dict.fromkeys(stem(word) for word in words if word not in DANISH))


def number_terms(written: str) -> tuple[str, ...]:
    """Return the terms of a number: as one, and its groups of two digits or more."""
    whole = canonical_number(written)
    if whole is not None:
        return (whole,)
    groups = re.split(r"\D", written)
    return (written, *(group for group in groups if len(group) > 1))


def canonical_number(written: str) -> str | None:
    """Return a number without thousands marks, with a decimal point; `None` for a case number.

    A point or comma before three digits is taken for a thousands mark in either language, so that
    "5.227" and "5,227" meet whoever wrote them: this is for finding, not for counting.
    """
    if _THOUSANDS.fullmatch(written):
        marks = [c for c in written if not c.isdigit()]
        if marks and (tail := re.search(r"[.,](\d{1,2})$", written)):
            return _plain(re.sub(r"\D", "", written[: tail.start()]) + "." + tail[1])
        return re.sub(r"\D", "", written)
    if _DECIMAL.fullmatch(written):
        return _plain(written.replace(",", "."))
    return None


def _plain(decimal: str) -> str:
    return format(Decimal(decimal).normalize(), "f")


def _folded(word: str) -> str:
    if word[1:2] == "-" and word[0] in "pP":
        return fold(f"parkerings{word[2:]}")
    return _GENITIVE.sub("", fold(word)) if not word.isalnum() else fold(word)
