"""A `Filter` as SQL: conditions on the tables `d` (documents), `i` (items) and `p` (passages).

Every condition comes with its parameters; texts never stand in the statement itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.archive import Filter

_LOOKED_UP = 500
"""Documents of a filter that are looked up one by one."""


@dataclass(slots=True)
class Conditions:
    """Conditions that must all hold."""

    parts: list[str] = field(default_factory=list)
    parameters: list[str | int] = field(default_factory=list)

    def add(self, condition: str, *parameters: str | int) -> None:
        """Require one more."""
        self.parts.append(condition)
        self.parameters.extend(parameters)

    def one_of(self, column: str, values: Iterable[str | int]) -> None:
        """Require a column to have one of the values; none at all means that nothing fits."""
        listed = sorted(values, key=str)
        self.add(f"{column} IN ({marks(listed)})", *listed)

    @property
    def sql(self) -> str:
        """The conditions as one."""
        return " AND ".join(self.parts) or "TRUE"


def marks(values: Sequence[object]) -> str:
    """Return as many placeholders."""
    return ", ".join("?" * len(values))


def on_documents(wanted: Filter, bodies: Iterable[int] | None) -> Conditions:
    """Restrict `d`, but for case numbers and outcomes.

    Args:
        wanted: The filter.
        bodies: Rows of the bodies that it names; `None` where it names none.
    """
    conditions = Conditions()
    if bodies is not None:
        conditions.one_of("d.body", bodies)
    if wanted.since is not None:
        conditions.add("d.date >= ?", wanted.since.isoformat())
    if wanted.until is not None:
        conditions.add("d.date <= ?", wanted.until.isoformat())
    if wanted.kinds:
        conditions.one_of("d.kind", [kind.value for kind in wanted.kinds])
    if wanted.documents:
        # Of many documents each one is told whether it is among them: looked up one by one, they
        # could not be gone through in the order of a list.
        many = len(wanted.documents) > _LOOKED_UP
        conditions.one_of("+d.id" if many else "d.id", wanted.documents)
    return conditions


def add_cases(
    conditions: Conditions, wanted: Filter, accesses: Sequence[str], item: str | None
) -> None:
    """Require one of the filter's case numbers, on the document or, if named, on that item.

    Args:
        conditions: Added to.
        wanted: The filter.
        accesses: What may be seen.
        item: Column with an item's place; `None` to accept any item of the document.
    """
    if not wanted.case_numbers:
        return
    numbers = sorted(wanted.case_numbers)
    on_item = "" if item is None else f"AND (c.item IS NULL OR c.item = {item})"
    # The few documents first: without it SQLite asks of every row whether it has the number.
    conditions.add(
        f"d.number IN (SELECT c.document FROM case_numbers c WHERE c.number IN ({marks(numbers)}))",  # noqa: S608
        *numbers,
    )
    conditions.add(
        "EXISTS (SELECT 1 FROM case_numbers c WHERE c.document = d.number"  # noqa: S608  # names
        f" AND c.number IN ({marks(numbers)}) AND c.access IN ({marks(accesses)}) {on_item})",
        *numbers,
        *accesses,
    )
