"""What a form narrows a list to: a body and a time. What it names wrongly does not restrict."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from index.archive import BodyEntry, Filter, View
from index.decisions import Outcome
from index.documents import DocumentKind


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
    """Return what a form's fields `body`, `from` and `to` choose."""
    bodies = view.bodies()
    named = told.get("body", "")
    since, until = day_of(told.get("from", "")), day_of(told.get("to", ""))
    return Chosen(
        next((body for body in bodies if body.key == named), None),
        since,
        until,
        bodies,
        since is not None and until is not None and until < since,
    )


def day_of(text: str) -> date | None:
    """Return the day of a form's field; `None` where it is left empty, or is no day."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
