"""Items without numbers: portals that print each item as a title over its parts."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from index.danish.days import find_dates
from index.documents import SectionKind
from ingest.structure.items.markings import case_numbers_of, is_closed_line, is_marking
from ingest.structure.layout.headings import is_running_text
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.noted_items import opening
from ingest.structure.layout.vocabulary import Part, part_heading

_ORDER = {
    SectionKind.SUMMARY: 0,
    SectionKind.BACKGROUND: 1,
    SectionKind.CASE: 2,
    SectionKind.RECOMMENDATION: 3,
    SectionKind.DECISION: 5,
}
_LABEL = re.compile(r"[A-ZÆØÅ][\w ]{2,24}:\s")
_PAPER = re.compile(
    r"(?:(?:udkast|kladde|forslag|foreløbigt?|endeligt?|godkendt|ikke|til|det|åbent?|lukket)\s+)*[(\[]?"
    r"(?:udkast|kladde|\w*referat(?:et)?|\w*protokol(?:len)?|\w*dagsorden(?:en)?|draft(?:\s+minutes)?|minutes)"
    r"(?:\s*[(\[–-]\s*(?:udkast|kladde|draft|(?:ikke\s+|endnu\s+ikke\s+)?godkendt|foreløbigt?)\s*[)\]]?)?\W*",
    re.IGNORECASE,
)
"""What paper it is and how far it has come, alone on a line: "Udkast til referat"."""
_TITLE_REACH = 4
"""Lines above an item's first part among which its title must stand."""


def unnumbered_items(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Return the title line and the title of each item, read from the recurrence of parts.

    An item ends with its decision: the next part after it opens another item.
    """
    parts = [(line.index, part) for line in lines if (part := _part(line)) is not None]
    if parts and _is_paper(*parts[0]):
        parts = parts[1:]  # the title of the document
    kinds = {part.kind for _, part in parts}
    if SectionKind.DECISION not in kinds:
        return []
    if len(kinds) < 2:
        return _headed(lines, [index for index, _ in parts])
    begun: list[tuple[int, int]] = []
    floor = -1
    before: SectionKind | None = None
    begin = _beginnings(parts)
    for index, part in parts:
        goes_on = before is not SectionKind.DECISION or not _opens(lines, index, part, floor)
        if index in begin if begin else before is None or not goes_on:
            begun.append((index, floor))
        before, floor = part.kind, index
    items = _titled(lines, begun)
    return _with_labelled(lines, _with_peers(lines, items, [index for index, _ in parts]))


def _is_paper(index: int, part: Part) -> bool:
    """Tell whether what looks like a part says at the very top what paper it is."""
    on_top = index < _TITLE_REACH and _PAPER.fullmatch(part.heading) is not None
    return on_top or part.heading.casefold() == "referat"


def _beginnings(parts: Sequence[tuple[int, Part]]) -> frozenset[int]:
    """Return where the part with which the first item begins comes back, one decision in each.

    Some portals go on behind the decision, with what the matter is: so does the last item.
    """
    if parts[-1][1].kind is SectionKind.DECISION:
        return frozenset()
    often = Counter(part.heading.casefold() for _, part in parts)
    first = next((p for _, p in parts if often[p.heading.casefold()] > 1), parts[0][1])
    name = first.heading.casefold()
    found = [index for index, part in parts if part.heading.casefold() == name]
    decided = [index for index, part in parts if part.kind is SectionKind.DECISION]
    ends = (*found[1:], parts[-1][0] + 1)
    each = (sum(a < d < b for d in decided) for a, b in zip(found, ends, strict=True))
    return frozenset(found) if len(found) > 1 and all(n == 1 for n in each) else frozenset()


_LABELLED = re.compile(
    r"(?P<label>(?:sag|punkt|pkt\.?|emne)(?:s?\s?nr\.?)?)\s*(?P<number>\d{1,4}(?:\s?[-/.–]\s?\d{1,5})+)\b[.:]?\s+"
    r"(?P<title>[^\W\d_][^.!?;]{2,110})$",
    re.IGNORECASE,
)


def _with_labelled(lines: Sequence[Line], items: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Add headings without a part of their own where all items are headed alike: "Sag 25-06 Kiosk".

    Only a number between those above and below it: a case that a text refers to has any.
    """
    heads = [_LABELLED.fullmatch(title) for _, title in items]
    known = [(index, _key(match)) for (index, _), match in zip(items, heads, strict=True) if match]
    labels = {match["label"].lower() for match in heads if match}
    if not items or len(known) < len(items) or len(labels) != 1:
        return items
    added: list[tuple[int, str]] = []
    for line in lines[items[0][0] + 1 :]:
        match = _LABELLED.fullmatch(without_mark(line.text)) if line.blank_before else None
        if match is None or match["label"].lower() not in labels:
            continue
        above = max(one for one in known if one[0] <= line.index)
        below = min((one for one in known if one[0] > line.index), default=None)
        key = _key(match)
        if above[0] < line.index and above[1] < key and (below is None or key < below[1]):
            known.append((line.index, key))
            added.append((line.index, without_mark(line.text)))
    return sorted([*items, *added])


def _key(match: re.Match[str]) -> tuple[int, ...]:
    """Return a number so that it compares: "25-06" stands between "25-05" and "25-11"."""
    return tuple(int(digits) for digits in re.findall(r"\d+", match["number"]))


def _headed(lines: Sequence[Line], parts: Sequence[int]) -> list[tuple[int, str]]:
    """Return the headings of the format that stand over decisions, where each has one of its own.

    That is the outermost level between two decisions; where a decision has none, nothing is sure.
    """
    if len(parts) < 2 or any(lines[part].level for part in parts):
        return []
    between = [[x for x in lines[a + 1 : b] if x.level] for a, b in pairwise([-1, *parts])]
    level = min((x.level for group in between[1:] for x in group), default=0)
    found = [[x for x in group if x.level == level] for group in between]
    if not level or not all(found):
        return []
    # Items without a decision have a heading too; above the first item stands the paper's own.
    own = [found[0][-1], *(x for group in found[1:] for x in group)]
    return [(x.index, without_mark(x.text)) for x in own if part_heading(x.text) is None]


def _opens(lines: Sequence[Line], index: int, part: Part, decision: int) -> bool:
    """Tell whether a part below a decision is of another item than that."""
    if part.kind is not SectionKind.DECISION:
        return True
    # Two decisions in a row are those of two bodies, unless a heading stands between.
    between = (line for line in lines[decision + 1 : index] if line.level)
    return any(not lines[index].level or line.level < lines[index].level for line in between)


def _part(line: Line) -> Part | None:
    part = part_heading(line.text) if line.short else None
    return part if part is not None and part.kind in _ORDER else None


def _titled(lines: Sequence[Line], begun: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """Return the title line and the title of each item.

    Where no other item has a title above its parts, what stands above the first is the page's.

    Args:
        begun: The first part of each item, and the last part of the item above.
    """
    titles = [_title(lines, part, floor) for part, floor in begun]
    if len(titles) > 1 and not any(titles[1:]):
        titles[0] = None
    return [
        title or _unnamed(lines, part, floor)
        for title, (part, floor) in zip(titles, begun, strict=True)
    ]


def _title(lines: Sequence[Line], part: int, floor: int) -> tuple[int, str] | None:
    """Return the title above a part heading, if there is one."""
    for index in _above(part, floor):
        line = lines[index]
        if is_marking(line) and not line.level:
            continue
        if line.level or _may_be_title(line):
            return index, without_mark(line.text)
        if floor >= 0:
            break
    return None


def _above(part: int, floor: int) -> range:
    # Above the first item there is no decision whose text could be mistaken for a title, so an
    # introduction between title and part is passed over.
    reach = 2 * _TITLE_REACH if floor < 0 else _TITLE_REACH
    return range(part - 1, max(floor, part - 1 - reach), -1)


def _unnamed(lines: Sequence[Line], part: int, floor: int) -> tuple[int, str]:
    """Return where an item without a title begins, and what it is called.

    That is by the first words of its text, failing that by its case number or its part.
    """
    place = part
    for index in _above(part, floor):
        line = lines[index]
        if not (is_marking(line) and not line.level):
            if floor >= 0:
                break
            continue
        # "Lukket punkt" is a title where there is no other.
        if case_numbers_of(line) or is_closed_line(line):
            place = index
    return place, _called(lines, part) or without_mark(lines[place].text)


def _called(lines: Sequence[Line], part: int) -> str | None:
    """Return the first words of the text below a part's heading, for an item without a title.

    "Resumé" is what stands over the text of every item, and the name of none.
    """
    inline = _part(lines[part])
    if inline is None or inline.length < len(lines[part].text):
        return None
    for line in lines[part + 1 : part + 1 + _TITLE_REACH]:
        if _part(line) is not None:
            return None
        if is_running_text(line) or (line.text[-1] == "." and len(line.text.split()) > 2):
            return opening(without_mark(line.text))
    return None


def _may_be_title(line: Line) -> bool:
    words = without_mark(line.text)
    if not line.short or not line.blank_before or words.endswith((".", ":", ",")):
        return False
    if _part(line) is not None or _PAPER.fullmatch(words):
        return False
    return _LABEL.match(words) is None and not find_dates(words)


def _with_peers(
    lines: Sequence[Line], items: list[tuple[int, str]], parts: Sequence[int]
) -> list[tuple[int, str]]:
    """Add headings of the level that the items' titles have: items without parts."""
    levels = {lines[index].level for index, _ in items}
    if len(levels) != 1 or 0 in levels or any(lines[p].level in levels for p in parts):
        return items
    level = levels.pop()
    known = {index for index, _ in items}
    # The title of the document itself may have the level of its items, but only above them.
    first = 0 if level > 1 else items[0][0]
    added = [
        (line.index, without_mark(line.text))
        for line in lines[first:]
        if line.level == level and line.index not in known and part_heading(line.text) is None
    ]
    return sorted([*items, *added])
