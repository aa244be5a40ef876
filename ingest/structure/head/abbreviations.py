"""The short form of a committee's name: explained by its papers, or only used in them."""

import re
from collections import Counter
from collections.abc import Sequence

from index.danish.abbreviations import spells
from index.documents import Abbreviation, Body

_CAPITALS = re.compile(r"(?<![\wÆØÅæøå-])[A-ZÆØÅ]{3,7}(?![\wÆØÅæøå])")
_HALF_SHORT = re.compile(r"(?<![\wÆØÅæøå-])[A-ZÆØÅ][a-zæøå]{2,11}-[A-ZÆØÅ]{2,4}(?![\wÆØÅæøå-])")
"""A name that is short in its second half: "Hoved-MED" for the "Hovedudvalget"."""
_READ_FOR_CAPITALS = 200_000
"""Characters of a paper."""
_MOST_CAPITALS = 40
"""Words in capitals, those first that are used most."""


def with_abbreviation(body: Body | None, text: str) -> Body | None:
    """Return the body with the short form that the text uses of it, though explains nowhere.

    It must be used more than once, and its letters must be those of the name.
    """
    if body is None or body.abbreviation is not None:
        return body
    read = text[:_READ_FOR_CAPITALS]
    for short, times in Counter(_HALF_SHORT.findall(read)).most_common(_MOST_CAPITALS):
        if times > 1 and _folded(body.name).startswith(_folded(short.split("-")[0])):
            return Body(body.name, short)
    used = Counter(_CAPITALS.findall(read))
    for short, times in used.most_common(_MOST_CAPITALS):
        if times > 1 and spells(short, body.name):
            return Body(body.name, short)
    return body


def explained_for(name: str, abbreviations: Sequence[Abbreviation]) -> str | None:
    """Return the short form that a paper explains for a name, `None` without one."""
    folded = _folded(name)
    for a in abbreviations:
        if _folded(a.long) == folded:
            return a.short
    return None


def _folded(name: str) -> str:
    return re.sub(r"(?:et|en)?\b|\W+", "", name.casefold())
