"""A text as one that a pattern can be written for: one hyphen, one blank, plain digits.

What has no width is left out, and every place leads back to where it stands in the text.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_BREAKS = frozenset("\n\r\v\f\u0085\u2028\u2029")
_STROKES = frozenset("\u2212\u207b\u02d7\u00af\u2043\u30fc")
"""Signs that look like a hyphen, and that Unicode has among other things than dashes."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A flattened text, with the way back."""

    text: str
    _starts: tuple[int, ...] = (0,)
    """Places in `text` from which on another shift holds, ascending."""
    _shifts: tuple[int, ...] = (0,)

    def at(self, place: int) -> int:
        """Return where a character of `text` stands in the text it was made from."""
        return place + self._shifts[bisect_right(self._starts, place) - 1]


def flattened(text: str) -> Flat:
    """Return a text with plain digits, hyphens and blanks, and nothing in it without width."""
    if text.isascii() and text.isprintable():
        return Flat(text)
    table = {ord(character): _plain(character) for character in set(text)}
    gone = {code for code, plain in table.items() if not plain}
    if not gone:
        return Flat(text.translate(table))
    starts, shifts, length = [0], [0], 0
    for place, character in enumerate(text):
        if ord(character) not in gone:
            length += 1
        elif starts[-1] == length:
            shifts[-1] = place + 1 - length
        else:
            starts.append(length)
            shifts.append(place + 1 - length)
    return Flat(text.translate(table), tuple(starts), tuple(shifts))


def _plain(character: str) -> str:
    """Return what a character counts as: one character, or none."""
    if character in _BREAKS:
        return "\n"
    match unicodedata.category(character):
        case "Cf" | "Mn" | "Me" | "Cc" if character != "\t":
            return ""
        case "Zs" | "Cc":
            return " "
        case "Pd":
            return "-"
        case "Nd":
            return str(unicodedata.digit(character))
    if character in _STROKES:
        return "-"
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
