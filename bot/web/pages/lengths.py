"""A long document as pages of a bounded weight, none of whose text is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import escape

from bot.web.pages.paragraphs import Line, Part

MOST = 50_000
"""Bytes of paper on a page: with what stands around it, and the files of style and script, a page
weighs less than 150 kB."""
MARKUP = 60
"""Bytes around a line, a piece or a cell."""
ITEMS_NAMED = 60
"""Items up to which the agenda of all pages stands on each of them; of more, only that page's."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of the pages that a document is shown on."""

    number: int
    """From 1."""
    parts: tuple[Part, ...]


def sheets_of(parts: Sequence[Part], most: int = MOST) -> list[Sheet]:
    """Return parts on pages, in their order; an item that is too long goes on on the next."""
    pages: list[list[Part]] = [[]]
    weight = 0
    for part in parts:
        for number, lines in enumerate(_bundles(part.lines, most)):
            more = sum(map(_weight, lines))
            if pages[-1] and weight + more > most:
                pages.append([])
                weight = 0
            pages[-1].append(replace(part, lines=lines, goes_on=number > 0))
            weight += more
    return [Sheet(number, tuple(page)) for number, page in enumerate(pages, 1)]


def sheet_of(
    sheets: Sequence[Sheet], number: int | None, item: int | None, *, cited: bool
) -> Sheet:
    """Return the page that is asked for by its number, by what is cited, or by an item.

    `item` counts from 1, as in the names of places on the page.
    """
    if number is not None:
        return sheets[min(number, len(sheets)) - 1]
    if cited and (found := next((s for s in sheets if any(map(_is_cited, s.parts))), None)):
        return found
    wanted = (s for s in sheets if item is not None and _begins(s, item - 1))
    return next(wanted, sheets[0])


def _begins(sheet: Sheet, item: int) -> bool:
    return any(p.item is not None and p.item.index == item and not p.goes_on for p in sheet.parts)


def _is_cited(part: Part) -> bool:
    pieces = (
        piece
        for line in part.lines
        for some in (line.pieces, *(cell.pieces for cell in line.cells))
        for piece in some
    )
    return any(piece.first for piece in pieces)


def _bundles(lines: Sequence[Line], most: int) -> Iterator[list[Line]]:
    """Yield lines in bundles that fit on a page; a line is never parted."""
    bundle: list[Line] = []
    weight = 0
    for line in lines:
        more = _weight(line)
        if bundle and weight + more > most:
            yield bundle
            bundle, weight = [], 0
        bundle.append(line)
        weight += more
    yield bundle


def _weight(line: Line) -> int:
    shown = [cell.pieces for cell in line.cells] or [line.pieces]
    pieces = [piece for some in shown for piece in some]
    return MARKUP + sum(len(str(escape(piece.text)).encode()) + MARKUP for piece in pieces)
