"""Lists of those who call each other by their first names: "Deltagere: Ulla, Preben og Jytte".

A capital letter alone makes no name, so one list of three or more must hold nothing else; then
every labelled list of the same head is read so, be there one name in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.documents import Attendee, Presence
from index.spans import Span
from ingest.structure.attendance.labels import attendance_label
from ingest.structure.people import in_brackets

_GIVEN = re.compile(
    r"(?!(?:alle|ingen|resten|hele|øvrige|desuden|samt|begge|intet)\b)[A-ZÆØÅÉ][a-zæøåéöüäé]+"
    r"(?:[- ][A-ZÆØÅÉ](?:[a-zæøåéöüäé]+|\.))?",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-ZÆØÅ]{2}")
_NO_NAME = re.compile(
    r"(?:\w*(?:direktion|ledelse|forvaltning|administration|sekretariat|afdeling|bestyrelse|udvalg|kommune|region|råd|gruppe"
    r"|forening|personale|formandskab|medarbejder|beboer|forældre|lærer|læge|elev|praksis|hospital|sygehus)\w*"
    r"|\w{5,}(?:erne|ene|else|ning|hed|tion|skab))",
    re.IGNORECASE,
)
"""What a list of those who came may hold beside persons: "Deltagere: Direktionen, PLO, KL"."""
_BETWEEN = re.compile(r"\s*(?:[,;/]|\s(?:og|samt|&)\s)\s*", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)")
_FEWEST = 3
_LONGEST = 25


@dataclass(frozen=True, slots=True)
class _List:
    presence: Presence
    names: tuple[tuple[int, str], ...]
    """Where each stands in the text, with what a bracket says of it."""


def given_names(pieces: Sequence[tuple[int, str]]) -> Iterator[Attendee]:
    """Yield who was there and who was not, where a head lists first names.

    Args:
        pieces: Where each of the head's lists starts, and its words, the label first.
    """
    lists = [one for start, words in pieces if (one := _list(start, words)) is not None]
    if not any(map(_is_sure, lists)):
        return
    for one in lists:
        for at, words in one.names:
            name = _BRACKET.sub("", words).strip(" .")
            roles, _ = in_brackets(words)
            span = Span(at, at + len(words.rstrip(" .")))
            yield Attendee(name, ", ".join(roles) or None, None, one.presence, span)


def _is_sure(one: _List) -> bool:
    alone = sum(" " not in _BRACKET.sub("", words).strip() for _, words in one.names)
    return len(one.names) >= _FEWEST and 2 * alone > len(one.names)


def _list(start: int, words: str) -> _List | None:
    """Return a labelled list that holds nothing but what may be first names."""
    label = attendance_label(words)
    if label is None or ":" not in words[: label[1]]:
        return None
    presence, place = label
    names: list[tuple[int, str]] = []
    for end, following in [
        *((m.start(), m.end()) for m in _BETWEEN.finditer(words, place)),
        (len(words), len(words)),
    ]:
        one = words[place:end].rstrip(" .")
        if one:
            names.append((start + place, one))
        place = following
    fits = bool(names) and all(_is_given(one) for _, one in names)
    return _List(presence, tuple(names)) if fits else None


def _is_given(words: str) -> bool:
    bare = _BRACKET.sub("", words).strip()
    if len(bare) > _LONGEST or not bare[:1].isupper() or _CAPITALS.search(bare):
        return False
    return _GIVEN.fullmatch(bare) is not None and _NO_NAME.fullmatch(bare) is None
