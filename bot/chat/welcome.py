"""What a newcomer is told, read from the archive: bodies, what is open, what one may ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.matters.matter import is_settled, of_substance
from bot.answers.open_matters import left_open, open_among
from bot.rendering.places import cut
from bot.rendering.visible import visible_line
from bot.replies import Language
from bot.wording import phrase
from index.archive import EVERYTHING, BodyEntry, View
from index.danish.days import format_date

OPEN_LOOKED_AT = 30
"""Items that were left open, the newest first, that are followed: older ones are history."""
ITEMS_LOOKED_AT = 60
"""Items, the newest first, among which one is sought that makes a good example."""
EXAMPLES = 5
"""Of each kind."""
EXAMPLES_SHOWN = 6
LONGEST_NAME = 120
LONGEST_IN_QUESTION = 60
"""Characters of a title or a name within an example; a longer one makes no good example."""


@dataclass(frozen=True, slots=True)
class BodyAtHome:
    """A committee as a newcomer meets it."""

    key: str
    """As `BodyEntry.key`: what its button says."""
    name: str
    short: str | None
    """Its abbreviation."""
    meetings: int
    last: date | None
    """The last meeting that was held."""
    coming: date | None = None
    """The next one, where an agenda tells."""


@dataclass(frozen=True, slots=True)
class OpenAtHome:
    """An item that was put off, and not settled since."""

    body: str | None
    date: date | None
    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class AtHome:
    """What a newcomer is told of the archive, as one set of audiences may see it."""

    bodies: tuple[BodyAtHome, ...] = ()
    """Those that met most first."""
    open: tuple[OpenAtHome, ...] = ()
    """The newest first."""
    rates: tuple[str, ...] = ()
    """Names of rates that somebody vouches for, for examples."""
    short_forms: tuple[str, ...] = ()
    """Abbreviations that the archive explains, for examples."""
    matters: tuple[str, ...] = ()
    """Titles of items that were decided on, for examples."""


def at_home(view: View, today: date) -> AtHome:
    """Return what a reader of this view is told; nothing that the view hides."""
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


def examples(archive: AtHome, language: Language) -> tuple[str, ...]:
    """Return questions that fit the archive, for those who do not know what to ask."""
    asked = []
    bodies = [body for body in archive.bodies if called(body)]
    for body in bodies[:1]:
        asked.append(phrase("ask_last", language, body=called(body)))
    for title in _short_enough(archive.matters)[:1]:
        asked.append(phrase("ask_matter", language, title=title))
    for rate in _short_enough(archive.rates)[:1]:
        asked.append(phrase("ask_rate", language, rate=rate))
    for word in _short_enough(archive.short_forms)[:1]:
        asked.append(phrase("ask_short_form", language, word=word))
    for body in bodies[-1:]:
        asked.append(phrase("ask_intro", language, body=called(body)))
    for body in bodies[:1]:
        if body.last is not None:
            day = format_date(date(body.last.year, 1, 1), language)
            asked.append(phrase("ask_changes", language, body=called(body), date=day))
    return tuple(asked[:EXAMPLES_SHOWN])


def _short_enough(words: Sequence[str]) -> list[str]:
    lines = [visible_line(one) for one in words]
    return [line for line in lines if line and len(line) <= LONGEST_IN_QUESTION]


def called(body: BodyAtHome) -> str:
    """Return the name that a body goes by in a line."""
    return cut(visible_line(body.short or "") or visible_line(body.name), LONGEST_NAME)
