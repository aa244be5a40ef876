"""What minutes say of one person: there or not, in part, and of a single item."""

from collections.abc import Sequence
from enum import StrEnum

from index.documents import Attendee, Item, Presence


class Stay(StrEnum):
    """What minutes say of a person, of a meeting or of one item; the values name the phrases."""

    PRESENT = "present"
    APOLOGY = "apology"
    ABSENT = "absent"
    PART = "part"
    """There, or away, for a part of the meeting."""
    SOME_ITEMS = "some_items"
    """There, but not for every item."""
    UNNAMED = "unnamed"
    OUT = "out"
    """Took no part in the item."""
    THERE = "there"
    """At the meeting, and nothing else is said of the item."""
    OTHER_ITEMS = "other_items"
    """Away for other items only."""
    PART_THEN = "part_then"
    """There for a part of the meeting, and the item is not told."""


def stay_in(people: Sequence[Attendee], item: Item | None) -> Stay:
    """Return what a paper says of one person.

    Args:
        people: What its attendance has on the person.
        item: The item that is asked about, `None` for the meeting.
    """
    whole = next((p for p in people if p.item is None), None)
    missed = {p.item for p in people if p.item is not None}
    if item is not None and item.index in missed:
        return Stay.OUT
    if whole is None:
        unsaid = Stay.OTHER_ITEMS if item is not None else Stay.SOME_ITEMS
        return unsaid if missed else Stay.UNNAMED
    if whole.remark is not None:
        if item is None:
            return Stay.PART
        return Stay.OTHER_ITEMS if missed and not item.closed else Stay.PART_THEN
    if whole.presence is not Presence.PRESENT:
        return Stay(whole.presence.value)
    if item is None:
        return Stay.SOME_ITEMS if missed else Stay.PRESENT
    return Stay.THERE
