"""Short names of committees that only the folders of their papers have: "piu/2024-09-18.docx"."""

from collections.abc import Iterable, Mapping

from index.danish.compounds import is_listed
from index.danish.folding import fold

_SHORTEST, _LONGEST = 2, 5
"""Letters of a short name."""


def names_of_folders(
    papers: Iterable[tuple[str, str]], names: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Return the short names of bodies by their keys, as their folders have them, in capitals.

    A folder is called by a body where it holds the meetings of no other and its letters stand for
    the name: in order, from the beginning of a word on. A word of the language is none of these.

    Args:
        papers: The key of a body and where a paper lies, of each paper of a meeting.
        names: The names of each body, by its key.
    """
    held: dict[str, set[str]] = {}
    for key, source in papers:
        for folder in source.split("/")[:-1]:
            held.setdefault(fold(folder), set()).add(key)
    taken = {fold(name) for of_body in names.values() for name in of_body}
    found: dict[str, list[str]] = {}
    for folder, keys in held.items():
        if len(keys) > 1 or folder in taken or not _may_be_short(folder):
            continue
        (key,) = keys
        if any(_stands_for(folder, name) for name in names[key]):
            found.setdefault(key, []).append(folder.upper())
    return {key: tuple(sorted(shorts)) for key, shorts in found.items()}


def _may_be_short(folder: str) -> bool:
    letters = folder.isalpha() and _SHORTEST <= len(folder) <= _LONGEST
    return letters and not is_listed(folder)


def _stands_for(short: str, name: str) -> bool:
    """Tell whether letters stand in a name in their order, the first of them as a word's first."""
    words = fold(name).replace("-", " ").split()
    return any(_in_order(short, "".join(words[at:])) for at in range(len(words)))


def _in_order(short: str, letters: str) -> bool:
    rest = iter(letters)
    return letters[:1] == short[:1] and all(letter in rest for letter in short)
