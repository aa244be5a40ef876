"""Capitals that nobody typed: a question all in lower case, ALL IN CAPITALS, or With One A Word.

What a question names is known by its capitals. Where whoever asks puts none, or puts them
everywhere, they say nothing, and the way in which the papers write a word says it instead.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.questions.language import language_of
from index.archive import WrittenWords
from index.danish.case_numbers import find_case_numbers
from index.danish.compounds import is_listed
from index.danish.folding import fold
from index.danish.stopwords import FUNCTION, MEETING, QUESTION, SMALL
from index.danish.words import Token, compound_terms, tokens

_FEW = 3
"""Words up to which capitals are no habit: "KEU", "SATSER KEU"."""
_SURELY = 0.9
"""Share of its places within sentences that have a capital, from which a word is a name."""
_OFTEN = 3
"""Places from which the capital of a word that is made of words is no chance: *Strandvejen*."""
_SHORTEST, _LONG = 2, 6
"""Letters of a name, and of one that is hardly another word as well."""
_NO_NAME = SMALL["da"] | SMALL["en"]


IsTerm = Callable[[str], bool]
"""Tells whether a folded word is a term of the glossary, be it a name as well."""


def with_capitals(text: str, papers: WrittenWords, is_term: IsTerm) -> str:
    """Return a question with the capitals that the papers write, where its own say nothing."""
    plain = _numbers_as_written(text)
    found = tokens(plain)
    if any(_is_named(plain, found, at) for at in range(1, len(found))):
        return plain
    ways: dict[int, str] = {}
    for at, token in enumerate(found):
        way = _name(plain, token, papers, is_term) if at > 0 else None
        if way is None and _is_place(plain, token, papers, is_term):
            way = token.text.capitalize()
        if way is not None:
            ways[at] = way
    ways |= _of_two(found, ways, papers, is_term)
    ways |= _beside(found, ways, papers)
    return _replaced(plain, found, ways)


def without_habit(text: str) -> str:
    """Return a text whose capitals are a habit in lower case, and another as it is."""
    found = tokens(text)
    words = [t for t in found if t.text[0].isalpha()]
    small = [t for t in words if t.folded in _NO_NAME]
    if len(words) <= _FEW or not small:
        return text
    if text.isupper():
        return text.lower()
    if all(t.text[0].isupper() for t in words if t.folded not in _LIGHT):
        plain = [t for t in small if t.folded not in _OF_TITLES and len(t.text) >= _SHORTEST]
        inside = [t for t in plain if t.text[0].isupper() and not _opens(text, t)]
        if inside or all(t.text[0].isupper() for t in words):
            shorts = {
                at: t.text for at, t in enumerate(found) if t.text.isupper() and len(t.text) > 1
            }
            return _replaced(text.lower(), found, shorts)
    return text


_LIGHT = SMALL["en"] - QUESTION["en"] - MEETING["en"]
"""Words that titles in English leave in lower case."""
_OF_TITLES = MEETING["da"] | MEETING["en"]
"""Words that names have a capital for: "the Annual General Meeting"."""


def _numbers_as_written(text: str) -> str:
    """Return a text with the letters of its case numbers as capitals: "27.00.00-p22-1-21"."""
    capitals = text.upper()
    if len(capitals) != len(text):
        return text
    for span, _ in find_case_numbers(capitals):
        text = text[: span.start] + capitals[span.start : span.end] + text[span.end :]
    return text


def _is_named(text: str, found: Sequence[Token], at: int) -> bool:
    """Tell whether a word is written as a name: with one capital that no sentence begins with.

    Short forms are typed with capitals by many who type no other.
    """
    token = found[at]
    return token.text[0].isupper() and token.text[1:].islower() and not _opens(text, token)


def _opens(text: str, token: Token) -> bool:
    return text[: token.span.start].rstrip()[-1:] in {"", ".", "?", "!", ":"}


def _name(text: str, token: Token, papers: WrittenWords, is_term: IsTerm) -> str | None:
    """Return a word as the papers write it, where that is with a capital."""
    word = token.folded
    if word in _NO_NAME or len(word) < _SHORTEST or not token.text.islower() or token.is_number:
        return None
    written = papers.written(word)
    if not written.inside:
        # A line begins with a capital, whatever it begins with.
        ways = written.anywhere
        if not ways or not all(way[0].isupper() for way in ways):
            return None
        short = all(map(str.isupper, ways)) and len(word) < _LONG and not is_listed(word)
        told = _is_placed(text, token) or papers.is_name_of_papers(word)
        return _usual(ways) if short or (told and not is_term(word)) else None
    total = sum(written.inside.values())
    capital = sum(count for way, count in written.inside.items() if way[0].isupper())
    if capital < _SURELY * total:
        return None
    way = _usual(written.inside)
    if way.isupper() and len(way) > 1:
        return way
    if is_term(word) or _OF_A_BODY.search(word):
        return None
    return way if total >= _OFTEN or not _may_be_common(word) else None


_OF_A_BODY = re.compile(r"(?:udvalg|raad|bestyrelse|naevn|kommission)(?:et|en)?s?$")
"""What is known as a committee is known in any writing."""


def _may_be_common(word: str) -> bool:
    """Tell whether a word may well be no name: short ones mean something in some language."""
    return len(word) < _LONG or is_listed(word) or bool(compound_terms(word))


def _is_place(text: str, token: Token, papers: WrittenWords, is_term: IsTerm) -> bool:
    """Tell whether a word that nothing knows stands where a place does: "i storeholm".

    Read as any other word, it would count for little, and another place would answer for it.
    """
    word = token.folded
    if not token.text.isalpha() or not token.text.islower() or word in _NO_NAME:
        return False
    if len(word) < _LONG or _OF_A_VERB.search(word) or not _ends_like_a_place(text, word):
        return False
    known = is_term(word) or is_listed(word) or papers.holds(word)
    return not known and _is_placed(text, token)


def _ends_like_a_place(text: str, word: str) -> bool:
    """Tell whether an English question may name a place so: most of its words are in no paper."""
    return language_of(text) == "da" or _OF_A_PLACE.search(word) is not None


_OF_A_PLACE = re.compile(
    r"(?:aa|baek|berg|bjerg|bo|bol|borg|bro|by|dal|gaard|havn|hoej|holm|hus|inge|kaer|koebing|lev|loese"
    r"|lund|mark|minde|naes|oe|roed|rup|skov|soe|sted|strand|sund|toft|trup|um|vad|vig)s?$"
)


_OF_A_VERB = re.compile(r"(?:te|ede|ende|ing|ed)$")
"""What ends as verbs do is none surely: "hvad gik det ind i endte det med?"."""


def _is_placed(text: str, token: Token) -> bool:
    return _PLACED.search(text, 0, token.span.start) is not None


_PLACED = re.compile(r"\b(?:i|på|paa|pa|ved|hos|fra|in|at|from)\s\Z", re.IGNORECASE)


def _of_two(
    found: Sequence[Token], ways: Mapping[int, str], papers: WrittenWords, is_term: IsTerm
) -> dict[int, str]:
    """Return words that the papers write, one behind the other, as a name only: "per holm".

    Either may be another word by itself, or too seldom there to be sure of.
    """
    parts: dict[int, str] = {}
    for at in range(1, len(found) - 1):
        two = found[at : at + 2]
        if any(t.folded in _NO_NAME or not t.text.islower() or t.is_number for t in two):
            continue
        if at in ways or at + 1 in ways or all(_is_common(t.folded, is_term) for t in two):
            continue
        written = papers.written(" ".join(t.folded for t in two))
        if written.inside and all(w[0].isupper() for way in written.anywhere for w in way.split()):
            parts |= zip((at, at + 1), _usual(written.anywhere).split(), strict=True)
    return parts


def _is_common(word: str, is_term: IsTerm) -> bool:
    return is_listed(word) or is_term(word)


def _beside(
    found: Sequence[Token], ways: Mapping[int, str], papers: WrittenWords
) -> dict[int, str]:
    """Return words that are part of the name beside them: "bo" in "bo falk", "kommune"."""
    parts: dict[int, str] = {}
    for at, name in ways.items():
        for other in (at - 1, at + 1):
            if other < 1 or other >= len(found) or other in ways:
                continue
            token = found[other]
            if not token.text.islower() or token.folded in FUNCTION["da"] | FUNCTION["en"]:
                continue
            both = (token.folded, fold(name)) if other < at else (fold(name), token.folded)
            written = papers.written(" ".join(both)).anywhere
            if written and all(word[0].isupper() for way in written for word in way.split()):
                parts[other] = _usual(written).split()[0 if other < at else -1]
    return parts


def _usual(ways: Mapping[str, int]) -> str:
    """Return the way in which a word is written most; a heading in capitals is not it."""
    return max(
        (way for way in ways if way[0].isupper()),
        key=lambda way: (ways[way], not way.isupper(), way),
    )


def _replaced(text: str, found: Sequence[Token], ways: Mapping[int, str]) -> str:
    kept, end = [], 0
    for at, token in enumerate(found):
        if at in ways:
            kept += [text[end : token.span.start], ways[at]]
            end = token.span.end
    return "".join([*kept, text[end:]])
