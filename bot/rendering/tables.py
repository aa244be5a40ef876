"""Rows under a header, aligned."""

from collections.abc import Sequence

from bot.rendering.places import cut
from bot.rendering.screen import Screen
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
    in a pipe nothing is cut. The columns in `right` are aligned to the right.
    """
    cells = [[visible_line(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    if screen.columns is not None:
        _squeeze(widths, screen.columns - len(GAP) * (len(widths) - 1), flexible)
    lines = []
    for row in cells:
        fitted = [
            cut(cell, width).rjust(width) if column in right else cut(cell, width).ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(GAP.join(fitted).rstrip())
    return "\n".join([screen.bold(lines[0]), *lines[1:]]) + "\n"


def _squeeze(widths: list[int], room: int, flexible: Sequence[int]) -> None:
    while sum(widths) > room:
        widest = max(flexible, key=lambda column: widths[column])
        if widths[widest] <= NARROWEST:
            return
        widths[widest] -= 1
