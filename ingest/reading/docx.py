"""DOCX: the whole document in order, with notes, numbers, tables and tracked changes."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document as Package
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from lxml import etree

from ingest.reading.docx_body import TOO_DEEP, Body, ink_inside
from ingest.reading.docx_numbering import Numbering, W
from ingest.reading.docx_styles import Styles, is_on
from ingest.reading.draft import Draft
from ingest.reading.extraction import Extraction, Reason, Unreadable
from ingest.reading.package import check_package

FEW_PAGES = 2
"""A page header of a document no longer than this is no repetition: it is the letterhead."""

_PAGES = re.compile(rb"<Pages>(\d+)</Pages>")
_KINDS = ("footnotes", "endnotes", "header", "footer", "comments")


def read_docx(data: bytes) -> Extraction:
    """Read a Word document.

    Raises:
        Unreadable: It is damaged, encrypted, a ZIP bomb, or holds no words.
    """
    check_package(data)
    try:
        package = docx.Document(BytesIO(data))
        body = package.element.body
    except (
        PackageNotFoundError,
        BadZipFile,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
        AttributeError,
    ) as error:
        raise Unreadable(
            Reason.DAMAGED, f"no Word document can be made out in it ({error})"
        ) from error
    extraction = _Reading(package, body).extraction()
    if not extraction.text and any(each.what == TOO_DEEP for each in extraction.removed):
        raise Unreadable(Reason.DAMAGED, "its parts are nested beyond all measure")
    if not extraction.text:
        raise Unreadable(Reason.NO_TEXT, "the document holds no words; is it an image?")
    return extraction


class _Reading:
    def __init__(self, package: Package, body: etree._Element) -> None:
        self._package = package
        self._root = body
        self._draft = Draft()
        self._parts = list(_parts(package))
        notes = {key: note for part in self._parts for key, note in _notes(part)}
        self._body = Body(
            Styles(_element(package, "styles")),
            Numbering(_element(package, "numbering")),
            notes,
            self._draft.remove,
        )

    def extraction(self) -> Extraction:
        letterhead = self._letterhead()
        for kind, key, root in self._headers():
            if key in letterhead:
                self._draft.add(self._body.blocks(root))
            else:
                self._draft.remove(f"page {kind}", ink_inside(root))
        self._draft.add(self._body.blocks(self._root))
        for note in list(self._body.unread_notes()):
            self._draft.remove("note without reference", ink_inside(note))
        for name, part in self._parts:
            if name == "comments":
                self._draft.remove("comment", ink_inside(part))
        self._draft.added(self._body.generated)
        return self._draft.finish(self._title())

    def _headers(self) -> Iterator[tuple[str, str, etree._Element]]:
        for key, relation in self._package.part.rels.items():
            kind = relation.reltype.rsplit("/", 1)[-1]
            if kind not in ("header", "footer") or relation.is_external:
                continue
            if (root := _root(relation.target_part)) is not None:
                yield kind, key, root

    def _letterhead(self) -> set[str]:
        """Return the ids of page headers that stand on the first page only."""
        kinds = {"first"} if any(is_on(e) for e in self._root.iter(f"{W}titlePg")) else set()
        if self._page_count() <= FEW_PAGES:
            kinds.add("default")
        first_section = next(self._root.iter(f"{W}sectPr"), None)
        if first_section is None:
            return set()
        references = first_section.findall(f"{W}headerReference")
        relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
        return {e.get(relation) or "" for e in references if e.get(f"{W}type") in kinds}

    def _page_count(self) -> int:
        """Return the pages that Word counted when it saved the file, a thousand if it did not."""
        for part in self._package.part.package.iter_parts():
            if str(part.partname) == "/docProps/app.xml" and (found := _PAGES.search(part.blob)):
                return int(found[1])
        return 1_000

    def _title(self) -> str | None:
        try:
            return str(self._package.core_properties.title)
        except (KeyError, ValueError, AttributeError):
            return None


def _parts(package: Package) -> Iterator[tuple[str, etree._Element]]:
    for relation in package.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind not in _KINDS or relation.is_external:
            continue
        if (root := _root(relation.target_part)) is not None:
            yield kind, root


def _notes(part: tuple[str, etree._Element]) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    name, root = part
    if name in ("footnotes", "endnotes"):
        for note in root.findall(f"{W}{name[:-1]}"):
            yield (name[:-1], note.get(f"{W}id") or ""), note


def _element(package: Package, kind: str) -> etree._Element | None:
    for relation in package.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return _root(relation.target_part)
    return None


def _root(part: Part) -> etree._Element | None:
    try:
        # No entities and no network: a document may not pull in files of this machine.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(part.blob, parser)
    except etree.XMLSyntaxError:
        return None
