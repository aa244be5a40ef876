"""What Referent says when it does not answer: that it searches, that it failed, how to ask."""

from bot.replies import Language
from bot.slack.blocks import posted, warning_line
from bot.slack.limits import FALLBACK
from bot.slack.mrkdwn import fallback
from bot.slack.rich_text import bullets, rich_text, section, text
from bot.slack.shapes import Message, RichList, RichText
from bot.wording import phrase

COMMANDS = ("question", "rate", "decisions", "case", "intro", "help")
"""The sub-commands, in the order of the help."""


def searching(language: Language) -> Message:
    """Return what stands in the place of an answer until there is one."""
    words = phrase("slack_searching", language)
    return posted(fallback([words], FALLBACK), [rich_text(section(text(words)))])


def error_message(reference: str, language: Language) -> Message:
    """Return an apology with the reference under which the log tells more."""
    words = phrase("slack_error", language, reference=reference)
    return posted(fallback([words], FALLBACK), [rich_text(section(*warning_line(words, language)))])


def help_text(language: Language, command: str = "/referent") -> Message:
    """Return how to ask."""
    what = phrase("slack_help", language)
    where = phrase("slack_help_where", language, command=command)
    heading = phrase("slack_help_commands", language)
    lines = [phrase(f"slack_help_{one}", language, command=command) for one in COMMANDS]
    blocks: list[RichText] = [
        rich_text(section(text(what))),
        rich_text(section(text(where))),
        rich_text(section(text(heading, bold=True)), points(lines)),
    ]
    return posted(fallback([what, where, heading, *lines], FALLBACK), [*blocks])


def points(lines: list[str]) -> RichList:
    """Return words as a list."""
    return bullets(*(section(text(line)) for line in lines))
