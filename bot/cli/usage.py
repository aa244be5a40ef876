"""What is said of a command line that was put wrongly: a sentence, and where to read more."""

import re

from typer.exceptions import TyperException

PROGRAM = "referent"

# The values are checked by a library that speaks to programmers.
_REWORDED = (
    (re.compile(r"Value error, "), ""),
    (re.compile(r"Input should be (?P<wanted>[^,]+)(?:, unable to parse.*)?"), r"it must be \1"),
    (
        re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((?P<rest>.*)\)"),
        r"Not expected: \1",
    ),
)


def usage_message(error: TyperException) -> str:
    """Return what is wrong, as a sentence for whoever typed it."""
    message = _misplaced(error) or error.format_message()
    for phrase, words in _REWORDED:
        message = phrase.sub(words, message)
    return message if message.endswith((".", ")")) else f"{message}."


def _misplaced(error: TyperException) -> str | None:
    """Return where an option belongs that was written before the command it is of."""
    context, option = getattr(error, "ctx", None), getattr(error, "option_name", None)
    commands = getattr(getattr(context, "command", None), "commands", None)
    if context is None or not option or not commands:
        return None
    of = [n for n, command in commands.items() if any(option in p.opts for p in command.params)]
    if not of:
        return None
    name = "COMMAND" if len(of) > 1 else of[0]
    return f"Write {option} after the command: {context.command_path} {name} {option}"


def where_to_look(error: TyperException) -> str:
    """Return the command that explains the one that was typed."""
    context = getattr(error, "ctx", None)
    return f"{context.command_path if context else PROGRAM} --help"
