"""What a table says beside its amounts: another scale, a proposal, a remark that qualifies them."""

import re
from collections.abc import Iterator, Sequence

from index.danish.folding import fold
from ingest.rates.staff.columns import Header, is_remark
from ingest.rates.staff.sheets import CellError, Row, Sheet

_SCALE = re.compile(
    r"\b(?:1\.?000(?!\s+(?!kr|dkk)[a-zæøå]{3})|t\.\s?kr|tusinde?r?|tkr\b|mio\b|mill\b|mia\b|million(?:er|s)?|thousands?|hundrede?r?)"
    r"|\b(?:øre|oere|euro|eur|usd|gbp|sek|nok|dollars?)\b|[€$£]",
    re.IGNORECASE,
)
"""In a heading or a title: the amounts are no whole kroner."""
_OF_AMOUNTS = re.compile(
    r"\b(?:beløb|tal|takst|sats|pris|kr\b|kroner|dkk|amount|figure|price|rate|fee)", re.IGNORECASE
)
_OPEN = re.compile(
    r"^\W*(?:forslag|udkast|oplæg|forventet|forventes|skøn|draft|proposal)\b|\((?:forslag|udkast|draft|proposal)\)"
    r"|\b(?:foreslå(?:et|s|ede)|proposed|indstillet\s+til|til\s+politisk\s+behandling|afventer\s+\w+)\b"
    r"|\b(?:ikke|not)\s+(?:(?:endnu|endeligt?|formelt|politisk|yet|finally|formally)\s+)*"
    r"(?:vedtag|godkend|beslutt|adopted|approved|decided)\w*"
    r"|\b(?:under\s+forudsætning|med\s+forbehold|forbehold\s+for|subject\s+to)\b[^.]*"
    r"\b(?:godkend|vedtag|approv|adopt)\w*",
    re.IGNORECASE,
)
"""In a cell of a row, or its name: its rate is a proposal."""
_NOT_HELD = re.compile(
    r"^\W*(?:afvist|forkastet|bortfald\w*"
    r"|udgå\w*|ophæv\w*|annulleret|slettet|rejected|cancelled|withdrawn|repealed)\b"
    r"|\b(?:gælder\s+ikke(?:\s+længere|\s+mere)?|ikke\s+(?:længere\s+)?(?:gælde\w*|i\s+kraft)|no\s+longer\s+\w+)\b",
    re.IGNORECASE,
)
"""In a cell of a row: its rate is none any more, or never was one."""
_PROPOSAL = re.compile(
    rf"\b(?:forslag|udkast|oplæg|draft|proposal|proposed)\b|{_OPEN.pattern}|{_NOT_HELD.pattern}",
    re.IGNORECASE,
)
"""The same, of a whole table, in its title or the name of its sheet."""
_LONGEST = 200
"""Characters of a remark."""


def mark_errors(sheet: Sheet, header: Header) -> list[CellError]:
    """Return errors of amounts that are counted otherwise than in kroner, or were not decided."""
    errors = [*_title_errors(sheet, header)]
    heading = header.heading(header.fields["amount"])
    if _SCALE.search(heading):
        problem = "is not counted in kroner: write the amounts in kroner, and the heading so"
        number = header.row.number
        errors.append(CellError(sheet.name, number, header.fields["amount"], heading, problem))
    if sheet.name is not None and _PROPOSAL.search(sheet.name):
        problem = "the sheet's name says that it is a proposal: load what was decided"
        errors.append(CellError(sheet.name, header.row.number, 0, "", problem))
    return errors


def _title_errors(sheet: Sheet, header: Header) -> Iterator[CellError]:
    for row in sheet.rows:
        if row.number >= header.row.number:
            return
        for at, cell in enumerate(row.cells):
            if _SCALE.search(cell.shown) and _OF_AMOUNTS.search(cell.shown):
                problem = f"{cell.shown!r}: write the amounts in kroner, and leave this out"
            elif _PROPOSAL.search(cell.shown):
                problem = f"{cell.shown!r} says that it is a proposal: load what was decided"
            else:
                continue
            yield CellError(sheet.name, row.number, at, "", problem)


def row_errors(row: Row, header: Header, sheet: str | None) -> list[CellError]:
    """Return errors of a row that says of itself that it does not hold."""
    return [
        CellError(
            sheet,
            row.number,
            at,
            header.heading(at),
            f"{row.cells[at].shown!r} says that the rate does not hold: leave the row out",
        )
        for at in _beside(row, header)
        if _NOT_HELD.search(row.cells[at].shown)
    ]


def is_open(row: Row, header: Header) -> bool:
    """Tell whether a row says that it is only proposed: by its name, a cell or a comment."""
    cells = [row.at(header.fields["name"]), *(row.cells[at] for at in _beside(row, header))]
    told = [*(cell.shown for cell in cells), *(cell.comment for cell in row.cells)]
    return any(_OPEN.search(words) for words in told if words)


def remark_of(row: Row, header: Header) -> str | None:
    """Return what a row says of its amount in columns of remarks or of no known meaning."""
    remarks = [header.remark] if header.remark else []
    for at in _beside(row, header):
        shown, heading = row.cells[at].shown, header.heading(at)
        if is_remark(heading):
            remarks.append(shown)
        elif heading in header.unknown:
            remarks.append(f"{heading}: {shown}")
    remarks += [cell.comment for cell in row.cells if cell.comment]
    return ", ".join(_once(remarks))[:_LONGEST] or None


def _beside(row: Row, header: Header) -> Sequence[int]:
    known = {*header.fields.values(), *(column for column, _ in header.prices)}
    return [at for at, cell in enumerate(row.cells) if cell.shown and at not in known]


def _once(parts: Sequence[str]) -> Sequence[str]:
    return list({fold(part): part for part in parts}.values())
