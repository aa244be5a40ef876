"""The persons that a line of an attendance list names, as the label above them means it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.documents import Attendee, Presence
from index.spans import Span
from ingest.structure.attendance.stand_ins import (
    as_stand_in,
    instead_of_nobody,
    is_stand_in,
    replaced_behind,
    replaced_in_bracket,
    stand_in,
    word_for_stand_in,
)
from ingest.structure.attendance.stays import parted
from ingest.structure.people import parse_person, split_names

_APOLOGY_BEHIND = re.compile(r"\s*[-–(,]\s*(?:har\s+meldt\s+)?afbud\)?\s*\.?$", re.IGNORECASE)
_APOLOGY_IN_BRACKET = re.compile(r"[(\[]\s*(?:har\s+)?(?:meldt\s+)?afbud\b", re.IGNORECASE)
_EXCUSE = re.compile(
    r"\s*[(,–-]?\s*\b(?:fraværende\s+)?(?:(?P<without>uden)|med|efter)\s+(?:(?:lovligt|gyldigt|anmeldt|forudgående)\s+)?(?:afbud|forfald)"
    r"(?:\s+(?:grundet|på\s+grund\s+af|p\.?\s?g\.?\s?a\.?)\s+[^,;()]{2,40})?\)?\s*\.?$",
    re.IGNORECASE,
)
"""Behind the name of somebody absent: "Ib Krog (B) med afbud", "Maja Dam uden afbud"."""
_AND = re.compile(r"\s+(?:og|samt|and)\s+$", re.IGNORECASE)
_AWAY = frozenset({Presence.APOLOGY, Presence.ABSENT})
GROUP = re.compile(r"(?P<group>[A-ZÆØÅ][^:.,;()]{2,70}):\s+(?=\S)")
"""An organisation before its persons: "Kommunerne: Ib Krog, Maja Dam"."""


@dataclass(frozen=True, slots=True)
class ListState:
    """What the lines of a list mean until another label says otherwise."""

    presence: Presence | None
    organisation: str | None = None
    members: int = 0
    """Persons that were named under the organisation so far."""
    tight: bool = False
    """They stand on consecutive lines."""
    plain: bool = False
    """Something stands under the label itself, and not under an organisation."""
    remarks: bool = False
    """The label is of remarks: who is named, and nothing told of a stay, is in no list."""


def named(start: int, words: str, state: ListState, item: int | None) -> Iterator[Attendee]:
    """Yield the persons that `words` name, which stand at `start` in the text."""
    if state.presence is None:
        return
    organisation = state.organisation
    parts = split_names(words)
    excuses = _excuses(words, parts)
    for (at, one), excused in zip(parts, excuses, strict=True):
        group = GROUP.match(one.lstrip())
        organisation = group["group"] if group else organisation
        lead = len(one) - len(one.lstrip()) + (group.end() if group else 0)
        piece = one[lead:]
        replaced = replaced_in_bracket(piece)
        if replaced is None and state.presence in _AWAY:
            replaced = replaced_behind(piece)
        apology = bool(replaced and _APOLOGY_IN_BRACKET.search(piece))
        if replaced is not None and replaced.came and (state.presence in _AWAY or apology):
            yield from _came(start + at + lead, *replaced.came, item)
        behind = _APOLOGY_BEHIND.search(piece) or _EXCUSE.search(piece)
        bare = replaced.named if replaced is not None else piece
        stay = parted(instead_of_nobody(piece[: behind.start()] if behind else bare))
        person = parse_person(stay.named)
        came_instead = at > 0 and state.presence is not Presence.PRESENT and is_stand_in(piece)
        presence = excused or (Presence.APOLOGY if behind or apology else state.presence)
        merely_named = state.remarks and presence is state.presence and stay.remark is None
        if person is None or came_instead or merely_named:
            continue
        yield Attendee(
            name=person.name,
            role=person.role or as_stand_in(piece),
            organisation=person.organisation or organisation,
            presence=presence,
            span=Span(start + at + lead, start + at + lead + len(piece.rstrip(" ."))),
            item=item,
            remark=stay.remark,
        )


def _excuses(words: str, parts: Sequence[tuple[int, str]]) -> list[Presence | None]:
    """Return what stands behind each name on an apology, `None` where nothing does.

    "A, B og C med afbud" says it of all three; "A, B med afbud" surely of B alone.
    """
    found: list[Presence | None] = []
    following: Presence | None = None
    for at, one in reversed(parts):
        own = _EXCUSE.search(one)
        if own is not None:
            told = Presence.ABSENT if own["without"] else Presence.APOLOGY
            following = told if _AND.search(words, 0, at) else None
            found.append(told)
        else:
            found.append(following if _APOLOGY_BEHIND.search(one) is None else None)
    return found[::-1]


def stood_in(start: int, words: str) -> list[Attendee]:
    """Return who came instead of others, with that as role; nobody where a sentence tells of none.

    "Medlemmer til stede: 23 af 25. Som stedfortræder deltog Ib Krog" names him, and no member.
    """
    place = stand_in(words)
    if place is None:
        return []
    first, last = place
    found = named(start + first, words[first:last], ListState(Presence.PRESENT), None)
    as_what = word_for_stand_in(words)
    return [replace(a, role=", ".join(filter(None, (a.role, as_what)))) for a in found]


def _came(start: int, at: int, words: str, item: int | None) -> Iterator[Attendee]:
    """Yield who came instead of somebody, named at `at` in words that stand at `start`."""
    person = parse_person(words)
    if person is not None:
        span = Span(start + at, start + at + len(words))
        yield Attendee(
            person.name, person.role, person.organisation, Presence.PRESENT, span, item=item
        )
