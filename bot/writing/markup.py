"""What a chat, a page or a terminal could take for a link, a mention or markup.

A sentence of plain prose needs letters, figures and a few signs. So whatever else stands in one is
refused, in every disguise: no list of dangerous things would ever be whole.
"""

import re
import unicodedata

_SIGNS = frozenset(" .,;:!?()'\"“”„«»’‘–—-/%§&+€$£°½¼¾²³…")
_LINKS = re.compile(
    r"[^\W\d]:\S"  # https:…, mailto:…, javascript:…
    r"|:/|\bwww\."
    r"|(?<![\w.])[\w-]{2,}(?:\.[\w-]{2,})*\.[^\W\d_]{2,}(?=[/\s.,;:!?)”\"]|$)",  # evil.example
)


def markup_in(text: str) -> str | None:
    """Return the first thing in a sentence that plain prose has no use for."""
    for character in text:
        if not (character in _SIGNS or _is_plain(character)):
            return character
    # Full-width letters and dots become plain ones in an address bar.
    found = _LINKS.search(unicodedata.normalize("NFKC", text))
    return found[0] if found else None


def _is_plain(character: str) -> bool:
    """Tell whether it is a letter or a figure as Danish and English have them, accents included."""
    if character.isascii():
        return character.isalnum()
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN ")
