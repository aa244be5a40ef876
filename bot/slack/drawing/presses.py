"""What the buttons of a message say when they are pressed: small, versioned, no text of a paper."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rendering.places import cut
from bot.replies import Language
from bot.slack.drawing.limits import BUTTON_TEXT, BUTTON_VALUE
from bot.slack.drawing.shapes import Button, ContextActions, FeedbackButton, PlainText
from bot.wording import phrase

VERSION = 1
"""Stands in every value. A button of an older message than this code can read is not guessed at."""

ACTION_IDS = re.compile(r"referent_(?P<press>[a-z]+)(?:_\d+)?")
"""Every action id of ours; the number only tells those of one row apart."""

_QUESTION = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Press(StrEnum):
    """What a button is for."""

    PASSAGE = "passage"
    """Show the passage of a citation."""
    SHARE = "share"
    """Show a private answer to the channel."""
    WHOLE = "whole"
    """Show the answer in full."""
    FEEDBACK = "feedback"
    """Say whether an answer was good."""
    INTRO = "intro"
    """Introduce a body."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was pressed."""

    press: Press
    about: str
    """The id of the question; for an introduction the key of the body."""
    citation: int | None = None
    """Which passage."""
    good: bool | None = None
    """Whether the answer was found good."""


def value_of(pressed: Pressed) -> str:
    """Return what a button carries.

    Raises:
        ValueError: The id of the question is no short word of letters, digits, `-` and `_`.
    """
    if pressed.press is not Press.INTRO and not _QUESTION.fullmatch(pressed.about):
        raise ValueError("the id of a question is up to 64 letters, digits, - and _")
    more = pressed.citation if pressed.good is None else int(pressed.good)
    fields = [VERSION, pressed.about, *([] if more is None else [more])]
    return json.dumps(fields, separators=(",", ":"))


def pressed(action_id: str, value: str) -> Pressed | None:
    """Return what was pressed; `None` for what is not ours, or of another version."""
    found = ACTION_IDS.fullmatch(action_id)
    if found is None or found["press"] not in set(Press):
        return None
    try:
        fields = json.loads(value)
    except ValueError:
        return None
    match Press(found["press"]), fields:
        case Press.PASSAGE, [1, str(about), int(number)] if number > 0:
            return _checked(Pressed(Press.PASSAGE, about, citation=number))
        case Press.FEEDBACK, [1, str(about), (0 | 1) as good]:
            return _checked(Pressed(Press.FEEDBACK, about, good=bool(good)))
        case (Press.SHARE | Press.WHOLE | Press.INTRO) as press, [1, str(about)]:
            return _checked(Pressed(press, about))
    return None


def _checked(found: Pressed) -> Pressed | None:
    valid = found.press is Press.INTRO or _QUESTION.fullmatch(found.about)
    return found if valid else None


def plain_text(words: str, most: int) -> PlainText:
    """Return words for a button or a title, cut to what fits there."""
    return {"type": "plain_text", "text": cut(words, most), "emoji": False}


def button(words: str, what: Pressed, number: int | None = None) -> Button | None:
    """Return a button; `None` where its value would not fit.

    Args:
        words: What stands on it.
        what: What it says when it is pressed.
        number: Tells it from others of its kind in one row.
    """
    value = value_of(what)
    if len(value) > BUTTON_VALUE:
        return None
    return {
        "type": "button",
        "action_id": f"referent_{what.press}" + ("" if number is None else f"_{number}"),
        "text": plain_text(words, BUTTON_TEXT),
        "value": value,
    }


def feedback(question_id: str, language: Language) -> ContextActions:
    """Return the buttons below an answer that say whether it was good."""

    def half(key: str, *, good: bool) -> FeedbackButton:
        words = phrase(key, language)
        return {
            "text": plain_text(words, BUTTON_TEXT),
            "value": value_of(Pressed(Press.FEEDBACK, question_id, good=good)),
            "accessibility_label": phrase(f"{key}_label", language),
        }

    return {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": f"referent_{Press.FEEDBACK}",
                "positive_button": half("slack_good", good=True),
                "negative_button": half("slack_bad", good=False),
            }
        ],
    }


def thread_pressed(body: Mapping[str, object]) -> str | None:
    """Return the thread in which something was pressed; what begins a thread stands outside it."""
    container = body.get("container")
    if not isinstance(container, Mapping):
        return None
    thread = container.get("thread_ts")
    is_reply = isinstance(thread, str) and thread != container.get("message_ts")
    return thread if is_reply else None
