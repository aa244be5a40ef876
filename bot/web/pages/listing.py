"""Long lists, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some entries of a list."""

    entries: Sequence[T]
    number: int
    """From 1."""
    total: int
    """Entries of the whole list."""
    per_page: int = PER_PAGE

    @property
    def first(self) -> int:
        """The place of its first entry in the list, from 1."""
        return (self.number - 1) * self.per_page + 1

    @property
    def last(self) -> int:
        """The place of its last entry."""
        return self.first + len(self.entries) - 1

    @property
    def earlier(self) -> int | None:
        """The page before it."""
        return self.number - 1 if self.number > 1 else None

    @property
    def later(self) -> int | None:
        """The page after it."""
        return self.number + 1 if self.number * self.per_page < self.total else None

    def of(self, entries: Sequence[U]) -> "Page[U]":
        """Return the same page with what its entries have become."""
        return Page(entries, self.number, self.total, self.per_page)


def page_of(entries: Sequence[T], number: int, per_page: int = PER_PAGE) -> Page[T]:
    """Return a page of a list; beyond its end, the last one."""
    pages = max(1, -(-len(entries) // per_page))
    number = min(number, pages)
    start = (number - 1) * per_page
    return Page(entries[start : start + per_page], number, len(entries), per_page)
