"""The sentences that Referent says itself, Danish and English side by side in `phrases.toml`."""

import re
import tomllib
from functools import cache
from importlib import resources
from string import Formatter

from bot.replies import Language


@cache
def phrases() -> dict[str, dict[str, str]]:
    """Read the file: phrase → language → template, with the same placeholders in both.

    Raises:
        ValueError: A phrase lacks a language, or its placeholders differ; the message names it.
    """
    text = resources.files(__package__).joinpath("phrases.toml").read_text("utf-8")
    table: dict[str, dict[str, str]] = tomllib.loads(text)
    for key, templates in table.items():
        if set(templates) != {"da", "en"}:
            raise ValueError(f"phrases.toml: {key!r} has {sorted(templates)}, not da and en")
        if placeholders(templates["da"]) != placeholders(templates["en"]):
            raise ValueError(f"phrases.toml: {key!r} has other placeholders in da than in en")
    return table


def placeholders(template: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def phrase(key: str, language: Language, /, **values: object) -> str:
    """Return the sentence `key` in `language`, with every placeholder filled.

    Raises:
        KeyError: There is no such phrase, or a placeholder has no value.
    """
    return phrases()[key][language].format_map(values)


def is_phrase(sentence: str, key: str, language: Language) -> bool:
    """Tell whether a sentence is the phrase `key`, whatever its placeholders were filled with."""
    parts = Formatter().parse(phrases()[key][language])
    pattern = "".join(re.escape(text) + (".+" if name else "") for text, name, _, _ in parts)
    return re.fullmatch(pattern, sentence, re.DOTALL) is not None
