"""A message as it is drawn: plain values, nothing of Microsoft's library."""

from dataclasses import dataclass
from typing import Any

Card = dict[str, Any]
"""An Adaptive Card as JSON."""
CARD = "application/vnd.microsoft.card.adaptive"
"""What such a card is called where it is handed over."""

TEXT_BYTES = 24_000
CARD_BYTES = 16_000
"""UTF-16, as Teams counts. A message may take 100 kB by today's documentation and 40 kB by that of
older clients ("Format your bot messages"); the words, their chips and what is around them stay
below the smaller, and so does the card, which is a message of its own."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A citation as Teams shows it: a number in the text that opens where one points at it."""

    number: int
    name: str
    """At most `NAME` characters."""
    abstract: str
    """At most `ABSTRACT` characters."""
    keywords: tuple[str, ...] = ()
    """At most three, of at most `KEYWORD` characters."""
    url: str | None = None
    icon: str | None = None
    """A name that Teams knows."""


CHIPS = 10
"""Of one message; Teams refuses an eleventh."""
NAME, ABSTRACT, KEYWORD, KEYWORDS = 80, 160, 28, 3
"""Characters, and words (library, `CitationAppearance`)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message."""

    text: str
    """In the Markdown that Teams shows."""
    plain: str
    """The same for where nothing of that is taken: an older client, a refusal, a notification."""
    chips: tuple[Chip, ...] = ()
    card: Card | None = None
    """Posted below the message."""
    by_model: bool = False
    """Whether a language model wrote some of it, which Teams labels."""
    judged: bool = False
    """Whether it asks to be found good or bad."""
    prompts: tuple[str, ...] = ()
    """Questions to be asked by pressing them."""


def size(words: str) -> int:
    """Return the bytes of words as Teams counts them."""
    return len(words.encode("utf-16-le", "surrogatepass"))


def shortened(words: str, most: int) -> str:
    """Return words in at most so many bytes, the end of what was cut marked by "…"."""
    if size(words) <= most:
        return words
    kept = words.encode("utf-16-le", "surrogatepass")[: max(0, most - 2)]
    return kept.decode("utf-16-le", "ignore").rstrip() + "…"
