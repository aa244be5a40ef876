"""Rates as text: a table, a small chart of their history, and one that is to be reviewed."""

from collections.abc import Sequence
from itertools import groupby

from bot.answers.rates.lists import Listed
from bot.answers.rates.word_index import says_what
from bot.rendering.places import path, place
from bot.rendering.screen import Screen
from bot.rendering.tables import table
from bot.rendering.visible import visible_line
from index.danish.folding import fold
from index.rates.amounts import written
from index.rates.rate import Rate

HEADER = ("rate", "amount", "unit", "agreement", "from", "to", "status", "", "source")
NAME, UNIT, SOURCE = 0, 2, 8
AMOUNT = 1
_BAR = "█"
_HEADING = 80
"""Characters; what is longer is a sentence."""
_WIDEST_BAR = 30
"""Characters of the longest bar."""


def rates_text(listed: Sequence[Listed], screen: Screen, *, chart: bool) -> str:
    """Return rates as a table, and with `chart` how each developed."""
    rows = [_row(one) for one in listed]
    text = table(HEADER, rows, screen, flexible=(NAME, UNIT, SOURCE), right=(AMOUNT,))
    if not chart:
        return text
    charts = [_chart(list(series), screen) for _, series in groupby(listed, key=_series)]
    drawn = "\n\n".join(one for one in charts if one)
    return f"{text}\n{drawn}\n" if drawn else text


def review_text(one: Listed, number: int, count: int, screen: Screen) -> str:
    """Return a candidate with the words it was read from."""
    rate = one.entry.rate
    read = [
        f"{_amount(rate)} {rate.unit.words('en')}",
        *([f"agreement {rate.agreement}"] if rate.agreement else []),
        *([f"year {rate.agreement_year}"] if rate.agreement_year else []),
        *([f"from {one.validity.since}"] if one.validity.since else []),
        *([f"to {one.validity.until}"] if one.validity.until else []),
        *(f"{doubt.kind.value}?" for doubt in rate.doubts),
    ]
    lines = [
        "",
        screen.bold(screen.wrapped(visible_line(f"{number}/{count}  {_name(one)}"), rest="  ")),
        screen.wrapped(visible_line(" · ".join(read)), "  "),
        screen.wrapped(visible_line(f"“{' '.join(one.citation.quote.split())}”"), "  "),
        screen.dim(f"  {place(one.citation, 'en')}, {path(one.citation, 'en')}"),
    ]
    return "\n".join(lines)


def _row(one: Listed) -> tuple[str, ...]:
    rate = one.entry.rate
    year = f", year {rate.agreement_year}" if rate.agreement_year else ""
    doubts = ", ".join(f"{doubt.kind.value}?" for doubt in rate.doubts)
    return (
        _name(one),
        _amount(rate),
        rate.unit.words("en"),
        f"{rate.agreement or ''}{year}".strip(", "),
        one.validity.since.isoformat() if one.validity.since else "",
        one.validity.until.isoformat() if one.validity.until else "",
        one.status.value.replace("_", " "),
        "verified" if rate.verified else f"read{f' ({doubts})' if doubts else ''}",
        path(one.citation, "en"),
    )


def _name(one: Listed) -> str:
    """Return what a rate is called; "taksten" alone with what it stands under."""
    rate = one.entry.rate
    if rate.payee is not None:
        return f"{rate.name} ({rate.payee})"
    return rate.name if says_what(rate.name) else f"{rate.name} ({_above(one)})"


def _above(one: Listed) -> str:
    """Return the title of a rate's item, or the nearest heading above it, or its document's."""
    if one.citation.item is not None:
        return one.citation.item.title
    quoted = " ".join(one.citation.quote.split())
    parts = (" ".join(part.split()) for part in one.entry.rate.about.split(" · "))
    above = [p for p in parts if p and p not in quoted and len(p) <= _HEADING and p[-1] != "."]
    return above[-1] if above else one.entry.document.title


def _amount(rate: Rate) -> str:
    return written(rate.amount)


def _series(one: Listed) -> tuple[str, object]:
    return fold(one.entry.rate.name), one.entry.rate.unit


def _chart(series: Sequence[Listed], screen: Screen) -> str:
    """Return a bar a period, its length the amount; empty for a rate with one period only."""
    if len(series) < 2:
        return ""
    rate = series[0].entry.rate
    most = max(one.entry.rate.amount for one in series)
    labels = [visible_line(_period(one)) for one in series]
    width = max(map(len, labels))
    widest = min(_WIDEST_BAR, max(8, screen.width - width - 16))
    lines = [screen.bold(visible_line(f"{_name(series[0])}, {rate.unit.words('en')}"))]
    for one, label in zip(series, labels, strict=True):
        amount = one.entry.rate.amount
        length = max(1, round(widest * amount / most)) if most else 1
        lines.append(f"  {label:<{width}}  {_BAR * int(length)} {written(amount)}")
    return "\n".join(lines)


def _period(one: Listed) -> str:
    rate = one.entry.rate
    if one.validity.since:
        return f"{one.validity.since} – {one.validity.until or ''}".rstrip()
    year = f", year {rate.agreement_year}" if rate.agreement_year else ""
    return f"{rate.agreement or ''}{year}".strip(", ") or "undated"
