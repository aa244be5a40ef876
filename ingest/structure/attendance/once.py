"""Each person once for a meeting, and once for every item they missed."""

from collections.abc import Sequence
from dataclasses import replace

from index.documents import Attendee, Presence


def once(found: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Keep each person once for the meeting; an apology outdoes the list of members.

    What is said of a part of the meeting outdoes what is said of all of it.
    """
    kept: dict[tuple[str, int | None], Attendee] = {}
    for a in found:
        key = (a.name.casefold(), a.item)
        known = kept.get(key)
        if known is None:
            kept[key] = a
        elif _tells_more(a, known):
            kept[key] = replace(
                a,
                role=a.role or known.role,
                organisation=a.organisation or known.organisation,
                remark=a.remark or known.remark,
            )
        elif a.remark is not None and known.remark is None:
            kept[key] = replace(known, remark=a.remark, span=a.span)
        elif a.presence is known.presence is Presence.PRESENT and _leads(a) and not _leads(known):
            kept[key] = replace(known, role=", ".join(filter(None, (known.role, "mødeleder"))))
    return tuple(sorted(kept.values(), key=lambda a: a.span))


def _leads(one: Attendee) -> bool:
    return one.role is not None and "mødeleder" in one.role


def _tells_more(one: Attendee, known: Attendee) -> bool:
    came = known.presence is Presence.PRESENT
    return came and (one.presence is not Presence.PRESENT or bool(one.remark and not known.remark))
