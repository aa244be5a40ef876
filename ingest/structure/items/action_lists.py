"""The list of what is to be done that ends minutes: no part of the item above it.

"Aktionsliste" over "Opgave: Ny bom · Ansvarlig: Ib Krog · Frist: 1. maj" tells nothing of what was
decided on the last item, and nothing that was decided there tells of its rows.
"""

import re
from collections.abc import Sequence

from ingest.structure.items.entries import Heading
from ingest.structure.items.logs import TASK_LIST
from ingest.structure.layout.lines import Line, without_mark

_NAME = re.compile(
    rf"(?:{TASK_LIST}|(?:samlet\s+|løbende\s+|opdateret\s+)?beslutnings-?\s?(?:liste|oversigt)(?:n|en)?"
    r"|action\s+(?:items|points)|list\s+of\s+actions|to-?do|opgaver\s+og\s+ansvarlige)\s*:?",
    re.IGNORECASE,
)


def with_action_list(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """Add an item for the action list below the last item, if there is one.

    Below the heading of a closed item nothing is taken out, for a list may be a part of it.
    """
    if not headings:
        return []
    last = headings[-1]
    found = next((x for x in lines[last.title_line + 1 :] if _is_list(lines, x)), None)
    if found is None:
        return list(headings)
    title = without_mark(found.text).rstrip(" :")
    return [*headings, Heading(found.index, found.index, None, title)]


def _is_list(lines: Sequence[Line], line: Line) -> bool:
    """Tell whether a line heads a list: of its format, over a table, or between empty lines."""
    if line.table or not line.short or _NAME.fullmatch(without_mark(line.text).strip()) is None:
        return False
    below = lines[line.index + 1] if line.index + 1 < len(lines) else None
    over_table = below is not None and below.table
    return bool(line.level) or over_table or (line.blank_before and line.blank_after)
