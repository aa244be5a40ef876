"""What the Home tab tells a newcomer, read from the archive."""

from collections.abc import Iterable
from datetime import date

from bot.answers.matters.listed_items import of_substance
from bot.answers.matters.matter import is_settled
from bot.answers.open_matters import left_open, open_among
from bot.slack.home import AtHome, BodyAtHome, OpenAtHome
from index.archive import EVERYTHING, BodyEntry, View

OPEN_LOOKED_AT = 30
"""Items that were left open, the newest first, that are followed: older ones are history."""
ITEMS_LOOKED_AT = 60
"""Items, the newest first, among which one is sought that makes a good example."""
EXAMPLES = 5


def at_home(view: View, today: date) -> AtHome:
    """Return what a reader of this view sees on the Home tab; nothing that the view hides."""
    met = sorted(
        (body for body in view.bodies() if body.meetings),
        key=lambda body: (-len(body.meetings), body.body.name),
    )
    recent = view.items(EVERYTHING, ITEMS_LOOKED_AT)
    settled = (entry for entry in recent if is_settled(entry) and of_substance(entry))
    # What a candidate was read to be for can be half a phrase, which makes no good example.
    rates = (entry.rate for entry in view.rates() if entry.rate.verified)
    return AtHome(
        bodies=tuple(_body(body, today) for body in met),
        open=_open(view),
        rates=_first(rate.name for rate in rates),
        short_forms=_first(entry.abbreviation.short for entry in view.abbreviations()),
        matters=_first(entry.item.title for entry in settled if entry.item.title),
    )


def _body(entry: BodyEntry, today: date) -> BodyAtHome:
    held = [day for day in entry.meetings if day <= today]
    coming = [day for day in entry.meetings if day > today]
    return BodyAtHome(
        key=entry.key,
        name=entry.body.name,
        short=entry.body.abbreviation,
        meetings=len(held),
        last=max(held, default=None),
        coming=min(coming, default=None),
    )


def _open(view: View) -> tuple[OpenAtHome, ...]:
    followed = open_among(left_open(EVERYTHING, view, OPEN_LOOKED_AT), view)
    return tuple(
        OpenAtHome(
            body=one.entry.document.body.short if one.entry.document.body else None,
            date=one.entry.document.date,
            number=one.entry.item.number,
            title=one.entry.item.title,
        )
        for one in followed
    )


def _first(words: Iterable[str]) -> tuple[str, ...]:
    """Return the first few of some words, each once."""
    return tuple(dict.fromkeys(words))[:EXAMPLES]
