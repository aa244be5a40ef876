"""The sentences that Referent says itself, Danish and English side by side.

`phrases.toml` has those of its answers, `model.toml` those on a model that writes, `chat.toml` what
surfaces share, the others those of one.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from string import Formatter

from bot.replies import Language

FILES = ("phrases.toml", "chat.toml", "model.toml", "slack.toml", "teams.toml", "web.toml")


@cache
def phrases() -> dict[str, dict[str, str]]:
    """Read the files: phrase → language → template, with the same placeholders in both.

    Raises:
        ValueError: A phrase stands twice, lacks a language, or its placeholders differ; the message
            names it.
    """
    table: dict[str, dict[str, str]] = {}
    for file in FILES:
        text = resources.files(__package__).joinpath(file).read_text("utf-8")
        for key, templates in tomllib.loads(text).items():
            if key in table:
                raise ValueError(f"{file}: {key!r} stands in another file too")
            if set(templates) != {"da", "en"}:
                raise ValueError(f"{file}: {key!r} has {sorted(templates)}, not da and en")
            if placeholders(templates["da"]) != placeholders(templates["en"]):
                raise ValueError(f"{file}: {key!r} has other placeholders in da than in en")
            table[key] = templates
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
