"""Notes whose items are a mark and text: "Ad 3) Bestyrelsen besluttede at …".

What the item is called stands in the agenda above, or nowhere. So the mark is a line of its own,
and what is said there is text and no title.
"""

import re
from collections.abc import Mapping, Sequence

from index.danish.sentences import sentences
from index.decisions import Outcome
from ingest.structure.layout.run_on import BULLET, HEADING_LENGTH
from ingest.structure.outcomes.classifying import classify

_NOTED = re.compile(
    rf"(?:{BULLET.pattern})?(?P<label>(?:til\s+)?(?:punkt|pkt\.?)|ad\.?(?:\s+(?:punkt|pkt\.?))?)"
    r"\s*(?P<number>\d{1,2})(?![\w/-]|[.,]\d)(?P<sep>[.:,)]*)\s+(?P<text>(?=[A-ZÆØÅ\"“”»]).+)",
    re.IGNORECASE | re.DOTALL,
)
_LISTED = re.compile(r"\W{0,3}(?P<number>\d{1,2})[.)]?\s+(?=[A-ZÆØÅ])")
_TITLED = re.compile(r"[^.:]{3,110}:\s")
"""A title and a colon before the text."""
_FEWEST, _FEWEST_ALONE = 2, 3
"""Marks that rise, below a list of the same numbers and without one: fewer may be references."""
_PART = re.compile(
    r"\W*(?:indstilling(?:en|er)?|sagsfremstilling|resum[eé]|sammendrag|(?:\w+s\s+)?beslutning(?:en|er)?"
    r"|recommendations?|decisions?)\s*(?::|$)",
    re.IGNORECASE,
)
"""A part of an item: below one, marks answer the points of a recommendation."""
_TITLE_WORDS = 5
_UNSAID = frozenset({Outcome.NONE, Outcome.UNCLASSIFIED})
_LONGEST_OPENING = 80
_OPENING_WORDS = 9


def texts_behind_marks(lines: Sequence[str]) -> Mapping[int, int]:
    """Return where the text begins, by line, where the lines of notes begin with a mark.

    Empty unless the marks rise through the paper, and most of what an agenda above them lists has
    one: two in a row may answer the points of a letter.
    """
    marks = {at: found for at, words in enumerate(lines) if (found := _NOTED.match(words))}
    numbers = [int(found["number"]) for found in marks.values()]
    texts = [at for at, found in marks.items() if _is_text(found)]
    if not texts or sorted(set(numbers)) != numbers or len({_style(m) for m in marks.values()}) > 1:
        return {}
    above = [words for words in lines[: min(marks)] if len(words) <= HEADING_LENGTH]
    if any(map(_PART.match, above)):
        return {}
    listed = {int(found["number"]) for words in above if (found := _LISTED.match(words))}
    enough = _FEWEST if listed else _FEWEST_ALONE
    if len(numbers) < enough or numbers[0] > 2 or 2 * len(listed & set(numbers)) < len(listed):
        return {}
    return {at: marks[at].start("text") for at in texts}


def _is_text(found: re.Match[str]) -> bool:
    words = found["text"].strip()
    if len(words) > HEADING_LENGTH:
        return _TITLED.match(words) is None
    if words[-1] not in ".!?" or _TITLED.match(words):
        return False
    # "Til pkt. 2. Økonomi." is a title; "Ad 2. Udsat." is none.
    return len(words.split()) > _TITLE_WORDS or classify(words) not in _UNSAID


def _style(found: re.Match[str]) -> tuple[str, str]:
    return found["label"].lower().rstrip("."), found["sep"]


def opening(text: str) -> str:
    """Return the first words of an item's text, for one that has no title."""
    words = " ".join(text.split())
    first = next((span.of(words) for span in sentences(words)), words)
    if len(first) > _LONGEST_OPENING:
        first = " ".join(words.split()[:_OPENING_WORDS])
    return first.rstrip(".,;:")
