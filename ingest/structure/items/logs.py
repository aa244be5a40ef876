"""Logs: tables that follow matters from one meeting to the next, each with its status.

In such a table "Status: Lukket" says that a matter is done with. Elsewhere it may say that an item
was treated behind closed doors, and where the two cannot be told apart, it does.
"""

import re
from collections.abc import Iterator, Sequence

from index.danish.calendar import MONTH_PATTERN
from index.danish.days import find_dates
from ingest.structure.layout.lines import Line, without_mark

TASK_LIST = (
    r"(?:samlet\s+|løbende\s+|opdateret\s+)?(?:(?:aktions?|handlings|opgave|opfølgnings|to-?do)-?\s?(?:liste|log|oversigt)(?:n|en)?"
    r"|beslutnings-?\s?log(?:gen)?|(?:action|decision)\s+log|action\s+list)"
)
_NAMED = re.compile(rf"{TASK_LIST}\b", re.IGNORECASE)
"""A list of the decisions of one meeting ("Beslutningsliste") has its closed items in it."""
_TITLE_LINES = 3
_STATUS = re.compile(r"(?:sags?-?)?status", re.IGNORECASE)
"""A column on how far a matter has come, or on who may read of it."""
_FOLLOW_UP = re.compile(
    r"(?:status\s*/\s*)?opfølgning(?:sstatus)?(?:\s*/\s*status)?|opgave-?status|fremdrift|progress",
    re.IGNORECASE,
)
"""A column that can only be on how far a matter has come."""
_PROGRESS = re.compile(
    r"(?:(?:i\s*gang(?:sat)?|igang(?:sat|værende)?|gennemført|afsluttet|udført|færdig\w*|forsinket|(?:af)?venter|under\s+(?:behandling|udarbejdelse|afklaring)"
    r"|løbende|udestår|udestående|ændret|erstattet|afløst|(?:ikke\s+)?(?:på)?begyndt|in\s+progress|ongoing|pending|done|completed|delayed)"
    r"(?![\w-])).{0,60}",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:lukket|closed)(?:[\s,(–-]+(?:den\s+|d\.\s*|pr\.\s*|i\s+|on\s+|se\s+(?:nr\.?\s*|punkt\s+)?)?"
    rf"(?:\d[\d./-]*\s*)?(?:(?:{MONTH_PATTERN})\.?\s*)?(?:\d{{4}})?\)?)?\.?",
    re.IGNORECASE,
)
"""That a matter is done with, or since when: more words are of the doors, as "Lukket punkt" is."""
_OPENNESS = re.compile(
    r"(?:åbent|(?:åben|åbne|lukket|lukkede)\s+[^\W\d]{4,}|fortrolig\w*|(?:ikke[\s-])?offentlig\w*)\b.*",
    re.IGNORECASE,
)
_DUE = re.compile(r"(?:tids)?frist|deadline|due(?:\s+date)?", re.IGNORECASE)
_WHO = re.compile(r"(?:hoved)?ansvarlige?|tovholder|udføres\s+af|owner|responsible", re.IGNORECASE)
_DAY = re.compile(r"(?:møde|beslutnings)?dato|besluttet(?:\s+den)?|date", re.IGNORECASE)


def is_log(lines: Sequence[Line]) -> bool:
    """Tell whether the rows of a paper's table are a log: by its name, or by their status."""
    return _is_named(lines) or tells_progress(lines)


def tells_progress(lines: Sequence[Line]) -> bool:
    """Tell whether a column "Status" says of a row how far it has come, and not who may read it.

    Its values say so, or what stands beside it: a log's rows have a deadline, or a day each and
    somebody who sees to it.
    """
    rows = [cells for line in lines if line.table and _status(cells := list(cells_of(line)))]
    values = [value for cells in rows for value in _status(cells)]
    if not rows or any(map(_OPENNESS.fullmatch, values)):
        return False
    if any(map(_PROGRESS.fullmatch, values)):
        return True
    columns = {column for cells in rows for column, _ in cells}
    if _is_named(lines) or any(map(_DUE.fullmatch, columns)):
        return True
    told = (value for cells in rows for column, value in cells if _DAY.fullmatch(column))
    days = {day for value in told for _, day in find_dates(value)[:1]}
    return len(days) > 1 and any(map(_WHO.fullmatch, columns))


def is_done(column: str, value: str, *, progress: bool) -> bool:
    """Tell whether a cell says that a matter is done with: "Lukket" in a column of its status.

    Args:
        column: Its name.
        value: Its words.
        progress: Whether the column "Status" tells how far things have come.
    """
    of_status = progress and _STATUS.fullmatch(column) is not None
    told = of_status or _FOLLOW_UP.fullmatch(column) is not None
    return told and _DONE.fullmatch(value) is not None


def cells_of(row: Line) -> Iterator[tuple[str, str]]:
    """Yield the column and the value of each cell of a row; one without a column is both."""
    for cell in row.text.split(" · "):
        column, colon, value = cell.partition(": ")
        yield column.strip(), (value if colon else column).strip()


def _status(cells: Sequence[tuple[str, str]]) -> list[str]:
    return [value for column, value in cells if _STATUS.fullmatch(column)]


def _is_named(lines: Sequence[Line]) -> bool:
    """Tell whether the title of the paper, or the line above its first table, calls it a log."""
    first = next((line.index for line in lines if line.table), 0)
    above = [*lines[: min(first, _TITLE_LINES)], *lines[max(first - 1, 0) : first]]
    return any(_NAMED.match(without_mark(line.text)) for line in above if line.short)
