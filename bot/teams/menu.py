"""The sub-commands that Teams offers and the help names, in the words of a language."""

from bot.replies import Language
from bot.wording import phrase

COMMANDS = ("rate", "decisions", "case", "intro", "help")
"""In the order in which people are told of them."""


def typed(command: str, language: Language) -> str:
    """Return the word that a command is typed as: `rate`, `sats`. Both are understood anywhere."""
    return phrase(f"teams_typed_{command}", language)


def described(command: str, language: Language) -> str:
    """Return what a command is for, with an example of it."""
    return phrase(f"teams_command_{command}", language, typed=typed(command, language))


def helping(command: str, language: Language) -> str:
    """Return the line of the help on a command."""
    return phrase(f"teams_help_{command}", language, typed=typed(command, language))
