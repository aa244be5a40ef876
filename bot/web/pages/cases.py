"""One case through all its meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from bot.answers.matters.case_steps import Case, Step
from bot.answers.matters.matter import outcome_of
from bot.answers.matters.returns import PUT_OFF, followed
from bot.asked import LONGEST
from bot.listing.cases import case_steps, others_named
from bot.questions.askable import checked_case
from bot.web.pages.decisions import Cited, cited_item
from bot.web.pages.drawing import draw
from bot.web.pages.routes import page_router
from bot.web.readers import TheArchive, WhoReads
from index.archive import EVERYTHING, ItemEntry, View
from index.danish.personal_numbers import masked
from index.errors import NotInArchive

ITEMS_LOOKED_AT = 200
"""Items, the newest first, whose cases are offered to those who name none."""
OFFERED = 20
"""Cases."""

router = page_router()


@dataclass(frozen=True, slots=True)
class Followed:
    """A case, step by step."""

    case: Case
    steps: list[tuple[Step, Cited]]
    open: bool
    """Whether its last step put it off, and nothing came since."""
    others: list[ItemEntry]
    """Items of other matters that the words may have meant."""


@router.get("/cases")
async def cases(
    request: Request,
    archive: TheArchive,
    reader: WhoReads,
    q: Annotated[str, Query(max_length=LONGEST)] = "",
) -> Response:
    """Ask for a case, and offer those that were dealt with last."""
    if q.strip():
        return RedirectResponse(f"/cases/{quote(checked_case(q), safe='')}", 303)

    def read(view: View) -> list[tuple[str, list[ItemEntry]]]:
        return _newest(view.items(EVERYTHING, ITEMS_LOOKED_AT))

    found = await archive.seen(read, reader.audiences)
    return await draw(request, "cases.html", cases=found, meetings_of=_meetings, q="")


@router.get("/cases/{named:path}")
async def case(request: Request, named: str, archive: TheArchive, reader: WhoReads) -> Response:
    """Follow a case from meeting to meeting."""
    words = checked_case(named)

    def read(view: View) -> Followed | None:
        try:
            return _followed(words, view)
        except NotInArchive:
            return None

    found = await archive.seen(read, reader.audiences)
    if found:
        return await draw(request, "case.html", found=found, q=words)
    # What is no case may be the number of a person: the page does not even link to itself.
    response = await draw(
        request, "case.html", found=None, q=masked(words), path="/cases", address="/cases"
    )
    response.status_code = 404
    return response


def _followed(words: str, view: View) -> Followed:
    found, steps, quoted = case_steps(view, words)
    last = followed([steps[-1].entry], view)[0] if steps else None
    return Followed(
        found,
        [(step, cited_item(*one)) for step, one in zip(steps, quoted, strict=True)],
        last is not None and outcome_of(last.entry) in PUT_OFF and not last.later,
        [] if found.by_its_number else others_named(view, words, found),
    )


def _newest(items: Sequence[ItemEntry]) -> list[tuple[str, list[ItemEntry]]]:
    """Return case numbers with their items, the case that was dealt with last first."""
    found: dict[str, list[ItemEntry]] = {}
    for entry in items:
        for number in entry.item.case_numbers:
            found.setdefault(number, []).append(entry)
    # What was taken up at several meetings is what people follow.
    often = sorted(found.items(), key=lambda pair: _meetings(pair[1]) < 2)
    return often[:OFFERED]


def _meetings(items: Sequence[ItemEntry]) -> int:
    """Return at how many meetings items were taken up, however many papers tell of them."""
    return len({(entry.document.body_key, entry.document.date) for entry in items})
