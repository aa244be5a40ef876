"""Numbered groups that a question or a rate is of: "gruppe 2-sikrede", "zone 3", "trin 1"."""

import re

from index.danish.folding import fold

_GROUP = re.compile(
    r"\b(?P<what>gruppe|gr|group|zone|kategori|category|klasse|class|trin|step|niveau|level|takstgruppe|type|modul)"
    r"[.\s-]*(?P<number>\d{1,2}|i{1,3}|iv)(?![\w.,]*\d)(?=\b|-)"
    r"|\bg(?P<short>[12])[\s-]*sikre",
    re.IGNORECASE,
)
_SAME = {
    "gr": "gruppe",
    "group": "gruppe",
    "takstgruppe": "gruppe",
    "category": "kategori",
    "class": "klasse",
    "step": "trin",
    "level": "niveau",
}
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}

Groups = frozenset[tuple[str, str]]
"""Kind and number of each."""


def groups_in(text: str) -> Groups:
    """Return the groups that a text names by their numbers."""
    found = set()
    for match in _GROUP.finditer(fold(text)):
        if match["short"]:
            found.add(("gruppe", match["short"]))
        else:
            what, number = match["what"], match["number"]
            found.add((_SAME.get(what, what), _ROMAN.get(number, number)))
    return frozenset(found)


def are_others(asked: Groups, named: Groups) -> bool:
    """Tell whether two texts name different numbers of one kind of group."""
    for kind in {kind for kind, _ in asked}:
        wanted = {number for of, number in asked if of == kind}
        there = {number for of, number in named if of == kind}
        if there and wanted.isdisjoint(there):
            return True
    return False
