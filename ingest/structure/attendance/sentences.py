"""Who was absent, came, or went, as sentences outside the lists tell it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.danish.sentences import sentences
from index.documents import Attendee, Presence, Section, SectionKind
from index.spans import Span
from ingest.structure.attendance.absences import (
    EXCEPT,
    NOT_IN_ITEM,
    missed_items,
    sentence_on_items,
)
from ingest.structure.attendance.labels import attendance_label, behind_remarks, names_called
from ingest.structure.attendance.names import ListState, named, stood_in
from ingest.structure.attendance.prose import told_in_prose
from ingest.structure.attendance.stand_ins import replaced_behind, replaced_in_bracket, stand_in
from ingest.structure.attendance.stays import missed_around, sentence_on_stay
from ingest.structure.items.entries import Entry
from ingest.structure.layout.lines import without_mark
from ingest.structure.outcomes.presence import is_name

_WERE_ABSENT = re.compile(
    r"(?P<who>.{4,400}?)\s+(?:var\s+(?P<absent>fraværende|udeblevet|ikke\s+til\s*stede)|havde\s+meldt\s+(?P<apology>afbud)"
    r"|deltog\s+ikke\s+(?:i|på)\s+(?:dette\s+)?mødet?(?!\s+(?:om|med|den|d\.)))\b",
    re.IGNORECASE,
)
_FEWEST_PRESENT = 2
_FORMULAS = (
    (EXCEPT, Presence.APOLOGY),
    (NOT_IN_ITEM, Presence.ABSENT),
    (_WERE_ABSENT, Presence.ABSENT),
)


def in_sentences(
    section: Section, lines: Sequence[tuple[int, str]], entries: Sequence[Entry]
) -> Iterator[Attendee]:
    """Read sentences on absence: in the head for the meeting, in a decision for its item.

    Args:
        section: The part of the document.
        lines: Where each of its lines starts, and its words.
        entries: The items of the agenda.
    """
    if section.kind not in {SectionKind.HEADER, SectionKind.DECISION, SectionKind.TEXT}:
        return
    below: tuple[ListState, int | None] | None = None
    called = False
    for start, line in _sentences(lines):
        bare = without_mark(line)
        called = called or names_called(bare)
        label = _label_alone(line, section)
        below = label or (below if _is_listed(bare) else None)
        if below is not None:
            if label is None:
                yield from named(start + len(line) - len(bare), bare, *below)
            continue
        formula = sentence_on_items(line)
        if formula is not None:
            yield from away(start, formula, line, entries, section.item)
            continue
        if section.item is None and stand_in(line) is not None:
            yield from stood_in(start, line)
            continue
        moved = list(came_or_went(start, line, entries, section.item))
        if not moved and section.kind is SectionKind.HEADER and section.item is None:
            moved = list(told_in_prose(start, line))
        yield from moved or _in_formula(start, line, section, called=called)


def _label_alone(line: str, section: Section) -> tuple[ListState, int | None] | None:
    """Return what a line makes of the names on those below, and the item that they are for.

    "Fraværende" over "Ib Krog (A)" is for its item; in the first one, with a colon, for the
    meeting.
    """
    label = attendance_label(line) if section.kind is SectionKind.DECISION else None
    if label is None or line[label[1] :].strip(" :"):
        return None
    presence = label[0]
    if section.item == 0 and line.rstrip().endswith(":"):
        return ListState(presence), None
    return (ListState(presence), section.item) if presence is not Presence.PRESENT else None


def _in_formula(start: int, line: str, section: Section, *, called: bool) -> Iterator[Attendee]:
    for pattern, presence in _FORMULAS:
        # Who stepped aside in a matter was at the meeting; which item it was, nobody can tell.
        match = (
            pattern.match(line) if section.item is not None or pattern is not NOT_IN_ITEM else None
        )
        if match is not None:
            apology = match.groupdict().get("apology") is not None
            state = ListState(Presence.APOLOGY if apology else presence)
            item = _of_meeting(section, state.presence)
            yield from named(start + match.start("who"), match["who"], state, item)
            return
    label = attendance_label(line) if section.kind is not SectionKind.TEXT else None
    if label is None:
        return
    item = _of_meeting(section, label[0])
    listed = list(named(start + label[1], line[label[1] :], ListState(label[0]), item))
    # "Formand: A. Til stede: A, B, C. Afbud: D." on one line; what is no list names one at most.
    in_head = section.item is None and ":" in line[: label[1]] and len(listed) >= _FEWEST_PRESENT
    if label[0] is not Presence.PRESENT or (in_head and not called):
        yield from listed


def _of_meeting(section: Section, presence: Presence | None) -> int | None:
    """Return the item that somebody missed: an apology told at the first is for the meeting."""
    first = section.item == 0 and section.kind is SectionKind.DECISION
    return None if first and presence is Presence.APOLOGY else section.item


def _is_listed(words: str) -> bool:
    """Tell whether words are a name of a list, be it with who came instead."""
    replaced = replaced_in_bracket(words) or replaced_behind(words)
    return is_name(words.strip()) or replaced is not None


def came_or_went(
    start: int, words: str, entries: Sequence[Entry], item: int | None
) -> Iterator[Attendee]:
    """Read "Ib Krog forlod mødet kl. 15": who was there for a part, and missed the items around.

    Args:
        start: Where the sentence stands in the text.
        words: The sentence.
        entries: The items of the agenda.
        item: The item it stands in, `None` for the head.
    """
    match = sentence_on_stay(words, in_item=item is not None)
    if match is None:
        return
    remark = " ".join(match["remark"].split()).rstrip(" .")
    for one in named(start + match.start("who"), match["who"], ListState(Presence.PRESENT), None):
        whole = Span(one.span.start, start + len(words.rstrip(" .")))
        yield replace(one, remark=remark, span=whole)
        for index in missed_around(remark, item, len(entries)) if item is not None else ():
            yield replace(one, presence=Presence.ABSENT, item=index)


def away(
    start: int, formula: re.Match[str], words: str, entries: Sequence[Entry], item: int | None
) -> Iterator[Attendee]:
    """Read who missed the items that a sentence names, else the item it stands in."""
    missed = missed_items(words[formula.end("who") :], entries) or (item,)
    for index in missed if missed != (None,) else ():
        at = start + formula.start("who")
        yield from named(at, formula["who"], ListState(Presence.ABSENT), index)


def _sentences(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for start, words in lines:
        for span in sentences(words):
            said = span.of(words)
            at = behind_remarks(said)
            yield start + span.start + at, said[at:]
