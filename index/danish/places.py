"""Names of places in Danish titles, as far as their place in the sentence tells them."""

import re

_PLACE = re.compile(
    r"\b(?i:i|på|ved|til|for|fra|af|om|hos) (?P<name>[A-ZÆØÅ][a-zæøåéüö]+)(?![\w-])",
)


def named_places(title: str) -> list[str]:
    """Return the names that follow a preposition: "Cykelsti i Hou", "Støtte til Hov Idrætshal"."""
    return [match["name"] for match in _PLACE.finditer(title)]
