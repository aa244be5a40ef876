"""What the head of a document says: date, time, place, chair and case numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN
from index.danish.case_numbers import find_case_numbers
from index.danish.days import find_dates, without_dates
from index.spans import Span
from ingest.structure.head.decision_days import decided_on
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.vocabulary import part_heading
from ingest.structure.people import parse_person

HEAD_LINES = 60
"""Non-empty lines in which the head of a document without an agenda must lie."""
_TOP = 8
"""Lines in which a day that is called the meeting's is so, though an item seems to begin there."""

_DATE_LABEL = re.compile(
    r"(?:møde)?(?:dato|tidspunkt|tid)\b|starttidspunkt|dato\s+for\s+mødet|hvornår|afholdt|date\b",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"(?<![\wæøå-])(?:(?P<meeting>møde(?:dato|tidspunkt|tid|dag)\s*:?|dato\s+for\s+mødet\s*:?)|(?:dato|date)\s*:)\s*"
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s*,?\s*)?(?:(?:den|d\.)\s*)?$",
    re.IGNORECASE,
)
"""A label in front of a date, wherever on its line: "Referent: Ib Krog    Dato: 3. maj 2019"."""
_OTHER_DATE = re.compile(
    r"(?:udsen|udskrev|oprette|senest|opdater|afsend|publicer|(?:næste|forrige|sidste|kommende)\s+\w*møde|print"
    r"|godkendt\s+(?:den|d\.|af)"
    r"|revideret|høringsfrist|frist|journaliseret|offentliggjort|slut)",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"\b(?:(?:publicer|offentliggj|udsend|udsendt|udskrev|opdater|oprette|afsend|godkend|revider|journaliser|rundsend"
    r"|fremsend)\w*|modtaget|sendt)\s*:?\s*(?:(?:den|d\.|pr\.?|på|i|af)\s*)?$"
    r"|\b(?:lov|\w*bekendtgørelse|cirkulære|vejledning|forordning)\s+(?:nr\.?\s*[\d/]+\s+)?af\s+(?:(?:den|d\.)\s*)?$"
    # Deadlines, meetings to come or past, and the one that approved these minutes.
    r"|\b(?:senest|inden|forinden|frist\w*|deadline)\s*:?\s*(?:(?:er|for\s+\w+)\s+)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?"
    r"(?:(?:den|d\.)\s*)?$"
    r"|\b(?:næste|forrige|sidste|kommende|foregående)\s+(?:\w+\s+)?\w*møde\w*\s*:?\s*(?:(?:er|holdes|afholdes|var|bliver)\s+)?"
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:(?:den|d\.)\s*)?$",
    re.IGNORECASE,
)
"""Words right before a date that is of the paper and not of the meeting."""
_OF_APPROVAL = re.compile(
    r"\bgodkend\w*\s+(?:(?!\w*referat|\w*dagsorden|\w*protokol)[^\s.,;]+\s+){0,5}?(?:den|d\.)\s*$",
    re.IGNORECASE,
)
"""Words before the day on which another meeting approved the paper."""
_APPROVED = re.compile(
    r"(?:(?:dette\s+)?kommissori(?:um|et)\s+(?:er\s+|blev\s+)?)?(?:(?:endeligt?|revideret\s+og)\s+)?(?:godkendt|vedtaget|tiltrådt)"
    r"(?!\s+\w*(?:referat|dagsorden|budget))\b",
    re.IGNORECASE,
)
"""How a paper tells of its own approval, on a line of its own."""
_OF_ANOTHER = re.compile(
    r"\b(?:senest|inden|frist\w*|evaluer\w*|revider\w*|genbehandl\w*|afløse\w*|erstatte\w*|nedsat\w*|oprettet)\b[^.;]*$",
    re.IGNORECASE,
)
"""Words between an approval and a day that is of something else."""
_OF_VALIDITY = re.compile(
    r"(?:niveau|prisniveau|gælde\w*|virkning|kraft|ophør\w*|opsiges|udløb\w*|periode\w*|regulere\w*)\s*:?"
    r"\s*(?:(?:fra|til|med|senest|den|d\.|pr\.?|på|i|af|indtil)\s*)*$",
    re.IGNORECASE,
)
"""Words right before a date from which something holds."""
_ENDS_BELOW = re.compile(r"\b(?:til(?:\s+og\s+med)?|indtil|t\.o\.m\.)(?:\s+(?:den|d\.))?\s*$", re.I)
"""The end of a line whose period ends on the next one, as text that is wrapped has it."""
_FROM = re.compile(r"\bfra(?:\s+og\s+med)?\s+(?:(?:den|d\.)\s*)?$", re.IGNORECASE)
_LEVEL_BEHIND = re.compile(
    r"\)?\s*-?\s*(?:(?:pris|løn|pris-?\s*og\s*løn|p/?l)-?\s*)?(?:niveau|priser|prisniveau|lønniveau)\b",
    re.IGNORECASE,
)
_LEVEL_BEFORE = re.compile(
    r"niveau(?:et)?\s*:?\s*\(?(?:(?:pr\.?|per|den|d\.|af|i|fra)\s*)*$", re.IGNORECASE
)
"""What makes a day that of prices: "1. oktober 2010-niveau"; nothing was written or held on it."""
_SIGNED = re.compile(r"^[A-ZÆØÅ][\wæøåÆØÅ]+(?:\s[A-ZÆØÅ]?[\wæøå]+)?,?\s+(?:den|d\.)\s+\d")
"""Place and day over signatures: "Viborg, den 12. december 2019"."""
_CLOCK_BEHIND = re.compile(r",?\s+(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?!\d|[.-]\d)")
_MEETING_DATE = re.compile(
    r"\bmøde|^(?:den|d\.)\s|^(?:man|tirs|ons|tors|fre|lør|søn)dag|referat|dagsorden|protokol",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:\bkl(?:okken)?\.?:?\s*|(?<=\d{4}),?\s+)(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?!\d|\.\d)"
    r"|\bkl(?:okken)?\.?\s*(?P<hour>[01]?\d|2[0-3])(?![\d.:])",
    re.IGNORECASE,
)
_TIME_LABEL = re.compile(r"(?:møde)?(?:tid|tidspunkt)\b|starttidspunkt|start\b", re.IGNORECASE)
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_NO_YEAR = re.compile(
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:den|d\.)?\s*(?P<day>\d{{1,2}})\.?\s+"
    rf"(?P<month>{MONTH_PATTERN})\b(?!\.?\s*(?:19|20)\d\d)",
    re.IGNORECASE,
)
_BARE_TIME = re.compile(r"(?<![\d.])(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?!\d|\.\d)")
_PLACE_LABEL = re.compile(
    r"(?:mødested|sted|lokale|mødelokale|lokation|place|hvor)\s*(?P<colon>:)?\s*(?P<place>.*)",
    re.IGNORECASE,
)
_BEHIND_TIME = re.compile(r"\bkl\.?\s*[\d.:]+,\s+([A-ZÆØÅ][^,:]{2,50}(?:,[^:]{2,40})?)$")
_PLACE_WORD = re.compile(
    r"lokale|salen\b|\bsal\b|rådhus|regionshus|gården\b|\bteams\b|\bskype\b|virtuel|videomøde|online"
    r"|hospital|sygehus|\bhotel|konferencecent|mødecent|\w+vej\s+\d|\w+gade\s+\d|\btorv\b|\bzoom\b|telefonmøde",
    re.IGNORECASE,
)
_CHAIR_LABEL = re.compile(
    r"(?:mødeleder|ordstyrer|dirigent|formand|mødeformand|chair)\s*:\s*(?P<name>\S.{2,60})",
    re.IGNORECASE,
)
_CHAIR_ALONE = re.compile(r"(?:mødeleder|ordstyrer|dirigent|formand|chair):?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where a meeting was held."""

    date: date | None
    time: time | None
    place: str | None


def head_of(lines: Sequence[Line], first_item: int | None) -> Sequence[Line]:
    """Return the lines of the head: above the first item, or the first of a page."""
    end = HEAD_LINES if first_item is None else min(first_item, 2 * HEAD_LINES)
    return lines[: max(end, 0)]


def read_meeting(
    head: Sequence[Line],
    lines: Sequence[Line],
    *,
    title: str | None,
    source: str,
    modified: date | None,
) -> Meeting:
    """Read date, time and place from the head; the date, failing that, from elsewhere."""
    dated = _dated_line(head) or _labelled_on_top(lines)
    day = dated[1] if dated else None
    if day is None and title is not None:
        day = next((found for _, found in _days_in(title)), None)
    day = day or decided_on(lines) or _in_source(source)
    if day is None and modified is not None:
        day = _by_weekday(head, modified)
    return Meeting(day, _time(head, dated), _place(head, dated))


def _dated_line(head: Sequence[Line]) -> tuple[Line, date] | None:
    """Return the line with the meeting's date: labelled, beside the meeting, else the first."""
    ranked: list[tuple[int, int, Line, date]] = []
    label_above, above = False, ""
    for line in head:
        words = without_mark(line.text)
        days = _days_in(words)
        if days and days[0][0].start == 0 and _ENDS_BELOW.search(above):
            days = days[1:]
        above = words
        labels = [_LABEL_BEFORE.search(words, 0, span.start) for span, _ in days]
        of_meeting = [one for one, found in zip(days, labels, strict=True) if _of_meeting(found)]
        other = _OTHER_DATE.match(words) and not (_DATE_LABEL.match(words) or of_meeting)
        if not line.short or other:
            label_above = False
            continue
        labelled = _DATE_LABEL.match(words) is not None
        found = of_meeting or [one for one, label in zip(days, labels, strict=True) if label]
        labelled |= bool(found)
        found = found or [one for one in days if not _OF_PAPER.search(words, 0, one[0].start)]
        if found:
            # A day with an hour is that of a meeting, whatever else the head dates.
            clock = _TIME.search(words) or _CLOCK_BEHIND.match(words, found[0][0].end)
            beside = clock is not None or _MEETING_DATE.search(words) is not None
            holds = all(_OF_VALIDITY.search(words, 0, span.start) for span, _ in found)
            holds |= not beside and all(_FROM.search(words, 0, span.start) for span, _ in found)
            if of_meeting:
                rank = -1  # a paper has a day of its own beside it
            elif _OF_APPROVAL.search(words, 0, found[0][0].start):
                rank = 5
            elif labelled or label_above:
                rank = 0
            else:
                # A letter's own day gives way to that of the meeting it reports.
                rank = (
                    6
                    if holds
                    else 1
                    if clock is not None
                    else 2
                    if beside
                    else 3
                    if _SIGNED.match(words)
                    else 4
                )
            running = len(words) > 120
            ranked.append((rank + 4 * running, line.index, line, found[0][1]))
        label_above = labelled and not found
    if not ranked:
        return None
    _, _, line, day = min(ranked, key=lambda entry: entry[:2])
    return line, day


def _labelled_on_top(lines: Sequence[Line]) -> tuple[Line, date] | None:
    """Return the line at the top that calls its day the meeting's, wherever the items begin."""
    for line in lines[:_TOP]:
        words = without_mark(line.text)
        for span, day in _days_in(words) if line.short else ():
            if _of_meeting(_LABEL_BEFORE.search(words, 0, span.start)):
                return line, day
    return None


def _of_meeting(label: re.Match[str] | None) -> bool:
    return label is not None and label["meeting"] is not None


def approved_on(head: Sequence[Line]) -> date | None:
    """Return the day on which a paper says that it was approved itself, the last of several.

    "Godkendt af Regionsrådet den 3. maj 2019" below a title; not the day from which it holds.
    """
    days = [
        day
        for line in head
        if line.short and _APPROVED.match(words := without_mark(line.text))
        for span, day in _days_in(words)
        if not (_OF_VALIDITY.search(words, 0, span.start) or _FROM.search(words, 0, span.start))
        and not _OF_ANOTHER.search(words, 0, span.start)
    ]
    return max(days, default=None)


def _days_in(words: str) -> list[tuple[Span, date]]:
    """Return the days that words name, but for those of a level of prices."""
    return [
        (span, day)
        for span, day in find_dates(words)
        if not (_LEVEL_BEHIND.match(words, span.end) or _LEVEL_BEFORE.search(words, 0, span.start))
    ]


def _in_source(source: str) -> date | None:
    name = source.rsplit("/", 1)[-1]
    compact = re.search(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)", name)
    if compact:
        name = "-".join(compact.groups())
    spaced = re.sub(r"_", " ", re.sub(r"(?<=\d)_(?=\d)", "-", name))
    return next((found for _, found in find_dates(spaced)), None)


def _by_weekday(head: Sequence[Line], modified: date) -> date | None:
    """Return "onsdag den 4. december" in the year, about that of the file, that makes it true."""
    for line in head:
        match = _NO_YEAR.search(line.text) if line.short else None
        if match is None:
            continue
        weekday = _WEEKDAYS.index(match["weekday"].lower())
        month, day = MONTH_NUMBERS[match["month"].lower()], int(match["day"])
        for year in (modified.year, modified.year - 1, modified.year + 1, modified.year - 2):
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if found.weekday() == weekday:
                return found
    return None


def _time(head: Sequence[Line], dated: tuple[Line, date] | None) -> time | None:
    near = [line for line in head if dated and 0 <= line.index - dated[0].index <= 3]
    for line in near:
        match = _TIME.search(line.text)
        if match:
            return _clock(match)
    for place, line in enumerate(head):
        if _TIME_LABEL.match(without_mark(line.text)):
            for other in head[place : place + 2]:
                match = _TIME.search(other.text) or _BARE_TIME.search(without_dates(other.text))
                if match:
                    return _clock(match)
    return None


def _clock(match: re.Match[str]) -> time:
    part = match.groupdict()
    return time(int(part["h"] or part["hour"]), int(part["m"] or 0))


def _place(head: Sequence[Line], dated: tuple[Line, date] | None) -> str | None:
    for place, line in enumerate(head):
        match = _PLACE_LABEL.fullmatch(without_mark(line.text)) if line.short else None
        if match is None:
            continue
        if match["place"] and match["colon"]:
            return match["place"].strip()
        if not match["place"] and place + 1 < len(head):
            return head[place + 1].text
    if dated is None:
        return None
    behind = re.search(
        r"\bkl\.?\s*[\d.:]+(?:\s*[-–]\s*[\d.:]+)?,?\s+(?:i|på)\s+(\S.{2,})", dated[0].text
    )
    if behind:
        return behind[1].strip(" .")
    behind = re.search(
        r"\bkl\.?\s*[\d.:]+,\s+([A-ZÆØÅ][^,:]{2,50}(?:,[^:]{2,40})?)$", dated[0].text
    )
    if behind:
        return behind[1].strip()
    for line in head:
        if 0 < line.index - dated[0].index <= 2 and line.short:
            inside = re.match(r"(?:i|på|sted)\s+(?=\S)", line.text)
            if part_heading(line.text) is None and (inside or _PLACE_WORD.search(line.text)):
                return line.text[inside.end() if inside else 0 :].strip(" ,")
    return None


def chair_in_head(head: Sequence[Line]) -> str | None:
    """Return who led the meeting, where a label says so."""
    for place, line in enumerate(head):
        words = without_mark(line.text)
        if _CHAIR_ALONE.fullmatch(words) and place + 1 < len(head):
            person = parse_person(head[place + 1].text)
            if person is not None:
                return person.name
        match = _CHAIR_LABEL.match(words) if line.short else None
        if match:
            named = parse_person(match["name"])
            return named.name if named else re.split(r"[,(]", match["name"])[0].strip(" .")
    return None


def case_numbers_in(head: Sequence[Line]) -> tuple[str, ...]:
    """Return the case numbers of the document itself."""
    found = (n for line in head if line.short for _, n in find_case_numbers(line.text))
    return tuple(dict.fromkeys(found))
