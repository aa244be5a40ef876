"""The body of a DOCX into blocks, in document order.

Insertions are kept, deletions are not; text boxes and notes follow the paragraph they hang on.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from ingest.reading.blocks import Block, Cell, Kind, Table
from ingest.reading.docx_headers import stands_out
from ingest.reading.docx_numbering import Numbering, W
from ingest.reading.docx_styles import Style, Styles, attribute, is_on
from ingest.reading.extraction import ink

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MAX_DEPTH = 100
"""Of elements within elements that are walked; real documents stay under twenty."""

TOO_DEEP = "nested too deeply"

_DELETED = {f"{W}del", f"{W}moveFrom"}
_SKIPPED = {
    f"{W}instrText": "field code",
    f"{W}delText": "tracked deletion",
    f"{W}delInstrText": "field code",
    f"{MC}Fallback": "drawing for old programs",
}
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_TEXTS = (f"{W}t", f"{M}t")
Notes = Mapping[tuple[str, str], etree._Element]
"""Footnotes and endnotes by kind ("footnote", "endnote") and id."""


class Body:
    """Walks a part of a document; tells `removed` what it leaves out, and its ink."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: Notes,
        removed: Callable[[str, int], None],
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._removed = removed
        self._read_notes: set[tuple[str, str]] = set()
        self.note_count = 0
        self.generated = 0
        """Characters that stand for elements without text, such as a hyphen that may not break."""

    def blocks(self, parent: etree._Element, depth: int = 0) -> Iterator[Block | Table]:
        """Yield the blocks in `parent`."""
        carried = ""
        for child in _flat(parent, depth, self._leave_out):
            if child.tag == f"{W}tbl":
                yield self._table(child, depth + 1)
                continue
            block, after = self._paragraph(child, depth)
            if _mark_deleted(child) and child.getnext() is not None:
                # A deleted paragraph mark: its text runs on in the next paragraph.
                carried += block.text
            elif block.text.strip() or carried:
                yield Block(carried + block.text, block.kind, block.level, block.marker)
                carried = ""
            yield from after
        if carried:
            yield Block(carried, Kind.LINE)

    def unread_notes(self) -> Iterator[etree._Element]:
        """Yield the notes that no reference in the text has led to."""
        yield from (note for key, note in self._notes.items() if key not in self._read_notes)

    def _leave_out(self, what: str, element: etree._Element) -> None:
        self._removed(what, ink_inside(element))

    def _paragraph(self, element: etree._Element, depth: int) -> tuple[Block, list[Block | Table]]:
        style = self._styles.of(attribute(element, "pPr/pStyle"))
        runs = _Runs(self._leave_out, depth)
        text = "".join(runs.texts(element))
        self.generated += runs.generated
        if style.contents:
            self._removed("table of contents", ink(text))
            self.generated -= runs.generated
            text = ""
        after: list[Block | Table] = []
        for box in runs.boxes:
            after += self.blocks(box, depth + 1)
        for note in runs.notes:
            after += self._note(note, depth + 1)
        return self._styled(element, text, style), after

    def _styled(self, element: etree._Element, text: str, style: Style) -> Block:
        marker, level = self._marker(element, style) if text.strip() else ("", 0)
        if style.heading is not None:
            return Block(text, Kind.HEADING, style.heading, marker)
        if marker:
            return Block(text, Kind.POINT, level, marker)
        return Block(text, Kind.LINE)

    def _marker(self, element: etree._Element, style: Style) -> tuple[str, int]:
        number = attribute(element, "pPr/numPr/numId") or style.list
        own_level = attribute(element, "pPr/numPr/ilvl") or ""
        level = int(own_level) if own_level.isdigit() else style.list_level
        return (self._numbering.marker(number, level), level) if number else ("", 0)

    def _note(self, key: tuple[str, str], depth: int) -> Iterator[Block | Table]:
        note = self._notes.get(key)
        if note is None or key in self._read_notes or depth > MAX_DEPTH:
            return
        self._read_notes.add(key)
        self.note_count += 1
        marker = f"Note {self.note_count}:"
        for block in self.blocks(note, depth + 1):
            if isinstance(block, Block):
                yield Block(block.text, Kind.LINE, 0, marker)
                marker = ""
            else:
                yield block

    def _table(self, element: etree._Element, depth: int) -> Table:
        rows: list[tuple[Cell, ...]] = []
        merged: dict[int, tuple[int, int]] = {}
        for row in _flat(element, depth, self._leave_out, (f"{W}tr",)):
            if row.find(f"{W}trPr/{W}del") is not None:
                self._leave_out("tracked deletion", row)
                continue
            rows.append(self._row(row, rows, merged, depth))
        if rows and stands_out(element, self._styles):
            rows[0] = tuple(replace(cell, header=True) for cell in rows[0])
        return Table(tuple(rows))

    def _row(
        self,
        element: etree._Element,
        above: list[tuple[Cell, ...]],
        merged: dict[int, tuple[int, int]],
        depth: int,
    ) -> tuple[Cell, ...]:
        """Read a row; a cell that continues one above (`merged`: column → its place) extends it."""
        header = is_on(element.find(f"{W}trPr/{W}tblHeader"))
        cells: list[Cell] = []
        column = _width(attribute(element, "trPr/gridBefore"), 0)
        if column:
            cells.append(Cell((), columns=column))
        for each in _flat(element, depth, self._leave_out, (f"{W}tc",)):
            width = _width(attribute(each, "tcPr/gridSpan"), 1)
            merge = each.find(f"{W}tcPr/{W}vMerge")
            content = tuple(self.blocks(each, depth))
            if (
                merge is not None
                and merge.get(f"{W}val") != "restart"
                and column in merged
                and not content
            ):
                y, x = merged[column]
                old = above[y][x]
                above[y] = (*above[y][:x], _taller(old), *above[y][x + 1 :])
            else:
                merged.pop(column, None)
                if merge is not None:
                    merged[column] = (len(above), len(cells))
                cells.append(Cell(content, width, header=header or _bold(each, self._styles)))
            column += width
        return tuple(cells)


class _Runs:
    """The text of one paragraph, and what hangs on it."""

    def __init__(self, leave_out: Callable[[str, etree._Element], None], depth: int) -> None:
        self._leave_out = leave_out
        self._depth = depth
        self.boxes: list[etree._Element] = []
        self.notes: list[tuple[str, str]] = []
        self.generated = 0

    def texts(self, element: etree._Element, depth: int = 0) -> Iterator[str]:
        """Yield the pieces of text in a paragraph, in order."""
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.tag in _TEXTS:
                yield child.text or ""
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
                self.generated += ink(_CHARACTERS[child.tag])
            elif (why := _left_out(child)) is not None:
                self._leave_out(why, child)
            elif child.tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = "footnote" if child.tag == f"{W}footnoteReference" else "endnote"
                self.notes.append((kind, child.get(f"{W}id") or ""))
            elif self._depth + depth < MAX_DEPTH:
                yield from self.texts(child, depth + 1)
            else:
                self._leave_out(TOO_DEEP, child)


def ink_inside(element: etree._Element) -> int:
    """Count the ink of all text nodes in and below an element, deletions included."""
    return sum(ink(each.text or "") for each in element.iter(*_TEXT_TAGS))


_TEXT_TAGS = (*_TEXTS, f"{W}delText", f"{W}instrText", f"{W}delInstrText")


def _left_out(element: etree._Element) -> str | None:
    if element.tag in _DELETED:
        return "tracked deletion"
    if element.tag == f"{W}r" and is_on(element.find(f"{W}rPr/{W}vanish")):
        return "hidden text"
    if element.tag == f"{W}r" and any(
        is_on(element.find(f"{W}rPr/{W}{mark}")) for mark in ("strike", "dstrike")
    ):
        return "struck text"
    if element.tag in (f"{W}pPr", f"{W}rPr"):
        return "formatting"
    return _SKIPPED.get(str(element.tag))


def _flat(
    parent: etree._Element,
    depth: int,
    leave_out: Callable[[str, etree._Element], None],
    wanted: tuple[str, ...] = (f"{W}p", f"{W}tbl"),
) -> Iterator[etree._Element]:
    """Yield the wanted children, looking through content controls and tracked changes."""
    for child in parent:
        if child.tag in wanted:
            if depth < MAX_DEPTH:
                yield child
            else:
                leave_out(TOO_DEEP, child)
        elif child.tag in _DELETED or child.tag == f"{MC}Fallback":
            leave_out(_left_out(child) or "tracked deletion", child)
        elif isinstance(child.tag, str):
            yield from _flat(child, depth + 1, leave_out, wanted)


def _mark_deleted(element: etree._Element) -> bool:
    return element.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _taller(cell: Cell) -> Cell:
    return Cell(cell.content, cell.columns, cell.rows + 1, cell.header)


def _bold(cell: etree._Element, styles: Styles) -> bool:
    """Tell whether all text in a cell is bold."""
    runs = [r for r in cell.iter(f"{W}r") if ink_inside(r)]
    return bool(runs) and all(_bold_run(run, styles) for run in runs)


def _bold_run(run: etree._Element, styles: Styles) -> bool:
    own = run.find(f"{W}rPr/{W}b")
    if own is not None:
        return is_on(own)
    paragraph = next(run.iterancestors(f"{W}p"), None)
    return paragraph is not None and styles.of(attribute(paragraph, "pPr/pStyle")).bold


def _width(text: str | None, otherwise: int) -> int:
    return min(int(text), 1000) if text and text.isdigit() else otherwise
