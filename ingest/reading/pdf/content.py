"""What stands on a PDF page, as the interpreter sees it: streams in, runs of text out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Face(Protocol):
    """A font: bytes of a content stream into characters and their width."""

    bold: bool
    space: float
    """Width of a space, in thousandths of the font size."""

    def decode(self, piece: bytes | str) -> tuple[str, float, int, int]:
        """Return the characters, their width in thousandths, and how many glyphs and spaces."""
        ...


@dataclass(frozen=True, slots=True)
class Stream:
    """A content stream with what its names mean."""

    operations: list[tuple[Any, bytes]]
    face: Callable[[str], Face | None]
    form: Callable[[str], "Form | None"]
    """What is drawn under a name: a form, or `None` for an image."""


@dataclass(frozen=True, slots=True)
class Form:
    """A content stream inside another one."""

    matrix: Matrix
    stream: Stream


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text, in points from the lower left corner of the page.

    Where text is turned against the page, its places are those on the page turned with it.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    turn: int = 0
    """Quarter turns against the page, counter-clockwise: 0–3."""


@dataclass(slots=True)
class PageContent:
    """What stands on a page."""

    width: float = 595.0
    height: float = 842.0
    runs: list[Run] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    """Heights of the horizontal lines that are drawn on it."""
    images: bool = False
    warnings: list[str] = field(default_factory=list)


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that applies `first`, then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def matrix_of(operands: Any) -> Matrix:
    """Return six operands as a matrix.

    Raises:
        ValueError: They are no six numbers.
    """
    a, b, c, d, e, f = (float(each) for each in operands)
    return (a, b, c, d, e, f)
