"""The patterns of `patterns.toml`: the words by which a question shows what it is after."""

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def _file() -> dict[str, dict[str, object]]:
    text = resources.files(__package__).joinpath("patterns.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def pattern(group: str, name: str | None = None) -> re.Pattern[str]:
    """Return one pattern, as an expression on folded text."""
    table = _file()[group] if name is None else _file()[group][name]
    if not isinstance(table, dict):
        raise TypeError(f"patterns.toml: {group}.{name} is not a table")
    return re.compile("|".join(f"(?:{words})" for words in (*table["da"], *table.get("en", ()))))


@cache
def names(group: str) -> tuple[str, ...]:
    """Return the names of a group's patterns, in the order in which they are tried."""
    return tuple(_file()[group])


def first(group: str, folded: str) -> str | None:
    """Return the name of the first pattern of `group` that `folded` shows."""
    return next((name for name in names(group) if pattern(group, name).search(folded)), None)


def only(group: str, folded: str) -> str | None:
    """Return the name of the first pattern of `group` that is all of `folded`."""
    return next((name for name in names(group) if pattern(group, name).fullmatch(folded)), None)
