"""Numbers of persons in a table that staff keep, masked before a row of it is read."""

from dataclasses import replace

from index.danish.personal_numbers import masked, personal_spans
from ingest.rates.staff.sheets import Cell, Sheet


def without_personal_numbers(sheet: Sheet) -> tuple[Sheet, int]:
    """Return a sheet with every personal number masked, and how many those were.

    What a column is called says of its numbers what a label says in a text: under "CPR" nine digits
    are one, for Excel leaves out the nought before them, and under "Beløb" none is.
    """
    rows, count = [], 0
    headings: dict[int, str] = {}
    for row in sheet.rows:
        cells = []
        for at, cell in enumerate(row.cells):
            safe, found = _masked(cell, headings.get(at, ""))
            cells.append(safe)
            count += found
            if isinstance(cell.value, str) and not any(map(str.isdigit, cell.value)):
                headings[at] = cell.value
        rows.append(replace(row, cells=tuple(cells)))
    name = sheet.name
    if name is not None:
        count += len(personal_spans(name))
        name = masked(name)
    return Sheet(name, tuple(rows), sheet.hidden), count


def _masked(cell: Cell, heading: str) -> tuple[Cell, int]:
    if not (cell.shown or cell.comment):
        return cell, 0
    count = len(personal_spans(cell.comment))
    comment = masked(cell.comment) if count else cell.comment
    label = f"{heading}: "
    shown = masked(label + cell.shown)[len(label) :]
    if shown == cell.shown:
        return (replace(cell, comment=comment) if count else cell), count
    # A number that is masked is an amount no more.
    found = max(1, len(personal_spans(cell.shown)))
    value = masked(label + cell.value)[len(label) :] if isinstance(cell.value, str) else shown
    return replace(cell, value=value, shown=shown, currency=None, comment=comment), count + found
