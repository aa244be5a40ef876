"""The companies, foundations and associations whose boards meet, as questions call them.

The papers are of the "Bestyrelsen for Fjordvand I/S", and people ask what "Fjordvand" decided. The
bare name is as often the matter that somebody else decides on ("the guarantee for Fjordvand"), so
it is the board's only where the question says that it decides, meets or is to be presented.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.archive import BodyEntry
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import Token, tokens

_BOARD_OF = re.compile(
    r"(?P<organ>\w*bestyrelse|repræsentantskab|\w*forsamling)(?:n|en|et)?\s+(?:for|i|hos|ved)\s+(?P<of>.+)",
    re.IGNORECASE,
)
_FOUNDED = re.compile(r"\s+(?:af|fra|anno|stiftet)\s+1[5-9]\d\d$", re.IGNORECASE)
_FORM = re.compile(
    r"(?<!\w)(?:H/F|A/B|E/F|G/F|I/S|A/S|ApS|P/S|K/S|S/I|a\.?m\.?b\.?a\.?|f\.?m\.?b\.?a\.?|s\.?m\.?b\.?a\.?)(?!\w)",
    re.IGNORECASE,
)
"""The legal form of a company."""
_KIND = re.compile(
    r"(?:(?:den|det)\s+)?(?:(?:selvejende|almene|kommunale|erhvervsdrivende)\s+)?"
    r"(?P<kind>\w*(?:fonden|foreningen|selskabet|institutionen|stiftelsen|legatet|skolen|museet"
    r"|hospicet|centret|centeret|institution|forening|fond))\s+(?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
"""What an institution is, before its own name: "Fonden Havlys"."""

_DECIDES = re.compile(
    r"\b(?:besluttede|beslutter|vedtog|vedtager|godkendte|bevilgede|afviste|udsatte|valgte|sagde"
    r"|mente|anbefalede|indstillede|droeftede|behandlede|did|has|does)$"
    r"|\b(?:besluttet|vedtaget|afgjort|godkendt|afvist|udsat|behandlet|droeftet|aaben|aabent|aabne|nyt|nye|sket|aendret|new|happened|changed"
    r"|moedet?|moeder|decided|adopted|deferred|open|discussed|meetings?) (?:i|hos|af|in|at|by|of)$"
    r"|\b(?:praesenter|introducer|introduce|mangler|present)$"
    r"|\b(?:fortael|introduktion|introduction|praesentation|tell)(?: \w+){0,2}"
    r" (?:om|til|about|to|of)$"
)
"""Folded words before a name by which it is the board's."""
_MEETS = re.compile(
    r"^(?:\w+ ){0,2}(?:bestyrelse|bestyrelsens|moede\w*|referat\w*|dagsorden\w*|beslutning\w*"
    r"|board|meetings?|minutes|agenda|decisions?)\b"
)
"""Folded words behind a name in the genitive by which it is the board's."""
_ITS_BOARD = re.compile(r"^(?:bestyrelse[ns]?\b|board\b)")
_KIND_WORD = re.compile(r"fond|forening|selskab|institution|stiftelse|legat|skole|muse|hospic|cent")
_TELLING = 4
"""Letters from which the first word of a name is a name by itself."""
_BOARD_BEFORE = re.compile(
    r"\b\w*(?P<organ>bestyrelse|repraesentantskab|forsamling|board|general meeting|assembly)"
    r"(?:n|en|et)? (?:for|i|hos|ved|af|of|in|at)(?: the)?$"
)
_ORGANS = {"board": "bestyrelse", "general meeting": "forsamling", "assembly": "forsamling"}


def boards_called(
    asked: Sequence[Token], bodies: Sequence[BodyEntry]
) -> list[tuple[int, int, BodyEntry]]:
    """Return places (first word, word after the last) where a board is called by whose it is."""
    stems = [stem(token.folded) for token in asked]
    found = []
    for body in bodies:
        for form in institution_forms(body):
            for start in range(len(stems) - len(form) + 1):
                if tuple(stems[start : start + len(form)]) == form and _may_be(body, asked, start):
                    place = _as_board(asked, start, start + len(form))
                    found += [(*place, body)] if place is not None else []
    named = {at for start, end, _ in found for at in range(start, end)}
    for first, body in _first_words(tuple(bodies)).items():
        for at in (i for i, one in enumerate(stems) if one == first and i not in named):
            if (place := _as_its_board(asked, at, at + 1)) is not None:
                found.append((*place, body))
    return found


def _may_be(body: BodyEntry, asked: Sequence[Token], start: int) -> bool:
    """Tell whether the organ that a question names before whose it is, if any, is the body."""
    led = _BOARD_BEFORE.search(" ".join(token.folded for token in asked[:start]))
    if led is None:
        return True
    organ = _ORGANS.get(led["organ"], led["organ"])
    return any(organ in fold(name.split()[0]) for name in body.names)


@lru_cache(maxsize=64)
def _first_words(bodies: tuple[BodyEntry, ...]) -> dict[str, BodyEntry]:
    """Return boards by the first word of whose they are, where no other body is named by it.

    "Fjordvands bestyrelse" is the board of "Fjordvand Net I/S".
    """
    named = [{stem(t.folded) for name in b.names for t in tokens(name)} for b in bodies]
    found: dict[str, BodyEntry] = {}
    for body in bodies:
        # The shortest form has neither what the institution is nor its legal form.
        first = {form[0] for form in institution_forms(body) if len(form) > 1}
        own = [one for one in first if len(one) >= _TELLING and _KIND_WORD.search(one) is None]
        found |= {one: body for one in own if sum(one in words for words in named) == 1}
    return found


def is_begun(asked: Sequence[Token], body: BodyEntry) -> bool:
    """Tell whether words are how the name of whose board a body is begins: "Fonden Havlys"."""
    words = tuple(stem(token.folded) for token in asked)
    return any(form[: len(words)] == words for form in institution_forms(body))


@lru_cache(maxsize=1_024)
def institution_forms(body: BodyEntry) -> frozenset[tuple[str, ...]]:
    """Return the runs of stems by which whose board a body is may be called, longest to shortest.

    With and without its legal form and what it is: "Fonden Havlys", "Havlys", "Fjordvand I/S".
    """
    names = (met["of"] for name in body.names if (met := _BOARD_OF.fullmatch(name)) is not None)
    forms = (tuple(stem(t.folded) for t in tokens(form)) for n in names for form in _shortened(n))
    return frozenset(form for form in forms if form)


def own_names_of_board(body: BodyEntry) -> frozenset[str]:
    """Return whose board a body is, folded and without its legal form; nothing of other bodies."""
    names = (met["of"] for name in body.names if (met := _BOARD_OF.fullmatch(name)) is not None)
    bare = (" ".join(_FORM.sub(" ", name).split()).strip(" ,") for name in names)
    return frozenset(fold(_KIND.sub("", name, count=1)) for name in bare)


def _shortened(name: str) -> Iterator[str]:
    yield name
    name = _FOUNDED.sub("", name)
    bare = " ".join(_FORM.sub(" ", name).split()).strip(" ,")
    yield bare
    if (kind := _KIND.match(bare)) is not None:
        yield bare[kind.end() :]
        yield kind["kind"]
    whose, comma, _ = name.partition(",")
    if comma:
        yield from _shortened(whose)  # "…, afdeling 4"
    own, _, last = name.rpartition(" ")
    if len(tokens(own)) > 0 and _KIND_WORD.search(fold(last)):
        yield own  # "Fjordvand Affaldsselskab" is "Fjordvand"
        yield " ".join(_FORM.sub(" ", own).split())


def _as_its_board(asked: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return the words that name the board where "board" is one of them, else `None`."""
    before = " ".join(token.folded for token in asked[:start])
    if (led := _BOARD_BEFORE.search(before)) is not None:
        return start - len(led[0].split()), end
    after = " ".join(token.folded for token in asked[end:])
    behind = after.removeprefix("s ")
    return (start, end + 1 + (behind != after)) if _ITS_BOARD.match(behind) else None


def _as_board(asked: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return the words that name the board, `None` where the name is not said to be one."""
    if (its := _as_its_board(asked, start, end)) is not None:
        return its
    before = " ".join(token.folded for token in asked[:start])
    after = " ".join(token.folded for token in asked[end:])
    genitive = asked[end - 1].folded.endswith("s") or after.startswith("s ")
    behind = after.removeprefix("s ")
    if genitive and _MEETS.match(behind):
        return start, end
    return (start, end) if _DECIDES.search(before.removesuffix(" the")) else None
