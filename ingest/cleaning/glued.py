"""Cells of a page that were glued together when its tags were stripped.

"Deltagere:Ib Krog" was a label with a cell beside it, "2. Ny broUdvalget drøftede sagen." a heading
with a text below it, and "9. Eventuelt1. Ny bro" the end of an agenda with the first heading. A
capital within a word proves nothing, for names have such: so headings are parted from their texts
only where most numbered lines are glued.
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
