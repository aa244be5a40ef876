"""The numbers and bullets that Word sets before paragraphs and that no text node holds.

Agenda items are often numbered this way, so without this module "3. Økonomi" would be "Økonomi".
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from ingest.reading.blocks import BULLET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int
    form: str
    """As in `w:numFmt`: "decimal", "bullet", "lowerLetter", …"""
    pattern: str
    """"%1.%2": the number of level 1, a full stop, the number of level 2."""


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: tuple[Level, ...]
    restarts: frozenset[int]
    """Levels that begin anew in this list, though it shares its numbers with others."""


class Numbering:
    """The lists of a document, counting as its paragraphs come by."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {} if root is None else _lists(root)
        self._counters: dict[str, list[int | None]] = {}
        self._seen: set[tuple[str, int]] = set()

    def marker(self, number: str, level: int) -> str:
        """Count a paragraph of list `number` at `level` (from 0); return what stands before it."""
        found = self._lists.get(number)
        if found is None or not 0 <= level < len(found.levels):
            return ""
        counters = self._count(number, found, level)
        form = found.levels[level]
        if form.form == "bullet":
            return BULLET
        if form.form == "none":
            return ""
        return _fill(form.pattern, counters, found.levels)

    def _count(self, number: str, found: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(found.abstract, [None] * LEVELS)
        if level in found.restarts and (number, level) not in self._seen:
            counters[level] = None
        self._seen.add((number, level))
        current = counters[level]
        counters[level] = found.levels[level].start if current is None else current + 1
        counters[level + 1 :] = [None] * (LEVELS - level - 1)
        return counters


def _fill(pattern: str, counters: list[int | None], levels: tuple[Level, ...]) -> str:
    text = pattern
    for index, level in enumerate(levels):
        value = counters[index]
        text = text.replace(
            f"%{index + 1}", formatted(level.start if value is None else value, level.form)
        )
    return " ".join(text.split())


def formatted(number: int, form: str) -> str:
    """Return a number as Word prints it in that form."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form in ("none", "bullet") else str(number)


def _roman(number: int) -> str:
    digits = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
              (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    text = ""
    for value, letters in digits:
        text += letters * (number // value)
        number %= value
    return text


def _lists(root: etree._Element) -> dict[str, _List]:
    abstracts = {each.get(f"{W}abstractNumId"): each for each in root.findall(f"{W}abstractNum")}
    found = {}
    for each in root.findall(f"{W}num"):
        reference = each.find(f"{W}abstractNumId")
        key = None if reference is None else reference.get(f"{W}val")
        if key in abstracts and key is not None:
            levels = _levels(abstracts[key].findall(f"{W}lvl"), {})
            overrides = each.findall(f"{W}lvlOverride")
            found[each.get(f"{W}numId") or ""] = _overridden(key, levels, overrides)
    return found


def _overridden(key: str, levels: dict[int, Level], overrides: list[etree._Element]) -> _List:
    restarts = set()
    for override in overrides:
        index = _integer(override.get(f"{W}ilvl"), 0)
        levels = _levels(override.findall(f"{W}lvl"), levels)
        start = override.find(f"{W}startOverride")
        if start is not None and index in levels:
            old = levels[index]
            levels[index] = Level(_integer(start.get(f"{W}val"), old.start), old.form, old.pattern)
            restarts.add(index)
    filled = tuple(levels.get(i, Level(1, "none", "")) for i in range(LEVELS))
    return _List(key, filled, frozenset(restarts))


def _levels(elements: Iterable[etree._Element], known: dict[int, Level]) -> dict[int, Level]:
    levels = dict(known)
    for each in elements:
        index = _integer(each.get(f"{W}ilvl"), 0)
        levels[index] = Level(
            _integer(_value(each, "start"), 1),
            _value(each, "numFmt") or "decimal",
            _value(each, "lvlText") or "",
        )
    return levels


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _integer(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise
