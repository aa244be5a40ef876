"""Cells, labels and headings of a page that were glued together when its tags were stripped.

"Deltagere:Ib Krog" was a label with a cell beside it, "2. Ny broUdvalget drøftede sagen." a heading
with a text below it, "9. Eventuelt1. Ny bro" the end of an agenda with the first heading, and
"Godkendt2. Budget" a decision with the next one. A capital within a word proves nothing, for names
have such: so headings are parted from their texts only where most numbered lines are glued, and
from what is above them only where a list names them.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.cleaning.edits import Edit

_SPACE, _LINE = "space", "line break"
_LABEL = re.compile(
    r"^[A-ZÆØÅ][a-zæøå]{2,}(?:\s[a-zæøå]+){0,2}:(?=[A-ZÆØÅ0-9][\w.]*(?:\s|$))(?!\d{1,2}$)",
    re.MULTILINE,
)
_NUMBERED = re.compile(
    r"^[ \t]*(?P<number>\d{1,2})\.[ \t]+(?P<words>[A-ZÆØÅ].{3,400})$", re.MULTILINE
)
_SEAM = re.compile(r"(?<=[a-zæøå0-9)?])(?=[A-ZÆØÅ][a-zæøå]+[\s,])")
_FEWEST = 3
"""Numbered lines, rising from 1, that a page with glued headings has."""
_MOST = 0.6
"""Share of them that must be glued."""
_GLUED_LABEL = re.compile(
    r"^[ \t]*(?:Møde(?:sted|dato|tid|tidspunkt)|Sted|Lokale|Lokation|Dato|Tidspunkt"
    r"|Starttidspunkt|Sluttidspunkt|Udvalg|Råd|Formand|Mødeleder"
    r"|Referent|Deltagere|Afbud|Fraværende)(?=[A-ZÆØÅ][a-zæøå]|\d)",
    re.M,
)
_GLUED_CONTENTS = re.compile(
    r"^[ \t]*(?:Indholdsfortegnelse|Dagsorden|Punkter|Sagsoversigt)(?=\d{1,3}\. [A-ZÆØÅ])", re.M
)
_NUMBERED_LINE = re.compile(r"^[ \t]*(\d{1,3}\. [A-ZÆØÅ][^\n]{2,150}?)[ \t]*$", re.M)
_GLUED_HEADING = re.compile(r"(?<=[a-zæøå.?!)])(\d{1,3}\. [A-ZÆØÅ][^\n]{2,150})$", re.M)
_GLUED_FIRST = re.compile(
    r"(?<=[.?!)])[ \t]+(1\. [A-ZÆØÅ][^.\n]{2,60}:?)$"
    r"(?=(?:\n(?![ \t]*1\. )[^\n]*){1,8}?\n[ \t]*2\. [A-ZÆØÅ])",
    re.M,
)
"""The first heading of a list, behind what is said above: "(syg). 1. Dagsorden" over "2. …"."""
_NEAR = 2
"""Lines from one glued label to the next."""


def part_glued(text: str) -> Iterator[Edit]:
    """Yield the white space between labels or headings and what is glued to them."""
    for label in _LABEL.finditer(text):
        yield Edit(label.end(), label.end(), " ", _SPACE)
    numbered: list[re.Match[str]] = []
    for line in _NUMBERED.finditer(text):
        if int(line["number"]) == len(numbered) + 1:
            numbered.append(line)
    if (heading := _first_heading(numbered)) is not None:
        yield Edit(heading, heading, "\n\n", _LINE)
        return
    seams = [seam for line in numbered if (seam := _seam(line)) is not None]
    if len(numbered) >= _FEWEST and len(seams) >= _MOST * len(numbered):
        for seam in seams:
            yield Edit(seam, seam, "\n", _LINE)


def _first_heading(numbered: Sequence[re.Match[str]]) -> int | None:
    """Return where the heading of the first item is glued to the end of the list of all."""
    first = numbered[0]["words"].strip() if numbered else ""
    for line in numbered[1:]:
        at = line["words"].rstrip().removesuffix(first)
        if first and at.endswith("1. ") and at != line["words"].rstrip():
            return line.start("words") + len(at) - len("1. ")
    return None


def _seam(line: re.Match[str]) -> int | None:
    """Return where a sentence begins that is glued to the title of a numbered line."""
    if not line["words"].rstrip().endswith((".", "!", "?", ":")):
        return None
    seam = _SEAM.search(line.string, line.start("words") + 1, line.end())
    return seam.start() if seam is not None else None


def part_labels(text: str) -> Iterator[Edit]:
    """Yield a line break behind labels that are glued to what they name ("MødestedByrådssalen").

    Lists of terms lose what stands between the two; one such line alone may be a word.
    """
    found = list(_GLUED_LABEL.finditer(text))
    for place, one in enumerate(found):
        beside = found[max(0, place - 1) : place] + found[place + 1 : place + 2]
        if any(
            text.count("\n", *sorted((one.start(), other.start()))) <= _NEAR for other in beside
        ):
            yield Edit(one.end(), one.end(), "\n", _LINE)


def part_headings(text: str) -> Iterator[Edit]:
    """Yield a line break before a heading that a list of contents names, glued to what is above.

    "Godkendt2. Budget" is a heading where "2. Budget" stands in the list on a line of its own.
    """
    for found in _GLUED_CONTENTS.finditer(text):
        yield Edit(found.end(), found.end(), "\n", _LINE)
    for found in _GLUED_FIRST.finditer(text):
        yield Edit(found.start(1), found.start(1), "\n\n", _LINE)
    listed = {found[1] for found in _NUMBERED_LINE.finditer(text)}
    for found in _GLUED_HEADING.finditer(text) if listed else ():
        if found[1].rstrip() in listed:
            yield Edit(found.start(), found.start(), "\n\n", _LINE)
