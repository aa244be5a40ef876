"""The names by which a committee may be called: shortened, halved, and in English."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from bot.questions.institutions import own_names_of_board
from index.archive import BodyEntry
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.stopwords import ENGLISH
from index.danish.words import Token, index_terms, tokens

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

_ENGLISH_HEADS = {
    "committee": ("udvalg", "komite"),
    "council": ("raad", "kommunalbestyrelse"),
    "board": ("bestyrelse", "direktion"),
    "group": ("gruppe",),
    "forum": ("forum",),
    "commission": ("kommission",),
}
_ALSO = {"board": ("raad", "naevn")}
"""What is called so as well, where just one body can be meant: the water board, "Vandrådet"."""
_BEFORE_NAME = ENGLISH | {"did", "decide", "decided", "meeting", "minutes", "member", "members"}
_WIDEST = 5
"""Words before an English head that may belong to the name."""
_ALIKE = 5
"""Letters that two stems must begin with alike, to be of one word."""
_COVERED = 0.6
"""Share of a Danish name's words that its English one must give."""


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
    for first, last in _DOUBLE.findall(name):
        yield (stem(fold(last)),)
        head = next((fold(last)[fold(last).rfind(h) :] for h in _HEADS if h in fold(last)), None)
        if head:
            yield (stem(fold(first) + head),)


def _of_subject(words: Sequence[str], cut: int) -> Iterator[tuple[str, ...]]:
    """Yield "sundhedsudvalget" for the "Udvalget for Sundhed", where it has one subject only.

    A board is called after any word of what it is the board of: "hospicebestyrelsen"; a group
    after one of its subjects.
    """
    head = next((h for h in _HEADS if h in words[cut - 1]), None)
    if head is None or words[cut] != "for":
        return
    tail = words[cut + 1 :]
    for subject in tail if head == "bestyrelse" else _subjects(tail, several=head == "gruppe"):
        for link in ("", "s", "e"):
            yield (stem(subject + link + head),)


def _subjects(words: Sequence[str], *, several: bool) -> Sequence[str]:
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
        words = [fold(word) for word in _CUT.split(PLACE.sub("", name))[0].split()]
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
        for word in (word for name in body.names for word in _own_words(name)):
            if _IS_HEAD.fullmatch(word):
                heads.setdefault((stem(word),), set()).add(body.key)
    return {form: keys[min(held)] for form, held in heads.items() if len(held) == 1}


def _general(form: tuple[str, ...]) -> bool:
    """Tell whether a name is a bare "udvalget", which is every committee's."""
    return not form or (len(form) == 1 and form[0] in {stem(head) for head in _HEADS})


def english_names(
    asked: Sequence[Token], bodies: Sequence[BodyEntry], glossary: Glossary
) -> list[tuple[int, int, BodyEntry]]:
    """Return places (first word, word after the last) where a body is called in English.

    "the Climate and Technical Committee" is "Klima- og Teknikudvalget": every word before the
    head must have a translation in the Danish name, and most of the name must be given.
    """
    sole = sole_heads(bodies)
    found = [
        (met.start, met.end, body)
        for met in glossary.into_danish([token.folded for token in asked])
        if not _is_told_apart(asked, met.start, met.end, glossary)
        for body in bodies
        for called in [{tuple(stem(t.folded) for t in tokens(form)) for form in met.forms}]
        if called & name_forms(body) or any(sole.get(form) is body for form in called)
        if _is_of_head(asked[met.start].folded if met.end == met.start + 1 else "", body)
    ]
    for at, token in enumerate(asked):
        heads = _ENGLISH_HEADS.get(token.folded.removesuffix("s"))
        start = _start(asked, at)
        if heads and start < at:
            words = asked[start:at]
            called = [body for body in bodies if _gives(words, heads, body.names, glossary)]
            # Half of a double name is meant where it is nobody's whole.
            called = called or [b for b in bodies if _gives(words, heads, _halves(b), glossary)]
            called = called or _by_last_word(
                words, (*heads, *_ALSO.get(token.folded, ())), bodies, glossary
            )
            called = called or _of_one_group(words, heads, bodies, glossary)
            found += [(start, at + 1, body) for body in called]
    return [(start, _with_tail(asked, end, body, glossary), body) for start, end, body in found]


def _by_last_word(
    words: Sequence[Token], heads: Sequence[str], bodies: Sequence[BodyEntry], glossary: Glossary
) -> list[BodyEntry]:
    """Return the one body called by the last word of its name: "Elby Vandråd", a water board."""
    called = [body for body in bodies if _gives(words, heads, sorted(own_names(body)), glossary)]
    return called if len(called) == 1 else []


def _of_one_group(
    words: Sequence[Token], heads: Sequence[str], bodies: Sequence[BodyEntry], glossary: Glossary
) -> list[BodyEntry]:
    """Return the one group of which the words are one subject of two: the "rescue group"."""
    if heads != _ENGLISH_HEADS["group"]:
        return []
    meant = [w.folded for w in words if w.folded != "and"]
    forms = list(_meanings(meant, glossary))
    called = [
        body
        for body in bodies
        if any(
            all(_met(form, _parts(subject)) for form in forms)
            for name in body.names
            if any(head in fold(name) for head in heads)
            for subject in _subjects([t.folded for t in tokens(_tail_of(name))], several=True)
        )
    ]
    return called if len(called) == 1 and forms else []


def _tail_of(name: str) -> str:
    parts = _CUT.split(name, maxsplit=1)
    return parts[1] if len(parts) > 1 else ""


def _is_of_head(word: str, body: BodyEntry) -> bool:
    """Tell whether a body is what a bare English word says: a town council is no "board"."""
    heads = _ENGLISH_HEADS.get(word)
    return heads is None or any(head in fold(name) for head in heads for name in body.names)


def _is_told_apart(asked: Sequence[Token], start: int, end: int, glossary: Glossary) -> bool:
    """Tell whether a common word says which council is meant: the "patient council"."""
    if end - start > 1 or asked[start].folded not in _ENGLISH_HEADS or not start:
        return False
    before = asked[start - 1]
    if before.folded in _BEFORE_NAME | _ANY_COUNCIL or not before.text.islower():
        return False
    return bool(glossary.into_danish([before.folded]))


_ANY_COUNCIL = frozenset(
    ("new", "old", "whole", "full", "entire", "same", "present", "current", "local", "town", "city")
)
"""Words before "council" that tell it from no other."""


def _with_tail(asked: Sequence[Token], end: int, body: BodyEntry, glossary: Glossary) -> int:
    """Return the end of a name with its "for digital cooperation", where the body has that."""
    if end >= len(asked) or asked[end].folded not in {"for", "of", "on"}:
        return end
    parts = frozenset(term for name in body.names for term in index_terms(name.lower()))
    at = end + 1
    while at < len(asked) and (
        asked[at].folded in {"and", "the"} or _met(_translations(asked[at].folded, glossary), parts)
    ):
        at += 1
    return at if at > end + 1 else end


def _start(asked: Sequence[Token], head: int) -> int:
    start = head
    while start > 0 and head - start < _WIDEST:
        word = asked[start - 1].folded
        if word in _BEFORE_NAME and word != "and":
            break
        start -= 1
    return start + 1 if start < head and asked[start].folded == "and" else start


def _halves(body: BodyEntry) -> list[str]:
    """Return "Socialudvalget" and "Sundhedsudvalget" for the "Social- og Sundhedsudvalget"."""
    halves = []
    for first, last in (pair for name in body.names for pair in _DOUBLE.findall(name)):
        head = next((fold(last)[fold(last).rfind(h) :] for h in _HEADS if h in fold(last)), None)
        halves += [last, *([f"{fold(first)}{head}"] if head else [])]
    return halves


def _gives(
    words: Sequence[Token], heads: Sequence[str], names: Sequence[str], glossary: Glossary
) -> bool:
    meant = [w.folded for w in words if w.folded != "and"]
    forms = list(_meanings(meant, glossary))
    for name in names:
        if not any(head in fold(name) for head in heads):
            continue
        # "the foot therapy committee" is called by what the "Udvalget for Fodterapi" is for.
        for part in _CUT.split(name, maxsplit=1):
            given = [_met(form, _parts(part)) for form in forms]
            if all(given) and len(frozenset().union(*given)) >= _COVERED * len(_own_words(part)):
                return True
    return False


def _met(forms: frozenset[str], parts: frozenset[str]) -> frozenset[str]:
    """Return the parts of a name that a word's translations give, "teknisk" for "teknik" too."""
    return frozenset(part for part in parts if any(_alike(form, part) for form in forms))


def _alike(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one == other or shared >= max(_ALIKE, min(len(one), len(other)) - 1)


_CUT = re.compile(r"\s(?:for|ved|i|under|om)\s|(?<!-),\s")


@lru_cache(maxsize=1_024)
def _parts(name: str) -> frozenset[str]:
    short = _CUT.split(name)[0]
    # In lower case, for a capital would mark a name, and names are not taken apart.
    return frozenset(index_terms(short.replace("-", " ").lower()))


@lru_cache(maxsize=1_024)
def _own_words(name: str) -> tuple[str, ...]:
    short = _CUT.split(name)[0]
    return tuple(t.folded for t in tokens(short) if t.folded not in {"og"})


def _meanings(words: Sequence[str], glossary: Glossary) -> Iterator[frozenset[str]]:
    """Yield index terms of every translation of words, of those that are one term together."""
    at = 0
    for met in glossary.into_danish(words):
        yield from (_translations(word, glossary) for word in words[at : met.start])
        own = words[met.start] if met.end == met.start + 1 else ""
        yield frozenset(term for form in (own, *met.forms) for term in index_terms(form))
        at = met.end
    yield from (_translations(word, glossary) for word in words[at:])


def _translations(word: str, glossary: Glossary) -> frozenset[str]:
    """Return index terms of every translation of a word, and of the word itself for names."""
    forms = [form for met in glossary.into_danish([word]) for form in met.forms]
    return frozenset(term for form in (word, *forms) for term in index_terms(form))
