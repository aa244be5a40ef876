"""Rates: what applies on a day, and how each has developed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query, Request, Response

from bot.answers.rates.lists import Listed, list_rates, of_status, shown_status
from bot.web.pages.charts import Chart, charts_of
from bot.web.pages.drawing import draw
from bot.web.pages.listing import page_of
from bot.web.pages.narrowing import day_of, one_of
from bot.web.pages.routes import Refused, page_router
from bot.web.readers import TheArchive, WhoReads
from index.archive import View
from index.danish.folding import fold
from index.rates.units import Unit

LONGEST_NAME = 300
STATUSES = ("in force", "expired", "not yet", "undated", "proposed")

router = page_router()


@dataclass(frozen=True, slots=True)
class Series:
    """The rates of one name and unit, in the order of time."""

    name: str
    unit: Unit
    payee: str | None
    rates: tuple[Listed, ...]
    charts: tuple[Chart, ...]
    """The same history for a screen and for a phone."""

    @property
    def has_read(self) -> bool:
        """Whether a rate of it was read from text, and nobody vouches for it."""
        return any(not one.entry.rate.verified for one in self.rates)


@router.get("/rates")
async def rates(
    request: Request,
    archive: TheArchive,
    reader: WhoReads,
    q: Annotated[str, Query(max_length=LONGEST_NAME)] = "",
    on: str = "",
    status: str = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """List rates by name; those that apply on a day, or those of a status on it."""
    day = day_of(on)
    known = one_of(STATUSES, status)

    def read(view: View) -> list[Listed]:
        return list_rates(view, q.strip(), day or archive.today(), history=True)

    listed = await archive.seen(read, reader.audiences)
    wanted = known or ("in force" if day else None)
    shown = page_of(of_status(listed, wanted) if wanted else listed, page)
    # Of a rate without a time nobody can say that it does not apply.
    undated = len(of_status(listed, "undated")) if day and not known else 0
    return await draw(
        request,
        "rates.html",
        shown=shown,
        groups=[_series(rates, None) for rates in _of_one_thing(shown.entries)],
        status_of=shown_status,
        undated=undated,
        q=q.strip(),
        on=day,
        today=archive.today(),
        status=known or "",
        statuses=STATUSES,
    )


@router.get("/rates/{name:path}")
async def rate(
    request: Request, name: str, archive: TheArchive, reader: WhoReads, on: str = ""
) -> Response:
    """Show how a rate has developed."""
    day = day_of(on) or archive.today()

    def read(view: View) -> list[Series]:
        listed = list_rates(view, name[:LONGEST_NAME], day, history=True)
        of_name = [one for one in listed if fold(one.entry.rate.name) == fold(name)]
        return [_series(rates, day) for rates in _of_one_thing(of_name)]

    found = await archive.seen(read, reader.audiences)
    if not found:
        raise Refused(404)
    return await draw(
        request, "rate.html", series=found, day=day, today=archive.today(), status_of=shown_status
    )


def _of_one_thing(listed: Iterable[Listed]) -> list[list[Listed]]:
    """Return rates by what they are for, to whom, and in which unit."""
    things: dict[object, list[Listed]] = {}
    for one in listed:
        rate = one.entry.rate
        things.setdefault((fold(rate.name), rate.unit, rate.payee), []).append(one)
    return list(things.values())


def _series(rates: Sequence[Listed], day: date | None) -> Series:
    """Return rates of one thing, with charts where a day is named that they are drawn for."""
    rate = rates[0].entry.rate
    charts = charts_of(rates, day) if day is not None else ()
    return Series(rate.name, rate.unit, rate.payee, tuple(rates), charts)
