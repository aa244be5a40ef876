"""What a DOCX style says about a paragraph: heading, list, hidden, bold."""

from dataclasses import dataclass

from lxml import etree

from ingest.reading.docx_numbering import W

MAX_CHAIN = 20
"""Styles are based on styles; a damaged file may go in circles."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with what it inherits."""

    heading: int | None
    """1–6, `None` for no heading."""
    contents: bool
    """A line of a table of contents."""
    list: str | None
    list_level: int
    bold: bool


class Styles:
    """The paragraph styles of a document, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = [] if root is None else root.findall(f"{W}style")
        self._elements = {each.get(f"{W}styleId") or "": each for each in elements}
        self._known: dict[str, Style] = {}
        defaults = (
            e
            for e in elements
            if e.get(f"{W}default") in ("1", "true") and e.get(f"{W}type") == "paragraph"
        )
        self._default = next((e.get(f"{W}styleId") or "" for e in defaults), "")

    def of(self, style_id: str | None) -> Style:
        """Return the style with that id, the default one for `None`."""
        key = self._default if style_id is None else style_id
        if key not in self._known:
            self._known[key] = self._resolve(key)
        return self._known[key]

    def chain(self, key: str | None) -> list[etree._Element]:
        """Return a style of any type and those that it is based on, nearest first."""
        chain: list[etree._Element] = []
        while key in self._elements and len(chain) < MAX_CHAIN:
            chain.append(self._elements[key])
            key = attribute(chain[-1], "basedOn") or ""
        return chain

    def _resolve(self, key: str) -> Style:
        chain = self.chain(key)
        names = [(attribute(each, "name") or "").lower() for each in chain]
        number = next(
            (n for e in chain if (n := attribute(e, "pPr/numPr/numId")) is not None), None
        )
        level = next((n for e in chain if (n := attribute(e, "pPr/numPr/ilvl")) is not None), None)
        return Style(
            heading=_heading(chain, names),
            contents=any(name.startswith("toc ") for name in names[:1]),
            list=number,
            list_level=int(level) if level and level.isdigit() else 0,
            bold=any(is_on(each.find(f"{W}rPr/{W}b")) for each in chain),
        )


def _heading(chain: list[etree._Element], names: list[str]) -> int | None:
    for element, name in zip(chain, names, strict=True):
        if name == "title":
            return 1
        word, _, number = name.rpartition(" ")
        if word in ("heading", "overskrift") and number.isdigit():
            return min(int(number), 6)
        outline = attribute(element, "pPr/outlineLvl")
        if outline is not None and outline.isdigit():
            return int(outline) + 1 if int(outline) < 6 else None
    return None


def attribute(element: etree._Element, path: str) -> str | None:
    """Return the `w:val` of a descendant, "pPr/numPr/numId"."""
    child = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if child is None else child.get(f"{W}val")


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch like `<w:b/>` is there and not switched off."""
    return element is not None and element.get(f"{W}val") not in ("0", "false", "off", "none")
