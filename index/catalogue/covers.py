"""A text with closed stretches, and the same text with each of them covered.

What covers a stretch has one length, however long the stretch is: no place in the covered text,
and no count of its characters, tells anything of what lies below.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar, cast, get_args, get_type_hints

from index.documents import Item
from index.spans import Span

MASK = "█"
"""Stands for what may not be seen."""

FILLER = f"\n{MASK * 12}\n\n"
"""Stands in the place of a closed stretch: a paragraph of its own."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Cover:
    """Which stretches of a text are covered. `whole` places are of the text without a cover."""

    hidden: tuple[Span, ...]
    """Whole places, ascending, none overlapping another."""

    def text(self, whole: str) -> str:
        """Return a text with each stretch covered."""
        parts, at = [], 0
        for span in self.hidden:
            parts += [whole[at : span.start], FILLER]
            at = span.end
        return "".join([*parts, whole[at:]])

    def length(self, whole: int) -> int:
        """Return how long a text of `whole` characters is when it is covered."""
        return whole + sum(len(FILLER) - len(span) for span in self.hidden)

    def start(self, whole: int) -> int:
        """Return where a place lies from which something goes on: behind what ends there."""
        by = 0
        for span in self.hidden:
            if span.end <= whole:
                by += len(FILLER) - len(span)
            else:
                return min(span.start, whole) + by
        return whole + by

    def end(self, whole: int) -> int:
        """Return where a place lies at which something ends: before what begins there."""
        by = 0
        for span in self.hidden:
            if whole <= span.start:
                break
            if whole < span.end:
                return span.start + by + len(FILLER)
            by += len(FILLER) - len(span)
        return whole + by

    def moved(self, value: _T) -> _T:
        """Return a value with every place in it, however deep, as it is in the covered text.

        Found by their type and not by name, so that no place of a value to come is forgotten.
        """
        return cast(_T, self._moved(value)) if self.hidden else value

    def is_touched(self, span: Span) -> bool:
        """Tell whether something of a whole place is covered."""
        return any(span.overlaps(hidden) for hidden in self.hidden)

    def uncovered(self, span: Span) -> Span | None:
        """Return the whole place of one in the covered text; `None` where it touches a cover."""
        by = 0
        for hidden in self.hidden:
            filler = Span(hidden.start + by, hidden.start + by + len(FILLER))
            if span.end <= filler.start:
                break
            if span.start < filler.end:
                return None
            by += len(FILLER) - len(hidden)
        return span.moved(-by)

    def _moved(self, value: object) -> object:
        if isinstance(value, Span):
            if value.end <= self.hidden[0].start:
                return value
            start = self.start(value.start)
            return Span(start, max(start, self.end(value.end)))
        if isinstance(value, tuple):
            parts = tuple(self._moved(one) for one in value)
            return value if all(map(is_, parts, value)) else parts
        if not is_dataclass(value) or isinstance(value, type):
            return value
        held = {name: getattr(value, name) for name in _places(type(value))}
        changed = {n: new for n, one in held.items() if (new := self._moved(one)) is not one}
        moved = replace(value, **changed) if changed else value
        return self._with_filler(value, moved) if isinstance(value, Item) else moved

    def _with_filler(self, whole: Item, moved: object) -> object:
        """Let what covers a closed item lie within it, also where nothing lies below the cover."""
        assert isinstance(moved, Item)
        if not whole.closed:
            return moved
        end = max(moved.span.end, self.start(whole.span.end))
        return replace(moved, span=Span(moved.span.start, end))


def cover_of(items: Iterable[Item]) -> Cover:
    """Return what covers the closed ones of a document's items, all but their headings."""
    hidden: list[Span] = []
    for item in sorted((one for one in items if one.closed), key=lambda one: one.heading.end):
        span = Span(item.heading.end, max(item.heading.end, item.span.end))
        if hidden and span.start < hidden[-1].end:
            span = Span(hidden[-1].start, max(span.end, hidden.pop().end))
        hidden.append(span)
    return Cover(tuple(hidden))


@cache
def _places(kind: type) -> tuple[str, ...]:
    """Return the names of the fields in which a place may be, by their types."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if _may_hold(hints[field.name]))


def _may_hold(hint: object) -> bool:
    if hint is Span or hint in (Any, object):
        return True
    if isinstance(hint, type) and is_dataclass(hint):
        return bool(_places(hint))
    return any(map(_may_hold, get_args(hint)))
