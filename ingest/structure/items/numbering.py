"""Lines that may be the numbered heading of an agenda item, and what speaks for each.

A numbered line alone proves nothing: tables of contents, lists of clauses and lists in running
text look the same. So every candidate is weighed by its surroundings, and the agenda is the
heaviest sequence of rising numbers (`ingest.structure.items.agenda`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.danish.calendar import MONTH_PATTERN
from index.danish.case_numbers import find_case_numbers
from index.documents import SectionKind
from ingest.structure.items.candidates import LEADERS, Candidate, clauses_among, folded_title
from ingest.structure.items.closures import heads_closed
from ingest.structure.items.markings import case_numbers_of, group, is_closed_line, is_marking
from ingest.structure.items.runs import weights_in_runs
from ingest.structure.items.sorts import with_sorts
from ingest.structure.layout.lines import Line, is_rule, line_above, without_mark
from ingest.structure.layout.noted_items import opening
from ingest.structure.layout.vocabulary import part_heading

# Four digits only where a full stop or the like tells them from a year.
_NUMBER = r"(?P<number>\d{4}(?=[.:)])|\d{1,3}(?:\.\d{1,2}){0,2}(?:[a-z]|[. ][a-z](?=[.)]))?)"
_LABELLED = re.compile(
    r"(?P<label>(?:til\s+)?(?:(?:dagsordens)?punkt|dagsordenens\s+punkt|pkt\.?)|sag(?:\s+nr\.?)?|nr\.?|ad\.?"
    r"(?:\s+(?:dagsordenens\s+)?(?:punkt|pkt\.?))?|item|§)"
    rf"\s*(?:nr\.?\s*)?{_NUMBER}(?![\w/]|[.,-]\d)\s*(?P<sep>[.:,)\]–-]*)\s*(?P<title>.*)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"[(\[]?{_NUMBER}(?P<sep>[.:)\]]+|\s+[–|-](?=\s)|)(?:\s+|(?=[A-ZÆØÅ][a-zæøå]{{2}}))(?P<title>\S.*)"
)
"""Some leave out the space, or lost it with the markup: "1.Havnen", "80Havnen"."""
_ALONE = re.compile(rf"{_NUMBER}(?P<sep>[.:)]?)(?P<title>)")
_CONTENTS = re.compile(r"(?:\.{3,}|…|_{3,}|\s{2,}|\t)\s*\d{1,4}$|\s\d{1,3}$")
_UNLIKELY = re.compile(
    rf"(?:at|og|eller|som|der|samt|{MONTH_PATTERN}|kr|kroner|mio|pct|procent|stk|årig|gange|%)\b"
    r"|[%,.;!]",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<words>[^()\[\]]{5,60})[)\]]\s*$")
_SENTENCE = re.compile(r"[.;,]$|[a-zæøå]\. [A-ZÆØÅ].*[.]$")
_TITLE_LABEL = re.compile(r"^(?:sag|emne|titel|overskrift|vedr\.?)\s*:\s*(?=\D)", re.IGNORECASE)
"""Said before a title: "Pkt. nr. 2 Sag: Frikommuneforsøg"."""
_LABELS_OF_ITEMS = frozenset({"nr", "nr.", "§", "sag"})
_ASKS = re.compile(r"[A-ZÆØÅ][\wæøå-]+(?:en|et)\s+(?:indstiller|anbefaler|foreslår)\b")
"""Who asks for what right below a title: "Havnefogeden foreslår, at molen males"."""
ROUTINE = re.compile(
    r"(?:godkendelse\s+af\s+(?:dagsorden|referat)|eventuelt|evt\.?$|meddelelser|orientering"
    r"|gensidig\s+orientering|næste\s+møde|velkomst|siden\s+sidst|valg\s+af\s+(?:dirigent|ordstyrer)"
    r"|bemærkninger\s+til\s+(?:dagsorden|referat)|opfølgning|punkter\s+til\s+næste|mødeplan"
    r"|spørgetid|fraværende|afbud|mødedeltagere)",
    re.IGNORECASE,
)
_ONLY_PARTS = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.CASE,
        SectionKind.RECOMMENDATION,
        SectionKind.DECISION,
    }
)
_TITLE_WORDS = 14
"""More words than this and a numbered line without other evidence is rather a sentence."""
_UNTITLED = 5
"""What the label alone says: how a text begins tells nothing."""
_MOST_FOR_CLOSED = 6
LOOK_AHEAD = 8
"""Non-empty lines after a heading in which its first part or case number must follow."""


def candidates(lines: Sequence[Line]) -> list[Candidate]:
    """Return all lines that look like a numbered heading, weighed."""
    looks = [c for line in lines if line.short and (c := _candidate(lines, line)) is not None]
    clauses = clauses_among(lines, looks)
    looks = _titled_by_the_agenda([c for c in looks if c.line not in clauses], lines)
    found = _without_numbered_parts(looks)
    announced: set[tuple[str, str]] = set()
    weighed: list[Candidate] = []
    at = {c.line: c for c in found}
    by_style: dict[tuple[str, tuple[int, ...]], list[int]] = {}
    for c in found:
        by_style.setdefault((c.style, c.key), []).append(c.line)
    in_runs = weights_in_runs(lines, found)
    for c in found:
        weight = _weigh(c, lines, at, by_style) + in_runs.get(c.line, 0)
        weight += _weight_of_closure(c, weight) if in_runs.get(c.line, 0) >= 0 else 0
        name = (c.number, folded_title(_without_case(c.title)))
        # What a table of contents announced and now stands by itself is the item.
        weight += 4 if name in announced and weight > 0 else 0
        announced.add(name)
        weighed.append(replace(c, weight=weight, opens_group=_opens_group(c, lines)))
    return weighed


def _titled_by_the_agenda(found: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Give "Ad 2" the title that the agenda above it has for 2: text stands below, no title.

    Where no agenda has one, it is called by its first words.
    """
    titles: dict[str, str] = {}
    titled: list[Candidate] = []
    for c in found:
        bare = c.label and (not c.title or c.last_line != c.line)
        if bare and (title := titles.get(c.number)):
            titled.append(replace(c, title=title, last_line=c.line))
            continue
        below = lines[c.line + 1] if bare and c.line + 1 < len(lines) else None
        if below is not None and (not below.short or below.text.endswith(".")):
            titled.append(replace(c, title=opening(below.text), last_line=c.line, untitled=True))
            continue
        if not c.label and c.last_line == c.line:
            titles.setdefault(c.number, c.title)
        titled.append(c)
    return titled


def _without_numbered_parts(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out "2.1 Resume", "2.4 Beslutning": numbered parts of item 2, not items.

    One is told by a name that only a part has, below a first number; the other parts of the same
    item by standing beside it; and "4. Beslutning" by coming back.
    """
    sorted_items = with_sorts(found)
    named = {
        c: part.kind
        for c in found
        if not c.label and c not in sorted_items and (part := part_heading(c.title)) is not None
    }
    # "1. Referat" is an item of many agendas, that on the minutes of the last meeting.
    often = Counter(name for c in named if (name := folded_title(c.title)) != "referat")
    sure = {
        c
        for c, kind in named.items()
        if kind in _ONLY_PARTS and (len(c.key) > 1 or often[folded_title(c.title)] > 1)
    }
    beside = {c.key[:-1] for c in sure if len(c.key) > 1}
    return [c for c in found if c not in sure and (c not in named or c.key[:-1] not in beside)]


def _candidate(lines: Sequence[Line], line: Line) -> Candidate | None:
    words = without_mark(line.text) if not _PLAIN.match(line.text) else line.text
    match = _LABELLED.fullmatch(words) or _PLAIN.fullmatch(words) or _ALONE.fullmatch(words)
    if match is None:
        return None
    label = (match.groupdict().get("label") or "").lower()
    title, last = _TITLE_LABEL.sub("", match["title"].strip(" –-:·|/\t"), count=1), line.index
    first = line.index
    if not title or (label and _is_case_number(title)):
        following = lines[line.index + 1] if line.index + 1 < len(lines) else None
        if label and not title and (above := _title_right_above(lines, line)) is not None:
            title, first = without_mark(above.text), above.index
        elif following is None or not _may_be_title(following, line):
            if not label:
                return None
        else:
            title, last = _TITLE_LABEL.sub("", without_mark(following.text)), following.index
    number = re.sub(r"[. ](?=[a-z])", "", match["number"].lower())  # "5 a)" and "5.a." are "5a"
    key = tuple(int(n) for n in re.findall(r"\d+", number))
    if len(key) == 2 and key[1] == 0:
        key = key[:1]  # "2.0" over "2.1" and "2.2"
    if number[-1].isalpha():
        key = (*key, ord(number[-1]) - ord("a") + 1)
    style = f"{re.sub(r'[^a-zæøå§]', '', label)}{match['sep'].strip()}"
    return Candidate(first, last, number, key, title, label, style, 0)


def _is_case_number(title: str) -> bool:
    """Tell whether a heading has nothing but a case number: "Sag nr. 11 - 05.01.02-G01-3-10"."""
    found = find_case_numbers(title)
    return len(found) == 1 and not re.search(
        r"\w", title[: found[0][0].start] + title[found[0][0].end :]
    )


def _title_right_above(lines: Sequence[Line], number: Line) -> Line | None:
    """Return the title that some portals set right over the number: "Kajen" over "Sag nr. 14"."""
    stands_below = number.index and number.blank_after and not number.blank_before
    above = lines[number.index - 1] if stands_below else None
    if above is None or not above.blank_before or above.bulleted:
        return None
    if is_marking(above) and not is_closed_line(above):
        return None
    named = above.short and part_heading(above.text) is None and above.text[:1].isupper()
    return above if named and above.text[-1] not in ".,:;" else None


def _may_be_title(line: Line, number: Line) -> bool:
    if not line.short or is_marking(line) or part_heading(line.text) or line.bulleted:
        return False
    return line.text[:1].isupper() and (not number.blank_after or not line.text.endswith("."))


def _goes_on(c: Candidate, by_style: dict[tuple[str, tuple[int, ...]], list[int]]) -> int:
    """Return 1 where the next or the previous number stands further on, in the same style."""
    for step in (1, -1):
        key = (*c.key[:-1], c.key[-1] + step)
        places = by_style.get((c.style, key), ())
        if any(abs(place - c.line) > 1 for place in places[-2:]):
            return 1
    return 0


def _weigh(
    c: Candidate,
    lines: Sequence[Line],
    at: dict[int, Candidate],
    by_style: dict[tuple[str, tuple[int, ...]], list[int]],
) -> int:
    line = lines[c.line]
    weight = _weight_of_words(c) + (3 if line.level else 0)
    weight += line.blank_before + lines[c.last_line].blank_after
    weight += _weight_of_surroundings(c, lines, at) + _goes_on(c, by_style)
    return weight


def _weight_of_words(c: Candidate) -> int:
    title = c.title
    weight = 0
    if c.untitled:
        return _UNTITLED
    if c.label:
        weight += 1 if c.label in _LABELS_OF_ITEMS else 4
    elif not c.style:
        weight -= 1
    if _UNLIKELY.match(title):
        weight -= 6
    elif title[:1].islower():
        weight -= 2 if c.label and c.label not in _LABELS_OF_ITEMS else 4
    if _SENTENCE.search(title):
        weight -= 2
    if LEADERS.search(title):
        weight -= 6
    words = len(title.split())
    weight += 1 if 0 < words <= _TITLE_WORDS and title[:1].isupper() else 0
    weight -= 2 if words > 2 * _TITLE_WORDS else 0
    weight += 2 if ROUTINE.match(title) else 0
    return weight


def _without_case(title: str) -> str:
    """Return a title without the case number in brackets behind it: "Kajen (j.nr. 11/2034)"."""
    bracket = _IN_BRACKETS.search(title)
    named = bracket is not None and find_case_numbers(bracket["words"])
    return title[: bracket.start()] if bracket is not None and named else title


def _weight_of_closure(c: Candidate, weight: int) -> int:
    """Weigh that a title says "(Lukket punkt)": so it is an item's, though none of the clear."""
    return max(0, min(3, _MOST_FOR_CLOSED - weight)) if heads_closed(c.title) else 0


def _weight_of_surroundings(c: Candidate, lines: Sequence[Line], at: dict[int, Candidate]) -> int:
    """Weigh the case number, the part heading or the text that follows at once."""
    weight = 4 if _without_case(c.title) != c.title else 0
    above = line_above(lines, c.line)
    if above is not None and case_numbers_of(above):
        weight += 4
    marked = False
    for line in lines[c.last_line + 1 : c.last_line + 1 + LOOK_AHEAD]:
        if is_rule(line.text):
            continue
        if line.index in at:
            # "2 Teknik" right over "2.1 Status" has content too: its points.
            weight += at[line.index].key[:-1] == c.key and not marked
            break
        part = part_heading(line.text)
        if part is not None and part.kind not in {SectionKind.TEXT, SectionKind.ANNEXES}:
            return weight + (4 if line.index <= c.last_line + 3 else 2)
        if not is_marking(line):
            asks = _ASKS.match(line.text) is not None and line.index <= c.last_line + 2
            weight += 3 if asks else 0 if marked else 1
            break
        if case_numbers_of(line) and not marked:
            weight, marked = weight + 4, True
    return weight


def _opens_group(c: Candidate, lines: Sequence[Line]) -> bool:
    above = c.line - 1
    while above >= 0 and is_marking(lines[above]) and group(lines[above]) is None:
        above -= 1
    return above >= 0 and group(lines[above]) is not None
