"""What the buttons of a card say when they are pressed: small, versioned, no text of a paper."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

VERSION = 1
"""Stands in every button. One of an older message than this code can read is not guessed at."""
CHOSEN = "chosen"
"""What the field is called in which a source is chosen."""
_QUESTION = re.compile(r"[A-Za-z0-9_-]{1,64}")
_PREFIX = "referent."


class Press(StrEnum):
    """What a button is for."""

    PASSAGE = "passage"
    """Show the passage of a citation."""
    ANSWER = "answer"
    """Show the answer's own card again."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was pressed."""

    press: Press
    about: str
    """The id of the question."""
    citation: int | None = None
    """Which passage; `None` where none was chosen."""


def button(words: str, what: Pressed) -> dict[str, Any]:
    """Return a button."""
    data: dict[str, Any] = {"v": VERSION, "question": what.about}
    if what.citation is not None:
        data["citation"] = what.citation
    return {
        "type": "Action.Execute",
        "title": words,
        "verb": f"{_PREFIX}{what.press}",
        "data": data,
    }


def pressed(verb: object, data: object) -> Pressed | None:
    """Return what was pressed; `None` for what is not ours, or of another version."""
    if not isinstance(verb, str) or not isinstance(data, Mapping) or data.get("v") != VERSION:
        return None
    about, name = data.get("question"), verb.removeprefix(_PREFIX)
    if name == verb or name not in set(Press):
        return None
    if not isinstance(about, str) or not _QUESTION.fullmatch(about):
        return None
    return Pressed(Press(name), about, _number(data.get("citation", data.get(CHOSEN))))


def _number(told: object) -> int | None:
    """Return the number of a citation; what is chosen in a field comes as words."""
    if isinstance(told, str) and told.isascii() and told.isdigit() and len(told) <= 4:
        told = int(told)
    whole = isinstance(told, int) and not isinstance(told, bool) and told > 0
    return int(told) if whole and isinstance(told, int) else None
