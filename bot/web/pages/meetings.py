"""Meetings, by body and year."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request, Response

from bot.answers.finding.meetings import papers_of_meetings
from bot.web.pages.drawing import draw
from bot.web.pages.listing import Page, page_of
from bot.web.pages.narrowing import Chosen, chosen_of, year_of
from bot.web.pages.routes import page_router
from bot.web.readers import TheArchive, WhoReads
from index.archive import DocumentEntry, Filter, ItemEntry, View
from index.documents import MEETING_PAPERS

router = page_router()


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting with the paper that tells most of it."""

    paper: DocumentEntry
    items: tuple[ItemEntry, ...]


@dataclass(frozen=True, slots=True)
class Meetings:
    """A list of meetings."""

    chosen: Chosen
    years: list[tuple[int, int]]
    """Years with how many meetings each, newest first; the one chosen is always among them."""
    page: Page[Met]


@router.get("/meetings")
async def meetings(
    request: Request,
    archive: TheArchive,
    reader: WhoReads,
    year: str = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """List meetings, newest first."""
    of_year = year_of(year)

    def read(view: View) -> Meetings:
        chosen = chosen_of(view, request.query_params)
        met = papers_of_meetings(view.documents(chosen.filter(kinds=MEETING_PAPERS)))
        shown = [m for m in met if of_year is None or (m.date and m.date.year == of_year)]
        found = page_of(shown, page, 25)
        return Meetings(chosen, _years(met, of_year), found.of(_with_items(found.entries, view)))

    found = await archive.seen(read, reader.audiences)
    return await draw(request, "meetings.html", found=found, year=of_year)


def _years(met: Sequence[DocumentEntry], chosen: int | None) -> list[tuple[int, int]]:
    years = [meeting.date.year for meeting in met if meeting.date]
    offered = {*years} if chosen is None else {*years, chosen}
    return [(year, years.count(year)) for year in sorted(offered, reverse=True)]


def _with_items(papers: Sequence[DocumentEntry], view: View) -> list[Met]:
    if not papers:
        return []
    items = view.items(Filter(documents=frozenset(paper.id for paper in papers)))
    return [Met(p, tuple(i for i in items if i.document.id == p.id)) for p in papers]
