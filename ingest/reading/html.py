"""HTML, as council portals and agenda systems write it."""

from collections.abc import Iterator
from typing import cast

from lxml import etree

from ingest.reading.blocks import BULLET, Block, Cell, Kind, Table
from ingest.reading.draft import Draft
from ingest.reading.encoding import decode
from ingest.reading.extraction import Extraction, Reason, Unreadable
from ingest.reading.html_chrome import ink_of, remove_chrome
from ingest.reading.html_flat import FlatPage
from ingest.reading.html_marks import part_marks
from ingest.reading.html_unseen import remove_unseen

MAX_TABLE_DEPTH = 20
"""Tables nested deeper are read as plain blocks."""

_INLINE_TAGS = """
    a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label
    mark meter nobr o:p output progress q rp rt ruby s samp small span strike strong sub sup time
    tt u var wbr
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_SECTIONS = ("thead", "tbody", "tfoot")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}


def read_html(data: bytes) -> Extraction:
    """Read a web page.

    Raises:
        Unreadable: The bytes are no text in a known encoding, or the page holds no words.
    """
    source = decode(data)
    if source is None:
        raise Unreadable(Reason.UNKNOWN_FORMAT, "not text in a known encoding")
    draft = Draft()
    title = _fill(draft, source)
    extraction = draft.finish(title)
    if not extraction.text:
        raise Unreadable(
            Reason.NO_TEXT, "the page holds no words of its own: it may be filled in by a script"
        )
    return extraction


def _fill(draft: Draft, source: str) -> str | None:
    """Add what the page holds; return its title."""
    parser = _parser()
    root = _parse(source, parser)
    if root is None:
        return None
    if any(
        error.type_name == "ERR_RESOURCE_LIMIT" or "depth" in error.message.lower()
        for error in parser.error_log
    ):
        draft.warnings.append("the page is nested too deeply: read without its structure")
        flat = FlatPage(source)
        for what, characters in flat.removed:
            draft.remove(what, characters)
        draft.add(flat.blocks)
        return None
    title = _title(root)
    for what, characters in remove_unseen(root):
        draft.remove(what, characters)
    draft.added(part_marks(root))
    for what, characters in remove_chrome(root):
        draft.remove(what, characters)
    draft.add(_Walk().blocks(root))
    return title


def blocks_of_fragment(source: str) -> list[Block | Table]:
    """Return the blocks of a piece of HTML that stands inside another format."""
    root = _parse(source, _parser())
    if root is None:
        return []
    for _ in (*remove_unseen(root), *remove_chrome(root)):
        pass  # the caller accounts for what is missing
    return _Walk().blocks(root)


def _parser() -> etree.HTMLParser:
    # Fed bytes without this, it would believe a wrong <meta charset>; they are decoded already.
    return etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def _parse(source: str, parser: etree.HTMLParser) -> etree._Element | None:
    clean = "".join(c if c >= " " or c in "\t\n\r" else " " for c in source)
    return etree.fromstring(clean.encode("utf-8", "replace"), parser) if clean.strip() else None


def _title(root: etree._Element) -> str | None:
    for path in ("//meta[@property='og:title']/@content", "//head/title/text()"):
        for found in cast("list[str]", root.xpath(path)):
            if text := " ".join(str(found).split()):
                return text
    return None


class _Walk:
    """Turns a tree into blocks: inline text is gathered until a block begins or ends."""

    def __init__(self, table_depth: int = 0) -> None:
        self._blocks: list[Block | Table] = []
        self._pieces: list[str] = []
        self._lists: list[list[int] | None] = []
        """Around the current place, a counter for a numbered list, `None` for one with bullets."""
        self._marker = ""
        self._headings: list[int] = []
        self._pre = 0
        self._table_depth = table_depth

    def blocks(self, root: etree._Element) -> list[Block | Table]:
        """Return the blocks of everything inside `root`."""
        stack: list[tuple[etree._Element, bool]] = [(root, False)]
        # A stack of our own: pages are nested deeper than Python may recurse.
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave(element, root)
                continue
            descend = self._enter(element)
            stack.append((element, True))
            if descend:
                stack.extend((child, False) for child in reversed(element))
        self._flush()
        return self._blocks

    def _enter(self, element: etree._Element) -> bool:
        """Handle the start of an element; tell whether its children are to be walked."""
        tag = _tag(element)
        if tag == "table" and self._table_depth < MAX_TABLE_DEPTH and _has_rows(element):
            self._flush()
            self._blocks += _table(element, self._table_depth + 1)
            return False
        if tag not in _INLINE:
            self._open(tag, element)
        self._text(element.text)
        return True

    def _open(self, tag: str, element: etree._Element) -> None:
        if tag == "br":
            self._pieces.append("\n")
            return
        self._flush()
        if tag in _HEADINGS:
            self._headings.append(_HEADINGS[tag])
        elif tag == "ol":
            self._lists.append([_number(element.get("start"), 1) - 1])
        elif tag in ("ul", "menu", "dir"):
            self._lists.append(None)
        elif tag == "li":
            self._marker = self._next_marker(element)
        elif tag == "pre":
            self._pre += 1

    def _next_marker(self, element: etree._Element) -> str:
        counter = self._lists[-1] if self._lists else None
        if counter is None:
            return BULLET
        counter[0] = _number(element.get("value"), counter[0] + 1)
        parent = element.getparent()
        kind = "1" if parent is None else parent.get("type") or "1"
        return f"{_lettered(counter[0], kind)}."

    def _leave(self, element: etree._Element, root: etree._Element) -> None:
        tag = _tag(element)
        if tag not in _INLINE and tag not in ("br", "table"):
            self._flush()
            if tag in _HEADINGS and self._headings:
                self._headings.pop()
            elif tag in ("ol", "ul", "menu", "dir") and self._lists:
                self._lists.pop()
            elif tag == "li":
                self._marker = ""
            elif tag == "pre":
                self._pre -= 1
        if tag in ("td", "th"):
            self._pieces.append(" ")
        if element is not root:
            self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if text:
            # In HTML a line break is a space, but for <br> and inside <pre>.
            self._pieces.append(text if self._pre else text.replace("\n", " ").replace("\r", " "))

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces = []
        if not text.strip():
            return
        if self._headings:
            self._blocks.append(Block(text, Kind.HEADING, self._headings[-1], self._take_marker()))
        elif self._lists:
            marker = self._take_marker()
            kind = Kind.POINT if marker else Kind.LINE
            self._blocks.append(Block(text, kind, len(self._lists) - 1, marker))
        else:
            self._blocks.append(Block(text))

    def _take_marker(self) -> str:
        marker, self._marker = self._marker, ""
        return marker


def _table(element: etree._Element, depth: int) -> list[Block | Table]:
    """Read a table; what stands in it outside of any cell comes before it."""
    stray: list[Block | Table] = []
    rows = []
    sections = [element, *(e for e in element if _tag(e) in _SECTIONS)]
    for part in (p for s in sections for p in (s, *(r for r in s if _tag(r) == "tr"))):
        stray += [Block(text) for text in (part.text, *(e.tail for e in part)) if text]
        inside = ("tr", "td", "th", *_SECTIONS)
        for other in (e for e in part if _tag(e) not in inside):
            stray += _Walk(depth).blocks(other)
    for row in _own_rows(element):
        cells = [each for each in row if _tag(each) in ("td", "th")]
        rows.append(tuple(_cell(cell, depth, row) for cell in cells))
    return [*stray, Table(tuple(rows))]


def _cell(element: etree._Element, depth: int, row: etree._Element) -> Cell:
    section = row.getparent()
    content = tuple(_Walk(depth).blocks(element))
    return Cell(
        content,
        columns=max(1, _number(element.get("colspan"), 1)),
        rows=max(1, _number(element.get("rowspan"), 1)),
        header=_tag(element) == "th"
        or (section is not None and _tag(section) == "thead")
        or _all_bold(element),
    )


def _own_rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if _tag(child) == "tr":
            yield child
        elif _tag(child) in _SECTIONS:
            yield from (row for row in child if _tag(row) == "tr")


def _has_rows(element: etree._Element) -> bool:
    return next(_own_rows(element), None) is not None


def _all_bold(element: etree._Element) -> bool:
    bold = sum(ink_of(each) for each in element.iter("b", "strong") if not _inside_bold(each))
    return 0 < ink_of(element) <= bold


def _inside_bold(element: etree._Element) -> bool:
    return any(each.tag in ("b", "strong") for each in element.iterancestors())


def _tag(element: etree._Element) -> str:
    return str(element.tag).lower()


def _number(text: str | None, otherwise: int) -> int:
    try:
        return max(-10_000, min(int(text or ""), 1_000_000))
    except ValueError:
        return otherwise


def _lettered(number: int, kind: str) -> str:
    if kind in ("a", "A") and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    return str(number)
