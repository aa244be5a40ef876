"""The names of a question: what is written with a capital that no sentence begins with."""

from bot.replies import Language
from index.danish.words import tokens


def names_in(text: str, language: Language) -> frozenset[str]:
    """Return the folded names of a question; in English, days and months are none."""
    found = tokens(text)
    written = (
        token
        for at, token in enumerate(found)
        if at and token.text[0].isupper() and text[: token.span.start].rstrip()[-1:] not in ".?!"
    )
    return frozenset(t.folded for t in written if language == "da" or t.folded not in _CAPITALS)


_CAPITALS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "monday", "tuesday", "wednesday", "thursday"),
        *("friday", "saturday", "sunday", "danish", "english", "committee", "council", "board"),
    )
)
"""Words that English writes with a capital although they name nobody and no place."""
