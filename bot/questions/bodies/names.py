"""The names by which a committee may be called: shortened, halved, and in English."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.questions.bodies.institutions import own_names_of_board
from index.archive import BodyEntry
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import tokens

_TAIL = frozenset(("for", "ved", "i", "under", "om", "vedroerende", "paa"))
"""Words at which a name may be cut: "Brugerrådet ved Sygehus X" is called "Brugerrådet"."""

PLACE = re.compile(
    r"\s*,\s*(?P<place>(?:[\w-]+\s+){1,2}(?:kommune|amt|amtskommune)|region\s+\w+)$", re.IGNORECASE
)
"""Whose a council is, behind its name: "Byrådet, Odde Kommune"."""

_OWNED = re.compile(
    r"(?P<body>[^,]*?(?:(?:udvalg|råd|nævn|forum|bestyrelse|gruppe|komit[eé])(?:et|en|n|met)?|-MED))\s*,\s",
    re.IGNORECASE,
)
"""A body before whose it is: "Lokal-MED-udvalget, Kirurgisk Afdeling"."""

_SHORT = re.compile(r"(?P<body>[A-ZÆØÅ]{1,5}U)(?=\s+(?:[–-]\s*)?[A-ZÆØÅ])")
"""A committee by its initials before whose it is: "LMU Havnen", "LMU - Nord"."""

_JOINT = re.compile(r"[\wÆØÅæøå]+-MED(?![\wæøå])")
"""Employers' and employees' committee: the "Hoved-MED-udvalg" is the "Hoved-MED" as well."""

_HEADS = ("udvalg", "raad", "bestyrelse", "naevn", "styregruppe", "gruppe", "forum", "kommission")
_IS_HEAD = re.compile(
    r"(?:\w{3,}(?:udvalg|raad|bestyrelse|naevn|gruppe|forum|kommission|forsamling)|byraad|klynge)"
    r"(?:et|en|n|s)?"
)
"""What a committee is, said in one word that is not every committee's, as folded."""
_DOUBLE = re.compile(r"([\w]{3,})-\s*(?:,\s*[\w]{3,}-\s*)*(?:og|&)\s+(\w{6,})")

CUT = re.compile(r"\s(?:for|ved|i|under|om)\s|(?<!-),\s")
"""Where a name parts into what a body is and what it is for, or whose it is."""


@lru_cache(maxsize=1_024)
def name_forms(body: BodyEntry) -> frozenset[tuple[str, ...]]:
    """Return every run of stems by which a body may be called in Danish."""
    return frozenset(form for name in body.names for form in _forms(name) if not _general(form))


@lru_cache(maxsize=1_024)
def whole_forms(body: BodyEntry) -> frozenset[tuple[str, ...]]:
    """Return a body's names in stems, none of them shortened."""
    return frozenset(tuple(stem(token.folded) for token in tokens(name)) for name in body.names)


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    words = [token.folded for token in tokens(name)]
    yield tuple(stem(word) for word in words)
    if (joint := _JOINT.match(name)) is not None:
        for kind in ("", " udvalg", " committee"):
            for own in ("MED", joint.group()) if kind else (joint.group(),):
                yield tuple(stem(token.folded) for token in tokens(f"{own}{kind}"))
    if (placed := PLACE.search(name)) is not None:
        # Which of two councils is meant, other words of the question may tell.
        yield from _forms(name[: placed.start()])
        return
    if (owned := _OWNED.match(name)) is not None:
        yield from _forms(owned["body"])
    if (short := _SHORT.match(name)) is not None:
        yield (stem(fold(short["body"])),)
    cuts = (at for at, word in enumerate(words) if at and word in _TAIL)
    if (cut := next(cuts, None)) is not None:
        yield tuple(stem(word) for word in words[:cut])
        # "Brugerråd sygehus": notes are typed without the small words.
        yield tuple(stem(word) for at, word in enumerate(words) if at != cut)
        yield from _of_subject(words, cut)
    for half in halves_of(name):
        yield (stem(half),)


def halves_of(name: str) -> Iterator[str]:
    """Yield "socialudvalg" and "sundhedsudvalget" of the "Social- og Sundhedsudvalget", folded."""
    for first, last in _DOUBLE.findall(name):
        whole = fold(last)
        yield whole
        if head := next((whole[whole.rfind(h) :] for h in _HEADS if h in whole), None):
            yield f"{fold(first)}{head}"


def _of_subject(words: Sequence[str], cut: int) -> Iterator[tuple[str, ...]]:
    """Yield "sundhedsudvalget" for the "Udvalget for Sundhed", where it has one subject only.

    A board is called after any word of what it is the board of: "hospicebestyrelsen"; a group
    after one of its subjects.
    """
    head = next((h for h in _HEADS if h in words[cut - 1]), None)
    if head is None or words[cut] != "for":
        return
    tail = words[cut + 1 :]
    for subject in tail if head == "bestyrelse" else subjects_in(tail, several=head == "gruppe"):
        for link in ("", "s", "e"):
            yield (stem(subject + link + head),)


def subjects_in(words: Sequence[str], *, several: bool) -> Sequence[str]:
    """Return what a body is for, where each is one word; if `several`, of two: "is og redning"."""
    if several and len(words) == _TWO_AND and words[1] in _AND:
        return words[::2]
    return words if len(words) == 1 else ()


_AND = frozenset(("og", "samt"))
_TWO_AND = 3


@lru_cache(maxsize=8)
def initials(bodies: tuple[BodyEntry, ...]) -> dict[str, BodyEntry]:
    """Return the initials by which just one body may be called: "SSU", "FU", in capitals.

    They stand in no paper (an abbreviation that does is one of the body's names), but people who
    work with a committee use them.
    """
    found: dict[str, set[str]] = {}
    keys = {body.key: body for body in bodies}
    for body in bodies:
        for name in body.names:
            if short := _initials(name):
                found.setdefault(short, set()).add(body.key)
    return {short: keys[min(held)] for short, held in found.items() if len(held) == 1}


def _initials(name: str) -> str | None:
    """Return "SSU" for the "Social- og Sundhedsudvalget"; `None` for a name of one part."""
    short = re.split(r"[\s,]+(?:for|ved|i|under|om|[-–])\s|,", name)[0]
    words = [t.text for t in tokens(short) if t.folded not in {"og", "den", "det"}]
    if not words:
        return None
    head = next((h for h in _HEADS if h in fold(words[-1])), None)
    parted = head is not None and not fold(words[-1]).startswith(head)
    letters = [word[0] for word in words] + ([head[0]] if parted and head else [])
    return "".join(letters).upper() if len(letters) > 1 else None


@lru_cache(maxsize=1_024)
def own_names(body: BodyEntry) -> frozenset[str]:
    """Return the shortest names, folded, by which a text would name a body, without an ending.

    "Klimaudvalg" for the "Teknik- og Klimaudvalget"; for a board, whose it is.
    """
    if institutions := own_names_of_board(body):
        return institutions
    names = set()
    for name in body.names:
        words = [fold(word) for word in CUT.split(PLACE.sub("", name))[0].split()]
        last = words[-1] if words else ""
        named = last if _IS_HEAD.fullmatch(last) else " ".join(words)
        names.add(_ENDING.sub("", named) if _IS_HEAD.fullmatch(last) else named)
    return frozenset(names - {""})


_ENDING = re.compile(r"(?<=\w\w\w)(?:et|en)$")


def sole_heads(bodies: Sequence[BodyEntry]) -> dict[tuple[str, ...], BodyEntry]:
    """Return the words that only one body's name has for what it is: "styregruppen".

    A bare "udvalget" is every committee's, however few the archive holds.
    """
    heads: dict[tuple[str, ...], set[str]] = {}
    keys = {body.key: body for body in bodies}
    for body in bodies:
        for word in (word for name in body.names for word in own_words(name)):
            if _IS_HEAD.fullmatch(word):
                heads.setdefault((stem(word),), set()).add(body.key)
    return {form: keys[min(held)] for form, held in heads.items() if len(held) == 1}


def _general(form: tuple[str, ...]) -> bool:
    """Tell whether a name is a bare "udvalget", which is every committee's."""
    return not form or (len(form) == 1 and form[0] in {stem(head) for head in _HEADS})


@lru_cache(maxsize=1_024)
def own_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, up to what the body is for."""
    short = CUT.split(name)[0]
    return tuple(t.folded for t in tokens(short) if t.folded not in {"og"})
