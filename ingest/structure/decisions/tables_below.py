"""Tables that stand below a decision and are no words of it: figures, who follows up on what.

A table that the decision leads in ("fordeles således:") is what was decided, and so is one of how
the members voted or of what became of each point.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from index.documents import SectionKind
from ingest.structure.cuts import Cut, resume
from ingest.structure.items.tabled import tabled_cells
from ingest.structure.layout.lines import Line
from ingest.structure.layout.vocabulary import Part

_LEADS_IN = re.compile(
    r":$|\b(?:følgende|nedenstående|således|som\s+følger|skema\w*|tabel\w*|oversigt\w*|herunder|nedenfor)\b",
    re.IGNORECASE,
)
_OF_DECISION = re.compile(
    r"stem|\b(?:for|i?mod|hverken|ja|nej|parti\w*|blank\w*)\b|beslut|indstil|konklu|vedt|afgør|bevil|godkend|tilskud|valgt",
    re.IGNORECASE,
)


def tables_below(lines: Sequence[Line], part: Part) -> Iterator[Cut]:
    """Cut a decision at each table that is none of its words, and where it goes on behind.

    Args:
        lines: The lines of the part that is the decision.
        part: Its heading.
    """
    above: Line | None = None
    cut = False
    for table, group in groupby(lines, key=lambda line: line.table):
        rows = list(group)
        leads = above is not None and _LEADS_IN.search(above.text)
        if not table:
            if cut:
                yield resume(rows[0], part.kind, part.heading or None, ())
            above, cut = rows[-1], False
            continue
        cut = above is not None and not leads and not any(map(_decides, rows))
        if cut:
            yield Cut(rows[0].span.start, SectionKind.TEXT, None, rows[0].span.start)


def _decides(row: Line) -> bool:
    """Tell whether a row is of a vote, or of what became of something."""
    cells = tabled_cells(row)
    return not cells or any(_OF_DECISION.search(f"{c.column} {c.value}") for c in cells)
