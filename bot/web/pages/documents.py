"""A document with its text, the passage cited in it, and its file; and lists of documents."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, BinaryIO
from urllib.parse import quote

from fastapi import Query, Request, Response
from fastapi.responses import StreamingResponse

from bot.answers.finding.meetings import papers_of_meetings, standing
from bot.citations import Citation
from bot.web.pages.cited_places import Led, led
from bot.web.pages.drawing import draw
from bot.web.pages.lengths import ITEMS_NAMED, Sheet, sheet_of, sheets_of
from bot.web.pages.listing import Page, page_of
from bot.web.pages.narrowing import Chosen, chosen_of, one_of
from bot.web.pages.paragraphs import Part, parts_of
from bot.web.pages.routes import Refused, page_router
from bot.web.readers import TheArchive, WhoReads
from index.archive import DocumentEntry, Filter, View
from index.documents import MEETING_PAPERS, Document, DocumentKind
from index.originals import Original, Withheld, opened, original_of

MOST_PARTS = 100_000
"""More than any document has."""
CHUNK = 64 * 1024
"""Bytes of a file that are sent at once."""
_TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What a file may be called; of any other a browser is told nothing that it could act on."""

router = page_router()


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as its page shows it."""

    entry: DocumentEntry
    document: Document
    sheet: Sheet
    """The page of it that is shown."""
    sheets: list[Sheet]
    led: Led
    others: list[DocumentEntry]
    """Other papers of the same meeting, the one that holds first."""
    original: Original | Withheld
    earlier: DocumentEntry | None
    """The meeting of the body before this one."""
    later: DocumentEntry | None

    @property
    def citation(self) -> Citation | None:
        """The passage that is marked."""
        return self.led.citation

    @property
    def agenda(self) -> list[tuple[Sheet, Part]]:
        """The items with the page on which each begins; those of this page where there are many."""
        begun = [(s, p) for s in self.sheets for p in s.parts if p.anchor and p.lines]
        if len(begun) <= ITEMS_NAMED:
            return begun
        return [(sheet, part) for sheet, part in begun if sheet is self.sheet]

    @property
    def scans(self) -> list[int]:
        """The pages whose text was read from a picture."""
        return [page.number for page in self.document.pages if page.is_scan]


@router.get("/documents")
async def documents(
    request: Request,
    archive: TheArchive,
    reader: WhoReads,
    kind: str = "",
    q: Annotated[str, Query(max_length=200)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """List the documents of the archive, newest first."""
    wanted = one_of(DocumentKind, kind)
    kinds = [wanted] if wanted else []

    def read(view: View) -> tuple[Chosen, Page[DocumentEntry]]:
        chosen = chosen_of(view, request.query_params)
        entries = view.documents(chosen.filter(kinds=frozenset(kinds)))
        words = q.casefold().split()
        named = [e for e in entries if all(w in f"{e.title} {e.source}".casefold() for w in words)]
        return chosen, page_of(named, page)

    chosen, shown = await archive.seen(read, reader.audiences)
    return await draw(
        request,
        "documents.html",
        chosen=chosen,
        shown=shown,
        kind=kinds[0].value if kinds else "",
        kinds=list(DocumentKind),
        q=q,
    )


@router.get("/documents/{id_}")
async def document(
    request: Request,
    id_: str,
    archive: TheArchive,
    reader: WhoReads,
    cited: str = "",
    closed: str = "",
    item: Annotated[int | None, Query(ge=1, le=MOST_PARTS)] = None,
    part: Annotated[int | None, Query(ge=1, le=MOST_PARTS)] = None,
) -> Response:
    """Show a document, with the passage that is cited marked.

    `cited`: its place as everyone counts it; `closed`: that of one in a closed item. Of a long
    document the part with that passage, the one in which the item begins, or the one of a number.
    """
    folders = request.app.state.folders

    def read(view: View) -> Shown:
        found = view.document(id_)
        (entry,) = view.documents(Filter(documents=frozenset({id_})))
        leads = led(found, cited, closed)
        papers = _papers(entry, view)
        earlier, later = _beside(entry, view)
        marked = leads.citation
        sheets = sheets_of(parts_of(found, marked.span if marked else None))
        return Shown(
            entry,
            found,
            sheet_of(sheets, part, item, cited=marked is not None),
            sheets,
            leads,
            papers,
            original_of(found, view, folders),
            earlier,
            later,
        )

    return await draw(request, "document.html", shown=await archive.seen(read, reader.audiences))


@router.get("/documents/{id_}/original")
async def original(
    request: Request, id_: str, archive: TheArchive, reader: WhoReads
) -> StreamingResponse:
    """Give out the file that a document was made from."""
    folders = request.app.state.folders

    def read(view: View) -> Original | Withheld:
        return original_of(view.document(id_), view, folders)

    found = await archive.seen(read, reader.audiences)
    file = await asyncio.to_thread(opened, found) if isinstance(found, Original) else found
    if isinstance(file, Withheld):
        raise Refused(
            403 if file in {Withheld.CLOSED, Withheld.PERSONAL} else 410, f"original_{file.value}"
        )
    assert isinstance(found, Original)
    name = found.source.rsplit("/", 1)[-1]
    return StreamingResponse(
        _chunks(file),
        media_type=_TYPES.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream"),
        headers={
            "content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
            "content-length": str(found.size),
            "content-security-policy": "sandbox; default-src 'none'",
        },
    )


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk


def _papers(entry: DocumentEntry, view: View) -> list[DocumentEntry]:
    """Return the other papers of a document's meeting."""
    if entry.body_key is None or entry.date is None or entry.kind not in MEETING_PAPERS:
        return []
    within = Filter(
        bodies=frozenset({entry.body_key}),
        since=entry.date,
        until=entry.date,
        kinds=MEETING_PAPERS,
    )
    papers = [other for other in view.documents(within) if other.id != entry.id]
    return sorted(papers, key=standing, reverse=True)


def _beside(entry: DocumentEntry, view: View) -> tuple[DocumentEntry | None, DocumentEntry | None]:
    """Return the best papers of the meetings before and after a document's own."""
    if entry.body_key is None or entry.date is None or entry.kind not in MEETING_PAPERS:
        return None, None
    of_body = Filter(bodies=frozenset({entry.body_key}), kinds=MEETING_PAPERS)
    meetings = [m for m in papers_of_meetings(view.documents(of_body)) if m.date is not None]
    days = sorted(meetings, key=lambda meeting: meeting.date or date.min)
    earlier = [m for m in days if m.date and m.date < entry.date]
    later = [m for m in days if m.date and m.date > entry.date]
    return (earlier[-1] if earlier else None), (later[0] if later else None)
