"""Text of documents and questions, made safe to print.

A document can hold escape sequences that rewrite the screen, links that lie about where they lead,
and marks that turn the direction of what follows. None of them may reach a terminal.
"""

import unicodedata

_BREAKS = {"\t": " ", "\r": "", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n"}


def visible(text: str) -> str:
    """Return `text` with nothing in it but what can be seen, and line feeds.

    Control characters become U+FFFD, so that one sees that something stood there; marks without
    width or with an effect on direction (category Cf) are left out.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else _shown(c) for c in text)


def visible_line(text: str) -> str:
    """Return `text` as `visible` does, on one line."""
    return " ".join(visible(text).split())


def _shown(character: str) -> str:
    if character in _BREAKS:
        return _BREAKS[character]
    match unicodedata.category(character):
        case "Cf":
            return ""
        case "Zs":
            return " "
        case _:
            return "\N{REPLACEMENT CHARACTER}"
