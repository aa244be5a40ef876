"""Rows under a header, aligned."""

from collections.abc import Sequence

from bot.rendering.places import cut
from bot.rendering.screen import Screen
from bot.rendering.visible import visible_line

GAP = "  "
NARROWEST = 12
"""Columns that the flexible column keeps on a narrow screen."""


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    screen: Screen,
    *,
    flexible: int,
    right: Sequence[int] = (),
) -> str:
    """Return a table as text, a row a line.

    On a terminal the column `flexible` is cut so that a row fits on a line; in a pipe nothing is
    cut. The columns in `right` are aligned to the right.
    """
    cells = [[visible_line(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    if screen.columns is not None:
        others = sum(widths) - widths[flexible] + len(GAP) * (len(widths) - 1)
        widths[flexible] = min(widths[flexible], max(NARROWEST, screen.columns - others))
    lines = []
    for row in cells:
        fitted = [
            cut(cell, width).rjust(width) if column in right else cut(cell, width).ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(GAP.join(fitted).rstrip())
    return "\n".join([screen.bold(lines[0]), *lines[1:]]) + "\n"
