"""Names and titles that a letterhead shouts: "P R O T O K O L", "KLIMA- OG TEKNIKUDVALGET"."""

import re

_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    ("og", "for", "i", "af", "til", "på", "ved", "med", "om", "under", "samt", "vedr", "de", "den")
)
_ABBREVIATED = frozenset({"MED", "SU", "TR", "AMR"})
"""What stays in capitals behind a hyphen: "HAVNE-MED"."""
_SHORT = 5
"""Letters up to which a word alone in capitals may be an abbreviation: "DANVA"."""


def lowered(words: str) -> str:
    """Return a name in the case of running text, where it was written in capitals all through.

    A name with one small letter is left as it is: its capitals may be an abbreviation's.
    """
    words = _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), words)
    found = _WORD.findall(words)
    if any(word != word.upper() for word in found):
        return words
    if len(found) < 2 and all(len(word) <= _SHORT for word in found):
        return words
    return _WORD.sub(_written, words)


def _written(word: re.Match[str]) -> str:
    if word[0] in _ABBREVIATED and word.start() and word.string[word.start() - 1] == "-":
        return word[0]
    small = word[0].lower()
    return small if small in _SMALL and word.start() else small.capitalize()
