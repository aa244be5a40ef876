"""`referent rates`: the rates of the archive, and the review of those read from documents."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from bot.cli.door import door_of
from bot.cli.options import Audience, Home, Json, audiences, iso_date, today
from bot.cli.printing import print_json, print_text, screen
from bot.cli.rate_series import choices_on
from index.errors import NotInArchive, UsageError
from index.rates.rate import RateStatus

if TYPE_CHECKING:
    from bot.answers.rates.lists import Listed

LISTING = "list"


class _WithoutList(TyperGroup):
    """A group whose first command need not be named: `referent rates klynger` lists."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `list` before what names no command."""
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = [LISTING, *args]
        return super().parse_args(ctx, args)


rates = typer.Typer(cls=_WithoutList, help="List rates; load tables of them; review those read.")

Name = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME]", help="What the rate is for, or part of it.")
]
On = Annotated[
    date | None,
    typer.Option("--on", parser=iso_date, metavar="DATE", help="What applies on this day."),
]
History = Annotated[bool, typer.Option("--history", help="Also what applied before, with a chart.")]

STATUSES = ("in force", "expired", "not yet", "undated", "proposed")


def _status(text: str) -> str:
    word = " ".join(text.replace("_", " ").replace("-", " ").lower().split())
    if word not in STATUSES:
        raise UsageError(f"{text!r} is no status. One of: {', '.join(STATUSES)}.")
    return word


Status = Annotated[
    str | None,
    typer.Option(
        "--status",
        parser=_status,
        metavar="STATUS",
        help=f"Only of this status: {', '.join(STATUSES)}.",
    ),
]


@rates.command(LISTING)
def list_(
    context: typer.Context,
    name: Name = None,
    on: On = None,
    history: History = False,
    status: Status = None,
    as_json: Json = False,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """List rates by name, with whether they apply on a day."""
    from bot.answers.rates.lists import (  # noqa: PLC0415 - start-up time
        list_rates,
        listed_object,
        of_status,
    )

    day = on or today()
    words = " ".join(name or ())
    with door_of(context).view(home, audiences(audience)) as view:
        listed = list_rates(view, words, day, history=history or on is None or status is not None)
        listed = of_status(listed, status) if status else listed
        others = list_rates(view, words, day, history=True)
    if words and not listed:
        raise NotInArchive(_none_listed(words, day, others))
    if as_json:
        print_json([listed_object(one) for one in listed])
        return
    from bot.rendering.rates import rates_text  # noqa: PLC0415 - start-up time

    print_text(rates_text(listed, screen(), chart=history) if listed else "No rates found.")
    begun = [] if on is None or history or status else _begun(others, day)
    if begun:
        print_text(
            f"{len(begun)} more began by then, and nothing says until when: "
            f"referent rates --on {day.isoformat()} --status undated."
        )


def _begun(others: "Sequence[Listed]", day: date) -> "list[Listed]":
    """Return the rates that began by a day and may have gone on: no one can say that they did."""
    return [
        one
        for one in others
        if one.status is RateStatus.UNDATED
        and not one.entry.rate.proposed
        and one.validity.since is not None
        and one.validity.since <= day
    ]


def _none_listed(words: str, day: date, others: "Sequence[Listed]") -> str:
    """Return why no rate of a name is listed: there is none, or none is said to apply."""
    if not others:
        return f"No rate {words!r} in the archive. Try: referent rates."
    known = {one.status.value.replace("_", " ") for one in others}
    return (
        f"No rate {words!r} is said to apply on {day.isoformat()}; there {_are(len(others))} "
        f"{' or '.join(sorted(known))}. Try: referent rates {words} --history."
    )


def _are(count: int) -> str:
    return "is one that is" if count == 1 else f"are {count} that are"


@rates.command()
def review(
    context: typer.Context,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """Go through the rates read from documents: confirm, correct or reject each.

    Those of one row or sentence are asked about together; any of them can be taken by itself.
    """
    from bot.answers.rates.lists import list_rates  # noqa: PLC0415 - start-up time
    from index.generation.home import IndexHome  # noqa: PLC0415 - start-up time
    from index.rates.rate import Origin  # noqa: PLC0415 - start-up time
    from index.rates.reviews import Reviews, fingerprint  # noqa: PLC0415 - start-up time
    from index.settings import Settings  # noqa: PLC0415 - start-up time

    settings = Settings.load(home=home)
    reviews = Reviews(IndexHome(settings.home).reviews)
    now = today()
    with door_of(context).view(home, audiences(audience)) as view:
        listed = list_rates(view, "", now, history=True)
        # A sentence that several papers repeat is asked about once: of the one that is approved.
        unread = [
            one
            for one in listed
            if not one.entry.rate.verified and one.entry.rate.origin is Origin.EXTRACTED
        ]
        unread.sort(key=_is_last_word)
        best = {fingerprint(one.entry.rate): one for one in unread}
        waiting = [one for one in listed if best.get(fingerprint(one.entry.rate)) is one]
        done = 0
        for one, choice in choices_on(waiting, now):
            reviews.choose(one.entry.rate, choice)
            done += 1
    print_text(f"{done} decided, {len(waiting) - done} left.")


def _is_last_word(one: "Listed") -> bool:
    """Tell whether a rate's paper is neither a draft nor an agenda."""
    from index.documents import DocumentKind, MinutesStatus  # noqa: PLC0415 - start-up time

    document = one.entry.document
    draft = document.status is MinutesStatus.DRAFT
    return not draft and document.kind is not DocumentKind.AGENDA


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(rates, name="rates")
