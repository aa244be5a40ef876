"""Lines that hold more than one: text scraped without its line breaks, items of an e-mail.

"Ad. 1 Dagsorden: Godkendt. Ad. 2 Budget: Udsat." are two items, each a title and what was said.
A line is only cut where its own marks say so: numbers that rise by one from 1, a label and a colon.
"""

import re
from collections.abc import Iterator, Sequence

from index.danish.case_numbers import leading_case_numbers

HEADING_LENGTH = 200
"""Characters. A longer line is never a heading; it keeps the patterns off megabytes of prose."""
BULLET = re.compile(r"(?:[•·◦▪■●○*–—-]|\uf0b7|o(?=\s{2,}))\s+")
"""A list mark at the start of a line."""

_LABEL = (
    r"(?:(?:Til\s+)?(?:[Pp]unkt|[Pp]kt\.?|PUNKT|PKT\.?)"
    r"|(?:Ad|AD)\.?(?:\s+(?:punkt|pkt\.?))?|Sag\s+nr\.?)"
)
_MARK = re.compile(
    rf"(?:^|(?<=[.!?:;)\"”]\s)\s*)(?P<label>{_LABEL})\s*(?P<number>\d{{1,2}})(?![\w/-]|[.,]\d)[.:,)]?\s+(?=\S)"
)
_PLAIN_MARK = re.compile(
    r"(?:^|(?<=[.!?:;)\"”]\s)\s*)(?P<label>)(?P<number>\d{1,2})[.)]\s+(?=[A-ZÆØÅ])"
)
_HEAD = re.compile(
    r"(?<=[.!?)]\s)\s*(?=(?:Til\s?stede(?:\s+var)?|Deltagere|Deltog|Mødt|Mødedeltagere|Afbud(?:\s+fra)?|Fraværende"
    r"|Ikke\s+til\s?stede|Dagsorden|Mødested|Sted|Mødeleder|Ordstyrer|Formand|Referent)\s*:\s"
    r"|Næste\s+møde\b)"
)
_PART = re.compile(
    r"(?<=[.!?:]\s)\s*(?=(?:Resum[eé]|Sammendrag|Baggrund|Sagsfremstilling|Indstilling|Økonomi|Beslutning"
    r"|Konklusion|Referat|Bilag|Udvalgets\s+beslutning|Bestyrelsens\s+beslutning)\s*:\s)"
)
_ANSWER = re.compile(
    r"(?<=[.!?:]\s)(?<!\d\.\s)(?=(?:(?:[Uu]dvalgets|[Rr]ådets|[Nn]ævnets|[Bb]estyrelsens)\s+b|[A-ZÆØÅ][a-zæøå]+ens\s+i|[BI])"
    r"(?:eslutning|ndstilling)(?:en)?\s*:\s+\S)"
)
"""What is recommended and what was decided, in a paragraph that lost its line breaks."""
_LABELS = re.compile(
    r"(?:^|(?<=[.!?:]\s))(?:\w+\s)?(?P<label>resum[eé]|baggrund|sagsfremstilling|indstilling|beslutning)(?:en)?\s*:",
    re.IGNORECASE,
)
_SEVERAL = 2
"""Labels in one paragraph: a single "Beslutning:" may quote what others decided."""
QUOTED = re.compile(
    r"(?:historik|tidligere\b|\w*(?:udvalg|råd|nævn|bestyrelse)(?:et|en|n)?\W+(?:den\s+|d\.\s*)?\d)[^.]*(?:\.[^.]{0,20}){0,3}[.:]\s+$",
    re.IGNORECASE,
)
"""Before a label of what was decided earlier, or by whom else: "Økonomiudvalget 3. maj 2012."."""
NEAR = 120
"""Characters before a label that say whose it is."""
_FEWEST = 3
"""Marks that rise from 1: two may be references."""
_LONGEST_TITLE = 110
_LONGEST_LINE = 200_000
"""Characters: some sixty pages. A longer line is no scraped paper but a file of another kind."""
_TITLE_END = re.compile(r"(?::|(?<=[a-zæøå0-9)])[.!?])\s+(?=\S)")
_COLON = re.compile(r":\s+(?=\S)")
_FEWEST_WORDS = 3
"""Of a sentence behind a title and a colon: fewer may be the second half of the title."""


def cuts_in(words: str, below: str = "") -> list[int]:
    """Return the places in a line, rising, where another line should begin.

    Above a case number, `below`, a line with one mark is the whole heading of an item: "Pkt. 5.
    Havnen: de tre moler." over "J.nr. 1998-12".
    """
    if not HEADING_LENGTH < len(words) <= _LONGEST_LINE:
        return _few_cuts(words, None if leading_case_numbers(below) else _behind_title(words))
    marks = _rising(_MARK.finditer(words)) or _rising(_PLAIN_MARK.finditer(words))
    if len(marks) < _FEWEST:
        return _few_cuts(words, _behind_title(words))
    found = {mark.start() for mark in marks}
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    for mark, end in zip(marks, ends, strict=True):
        title = _TITLE_END.search(words, mark.end(), min(end, mark.end() + _LONGEST_TITLE))
        if title is not None:
            found.add(title.end())
    found.update(match.start() for match in _HEAD.finditer(words, 0, marks[0].start()))
    behind = (*_PART.finditer(words, marks[0].end()), *_HEAD.finditer(words, marks[-1].end()))
    # "4. Beslutning:" is an item of that name.
    found.update(m.start() for m in behind if all(m.end() != mark.end() for mark in marks))
    return sorted(found - {0})


def _few_cuts(words: str, title: int | None) -> list[int]:
    """Return the places of a line that does not hold several items."""
    found = {title} if title is not None else set()
    if (
        len(words) <= _LONGEST_LINE
        and len({m["label"].lower() for m in _LABELS.finditer(words)}) >= _SEVERAL
    ):
        for answer in _ANSWER.finditer(words):
            if not QUOTED.search(words, max(0, answer.start() - NEAR), answer.start()):
                found.add(answer.start())
    return sorted(found - {0})


def _behind_title(words: str) -> int | None:
    """Return where the text begins in "Punkt 2, tema: Vi vælger KOL."."""
    bullet = BULLET.match(words)
    start = bullet.end() if bullet else 0
    mark = _MARK.match(words[start:])
    if mark is None:
        return None
    colon = _COLON.search(words, start + mark.end(), start + mark.end() + _LONGEST_TITLE)
    if colon is None or words[-1] not in ".!?":
        return None
    first = words[colon.end() : colon.end() + HEADING_LENGTH].split()
    return colon.end() if len(first) >= _FEWEST_WORDS else None


def _rising(marks: Iterator[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Return the marks whose numbers are 1, 2, 3 … in one style, in order."""
    chosen: list[re.Match[str]] = []
    for mark in marks:
        if int(mark["number"]) == len(chosen) + 1:
            chosen.append(mark)
    return chosen
