"""What Referent says when it does not answer: that it failed, how to ask."""

from bot.replies import Language
from bot.slack.drawing.blocks import APOLOGY_TYPE, posted, warning_line
from bot.slack.drawing.limits import FALLBACK, MODAL_TITLE
from bot.slack.drawing.mrkdwn import fallback
from bot.slack.drawing.presses import plain_text
from bot.slack.drawing.rich_text import bullets, rich_text, section, text
from bot.slack.drawing.shapes import Message, Modal, RichList, RichText
from bot.wording import phrase

COMMANDS = ("question", "rate", "decisions", "case", "intro", "help")
"""The sub-commands, in the order of the help."""


def error_message(
    reference: str, language: Language, question_id: str | None = None, key: str = "slack_error"
) -> Message:
    """Return an apology with the reference under which the log tells more.

    With the id of a question it is found again in a thread.
    """
    words = phrase(key, language, reference=reference)
    said = fallback([words], FALLBACK)
    return posted(
        said, [rich_text(section(*warning_line(words, language)))], question_id, APOLOGY_TYPE
    )


def notice(
    key: str, language: Language, question_id: str | None = None, **values: object
) -> Message:
    """Return a sentence; with the id of a question it is found again in a thread."""
    words = phrase(key, language, **values)
    return posted(fallback([words], FALLBACK), [rich_text(section(text(words)))], question_id)


def notice_modal(key: str, language: Language, **values: object) -> Modal:
    """Return a sentence as a window."""
    return {
        "type": "modal",
        "title": plain_text("Referent", MODAL_TITLE),
        "close": plain_text(phrase("slack_close", language), MODAL_TITLE),
        "blocks": [rich_text(section(text(phrase(key, language, **values))))],
    }


def help_text(
    language: Language, command: str = "/referent", question_id: str | None = None
) -> Message:
    """Return how to ask; with the id of a question it is found again in a thread."""
    what = phrase("slack_help", language)
    where = phrase("slack_help_where", language, command=command)
    heading = phrase("slack_help_commands", language)
    lines = [phrase(f"slack_help_{one}", language, command=command) for one in COMMANDS]
    blocks: list[RichText] = [
        rich_text(section(text(what))),
        rich_text(section(text(where))),
        rich_text(section(text(heading, bold=True)), points(lines)),
    ]
    return posted(fallback([what, where, heading, *lines], FALLBACK), [*blocks], question_id)


def points(lines: list[str]) -> RichList:
    """Return words as a list."""
    return bullets(*(section(text(line)) for line in lines))
