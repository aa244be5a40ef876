"""A numbered line that may be the heading of an item, and a title without what is added to it."""

import re
from dataclasses import dataclass

LEADERS = re.compile(r"\.{3,}|…{1,}|(?:\. ){3,}")
"""What leads from a title to its page in a table of contents."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be an item's heading."""

    line: int
    last_line: int
    """The line of the title, where that stands below the number."""
    number: str
    key: tuple[int, ...]
    title: str
    label: str
    style: str
    """Label and separator: the headings of one agenda look alike."""
    weight: int
    opens_group: bool = False
    """Stands right under "Lukkede punkter" or the like, where numbers may begin again."""
    untitled: bool = False
    """Has no title of its own, and is called by the first words of its text."""


def is_lettered(candidate: Candidate) -> bool:
    """Tell whether a number ends in a letter: "5a"."""
    return candidate.number[-1].isalpha()


def folded_title(title: str) -> str:
    """Return a title without what a table of contents adds to it: marks, leaders, the page."""
    bare = LEADERS.sub(" ", title)
    bare = re.sub(r"[(\[](?:åben|lukket|[a-zæøå])[)\]]", " ", bare, flags=re.IGNORECASE)
    bare = re.sub(r"\s*(?<![\d.])\d{1,3}\s*$", "", bare)
    return re.sub(r"[^a-zæøå0-9]+", "", bare.casefold())
