"""The persons that a line of an attendance list names, as the label above them means it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.documents import Attendee, Presence
from index.spans import Span
from ingest.structure.people import parse_person, split_names
from ingest.structure.stand_ins import instead_of_nobody, is_stand_in, replaced_in_bracket
from ingest.structure.stays import parted

_APOLOGY_BEHIND = re.compile(r"\s*[-–(,]\s*(?:har\s+meldt\s+)?afbud\)?\s*\.?$", re.IGNORECASE)
_APOLOGY_IN_BRACKET = re.compile(r"[(\[]\s*(?:har\s+)?(?:meldt\s+)?afbud\b", re.IGNORECASE)
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


def named(start: int, words: str, state: ListState, item: int | None) -> Iterator[Attendee]:
    """Yield the persons that `words` name, which stand at `start` in the text."""
    if state.presence is None:
        return
    organisation = state.organisation
    for at, one in split_names(words):
        group = GROUP.match(one.lstrip())
        organisation = group["group"] if group else organisation
        lead = len(one) - len(one.lstrip()) + (group.end() if group else 0)
        piece = one[lead:]
        replaced = replaced_in_bracket(piece)
        apology = bool(replaced and _APOLOGY_IN_BRACKET.search(piece))
        if replaced is not None and replaced.came and (state.presence in _AWAY or apology):
            yield from _came(start + at + lead, *replaced.came, item)
        behind = _APOLOGY_BEHIND.search(piece)
        bare = replaced.named if replaced is not None else piece
        stay = parted(instead_of_nobody(piece[: behind.start()] if behind else bare))
        person = parse_person(stay.named)
        came_instead = at > 0 and state.presence is not Presence.PRESENT and is_stand_in(piece)
        if person is None or came_instead:
            continue
        yield Attendee(
            name=person.name,
            role=person.role,
            organisation=person.organisation or organisation,
            presence=Presence.APOLOGY if behind or apology else state.presence,
            span=Span(start + at + lead, start + at + lead + len(piece.rstrip(" ."))),
            item=item,
            remark=stay.remark,
        )


def _came(start: int, at: int, words: str, item: int | None) -> Iterator[Attendee]:
    """Yield who came instead of somebody, named at `at` in words that stand at `start`."""
    person = parse_person(words)
    if person is not None:
        span = Span(start + at, start + at + len(words))
        yield Attendee(
            person.name, person.role, person.organisation, Presence.PRESENT, span, item=item
        )
