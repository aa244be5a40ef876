"""Names of places in Danish titles, as far as their place in the sentence tells them."""

import re

_PLACE = re.compile(
    r"\b(?i:i|på|ved|til|for|fra|af|om|hos) (?P<name>[A-ZÆØÅ][a-zæøåéüö]+)(?![\w-])",
)


_AT = re.compile(
    r"\b(?i:i|på|ved|in|at) "
    r"(?P<name>(?!(?:Region|Danmark|Kommune|Denmark)\b)[A-ZÆØÅ][a-zæøåéüö]{2,})"
    r"(?![\w-])"
)
_NO_PLACE = re.compile(
    r"(?:udvalg|råd|bestyrelse|styregruppe|nævn|kommission|gruppe)(?:e|et|en|n|s)*$"
)


def places_at(text: str) -> list[str]:
    """Return the names of what something is in or at: "i Hov", "på Mors"; of no committee."""
    return [m["name"] for m in _AT.finditer(text) if not _NO_PLACE.search(m["name"])]


def named_places(title: str) -> list[str]:
    """Return the names that follow a preposition: "Cykelsti i Hou", "Støtte til Hov Idrætshal"."""
    return [match["name"] for match in _PLACE.finditer(title)]
