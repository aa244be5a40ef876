"""Rates as text: a table, a small chart of their history, and one that is to be reviewed."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.answers.rates.decided import decision_on
from bot.answers.rates.lists import Listed, shown_status
from bot.answers.rates.word_index import says_what, without_aside
from bot.rendering.places import cut, path, place
from bot.rendering.screen import WIDEST, Screen
from bot.rendering.tables import GAP, table
from bot.rendering.visible import visible_line
from index.danish.folding import fold
from index.documents import DocumentKind, MinutesStatus
from index.rates.amounts import written
from index.rates.rate import DoubtKind, Origin, Rate, Validity
from index.rates.reviews import Choice

HEADER = ("rate", "amount", "unit", "agreement", "from", "to", "status", "", "source")
NAME, UNIT, AGREEMENT, SOURCE = 0, 2, 3, 8
AMOUNT, SINCE, UNTIL, STATUS, READ = 1, 4, 5, 6, 7
NARROWEST = 20
"""Columns that a source keeps."""
_BAR = "█"
_NUMBER = re.compile(r"^(?:§\s*)?\d+(?:\.\d+)*[.)]?\s+")
"""Of a heading."""
_HEADING = 80
"""Characters; what is longer is a sentence."""
_LONGEST = 400
"""Characters shown of a decision."""
_WIDEST_BAR = 30
"""Characters of the longest bar."""


def rates_text(listed: Sequence[Listed], screen: Screen, *, chart: bool) -> str:
    """Return rates as a table, and with `chart` how each developed."""
    rows = [_row(one) for one in listed]
    if _width(rows) > (screen.columns or WIDEST):
        text = _grouped(rows, screen)
    else:
        flexible = (NAME, UNIT, AGREEMENT, SOURCE)
        text = table(HEADER, rows, screen, flexible=flexible, right=(AMOUNT,))
    if not chart:
        return text
    charts = [_chart(list(series), screen) for _, series in groupby(listed, key=_series)]
    drawn = "\n\n".join(one for one in charts if one)
    return f"{text}\n{drawn}\n" if drawn else text


def _width(rows: Sequence[Sequence[str]]) -> int:
    """Return the columns that a table with nothing cut takes."""
    wide = [max(len(row[at]) for row in (HEADER, *rows)) for at in range(len(HEADER))]
    return sum(wide) + len(GAP) * (len(wide) - 1)


def _grouped(rows: Sequence[Sequence[str]], screen: Screen) -> str:
    """Return rates under what they are for, a line each, where no table fits.

    In a pipe nothing is cut and no value broken: a source that is too long has a line of its own.
    """
    lines: list[str] = []
    width = max(len(row[AMOUNT]) for row in rows)
    read = max(len(row[READ]) for row in rows)
    for name, series in groupby(rows, key=lambda row: (row[NAME], row[UNIT])):
        title = visible_line(", ".join(name))
        lines.append(screen.bold(screen.wrapped(title, rest="  ") if screen.columns else title))
        for row in series:
            period = f"{row[SINCE]:<10} – {row[UNTIL]:<10}" if row[SINCE] or row[UNTIL] else ""
            parts = (f"{row[AMOUNT]:>{width}}", f"{period:<23}", f"{row[STATUS]:<9}")
            told = GAP.join((*parts, f"{row[READ]:<{read}}"))
            room = (screen.columns or WIDEST) - len(told) - 2 * len(GAP)
            source, agreement = visible_line(row[SOURCE]), visible_line(row[AGREEMENT])
            if screen.columns is None:
                below = [source] if len(source) > room else []
                beside = "" if below else source
                lines.append(f"{GAP}{told}{GAP}{beside}".rstrip())
                lines += [f"      {one}" for one in (agreement, *below) if one]
                continue
            lines.append(f"{GAP}{told}{GAP}{cut(source, max(NARROWEST, room))}".rstrip())
            if agreement:
                lines.append(screen.dim(screen.wrapped(agreement, "      ")))
    return "\n".join(lines) + "\n"


def series_text(series: Sequence[Listed], number: int, count: int, screen: Screen) -> str:
    """Return the candidates of one row or sentence together, a line each."""
    last = number + len(series) - 1
    first = series[0]
    told = [" · ".join((*_told(one.entry.rate, one.validity), *_doubts(one))) for one in series]
    quotes = dict.fromkeys(" ".join(one.citation.quote.split()) for one in series)
    lines = [
        "",
        screen.bold(
            screen.wrapped(visible_line(f"{number}-{last}/{count}  {_name(first)}"), rest="  ")
        ),
        *(screen.wrapped(visible_line(f"- {one}"), "  ", "    ") for one in told),
        *(screen.wrapped(visible_line(mark), "  ") for mark in dict.fromkeys(_marks(series))),
        *(screen.wrapped(visible_line(f"“{quote}”"), "  ") for quote in quotes),
        screen.dim(f"  {place(first.citation, 'en')}, {path(first.citation, 'en')}"),
    ]
    return "\n".join(lines)


def _doubts(one: Listed) -> list[str]:
    return [f"{doubt.kind.value}?" for doubt in one.entry.rate.doubts]


def _marks(series: Sequence[Listed]) -> Iterator[str]:
    """Yield what speaks against candidates: proposed, a draft, what was decided on the item."""
    for one in series:
        if one.entry.rate.proposed:
            yield "Proposed where it stands, not decided."
        if mark := _paper(one):
            yield f"The paper is {_PAPERS[mark]}."
        if words := _decided(one):
            yield f"Decided on the item: “{words}”"


def review_text(one: Listed, number: int, count: int, screen: Screen) -> str:
    """Return a candidate with the words it was read from, and what it may not be."""
    rate = one.entry.rate
    read = [*_told(rate, one.validity), *_doubts(one)]
    lines = [
        "",
        screen.bold(screen.wrapped(visible_line(f"{number}/{count}  {_name(one)}"), rest="  ")),
        screen.wrapped(visible_line(" · ".join(read)), "  "),
        *(screen.wrapped(visible_line(mark), "  ") for mark in _marks([one])),
        screen.wrapped(visible_line(f"“{' '.join(one.citation.quote.split())}”"), "  "),
        screen.dim(f"  {place(one.citation, 'en')}, {path(one.citation, 'en')}"),
    ]
    return "\n".join(lines)


def _decided(one: Listed) -> str:
    """Return what was decided on a rate's item; empty where nothing is recorded."""
    document = one.citation.document
    decision = decision_on(document, one.entry.rate.span)
    words = decision.words if decision is not None else ()
    return cut(" ".join(" ".join(span.of(document.text).split()) for span in words), _LONGEST)


def kept_text(one: Listed, choice: Choice, screen: Screen) -> str:
    """Return a candidate as a choice would make it, all of its fields."""
    rate = choice.applied(one.entry.rate)
    if rate is None:
        return "It would be left out."
    validity = rate.validity if rate.validity != one.entry.rate.validity else one.validity
    if choice.undated:
        validity = rate.validity
    told = [rate.name, *_told(rate, validity)]
    if not validity.dated:
        told.append("from and to not known")
    return screen.wrapped(visible_line(" · ".join(told)), "  ")


def _told(rate: Rate, validity: Validity) -> list[str]:
    """Return amount, unit, agreement and period of a rate, each as a part of a line."""
    return [
        f"{_amount(rate)} {rate.unit.words('en')}",
        *([f"agreement {rate.agreement}"] if rate.agreement else []),
        *([f"year {rate.agreement_year}"] if rate.agreement_year else []),
        *([f"from {validity.since}"] if validity.since else []),
        *([f"to {validity.until}"] if validity.until else []),
    ]


_PAPERS = {
    "draft": "a draft of the minutes",
    "draft paper": "a draft that nobody has adopted",
    "agenda": "an agenda: nothing was decided yet",
}


def _paper(one: Listed) -> str:
    """Return a key of `_PAPERS` where a rate's paper is no last word, else nothing."""
    document = one.entry.document
    if document.status is MinutesStatus.DRAFT:
        return "draft" if document.kind is DocumentKind.MINUTES else "draft paper"
    return "agenda" if document.kind is DocumentKind.AGENDA else ""


def _row(one: Listed) -> tuple[str, ...]:
    rate = one.entry.rate
    year = f", year {rate.agreement_year}" if rate.agreement_year else ""
    # That it is a proposal, its status says.
    kinds = [doubt.kind for doubt in rate.doubts if doubt.kind is not DoubtKind.PROPOSED]
    doubts = ", ".join(filter(None, (*(f"{kind.value}?" for kind in kinds), _paper(one))))
    return (
        _name(one),
        _amount(rate),
        rate.unit.words("en"),
        f"{rate.agreement or ''}{year}".strip(", "),
        one.validity.since.isoformat() if one.validity.since else "",
        one.validity.until.isoformat() if one.validity.until else "",
        shown_status(one),
        _read_as(rate, doubts),
        path(one.citation, "en"),
    )


def _read_as(rate: Rate, doubts: str) -> str:
    if rate.verified:
        return "verified"
    if rate.origin is Origin.LOADED:
        return "table"
    return f"read ({doubts})" if doubts else "read"


def _name(one: Listed) -> str:
    """Return what a rate is called; "taksten" alone with what it stands under."""
    rate = one.entry.rate
    if rate.payee is not None:
        return f"{rate.name} ({rate.payee})"
    # "Pårørende" and "Egenbetalingen" tell who, and not what for.
    alone = not rate.verified and " " not in without_aside(rate.name).strip()
    above = "" if says_what(rate.name) and not alone else _above(one)
    return f"{rate.name} ({above})" if above else rate.name


def _above(one: Listed) -> str:
    """Return the title of a rate's item, or the nearest heading above it, or its document's."""
    if one.citation.item is not None:
        return one.citation.item.title
    quoted = " ".join(one.citation.quote.split())
    parts = (" ".join(part.split()) for part in one.entry.rate.about.split(" · "))
    above = [
        part
        for part in parts
        if part
        and part not in quoted
        and len(part) <= _HEADING
        and part[-1] not in ".:"
        and says_what(_NUMBER.sub("", part))
    ]
    return above[-1] if above else one.entry.document.title


def _amount(rate: Rate) -> str:
    """Return the amount; of one that is the most that is paid, with the word that says so."""
    limited = rate.note if rate.note and rate.origin is Origin.EXTRACTED else ""
    return f"{limited} {written(rate.amount)}".strip()


def _series(one: Listed) -> tuple[str, object]:
    return fold(one.entry.rate.name), one.entry.rate.unit


def _chart(series: Sequence[Listed], screen: Screen) -> str:
    """Return a bar a period, its length the amount; empty for a rate with one period only."""
    # What was never adopted is no part of how a rate developed.
    series = [one for one in series if not one.entry.rate.proposed]
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
