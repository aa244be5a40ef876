"""Case numbers as Danish authorities write them, and their normal form.

A label ("Sagsnr.", "Journalnummer", "Brevid") makes almost any number a case number. Without one,
only forms that nothing else has count: "1-30-72-120-18", "16/34038", "2012-21786", "330-2018-3619",
"85.02.02-G01-5-17". Amounts, dates, telephone and company numbers are none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from index.danish.days import find_dates
from index.spans import Span

_LABEL = (
    r"(?:sag(?:s|en?s)?[\s-]{0,2}(?:nummer|numre|nr|id)|sag|case(?:\s+(?:number|no|file))?"
    r"|journal[\s-]?(?:nummer|nr)|j\.?[\s-]?nr|jnr"
    r"|brev[\s-]?id|dok(?:ument)?\.?[\s-]?(?:nummer|nr|id)|dok|esdh(?:[\s-]?(?:nr|sag|id))?"
    r"|acadre(?:[\s-]?(?:nr|sag))?|edoc(?:[\s-]?(?:nr|sag))?|360[\s-]?sag|captia[\s-]?nr"
    r"|ref(?:erence)?[\s-]?nr)"
)
_NUMBER = (
    r"(?:(?=[\w./-]*\d)"
    # A bare "Sag 4" is an item of an agenda, so a lone run of digits must be long.
    r"(?:(?:[A-ZÆØÅ]{1,5}[-.]?)?\d[\dA-ZÆØÅ]*(?:[-./–][\dA-ZÆØÅ]+)+"
    r"|(?:[A-Z]{1,5}-?)?\d{5,12}))"
)
_LABELLED = re.compile(
    rf"(?<![\wÆØÅæøå])(?P<label>{_LABEL})\b\.?\s{{0,3}}[:#]?\s{{0,3}}"
    rf"(?P<number>{_NUMBER})(?![\w])(?![-/]\d)",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"(?:\s{{0,2}}(?:,|;|og|and)\s{{0,2}})(?P<number>{_NUMBER})(?!\w)", re.I)
"""Another number after a labelled one: "Sagsnr. 16/34038 og 17/1204"."""

_LEADING = re.compile(
    rf"\W{{0,3}}(?:{_LABEL})\b\.?\s{{0,3}}[:#]?\s{{0,3}}{_NUMBER}(?:\s{{0,2}}(?:,|;|og)\s{{0,2}}{_NUMBER}){{0,4}}"
    r"(?=\s*(?:[.;:)\]]+(?:\s|$)|[–—-]\s|$))",
    re.IGNORECASE,
)

_BARE = re.compile(
    r"(?<![\w.,/–-])(?<![\d]\s)(?P<number>"
    # 1-30-72-120-18: five groups of digits (four with a year of four digits at the end)
    r"\d{1,2}-\d{1,2}-\d{1,3}-\d{1,5}-\d{2}"
    r"|\d{1,2}-\d{1,2}-\d{1,4}-\d{2}(?!\d)"
    # 85.02.02-G01-5-17: a KLE number
    r"|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2}"
    # 306-2009-600
    r"|\d{2,4}-(?:19|20)\d{2}-\d{2,7}"
    # 2012-21786, 12-001557: a year and a serial number
    r"|(?:19|20)\d{2}-(?!(?:19|20)\d\d(?!\d))\d{4,7}"
    r"|\d{2}-\d{6}"
    # 16/34038; but "12/2018" is a month and "2018/2019" two years
    r"|(?:(?:19|20)\d{2}|[019]\d|2\d)/(?!(?:19|20)\d\d(?!\d))\d{3,7}"
    r"|EMN-\d{4}-\d{3,7}|SAG-\d{2,4}-\d{3,7}|S\d{4}-\d{3,8}"
    r")(?![\w%])(?![-/–]\d)(?![.,]\d)"
)
_NOT_BEFORE = re.compile(
    r"(?:tlf|telefon|mobil|fax|cvr|se-nr|ean|cpr|kr|kroner|konto(?:nr|nummer)?|p-?nr|isbn|issn|reg)"
    r"[.:]{0,2}(?:\s?nr\.?:?)?\s{0,2}$",
    re.IGNORECASE,
)
_NOT_BEFORE_LENGTH = 20
_AMOUNT_AFTER = re.compile(r"\s{0,2}(?:kr\b|kroner|mio|mia|t\.?kr|%|pct|procent)", re.IGNORECASE)


def normalise(number: str) -> str:
    """Return the form by which two spellings of a case number are equal."""
    return re.sub(r"\s+", "", number).replace("–", "-").strip(".:,;-/").upper()


def find_case_numbers(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the case numbers in `text` with where they stand (without the label), in order."""
    found = dict(_labelled(text))
    taken = sorted(found)
    days = {span.start: span.end for span, _ in find_dates(text)}
    for match in _BARE.finditer(text):
        span = Span(*match.span("number"))
        if span in found or _is_other(text, match, days):
            continue
        if not _inside(span, taken):
            found[span] = normalise(match["number"])
    return tuple(sorted(found.items()))


def leading_case_numbers(text: str) -> tuple[str, ...]:
    """Return the labelled case numbers that open a text and stand apart from its first sentence.

    "Sagsnr. 24/1530. Siden 2022 har …" opens with one; "Sag 24/1530 blev udsat" speaks of one.
    """
    opening = _LEADING.match(text)
    if opening is None:
        return ()
    found = find_case_numbers(opening.group())
    return tuple(number for _, number in found)


def _labelled(text: str) -> Iterator[tuple[Span, str]]:
    for match in _LABELLED.finditer(text):
        if not _is_worth_its_label(match["label"], match["number"]):
            continue
        yield Span(*match.span("number")), normalise(match["number"])
        further = _FURTHER.match(text, match.end())
        while further:
            yield Span(*further.span("number")), normalise(further["number"])
            further = _FURTHER.match(text, further.end())


def _is_worth_its_label(label: str, number: str) -> bool:
    # "sag" alone is an everyday word, and "sag 2.4" or "sag 1.5.2019" is no case number.
    if label.lower() not in {"sag", "case", "dok"}:
        return True
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,4})+", number) or find_dates(number):
        return False
    return len(re.sub(r"\D", "", number)) >= 5  # shorter ones are item numbers


def _is_other(text: str, match: re.Match[str], days: dict[int, int]) -> bool:
    """Tell whether what looks like a case number is a date, an amount, a telephone number."""
    start, end = match.span("number")
    if days.get(start, -1) >= end:
        return True
    before = text[max(0, start - _NOT_BEFORE_LENGTH) : start]
    return bool(_NOT_BEFORE.search(before) or _AMOUNT_AFTER.match(text, end))


def _inside(span: Span, taken: list[Span]) -> bool:
    # `taken` is short (labelled numbers) but a hostile text may hold many: look at neighbours only.
    place = bisect_right(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, place - 1) : place + 1])
