"""What a server's refusal means, by its status; of its words only known ones are read.

The words may hold the key or what was sent: none of them is repeated.
"""

import time
from collections.abc import Mapping
from email.utils import mktime_tz, parsedate_tz

from bot.models.attempts import AttemptFailed
from bot.models.model import Failure

_SENTENCES = {
    401: "The model's server does not take the key (writer.key).",
    403: "The model's server does not take the key (writer.key).",
    404: "The model's server knows no such model or address (writer.model, writer.base_url).",
    413: "The question and its passages are too long for the model.",
}
_OF_TEXT = frozenset({400, 413, 422})
"""Statuses that lie in what was asked."""
_NO_MONEY = "insufficient_quota"
"""A code that comes with 429 and does not pass by waiting."""


def of_status(status: int, code: str | None, headers: Mapping[str, str]) -> AttemptFailed:
    """Return what a status other than success means."""
    if status == 429 and code != _NO_MONEY:
        sentence = "The model's server has too much to do."
        return AttemptFailed(Failure.BUSY, sentence, again=True, after=seconds_asked(headers))
    if status >= 500 or status in (408, 409, 425):
        sentence = f"The model's server failed (status {status})."
        return AttemptFailed(Failure.DOWN, sentence, again=True, after=seconds_asked(headers))
    sentence = _SENTENCES.get(status, f"The model's server refused (status {status}).")
    return AttemptFailed(Failure.REFUSED, sentence, of_text=status in _OF_TEXT)


def seconds_asked(headers: Mapping[str, str]) -> float:
    """Return the seconds that a server asks to be left alone; nought where it asks for none."""
    asked = headers.get("retry-after", "").strip()
    try:
        seconds = float(asked)
    except ValueError:
        date = parsedate_tz(asked)
        seconds = mktime_tz(date) - time.time() if date is not None else 0.0
    # "nan" is a number to Python, and neither more nor less than anything.
    return seconds if seconds > 0 else 0.0
