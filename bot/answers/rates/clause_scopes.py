"""Which clauses of an agreement a sentence speaks of: "honorarerne i § 4, stk. 1-4, reguleres"."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from index.spans import Span


@dataclass(frozen=True, slots=True)
class _Scope:
    """Sections by their numbers, and the subsections of one; empty: all of them."""

    sections: range
    subsections: range

    def holds(self, section: int, subsection: int | None) -> bool:
        if section not in self.sections:
            return False
        return subsection is None or not self.subsections or subsection in self.subsections


_RANGE = r"(?P<{0}>\d{{1,3}})(?:\s*(?:-|–|til|to|og|and)\s*(?P<{0}_to>\d{{1,3}}))?(?!\d)"
_NAMED = re.compile(
    rf"§{{1,2}}\s*{_RANGE.format('section')}"
    rf"(?:\s*,?\s*(?:stk|stykke|subsections?|para)\b\.?\s*{_RANGE.format('part')})?",
    re.IGNORECASE,
)
_DOES = re.compile(r"\b\w*(?:reguler|indekser|fremskriv|regulat|index)\w*", re.IGNORECASE)
_SECTION = re.compile(r"^\W{0,4}§\s*(\d{1,3})\b(?!\s*(?:,|stk|og|-|–))", re.MULTILINE)
_PART = re.compile(r"^\W{0,4}(?:stk|stykke)\b\.?\s*(\d{1,3})\b", re.MULTILINE | re.IGNORECASE)


def holds_for(said: str, text: str, place: Span) -> bool:
    """Tell whether a sentence holds for what stands at a place of the same paper.

    It does unless it names clauses before it says what is done to them, and the place surely
    stands in none of those.
    """
    scopes = list(_scopes(said))
    section = _last(_SECTION, text, 0, place.start)
    if not scopes or section is None:
        return True
    part = _last(_PART, text, section.end(), place.end)
    number = int(part[1]) if part else None
    return any(scope.holds(int(section[1]), number) for scope in scopes)


def _scopes(said: str) -> Iterator[_Scope]:
    does = _DOES.search(said)
    for named in _NAMED.finditer(said, 0, does.start() if does else len(said)):
        yield _Scope(_numbers(named, "section"), _numbers(named, "part"))


def _numbers(named: re.Match[str], group: str) -> range:
    if named[group] is None:
        return range(0)
    first = int(named[group])
    return range(first, int(named[f"{group}_to"] or first) + 1)


def _last(what: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last heading of a sort before a place."""
    return next(iter(deque(what.finditer(text, start, end), maxlen=1)), None)
