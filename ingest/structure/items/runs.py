"""Numbered lines right below one another: a list, or the headings of items that have no text.

"2. Museets tag (Lukket punkt)" over "3. Svømmehallens leder (Lukket punkt)" looks like a list, and
is none: it goes on from an item above. A table of contents begins at 1 and says its titles twice.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.documents import SectionKind
from ingest.structure.items.candidates import Candidate, folded_title
from ingest.structure.items.markings import case_numbers_of
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.vocabulary import part_heading

_MOST_SKIPPED = 4
"""Numbers that may lack between two neighbours: closed items are often left out."""
_OF_ITEMS = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.BACKGROUND,
        SectionKind.CASE,
        SectionKind.RECOMMENDATION,
        SectionKind.DECISION,
    }
)


IN_LIST, IN_RUN = -4, 1
"""What it weighs to stand in a list, and among headings that go on from an item above."""


def weights_in_runs(lines: Sequence[Line], found: Sequence[Candidate]) -> dict[int, int]:
    """Return what the neighbours of each candidate that has such weigh, by its line."""
    weights: dict[int, int] = {}
    earlier: dict[tuple[str, tuple[int, ...]], set[int]] = {}
    first_part = _first_part(lines)
    last_title = {_folded(line.text): line.index for line in lines if line.short}
    last_of = {c.key: c.line for c in found}
    announced: set[tuple[str, str]] = set()
    for run in _runs(found):
        head, last = run[0], run[-1]
        above = earlier.setdefault((head.style, head.key[:-1]), set())
        goes_on = not above.isdisjoint(_before(head.key[-1]))
        opens = not above and head.line < first_part and _is_agenda(lines, run, last_title, last_of)
        opens = opens and _leads_on(lines, found, last)
        names = {(c.number, folded_title(c.title)) for c in run}
        opens = opens or names <= announced
        announced.update(names)
        if len(run) > 1:
            weights.update((c.line, IN_RUN if goes_on or opens else IN_LIST) for c in run)
        above.update(c.key[-1] for c in run)
    return weights


def _runs(found: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Yield the candidates in groups whose neighbours stand right below one another and rise."""
    run = list(found[:1])
    for above, c in pairwise(found):
        same = (above.style, above.key[:-1]) == (c.style, c.key[:-1])
        if same and c.line == above.last_line + 1 and _steps(above.key[-1], c.key[-1]):
            run.append(c)
        else:
            yield run
            run = [c]
    if run:
        yield run


def _steps(first: int, second: int) -> bool:
    return first in _before(second)


def _before(number: int) -> range:
    """Return the numbers of which a number may be the next one."""
    return range(number - 1 - _MOST_SKIPPED, number)


def _is_agenda(
    lines: Sequence[Line],
    run: Sequence[Candidate],
    last_title: dict[str, int],
    last_of: dict[tuple[int, ...], int],
) -> bool:
    """Tell whether the items of a run are printed nowhere else, by number or by title."""
    again = any(last_of[c.key] > run[-1].last_line for c in run)
    told = any(last_title.get(_folded(lines[c.last_line].text), 0) > run[-1].last_line for c in run)
    told = told or any(last_title.get(folded_title(c.title), 0) > run[-1].last_line for c in run)
    return not again and not told


def _leads_on(lines: Sequence[Line], found: Sequence[Candidate], last: Candidate) -> bool:
    """Tell whether the last of a run has text of an item, or a next item further down."""
    below = lines[last.last_line + 1] if last.last_line + 1 < len(lines) else None
    if below is None:
        return False
    part = part_heading(below.text)
    if case_numbers_of(below) or (part is not None and _is_of_item(part.kind, part.heading)):
        return True
    return any(
        c.line > last.last_line + 1
        and (c.style, c.key[:-1]) == (last.style, last.key[:-1])
        and _steps(last.key[-1], c.key[-1])
        for c in found
    )


def _is_of_item(kind: SectionKind, heading: str) -> bool:
    # "Referat" below a list of items is the heading over the minutes of all of them.
    return kind in _OF_ITEMS and not heading.casefold().startswith(("referat", "protokol"))


def _first_part(lines: Sequence[Line]) -> int:
    """Return the first line that opens a part of an item."""
    for line in lines:
        part = part_heading(line.text) if line.short else None
        if part is not None and _is_of_item(part.kind, part.heading):
            return line.index
    return len(lines)


def _folded(words: str) -> str:
    return folded_title(without_mark(words))
