"""Places in a text."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters, `start` ≤ `end`, counted in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def of(self, text: str) -> str:
        """Return the characters of `text` that lie in this span."""
        return text[self.start : self.end]

    def contains(self, other: Self) -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Self:
        """Return this place in a text in which the one it was counted in begins at `by`."""
        return type(self)(self.start + by, self.end + by)

    def overlaps(self, other: Self) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page: its number (from 1) and where its text lies."""

    number: int
    span: Span
    is_scan: bool = False
    """Whether its text was read from a picture of it, so that letters may be wrong."""
