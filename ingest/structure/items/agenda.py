"""The items of an agenda: which lines are their headings, and where each begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.structure.items.action_lists import with_action_list
from ingest.structure.items.candidates import Candidate, folded_title, is_lettered
from ingest.structure.items.closures import heads_closed, is_closed_heading, with_closed_items
from ingest.structure.items.entries import Entry, Heading, read_entries
from ingest.structure.items.labelled import labelled_items
from ingest.structure.items.lettered import lettered_items
from ingest.structure.items.markings import is_marking
from ingest.structure.items.numbering import candidates
from ingest.structure.items.ones import items_all_one
from ingest.structure.items.rising import heaviest_rising
from ingest.structure.items.tabled import tabled_items
from ingest.structure.items.unnumbered import unnumbered_items
from ingest.structure.items.year_numbers import year_numbered_items
from ingest.structure.layout.lines import Line
from ingest.structure.layout.proposals import is_of_proposals, proposals_in
from ingest.structure.layout.vocabulary import part_heading

STRONG = 4
"""Weight from which a numbered line may open an item by itself."""
_CLEAR = 7
"""Weight that only a heading with a case number, a part or a label beside it reaches."""
_WEAK = 1
"""Weight that is enough between two sure items, where exactly this number is missing."""
_BEYOND_A_GAP = 3
"""Weight that is enough where the numbers between are left out, as those of closed items are."""
_MOST_LEFT_OUT = 3


_WRAPPED = re.compile(
    r"(?:[,–-]|\b(?:og|for|i|af|på|til|om|under|vedrørende|vedr\.|med|ved|fra|herunder|samt|i\s+forbindelse))$",
    re.IGNORECASE,
)
_SEVERAL = 2
_MOST_BELOW_A_LIST = 15
_HYPHENATED = re.compile(r"[a-zæøå]-$")


@dataclass(frozen=True, slots=True)
class Agenda:
    """All items, and how sure it is that they are items of an agenda."""

    entries: tuple[Entry, ...]
    sure: bool
    contents: int | None
    """The first line of a table of contents before the first item."""


NO_AGENDA = Agenda((), False, None)


def find_agenda(lines: Sequence[Line]) -> Agenda:
    """Find the items in the lines of a whole document."""
    weighed = candidates(lines)
    chosen = _chosen(weighed)
    headings = [Heading(c.line, c.last_line, c.number, c.title) for c in chosen]
    sure = any(c.weight >= _CLEAR for c in chosen)
    sure = sure or (len(chosen) > 1 and any(is_closed_heading(lines, c) for c in chosen))
    tabled = [] if sure else tabled_items(lines)
    if tabled:
        # Papers of any kind hold such tables: what it is, other words must say.
        rows = with_closed_items(lines, tabled, weighed)
        return Agenda(_entries(lines, rows), sure=False, contents=None)
    if len(chosen) < 2 and (ones := items_all_one(lines, weighed)):
        headings = [Heading(line, line, None, title) for line, title in ones]
        sure = True
    if not sure and (named := _named(lines, headings)):
        headings = named
        sure = True
    if not sure:
        unnumbered = unnumbered_items(lines)
        if unnumbered and not _explains(headings, unnumbered[0][0]):
            headings = [Heading(line, line, None, title) for line, title in unnumbered]
            sure = True
    if not headings:
        headings = _bare_list(lines, weighed)
    begun = frozenset(c.line for c in weighed)
    # What has a number of its own is no second line of a title.
    headings = [h if h.title_line + 1 in begun else _unwrapped(lines, h) for h in headings]
    headings = with_closed_items(lines, _with_proposals(lines, headings), weighed)
    return Agenda(_entries(lines, headings), sure, _contents(weighed, headings))


def _named(lines: Sequence[Line], numbered: Sequence[Heading]) -> list[Heading]:
    """Return the items told by a word and a number, or a letter, where no numbers tell."""
    labelled = labelled_items(lines)
    if labelled and not _explains(numbered, labelled[0].line):
        return labelled
    if len(numbered) >= _SEVERAL:
        return []
    return year_numbered_items(lines) or lettered_items(lines)


def _entries(lines: Sequence[Line], headings: Sequence[Heading]) -> tuple[Entry, ...]:
    """Return the items, with the action list below the last one unless that is closed."""
    entries = tuple(read_entries(lines, headings))
    if not entries or entries[-1].closed:
        return entries
    return tuple(read_entries(lines, with_action_list(lines, headings)))


def _with_proposals(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """Add the proposals that stand below "Indkomne forslag", each an item of its own."""
    known = {h.line for h in headings}
    ends = (*(h.line for h in headings[1:]), len(lines))
    added = [
        Heading(at, at, one.number, one.title)
        for h, end in zip(headings, ends, strict=False)
        if is_of_proposals(h.title)
        for one in proposals_in([x.text for x in lines[h.title_line + 1 : end]], h.number)
        if (at := h.title_line + 1 + one.line) not in known and not lines[at].table
    ]
    return sorted([*headings, *added], key=lambda h: h.line)


def _unwrapped(lines: Sequence[Line], h: Heading) -> Heading:
    """Join a title to its second line, where the page was too narrow for it."""
    following = lines[h.title_line + 1] if h.title_line + 1 < len(lines) else None
    if following is None or lines[h.title_line].blank_after or not following.short:
        return h
    goes_on = _WRAPPED.search(h.title) or following.text[0].islower()
    behind = lines[h.title_line + 2] if h.title_line + 2 < len(lines) else None
    ends = behind is None or following.blank_after or is_marking(behind)
    ends = ends or (behind is not None and part_heading(behind.text) is not None)
    # "havnen (Lukket punkt)" below "2. Ansættelse af leder af" says what the item is.
    shut = heads_closed(following.text) and not is_marking(following)
    if (
        not (shut or (goes_on and ends))
        or part_heading(following.text)
        or following.text.endswith(".")
    ):
        return h
    return Heading(h.line, following.index, h.number, _joined(h.title, following.text))


def _joined(first: str, second: str) -> str:
    # "kvali-" + "tet" is one word, "kvalitets-" + "og efteruddannelse" are three.
    if _HYPHENATED.search(first) and not re.match(r"(?:og|eller|samt)\b", second):
        return first[:-1] + second
    return f"{first} {second}"


def _explains(headings: Sequence[Heading], first_unnumbered: int) -> bool:
    """Tell whether numbered headings cover the parts from which unnumbered items were read."""
    return bool(headings) and headings[0].line <= first_unnumbered


def _chosen(weighed: Sequence[Candidate]) -> list[Candidate]:
    heavy = [c for c in weighed if c.weight >= STRONG]
    clear = [c for c in heavy if c.weight >= _CLEAR]
    # Where some headings are clear, a lesser numbered line is rather part of an item's text.
    sure = heaviest_rising(clear or heavy, may_restart=bool(clear))
    if not sure:
        return []
    return _with_missing(weighed, sure, points=not clear)


def _with_missing(
    weighed: Sequence[Candidate], sure: list[Candidate], *, points: bool
) -> list[Candidate]:
    """Add lighter candidates exactly where the sequence of sure ones lacks their number.

    Args:
        weighed: All candidates.
        sure: Those that are items.
        points: Whether "2.1" under "2" is an item too: in plain notes, where no parts, which
            may be numbered so, stand between.
    """
    by_key: dict[tuple[int, ...], list[Candidate]] = {}
    styles = {c.style for c in sure}
    for c in weighed:
        if c.weight >= _WEAK and (c.style in styles or c.weight >= STRONG):
            by_key.setdefault(c.key, []).append(c)
    chosen: list[Candidate] = []
    for place, current in enumerate(sure):
        if place == 0:
            chosen.extend(reversed(_before(current, by_key)))
        chosen.append(current)
        limit = sure[place + 1] if place + 1 < len(sure) else None
        if points:
            chosen.extend(_points(current, limit, by_key))
        for following in _after(current, limit, by_key):
            chosen.append(following)
            if points:
                chosen.extend(_points(following, limit, by_key))
    return sorted(set(chosen), key=lambda c: c.line)


def _before(c: Candidate, by_key: dict[tuple[int, ...], list[Candidate]]) -> list[Candidate]:
    found: list[Candidate] = []
    while len(c.key) == 1:
        options = [
            o
            for step in range(1, _MOST_LEFT_OUT + 2)
            for o in by_key.get((c.key[0] - step,), ())
            if o.last_line < c.line
            if step == 1 or _bridges(o.weight, o.last_line, c.line)
        ]
        if not options:
            break
        nearest = max(o.key for o in options)
        c = max((o for o in options if o.key == nearest), key=lambda o: (o.weight, o.line))
        found.append(c)
    return found


def _points(
    c: Candidate, limit: Candidate | None, by_key: dict[tuple[int, ...], list[Candidate]]
) -> list[Candidate]:
    """Return "2.1", "2.2" … under "2", where there are at least two and none is a part."""
    found: list[Candidate] = []
    after = c.last_line
    while True:
        options = [
            o
            for o in by_key.get((*c.key, len(found) + 1), ())
            if o.line > after and (limit is None or o.line < limit.line)
        ]
        if not options or part_heading(options[0].title) is not None:
            break
        found.append(options[0])
        after = options[0].last_line
    return found if len(found) > 1 else []


def _after(
    c: Candidate, limit: Candidate | None, by_key: dict[tuple[int, ...], list[Candidate]]
) -> list[Candidate]:
    found: list[Candidate] = []
    while (following := _next(c, limit, by_key)) is not None:
        c = following
        found.append(c)
    return found


def _next(
    c: Candidate, limit: Candidate | None, by_key: dict[tuple[int, ...], list[Candidate]]
) -> Candidate | None:
    """Return the next item: the next number, or a heavier line where numbers are left out.

    After "4" comes "5a" where there is no "5", and after the last of these "6".
    """

    def at(key: tuple[int, ...]) -> list[Candidate]:
        there = (o for o in by_key.get(key, ()) if o.line > c.last_line)
        return [o for o in there if limit is None or o.line < limit.line]

    for step in range(1, _MOST_LEFT_OUT + 2):
        key = (*c.key[:-1], c.key[-1] + step)
        if limit is not None and c.key < limit.key <= key:
            break
        options = [o for o in at(key) if step == 1 or _bridges(o.weight, c.last_line, o.line)]
        if not options and step == 1 and is_lettered(c):
            options = at((c.key[0] + 1,))
        elif not options and step == 1:
            options = [o for o in at((*key, 1)) if is_lettered(o)]
        if options:
            return max(options, key=lambda o: (o.weight, -o.line))
    return None


def _bridges(weight: int, above: int, below: int) -> bool:
    """Tell whether two lines may be neighbouring items though numbers between them are left out."""
    return weight >= _BEYOND_A_GAP or below == above + 1


def _bare_list(lines: Sequence[Line], weighed: Sequence[Candidate]) -> list[Heading]:
    """Return an agenda that is nothing but a numbered list: its longest run from 1."""
    best: list[Candidate] = []
    run: list[Candidate] = []
    for c in weighed:
        if run and c.key == (*run[-1].key[:-1], run[-1].key[-1] + 1) and c.style == run[-1].style:
            run.append(c)
        else:
            run = [c] if c.key == (1,) else []
        best = list(run) if len(run) > len(best) else best
    if len(best) < 3 or _goes_on_below(lines, best[-1]) or any(c.title[:1].islower() for c in best):
        return []
    return [Heading(c.line, c.last_line, c.number, c.title) for c in best]


def _goes_on_below(lines: Sequence[Line], last: Candidate) -> bool:
    """Tell whether more text follows a list than an agenda without minutes has."""
    return len(lines) - last.last_line > _MOST_BELOW_A_LIST


def _contents(weighed: Sequence[Candidate], headings: Sequence[Heading]) -> int | None:
    """Return the first line before the items that repeats an item's number and title."""
    if not headings:
        return None
    wanted = {(h.number, folded_title(h.title)) for h in headings}
    for c in weighed:
        if c.line >= headings[0].line:
            return None
        if (c.number, folded_title(c.title)) in wanted:
            return c.line
    return None
