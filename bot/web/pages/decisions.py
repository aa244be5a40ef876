"""The register of decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request, Response

from bot.answers.matters.register import Recorded, recorded
from bot.asked import LONGEST
from bot.citations import Citation
from bot.listing.decided import decided_items
from bot.listing.lookup import cited_items
from bot.questions.askable import checked
from bot.web.pages.drawing import draw
from bot.web.pages.listing import Page, page_of
from bot.web.pages.narrowing import Chosen, chosen_of, one_of
from bot.web.pages.routes import page_router
from bot.web.readers import TheArchive, WhoReads
from index.archive import ItemEntry, View
from index.decisions import Outcome
from index.documents import Document

PER_PAGE = 20

router = page_router()


@dataclass(frozen=True, slots=True)
class Cited:
    """An item with what was recommended and decided, each as a quotation."""

    entry: ItemEntry
    recommended: tuple[Citation, ...]
    decided: tuple[Citation, ...]
    record: Recorded
    text: str
    """Of its document."""

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return self.entry.decision.outcome if self.entry.decision else Outcome.NONE


@router.get("/decisions")
async def decisions(
    request: Request,
    archive: TheArchive,
    reader: WhoReads,
    outcome: str = "",
    about: Annotated[str, Query(max_length=LONGEST)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """List decisions, each with what was recommended, newest first."""
    wanted = one_of(Outcome, outcome)
    outcomes = frozenset({wanted} if wanted else ())
    words = checked(about) if about.strip() else None

    def read(view: View) -> tuple[Chosen, Page[Cited]]:
        chosen = chosen_of(view, request.query_params)
        entries = decided_items(view, chosen.filter(outcomes=outcomes), words, with_closed=True)
        shown = page_of(entries, page, PER_PAGE)
        return chosen, shown.of(cited(view, shown.entries))

    chosen, shown = await archive.seen(read, reader.audiences)
    return await draw(
        request,
        "decisions.html",
        chosen=chosen,
        shown=shown,
        outcome=outcome if outcomes else "",
        outcomes=[one for one in Outcome if one is not Outcome.UNCLASSIFIED],
        about=about.strip(),
    )


def cited(view: View, entries: Sequence[ItemEntry]) -> list[Cited]:
    """Return items with their words as quotations."""
    return [cited_item(*one) for one in cited_items(view, entries)]


def cited_item(entry: ItemEntry, citations: Sequence[Citation], document: Document) -> Cited:
    """Return an item with its words, those of the recommendation first, as quotations."""
    asked = len(entry.decision.recommendation) if entry.decision else 0
    return Cited(
        entry,
        tuple(citations[:asked]),
        tuple(citations[asked:]),
        recorded(document, entry.item.index),
        document.text,
    )
