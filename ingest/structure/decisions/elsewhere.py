"""Decisions that an item quotes: those of other bodies, and of earlier meetings.

An item often tells what others decided before ("Beslutning i Økonomiudvalget den 3.5.2019"), below
a heading of its own ("Tidligere behandling") or right above this meeting's words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN
from index.danish.days import find_dates
from index.documents import Body, Section, SectionKind
from ingest.structure.layout.vocabulary import is_history

_EARLIER = re.compile(
    r"^tidligere\s|^(?:sidste|seneste|forrige|foregående)\s+\w*møde"
    r"|\b(?:fra|på|af|i)\s+(?:(?:\w+s|det)\s+)?(?:sidste|seneste|forrige|tidligere|foregående)\b",
    re.IGNORECASE,
)
"""In a heading: what an earlier meeting decided."""
_NOW = re.compile(
    r"\b(?:i\s+dag|dagens|dette\s+møde|mødets|nærværende|endelig(?:e|t)?\s+beslutning)\b",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s*(?P<month>{MONTH_PATTERN})\b|(?<![\d/.-])(?P<d>\d{{1,2}})[./-](?P<m>1[0-2]|0?[1-9])\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[a-zæøå]{4,}", re.IGNORECASE)
_NO_NAME = frozenset(
    (
        "beslutning",
        "beslutninger",
        "udvalget",
        "udvalg",
        "mødet",
        "behandling",
        "hvad",
        "begge",
        "alle",
    )
)
_ANY_BODY = re.compile(r"(?:udvalget|rådet|nævnet)s?", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:\b(?:i|fra|af)\s+(?P<after>[A-ZÆØÅ].{2,90})|^(?P<owner>[A-ZÆØÅ][^:]{2,80}?)(?<!\sog)(?<!\ssamt)(?<!\seller)s?\s+(?:beslutning|(?<=s\s)afgørelse|besluttede|vedtog|konkluderede)"
    r"|^(?P<dated>[A-ZÆØÅ][^\d]{2,80}?)\s*,?\s+(?:den\s+|d\.\s*)?\d)"
)


def own_decisions_only(
    sections: Sequence[Section], body: Body | None, day: date | None
) -> tuple[Section, ...]:
    """Turn the quoted decisions of earlier meetings and other bodies into background.

    A decision is this meeting's own when its heading names no other day and no other body; where
    an item has none like that, the last that is of the meeting's day. What stands below a heading
    for what was before ("Tidligere behandling") has that heading in its path.
    """
    told = tuple(_under_history(sections))
    foreign = {s.index for s in told if _is_foreign(s, body, day)}
    sure = {s.index for s in told if s.index in foreign and _is_of_others_then(s, body, day)}
    for item in {s.item for s in told if s.index in foreign}:
        decided = [s for s in told if s.item == item and s.kind is SectionKind.DECISION]
        if all(s.index in foreign for s in decided):
            same_day = [s for s in decided if day is not None and not _is_of_other_day(s, day)]
            foreign -= {s.index for s in same_day[-1:] if _has_day(s)}
            if day is None:
                foreign -= {decided[-1].index}
        else:
            sure |= {s.index for s in decided if s.index in foreign}
    return tuple(_told(s, sure) if s.index in foreign else s for s in told)


def _told(section: Section, sure: set[int]) -> Section:
    """Return a quoted decision as background; as text where it may yet be this meeting's."""
    kind = SectionKind.BACKGROUND if section.index in sure else SectionKind.TEXT
    return replace(section, kind=kind)


def _under_history(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the sections, those on what was before under the heading that says so."""
    heading: str | None = None
    item: int | None = None
    for section in sections:
        named = section.heading or ""
        if section.item != item or (heading and not _names_who_or_when(named)):
            heading = None
        item = section.item
        if heading is not None:
            yield replace(section, kind=SectionKind.BACKGROUND, path=(*section.path, heading))
            continue
        if section.kind is SectionKind.BACKGROUND and is_history(named):
            heading = named
        yield section


def _names_who_or_when(heading: str) -> bool:
    """Tell whether a heading is of one decision among several: "Byrådet, 14. maj 2019"."""
    return _NAMES.search(heading) is not None or _DAY_OF_MONTH.search(heading) is not None


def _is_foreign(section: Section, body: Body | None, day: date | None) -> bool:
    if section.kind is not SectionKind.DECISION or section.heading is None:
        return False
    if _NOW.search(section.heading):
        return False
    if _is_of_other_day(section, day):
        return True
    return _EARLIER.search(section.heading) is not None or _names_other(section.heading, body)


def _is_of_other_day(section: Section, day: date | None) -> bool:
    """Tell whether a heading names a day that is not the meeting's, be it without its year."""
    heading = section.heading or ""
    if day is None:
        return False
    named = next((found for _, found in find_dates(heading)), None)
    if named is not None:
        return named != day
    return any((day.day, day.month) != found for found in _days_of_month(heading))


def _is_of_others_then(section: Section, body: Body | None, day: date | None) -> bool:
    """Tell whether a heading names both another body and another day: surely not this meeting."""
    return _is_of_other_day(section, day) and _names_other(section.heading or "", body)


def _has_day(section: Section) -> bool:
    return _DAY_OF_MONTH.search(section.heading or "") is not None


def _days_of_month(words: str) -> Iterator[tuple[int, int]]:
    for found in _DAY_OF_MONTH.finditer(words):
        month = MONTH_NUMBERS[found["month"].lower()] if found["month"] else int(found["m"])
        yield int(found["day"] or found["d"]), month


def _names_other(heading: str, body: Body | None) -> bool:
    """Tell whether a heading names a body, and not this one."""
    match = _NAMES.search(heading)
    if match is None or body is None:
        return False
    name = match["after"] or match["owner"] or match["dated"]
    if body.abbreviation and re.search(rf"\b{re.escape(body.abbreviation)}\b", name):
        return False
    theirs = {w[:7].casefold() for w in _WORDS.findall(re.split(r"\bden\b|\d", name)[0])} - _NO_NAME
    ours = {w[:7].casefold() for w in _WORDS.findall(body.name)}
    return bool(theirs) and not theirs & ours and not _ANY_BODY.fullmatch(name.strip())
