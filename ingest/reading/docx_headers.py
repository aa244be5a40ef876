"""Whether a Word table's looks make its first row a header: a shade of its own, a table style."""

from lxml import etree

from ingest.reading.docx_numbering import W
from ingest.reading.docx_styles import Styles, attribute, is_on

_PLAIN = frozenset({"auto", "FFFFFF", "ffffff", ""})
_FIRST_ROW = 0x0020
"""The bit of an old `w:tblLook` that switches the style's first row on."""


def stands_out(table: etree._Element, styles: Styles) -> bool:
    """Tell whether the first row looks unlike all others."""
    return _is_styled(table, styles) or _is_shaded(table)


def _is_styled(table: etree._Element, styles: Styles) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None or not _first_row_is_on(look):
        return False
    for style in styles.chain(attribute(table, "tblPr/tblStyle")):
        for part in style.findall(f"{W}tblStylePr"):
            if part.get(f"{W}type") == "firstRow":
                shade = part.find(f"{W}tcPr/{W}shd")
                return is_on(part.find(f"{W}rPr/{W}b")) or _fill(shade) is not None
    return False


def _first_row_is_on(look: etree._Element) -> bool:
    switch = look.get(f"{W}firstRow")
    if switch is not None:
        return switch in ("1", "true", "on")
    bits = look.get(f"{W}val") or ""
    try:
        return bool(int(bits, 16) & _FIRST_ROW)
    except ValueError:
        return False


def _is_shaded(table: etree._Element) -> bool:
    rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
    # A row of one cell is a title between rows, and often has the header's shade.
    shades = [_shade(cells) for cells in rows if len(cells) > 1]
    return len(shades) > 1 and shades[0] is not None and shades[0] not in shades[1:]


def _shade(cells: list[etree._Element]) -> str | None:
    """Return the one shade that all cells of a row have."""
    fills = {_fill(cell.find(f"{W}tcPr/{W}shd")) for cell in cells}
    return fills.pop() if len(fills) == 1 else None


def _fill(shade: etree._Element | None) -> str | None:
    if shade is None:
        return None
    fill = shade.get(f"{W}fill") or ""
    theme = shade.get(f"{W}themeFill")
    return theme or (None if fill in _PLAIN else fill)
