"""The items of an agenda: which lines are their headings, and where each begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.danish.case_numbers import find_case_numbers
from ingest.structure.lines import Line, without_mark
from ingest.structure.markings import case_numbers_of, closes, group, is_marking
from ingest.structure.numbering import Candidate, candidates, folded_title
from ingest.structure.rising import heaviest_rising
from ingest.structure.unnumbered import unnumbered_items
from ingest.structure.vocabulary import part_heading

STRONG = 4
"""Weight from which a numbered line may open an item by itself."""
_CLEAR = 7
"""Weight that only a heading with a case number, a part or a label beside it reaches."""
_WEAK = 1
"""Weight that is enough between two sure items, where exactly this number is missing."""


_WRAPPED = re.compile(
    r"(?:[,–-]|\b(?:og|for|i|af|på|til|om|under|vedrørende|vedr\.|med|ved|fra|herunder|samt|i\s+forbindelse))$",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"[a-zæøå]-$")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as lines: `first` ≤ `heading` ≤ `title` < `text` ≤ `end`."""

    number: str | None
    title: str
    first: int
    """Its first line: the heading, or the case number above it."""
    heading: int
    title_line: int
    text: int
    """The first line after the heading and the markings below it."""
    end: int
    """The line after its last."""
    case_numbers: tuple[str, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """All items, and how sure it is that they are items of an agenda."""

    entries: tuple[Entry, ...]
    sure: bool
    contents: int | None
    """The first line of a table of contents before the first item."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where an item's heading stands."""

    line: int
    title_line: int
    number: str | None
    title: str


def find_agenda(lines: Sequence[Line]) -> Agenda:
    """Find the items in the lines of a whole document."""
    weighed = candidates(lines)
    chosen = _chosen(weighed)
    headings = [Heading(c.line, c.last_line, c.number, c.title) for c in chosen]
    sure = any(c.weight >= _CLEAR for c in chosen)
    if not sure:
        unnumbered = unnumbered_items(lines)
        if unnumbered and not _explains(headings, unnumbered[0][0]):
            headings = [Heading(line, line, None, title) for line, title in unnumbered]
            sure = True
    if not headings:
        headings = _bare_list(weighed)
    headings = [_unwrapped(lines, h) for h in headings]
    headings = _with_closed_groups(lines, headings)
    entries = _entries(lines, headings)
    return Agenda(entries, sure, _contents(weighed, headings))


def _unwrapped(lines: Sequence[Line], h: Heading) -> Heading:
    """Join a title to its second line, where the page was too narrow for it."""
    following = lines[h.title_line + 1] if h.title_line + 1 < len(lines) else None
    if following is None or lines[h.title_line].blank_after or not following.short:
        return h
    goes_on = _WRAPPED.search(h.title) or following.text[0].islower()
    behind = lines[h.title_line + 2] if h.title_line + 2 < len(lines) else None
    ends = behind is None or following.blank_after or is_marking(behind)
    ends = ends or (behind is not None and part_heading(behind.text) is not None)
    if not goes_on or not ends or part_heading(following.text) or following.text.endswith("."):
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
    sure = heaviest_rising(clear or heavy)
    if not sure:
        return []
    return _with_missing(weighed, sure)


def _with_missing(weighed: Sequence[Candidate], sure: list[Candidate]) -> list[Candidate]:
    """Add lighter candidates exactly where the sequence of sure ones lacks their number."""
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
        chosen.extend(_after(current, limit, by_key))
    return chosen


def _before(c: Candidate, by_key: dict[tuple[int, ...], list[Candidate]]) -> list[Candidate]:
    found: list[Candidate] = []
    while len(c.key) == 1:
        options = [o for o in by_key.get((c.key[0] - 1,), ()) if o.last_line < c.line]
        if not options:
            break
        c = max(options, key=lambda o: (o.weight, o.line))
        found.append(c)
    return found


def _after(
    c: Candidate, limit: Candidate | None, by_key: dict[tuple[int, ...], list[Candidate]]
) -> list[Candidate]:
    found: list[Candidate] = []
    while True:
        key = (*c.key[:-1], c.key[-1] + 1)
        if limit is not None and key >= limit.key:
            break
        options = [
            o
            for o in by_key.get(key, ())
            if o.line > c.last_line and (limit is None or o.line < limit.line)
        ]
        if not options:
            break
        c = max(options, key=lambda o: (o.weight, -o.line))
        found.append(c)
    return found


def _bare_list(weighed: Sequence[Candidate]) -> list[Heading]:
    """Return an agenda that is nothing but a numbered list: its longest run from 1."""
    best: list[Candidate] = []
    run: list[Candidate] = []
    for c in weighed:
        if run and c.key == (*run[-1].key[:-1], run[-1].key[-1] + 1) and c.style == run[-1].style:
            run.append(c)
        else:
            run = [c] if c.key == (1,) else []
        best = list(run) if len(run) > len(best) else best
    if len(best) < 3 or any(c.title[:1].islower() for c in best):
        return []
    return [Heading(c.line, c.last_line, c.number, c.title) for c in best]


def _with_closed_groups(lines: Sequence[Line], headings: list[Heading]) -> list[Heading]:
    """Add an item for a heading over closed items under which no item was recognised.

    Its text would otherwise belong to the open item before it, and be read by everyone.
    """
    if not headings:
        return []
    places = [h.line for h in headings]
    added: list[Heading] = []
    for line in lines[headings[0].line :]:
        if line.index in places or not group(line):
            continue
        following = next(
            (other for other in lines[line.index + 1 :] if not is_marking(other)), None
        )
        if following is None or following.index not in places:
            added.append(Heading(line.index, line.index, None, without_mark(line.text)))
    return sorted([*headings, *added], key=lambda h: h.line)


def _entries(lines: Sequence[Line], headings: Sequence[Heading]) -> tuple[Entry, ...]:
    above = _numbers_stand_above(lines, headings)
    firsts = [
        _first_line(lines, h, headings[place - 1].title_line if place else -1, above)
        for place, h in enumerate(headings)
    ]
    entries: list[Entry] = []
    in_closed_group = False
    for place, h in enumerate(headings):
        end = firsts[place + 1] if place + 1 < len(firsts) else len(lines)
        text = _text_line(lines, h, end)
        marks = [*lines[firsts[place] : h.line], *lines[h.title_line + 1 : text]]
        in_closed_group = _group_at(lines, firsts[place], h.line, in_closed_group)
        numbers = [n for line in (*marks, lines[h.title_line]) for n in case_numbers_of(line)]
        title, in_title = _without_case_number(h.title)
        closed = in_closed_group or closes(h.title) or any(closes(m.text) for m in marks)
        entries.append(
            Entry(
                number=h.number,
                title=_clean(title),
                first=firsts[place],
                heading=h.line,
                title_line=h.title_line,
                text=text,
                end=end,
                case_numbers=tuple(dict.fromkeys([*numbers, *in_title])),
                closed=closed,
            )
        )
    return tuple(entries)


def _first_line(lines: Sequence[Line], h: Heading, after: int, above: bool) -> int:
    """Return the first line of an item: the markings and repeated titles directly above it."""
    first = h.line
    while first - 1 > after:
        line = lines[first - 1]
        if line.chrome:
            break
        repeated = len(line.text) < 2 * len(h.title) + 20 and _same(line.text, h)
        marks = (above or group(line) is not None) and is_marking(line)
        if not (repeated or marks or group(line) is not None):
            break
        first -= 1
    return first


def _same(words: str, h: Heading) -> bool:
    bare = re.sub(r"\W+", "", words.casefold())
    title = re.sub(r"\W+", "", h.title.casefold())
    return bool(title) and bare in {title, f"{h.number or ''}{title}", f"punkt{h.number}{title}"}


def _text_line(lines: Sequence[Line], h: Heading, end: int) -> int:
    place = h.title_line + 1
    while place < end and is_marking(lines[place]) and part_heading(lines[place].text) is None:
        place += 1
    # Never give the whole of an item to its markings: a last line of chrome ends the item above.
    return min(place, end)


def _numbers_stand_above(lines: Sequence[Line], headings: Sequence[Heading]) -> bool:
    """Tell on which side of its heading this document puts an item's case number."""
    above = below = 0
    for h in headings:
        below += any(case_numbers_of(x) for x in lines[h.title_line + 1 : h.title_line + 3])
        before = lines[h.line - 1] if h.line else None
        above += before is not None and bool(case_numbers_of(before))
    return above > below or (above > 0 and above == below)


def _group_at(lines: Sequence[Line], first: int, heading: int, current: bool) -> bool:
    """Return whether the item whose lines begin at `first` stands under a closed group."""
    for line in lines[first : heading + 1]:
        state = group(line)
        current = current if state is None else state
    return current


def _without_case_number(title: str) -> tuple[str, tuple[str, ...]]:
    """Part a title from a labelled case number on the same line."""
    bracket = re.search(r"\s*[(\[](?P<words>[^()\[\]]{5,60})[)\]]\s*$", title)
    if bracket and (numbers := find_case_numbers(bracket["words"])):
        return title[: bracket.start()], tuple(number for _, number in numbers)
    match = re.search(
        r"\s*[–,(\[-]?\s*(?:sags?(?:nr|nummer|id)?|j\.?\s?nr|journalnr|journalnummer|brev-?id)\.?\s*:?"
        r"\s*(\d[\w./-]{4,})[)\]]?\s*$",
        title,
        re.IGNORECASE,
    )
    if match is None:
        return title, ()
    return title[: match.start()], (match[1].upper(),)


def _clean(title: str) -> str:
    title = re.sub(r"^[(\[](?:åben|åbent|lukket|b|o|d)[)\]]\s*", "", title, flags=re.IGNORECASE)
    title = re.sub(r"\s*\(\s*\w?\s*\)\s*$", "", title)
    return re.sub(r"\s+", " ", title).strip() or title.strip()


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
