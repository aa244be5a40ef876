"""The names by which a committee may be called in English, by what its Danish name says."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from bot.questions.bodies.names import (
    CUT,
    halves_of,
    name_forms,
    own_names,
    own_words,
    sole_heads,
    subjects_in,
)
from index.archive import BodyEntry
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.stopwords import ENGLISH
from index.danish.words import Token, index_terms, tokens

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
        for body in _called(met.forms, bodies, sole)
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


def _called(
    forms: Sequence[str],
    bodies: Sequence[BodyEntry],
    sole: Mapping[tuple[str, ...], BodyEntry],
) -> list[BodyEntry]:
    """Return the bodies that the first of several translations names which names any."""
    for form in forms:
        stems = tuple(stem(token.folded) for token in tokens(form))
        if called := [b for b in bodies if stems in name_forms(b) or sole.get(stems) is b]:
            return called
    return []


def _halves(body: BodyEntry) -> list[str]:
    return [half for name in body.names for half in halves_of(name)]


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
            for subject in subjects_in([t.folded for t in tokens(_tail_of(name))], several=True)
        )
    ]
    return called if len(called) == 1 and forms else []


def _tail_of(name: str) -> str:
    parts = CUT.split(name, maxsplit=1)
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


def _gives(
    words: Sequence[Token], heads: Sequence[str], names: Sequence[str], glossary: Glossary
) -> bool:
    meant = [w.folded for w in words if w.folded != "and"]
    forms = list(_meanings(meant, glossary))
    for name in names:
        if not any(head in fold(name) for head in heads):
            continue
        # "the foot therapy committee" is called by what the "Udvalget for Fodterapi" is for.
        for part in CUT.split(name, maxsplit=1):
            given = [_met(form, _parts(part)) for form in forms]
            if all(given) and len(frozenset().union(*given)) >= _COVERED * len(own_words(part)):
                return True
    return False


def _met(forms: frozenset[str], parts: frozenset[str]) -> frozenset[str]:
    """Return the parts of a name that a word's translations give, "teknisk" for "teknik" too."""
    return frozenset(part for part in parts if any(_alike(form, part) for form in forms))


def _alike(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one == other or shared >= max(_ALIKE, min(len(one), len(other)) - 1)


@lru_cache(maxsize=1_024)
def _parts(name: str) -> frozenset[str]:
    short = CUT.split(name)[0]
    # In lower case, for a capital would mark a name, and names are not taken apart.
    return frozenset(index_terms(short.replace("-", " ").lower()))


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
