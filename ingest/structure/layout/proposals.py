"""The proposals of a general assembly, each an item of its own: "A. Leje. Bestyrelsen foreslår …".

They stand below one item, "Indkomne forslag", and each has a fate of its own. Only marks that rise
by one below such a title count, and at least two: one letter may be anybody's initial.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.structure.layout.run_on import HEADING_LENGTH

_TITLE = re.compile(
    r"\W{0,3}(?:punkt\s+|pkt\.?\s+|ad\.?\s+)?(?P<number>\d{1,2})?[.):]*\s*"
    r"(?:behandling\s+af\s+)?(?:(?:rettidigt\s+)?indkomne\s+|eventuelle\s+|modtagne\s+|øvrige\s+)?forslag"
    r"(?:\s+(?:fra\s+[^.:]{2,60}|til\s+(?:behandling|afstemning|vedtagelse)))?\s*[.:]?\W{0,3}",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"\W{0,3}(?:(?P<letter>[A-Z])[.)]|\d{1,2}\.(?P<point>\d{1,2})[.)]?|\d{1,2}\s?(?P<lettered>[a-z])[.)]"
    r"|(?i:forslag)\s+(?P<nr>\d{1,2})\s*[:.)])\s+(?P<title>[A-ZÆØÅ].*)",
    re.DOTALL,
)
_NEXT = re.compile(
    r"\W{0,3}(?:punkt\s+|pkt\.?\s+|ad\.?\s+)?(?P<number>\d{1,2})[.):]*\s+[A-ZÆØÅ]", re.I
)
_TITLE_END = re.compile(r"(?:(?<=[a-zæøå0-9)])|(?<=[A-ZÆØÅ]{2}))\.\s+(?=[A-ZÆØÅ])")
_LONGEST = 110
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line that begins a proposal."""

    line: int
    number: str
    """Of the item that it belongs to, with its own letter or number: "4a", "4.1"."""
    title: str


def proposals_in(words: Sequence[str], parent: str | None) -> list[Proposal]:
    """Return the proposals among the lines below an item of that number, if there are several."""
    runs: dict[str, list[Proposal]] = {}
    for at, text in enumerate(words):
        mark = _MARK.match(text)
        if mark is None:
            continue
        style = next(k for k in ("letter", "point", "lettered", "nr") if mark[k] is not None)
        run = runs.setdefault(style, [])
        if _place(mark[style]) == len(run) + 1:
            title = mark["title"].strip(" .:")
            run.append(Proposal(at, _number(parent, style, mark[style]), title))
    best = max(runs.values(), key=len, default=[])
    return best if len(best) >= _FEWEST else []


def texts_of_proposals(words: Sequence[str]) -> Mapping[int, int]:
    """Return where the text of a proposal begins that has its title on the same line, by line."""
    found: dict[int, int] = {}
    for start, end, number in _blocks(words):
        marked = [p.line + start for p in proposals_in(words[start:end], number)]
        for at, following in pairwise([*marked, end] if marked else ()):
            if following > at + 1 and len(words[at]) <= HEADING_LENGTH:
                continue  # its text stands below
            title_end = _TITLE_END.search(words[at], words[at].find(" ") + 2, _LONGEST)
            if title_end is not None:
                found[at] = title_end.end()
    return found


def _blocks(words: Sequence[str]) -> Iterator[tuple[int, int, str | None]]:
    """Yield the lines below each title "Indkomne forslag", up to the item with the next number."""
    for at, text in enumerate(words):
        title = _TITLE.fullmatch(text) if len(text) <= _LONGEST else None
        if title is None or title["number"] is None:
            continue
        following = str(int(title["number"]) + 1)
        ends = (
            place
            for place in range(at + 1, len(words))
            if (found := _NEXT.match(words[place])) and found["number"] == following
        )
        yield at + 1, next(ends, len(words)), title["number"]


def is_of_proposals(title: str) -> bool:
    """Tell whether an item is called after the proposals that stand below it."""
    return _TITLE.fullmatch(title) is not None


def _place(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1


def _number(parent: str | None, style: str, mark: str) -> str:
    own = f".{mark}" if mark.isdigit() else mark.lower()
    return f"{parent}{own}" if parent else own.strip(".")
