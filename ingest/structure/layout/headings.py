"""Headings that only their looks give away: short lines over text, numbers, §§, annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.vocabulary import part_heading

_LONGEST = 120
_MOST_WORDS = 14
_LIST_TITLE_WORDS = 5
"""A line over a list is a heading up to so many words, and a lead-in sentence beyond."""
_UNSPACED_WORDS = 6
"""Without an empty line above, a longer line is rather a sentence that lost its full stop."""
_TEXT_LENGTH = 80
"""A line this long is running text, whatever it ends with."""

_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<stop>[.)]?)\s+(?=[A-ZÆØÅ\"”»])(?P<title>.+)"
)
_LEGAL = re.compile(
    r"(?P<label>(?:kapitel|afsnit|del|bilag|appendiks|tema|indsatsområde)\s+(?:\d{1,3}|[IVX]{1,5}|[A-H])\b"
    r"|§+\s*\d{1,3}\s?[a-z]?(?=[\s.:–-]|$)|stk\.\s*\d{1,2}\b)[.:]?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_LEGAL_LEVELS = (("§", 2), ("stk", 3))
_FUNCTION_WORDS = re.compile(
    r"(?:^|\s)(?:at|og|eller|fra|til|for|i|med|på|af|er|om|som|der|den|det|de|en|et|har|kan|skal|vil"
    r"|samt|følgende|under|ved|mellem)$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\s(?:er|var|blev|bliver|har|havde|skal|skulle|kan|kunne|vil|ville|får|fik|der)\s",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\s(?:er|var|udgør|udgjorde|bliver|gælder|fremgår|[a-zæøå]{3,}[dgklmprtvæøå]es)[\s,:]"
)
"""A verb by which a sentence says what the table below it holds."""
_NO_HEADING = re.compile(
    r"@|www\.|https?:|\btlf\b|\btelefon|\bmail\b|^e-?mail|^dato\b|^sagsnr|^j\.?\s?nr|^ref\.|^side\s\d"
    r"|\bkl\.\s?\d|^sags?(?:nr|id|behandler)|\d\s?(?:kr\b|%)|^\d+$|^tabel\s\d|^figur\s\d|^kilde\b"
    r"|^(?:indgået|vedtaget|godkendt|revideret|udarbejdet|version|senest)\b.*\d"
    r"|(?<![\d.])\d{1,3}(?:\.\d{3})+(?:,\d+)?$"
    r"|^med venlig hilsen|^til:|^fra:|^cc:|^vedr",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlainHeading:
    """A heading, its depth, and how much of its line it takes."""

    line: int
    level: int
    title: str
    length: int
    """Characters of the line; text follows on it where this is less than the whole."""


def plain_headings(lines: Sequence[Line], *, strict: bool) -> list[PlainHeading]:
    """Return the headings among consecutive lines of one document.

    Args:
        lines: Any run of lines; the last can be no heading unless the format says so.
        strict: Inside an agenda item: only over running text, and never a numbered line.
    """
    found: list[PlainHeading] = []
    # From the end, because a line may be a heading for the reason that the next one is.
    below: PlainHeading | None = None
    for place in range(len(lines) - 1, -1, -1):
        below = _heading(lines, place, below, strict)
        if below is not None:
            found.append(below)
    return found[::-1]


def _heading(
    lines: Sequence[Line], place: int, below: PlainHeading | None, strict: bool
) -> PlainHeading | None:
    line = lines[place]
    if line.chrome or line.table:
        return None
    if line.level and line.short:
        return PlainHeading(line.index, line.level, without_mark(line.text), len(line.text))
    following = lines[place + 1] if place + 1 < len(lines) else None
    legal = None if strict else _legal(line)
    if legal is not None:
        return legal
    if not _has_form(line) or following is None:
        return None
    if not line.blank_after and (following.text[0].islower() or _is_sentence(line.text)):
        return None  # the first line of a paragraph on a narrow page
    previous = lines[place - 1] if place else None
    if not _stands_apart(line, previous):
        return None
    part = part_heading(line.text)
    if not strict and part is not None and not following.bulleted:
        # "Afbud fra: Gerda" is a label with what it is for, and a heading as far as the label.
        return PlainHeading(line.index, 1, part.heading, part.length)
    numbered = _NUMBERED.fullmatch(line.text)
    if numbered is not None:
        return None if strict else _numbered(line, numbered, previous, following)
    if line.text[0].isdigit() or not _leads(lines, place, below is not None, strict):
        return None
    title = line.text.rstrip(":").rstrip()
    return PlainHeading(line.index, 1, title, len(line.text))


def _is_sentence(words: str) -> bool:
    """Tell whether a line has a verb that headings go without, so that it goes on in the next."""
    return (
        len(words.split()) > _UNSPACED_WORDS
        and words[-1] not in "?:"
        and _FINITE.search(words) is not None
    )


def _has_form(line: Line) -> bool:
    words = line.text
    if not line.short or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS:
        return False
    if line.bulleted or not (words[0].isupper() or words[0].isdigit() or words[0] in '"”»'):
        return False
    if words[-1] in ".,;!–-" and part_heading(words) is None:
        return False
    return not (_NO_HEADING.search(words) or _FUNCTION_WORDS.search(words.rstrip(":")))


def _stands_apart(line: Line, previous: Line | None) -> bool:
    if line.blank_before or previous is None:
        return True
    if len(line.text.split()) > _UNSPACED_WORDS and not line.text.endswith(":"):
        return False
    return previous.bulleted or previous.text[-1] in '.!?:)”"' or previous.level > 0


def _leads(lines: Sequence[Line], place: int, heading_below: bool, strict: bool) -> bool:
    """Tell whether what follows is what a heading stands over."""
    line, following = lines[place], lines[place + 1]
    if following.table and line.text.endswith(":") and _STATES.search(line.text):
        return False  # "Honoraret udgør i hvert år:" leads into its table, below the heading above
    if following.table or following.chrome:
        return following.table and not strict
    words = len(line.text.split())
    if following.bulleted:
        return not strict and not line.text.endswith(":") and words <= _LIST_TITLE_WORDS
    if heading_below:
        return not strict
    if strict and following.text.endswith(":"):
        return len(following.text) >= _TEXT_LENGTH
    leads_in = place + 2 < len(lines) and lines[place + 2].bulleted
    return is_running_text(following) or (leads_in and not strict)


def is_running_text(line: Line) -> bool:
    """Tell whether a line is prose rather than a cell, a name or a heading."""
    if len(line.text) >= _TEXT_LENGTH:
        return True
    return line.text[-1] in ".:?!" and len(line.text.split()) > _LIST_TITLE_WORDS


def _numbered(
    line: Line, match: re.Match[str], previous: Line | None, following: Line
) -> PlainHeading | None:
    # Numbers on neighbouring lines are a list, not headings.
    if any(
        other is not None
        and (found := _NUMBERED.fullmatch(other.text)) is not None
        and found["number"].count(".") == match["number"].count(".")
        for other in (previous, following)
    ):
        return None
    level = match["number"].count(".") + 1
    return PlainHeading(line.index, level, line.text, len(line.text))


def _legal(line: Line) -> PlainHeading | None:
    """Read "§ 4 …", "Stk. 2", "Kapitel 3", "Bilag 1: …"."""
    match = _LEGAL.match(line.text[:_LONGEST])
    if match is None or (not line.blank_before and not line.text.startswith(("§", "Stk", "stk"))):
        return None
    label = match["label"]
    level = next((n for mark, n in _LEGAL_LEVELS if label.lower().startswith(mark)), 1)
    rest = match["rest"].strip()
    is_sign = label[0] == "§" or label.lower().startswith("stk")
    if is_sign and (level == 3 or len(line.text) > _LONGEST or rest.endswith((".", ",", ":", ";"))):
        return PlainHeading(line.index, level, label, match.start("rest"))
    if len(line.text) > _LONGEST or rest.endswith((".", ",", ";")) or rest[:1].islower():
        return None
    return PlainHeading(line.index, level, line.text.rstrip(":").rstrip(), len(line.text))
