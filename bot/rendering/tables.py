"""Rows under a header, aligned."""

import textwrap
from collections.abc import Sequence

from bot.rendering.places import cut
from bot.rendering.screen import PLAIN_WIDTH, Screen
from bot.rendering.visible import visible_line

GAP = "  "
NARROWEST = 12
"""Columns that a flexible column keeps on a narrow screen."""


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    screen: Screen,
    *,
    flexible: Sequence[int],
    right: Sequence[int] = (),
) -> str:
    """Return a table as text, a row a line.

    On a terminal the columns in `flexible` are cut, the widest first, so that a row fits on a line;
    where it cannot, a row stands on several lines. In a pipe nothing is cut.
    The columns in `right` are aligned to the right.
    """
    cells = [[visible_line(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    if screen.columns is not None:
        room = screen.columns - len(GAP) * (len(widths) - 1)
        _squeeze(widths, room, flexible)
        if sum(widths) > room:
            return _records(cells[0], cells[1:], screen)
    lines = []
    for row in cells:
        fitted = [
            cut(cell, width).rjust(width) if column in right else cut(cell, width).ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(GAP.join(fitted).rstrip())
    return "\n".join([screen.bold(lines[0]), *lines[1:]]) + "\n"


def _records(header: Sequence[str], rows: Sequence[Sequence[str]], screen: Screen) -> str:
    """Return rows below each other: the first value, and the others with their names under it."""
    lines = []
    for first, *others in rows:
        named = [
            f"{name}: {value}" if name else value
            for name, value in zip(header[1:], others, strict=True)
            if value
        ]
        lines.append(screen.bold(_fitted(first, screen, "")))
        lines += [_fitted(one, screen, "  ") for one in named]
    return "\n".join(lines) + "\n"


def _fitted(text: str, screen: Screen, indent: str) -> str:
    """Return a value on lines that fit; a path that is longer than a line is broken."""
    width = max(8, (screen.columns or PLAIN_WIDTH) - 1)
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=f"{indent}  ")


def _squeeze(widths: list[int], room: int, flexible: Sequence[int]) -> None:
    while sum(widths) > room:
        widest = max(flexible, key=lambda column: widths[column])
        if widths[widest] <= NARROWEST:
            return
        widths[widest] -= 1
