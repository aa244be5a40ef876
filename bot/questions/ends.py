"""How a question says that a matter ended: that it was put off, or turned down."""

from bot.questions.patterns import first
from index.danish.folding import fold


def end_said(words: str) -> str | None:
    """Return how words say that something ended, "put_off" or "rejected"; `None` if they do not."""
    return first("ended_so", fold(words).strip())
