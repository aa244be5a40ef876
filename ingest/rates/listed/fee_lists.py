"""Lists of fees by code, as a page shows them whose table lost its lines: "4711 Lodsbesøg 412,50".

Over them stand the names of the columns, of which one is of amounts, and often from when they
apply: "Ydelsesnummer Betegnelse Takst kr. (pr. 1. april 1999)". Two columns of amounts, which a row
without lines cannot tell apart, are not read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from index.danish.days import find_dates
from index.danish.numbers import find_numbers
from index.documents import MEETING_PAPERS, Document
from index.rates.rate import Origin, Rate, Validity
from index.rates.units import KRONER, Unit, ordered
from index.spans import Span
from ingest.rates.sentences.qualifiers import read_anywhere

_LINE = re.compile(r"[^\n]+")
_HEADER = re.compile(
    r"(?:ydelses?(?:[\s-]?(?:nr\.?|numm?er|numre|kode))?|\w*kode|kodenr\.?|varenr\.?|nummer|nr\.)\s+(?P<rest>(?:[^\d\n]*[^\d\w\n])?"
    r"(?:takst|honorar|beløb|pris|sats|afgift|gebyr)(?:er|en|et)?\b[^\n]{0,60})",
    re.IGNORECASE,
)
_OF_AMOUNTS = re.compile(
    r"\b(?:takst|honorar|beløb|pris|sats|afgift|gebyr|tilskud|egenbetaling|moms)(?:er|en|et)?\b",
    re.I,
)
_ROW = re.compile(
    r"[ \t•*-]*(?P<code>\d{4,6})\s+(?:\+\s*)?(?P<name>[^\W\d](?:[^\n\d]|\d(?![\d.]*,\d\d\b))*?)\s+"
    r"(?:kr\.?\s*)?(?P<amount>\d{1,3}(?:\.?\d{3})*,\d\d)(?:\s*kr\.?)?\s*"
)
_APPLIES = re.compile(r"\b(?:pr\.?|fra|gælde\w*|gyldig\w*)\s*(?:den\s+|d\.\s*)?$", re.IGNORECASE)
_HEADINGS_ABOVE = 6
"""Lines above the names of the columns in which the list may say what it is of, and from when."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class _List:
    """What stands over the rows of a list."""

    about: str
    since: date | None


def fees_in(document: Document) -> Iterator[Rate]:
    """Yield the fees of the lists in a paper that is no paper of a meeting."""
    if document.kind in MEETING_PAPERS:
        return
    lines = [(match.start(), match.group()) for match in _LINE.finditer(document.text)]
    over: _List | None = None
    for place, (start, line) in enumerate(lines):
        if (header := _HEADER.fullmatch(line.strip())) is not None:
            one = len(_OF_AMOUNTS.findall(header["rest"])) == 1
            over = _list(lines, place) if one else None
        elif over is not None and (row := _ROW.fullmatch(line)) is not None:
            yield _rate(row, start, over)


def _list(lines: Sequence[tuple[int, str]], place: int) -> _List:
    above = [words.strip() for _, words in lines[max(0, place - _HEADINGS_ABOVE) : place]]
    below = lines[place + 1][1].strip() if place + 1 < len(lines) else ""
    own = lines[place][1].strip()
    # A day beside the names of the columns goes before one of the headings above.
    since = _since([own, *([below] if below.startswith("(") else [])]) or _since(above[::-1])
    named = [words for words in above if len(words) <= _LONGEST and not words.endswith(".")]
    return _List(" · ".join([*named, own]), since)


def _since(lines: Sequence[str]) -> date | None:
    """Return the one day from which a list applies, as the first line that has such a day says."""
    for words in lines:
        days = {day for span, day in find_dates(words) if _APPLIES.search(words, 0, span.start)}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _rate(row: re.Match[str], start: int, over: _List) -> Rate:
    says, name = read_anywhere(row["name"])
    if not name[:1].isupper():  # "pr. påbegyndt km ud over 21 km" has no name but this
        name = row["name"]
    return Rate(
        name=name,
        names=(row["code"],),
        amount=find_numbers(row["amount"])[0].value,
        printed=row["amount"],
        unit=Unit(KRONER, ordered(says.per)),
        agreement=None,
        agreement_year=None,
        validity=says.validity if says.dated else Validity(over.since, None),
        origin=Origin.EXTRACTED,
        span=Span(start + row.start("code"), start + row.end("amount")),
        figure=Span(start + row.start("amount"), start + row.end("amount")),
        about=over.about,
    )
