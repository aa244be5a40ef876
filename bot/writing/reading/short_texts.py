"""A line or two from a model: read to its end, and no further than it may go."""

from contextlib import closing

from bot.models.model import Message, Model
from prompts import Told

NONE = "NONE"
"""What a model writes that cannot tell, as its prompts ask."""


class TooMuch(Exception):
    """A model writes on and on."""


def short_text(model: Model, told: Told, purpose: str, most: int) -> str:
    """Return what a model writes, without the white space around it.

    Raises:
        TooMuch: It writes more than `most` characters; the rest is not read.
        ModelFailed: It did not write, or not to the end.
    """
    messages = (Message("system", told.system), Message("user", told.user))
    text = ""
    # Closing it closes the connection, when enough has been read.
    with closing(model.stream(messages, purpose)) as pieces:
        for piece in pieces:
            text += piece
            if len(text.strip()) > most:
                raise TooMuch
    return text.strip()
