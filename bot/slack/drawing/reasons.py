"""Why somebody found an answer bad: the window that asks, and what comes back with it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.records.store import LONGEST_REASON
from bot.replies import Language
from bot.slack.drawing.limits import MODAL_TITLE, OPTION_TEXT
from bot.slack.drawing.presses import plain_text
from bot.slack.drawing.rich_text import rich_text, section, text
from bot.slack.drawing.shapes import Input, Modal, Option
from bot.wording import phrase

CALLBACK = "referent_reason"
"""By which the window is known when it is sent."""
VERSION = 1

FAULTS = ("wrong", "other", "missing", "source", "unclear")
"""What may be wrong with an answer, the worst first."""
_FAULT, _WORDS = "fault", "words"
_QUESTION = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody sent."""

    about: str
    """The id of the question."""
    channel: str | None
    """Where the answer stands."""
    reason: str | None
    """In English what was chosen, then what was written; `None` where it was neither."""


def reason_modal(question_id: str, channel: str | None, language: Language) -> Modal:
    """Ask what was wrong with an answer that somebody has just found bad."""
    kept = rich_text(section(text(phrase("slack_reason_kept", language))))
    options: list[Option] = [
        {
            "text": plain_text(phrase(f"slack_fault_{fault}", language), OPTION_TEXT),
            "value": fault,
        }
        for fault in FAULTS
    ]
    fault: Input = {
        "type": "input",
        "block_id": _FAULT,
        "optional": True,
        "label": plain_text(phrase("slack_reason_fault", language), OPTION_TEXT),
        "element": {"type": "radio_buttons", "action_id": _FAULT, "options": options},
    }
    words: Input = {
        "type": "input",
        "block_id": _WORDS,
        "optional": True,
        "label": plain_text(phrase("slack_reason_words", language), OPTION_TEXT),
        "hint": plain_text(phrase("slack_reason_hint", language), OPTION_TEXT * 2),
        "element": {
            "type": "plain_text_input",
            "action_id": _WORDS,
            "multiline": True,
            "max_length": LONGEST_REASON // 2,
        },
    }
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": json.dumps([VERSION, question_id, channel]),
        "title": plain_text(phrase("slack_reason_title", language), MODAL_TITLE),
        "submit": plain_text(phrase("slack_reason_send", language), MODAL_TITLE),
        "close": plain_text(phrase("slack_reason_skip", language), MODAL_TITLE),
        "blocks": [kept, fault, words],
    }


def given(view: Mapping[str, object]) -> Given | None:
    """Return what was sent; `None` for what is not ours, or of another version."""
    told = view.get("private_metadata")
    try:
        fields = json.loads(told) if isinstance(told, str) else None
    except (ValueError, RecursionError):
        return None
    match fields:
        case [1, str(about), (str() | None) as channel] if _QUESTION.fullmatch(about):
            return Given(about, channel, _reason(view))
    return None


def _reason(view: Mapping[str, object]) -> str | None:
    state = view.get("state")
    values = state.get("values") if isinstance(state, Mapping) else None
    chosen = _sent(values, _FAULT).get("selected_option")
    fault = chosen.get("value") if isinstance(chosen, Mapping) else None
    words = _sent(values, _WORDS).get("value")
    # The list of judgements is in English, whatever language they were made in.
    parts = [phrase(f"slack_fault_{fault}", "en")] if fault in FAULTS else []
    if isinstance(words, str) and words.strip():
        parts.append(words.strip())
    return ": ".join(parts) or None


def _sent(values: object, name: str) -> Mapping[str, object]:
    block = values.get(name) if isinstance(values, Mapping) else None
    sent = block.get(name) if isinstance(block, Mapping) else None
    return sent if isinstance(sent, Mapping) else {}
