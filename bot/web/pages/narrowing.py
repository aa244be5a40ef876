"""What a form narrows a list to: a body, a time, one of several kinds.

What it names wrongly is refused: a list that is whole would look as if it were chosen from.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.asked import FIRST_DAY, LAST_DAY
from bot.listing.narrowing import body_named
from bot.web.pages.routes import Refused
from index.archive import BodyEntry, Filter, View
from index.decisions import Outcome
from index.documents import DocumentKind
from index.errors import NotInArchive, UsageError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen, and what can be."""

    body: BodyEntry | None
    since: date | None
    until: date | None
    bodies: tuple[BodyEntry, ...]
    """All there are."""
    ends_before: bool = False
    """Whether the time ends before it begins, so that nothing lies in it."""

    def filter(
        self,
        *,
        kinds: frozenset[DocumentKind] = frozenset(),
        outcomes: frozenset[Outcome] = frozenset(),
    ) -> Filter:
        """Return the filter for it."""
        return Filter(
            bodies=frozenset({self.body.key}) if self.body else frozenset(),
            since=self.since,
            until=self.until,
            kinds=kinds,
            outcomes=outcomes,
        )

    @property
    def query(self) -> dict[str, str]:
        """As it stands in an address."""
        return {
            "body": self.body.key if self.body else "",
            "from": self.since.isoformat() if self.since else "",
            "to": self.until.isoformat() if self.until else "",
        }


def chosen_of(view: View, told: Mapping[str, str]) -> Chosen:
    """Return what a form's fields `body`, `from` and `to` choose.

    Raises:
        Refused: There is no such body for this reader, or no such day.
    """
    since, until = day_of(told.get("from", "")), day_of(told.get("to", ""))
    return Chosen(
        _body_of(view, told.get("body", "").strip()),
        since,
        until,
        view.bodies(),
        since is not None and until is not None and until < since,
    )


def _body_of(view: View, named: str) -> BodyEntry | None:
    """Return the committee of a form's field, by its key or, where somebody typed it, any name."""
    if not named:
        return None
    try:
        return body_named(view, named)
    except (NotInArchive, UsageError):
        raise unknown_filter() from None


def day_of(text: str) -> date | None:
    """Return the day of a form's field; `None` where it is left empty.

    Raises:
        Refused: It is no day, or none of ours.
    """
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise unknown_filter() from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise unknown_filter()
    return day


def year_of(text: str) -> int | None:
    """Return the year of a form's field; `None` where it is left empty.

    Raises:
        Refused: It is no year, or none of ours.
    """
    day = day_of(f"{text.strip()}-01-01" if text.strip() else "")
    return day.year if day else None


def one_of(known: Iterable[T], named: str) -> T | None:
    """Return which of several kinds a form's field names; `None` where it is left empty.

    Raises:
        Refused: It names none of them.
    """
    if not named:
        return None
    for one in known:
        if str(one) == named:
            return one
    raise unknown_filter()


def unknown_filter() -> Refused:
    """Return the refusal of what a form cannot have sent."""
    return Refused(400, "error_filter")
