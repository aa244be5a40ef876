"""What the tools return: the objects of `--json`, lists of them within an object of their own.

The protocol wants an object at the top, and its schema beside the tool. Both are written by msgspec
from the one definition of the contract.
"""

from typing import Any

import msgspec

from bot.answers.rates.lists import ListedRate
from bot.rendering.as_json import DecisionObject
from bot.rendering.lists_as_json import HitObject, ShownObject


class Passages(msgspec.Struct, frozen=True):
    """Passages, best first."""

    passages: list[HitObject]


class Decisions(msgspec.Struct, frozen=True):
    """A part of the register of decisions, newest first."""

    decisions: list[DecisionObject]
    total: int
    """How many there are in all."""


class Rates(msgspec.Struct, frozen=True):
    """A part of the list of rates, by name and time."""

    rates: list[ListedRate]
    total: int
    """How many there are in all."""


class PartOfDocument(ShownObject, frozen=True):
    """A stretch of a document's text, from `start` to `end`, with the items in it."""

    characters: int
    """How long the whole text is."""


def schema_of(kind: type) -> dict[str, Any]:
    """Return the schema of an object, with its root written out, as the protocol wants it."""
    schema = msgspec.json.schema(kind)
    definitions = schema["$defs"]
    return {**definitions[kind.__name__], "$defs": definitions}
