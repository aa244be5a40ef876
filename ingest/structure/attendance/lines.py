"""The lines of a part that tells who was there, put together where one goes on below."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.spans import Span
from ingest.structure.layout.lines import Line

_LONGEST_LINE = 1500
"""Characters of a line that may list names."""
_BROKEN_AT = 60
"""A line that short is no line of running text that was broken for its width."""
_BRACKET_BELOW = re.compile(r"\([^()]{3,80}\)")

_OPENS = re.compile(r"[A-ZÆØÅ][\wÆØÅæøå -]{2,40}:\s")
"""A label with its text: what stands above it goes on no further."""
_PARTY_ALONE = re.compile(r"\([A-ZÆØÅ]{1,3}\)")
_OFFICE_ALONE = re.compile(
    r"(?:\d\.\s)?(?:\w*formand|\w*forkvinde|mødeleder|løsgænger)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a list, or one of several lists on a line."""

    start: int
    words: str
    apart: bool
    """An empty line stands above."""


def pieces_of(lines: Sequence[Line], body: Span) -> Iterator[Piece]:
    """Yield the lines of a body; the first may begin in mid-line."""
    first = bisect_right(lines, body.start, key=lambda line: line.span.start) - 1
    for line in lines[max(first, 0) :]:
        if line.span.start >= body.end:
            return
        start = max(line.span.start, body.start)
        words = line.text[start - line.span.start : body.end - line.span.start]
        if words and not line.chrome and len(words) <= _LONGEST_LINE:
            yield Piece(start, words, line.blank_before)


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield lines with the rest of a bracket, or a whole one, that stands on the line below.

    "Ib Krog" with "(deltog ikke i punkt 3), Maja Dam" below it says so of Ib Krog.
    """
    return _together(pieces, _in_bracket)


def with_offices(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield lines with the office and the party that stand alone on the lines below a name.

    "Ib Krog", "Formand" and "(B)" are the cells of one row; a comma parts what was beside it.
    """
    held: Piece | None = None
    for piece in pieces:
        gap = piece.start - held.start - len(held.words) if held is not None else 0
        party = _PARTY_ALONE.fullmatch(piece.words)
        if held is not None and gap > 0 and (party or _OFFICE_ALONE.fullmatch(piece.words)):
            mark = " " if party else ","
            held = Piece(held.start, f"{held.words}{mark:<{gap}}{piece.words}", held.apart)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def flowing(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the lines of running text as one where a sentence goes on below."""
    return _together(pieces, _in_sentence)


def _together(pieces: Iterable[Piece], goes_on: Callable[[str, str], bool]) -> Iterator[Piece]:
    """Yield pieces, those that go on below put together; every character keeps its place."""
    held: Piece | None = None
    for piece in pieces:
        fits = held is not None and len(held.words) + len(piece.words) < _LONGEST_LINE
        if held is not None and fits and not piece.apart and goes_on(held.words, piece.words):
            gap = " " * (piece.start - held.start - len(held.words))
            held = Piece(held.start, f"{held.words}{gap}{piece.words}", held.apart)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _in_bracket(above: str, below: str) -> bool:
    if above.count("(") > above.count(")"):
        return ")" in below
    return not above.endswith((":", ".")) and _BRACKET_BELOW.match(below) is not None


def _in_sentence(above: str, below: str) -> bool:
    if above.endswith((".", ":", ";", "!", "?")) or _OPENS.match(below):
        return False
    return below[:1].islower() or (len(above) >= _BROKEN_AT and below[:1].isalpha())
