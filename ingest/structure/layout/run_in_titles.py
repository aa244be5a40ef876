"""Items whose title and text stand on one line: "3) Regnskab: Kassereren fremlagde regnskabet."

Minutes of general meetings are often written so. The title ends at the colon, and what is said
behind it is the text, with what was decided.
"""

import re
from collections.abc import Mapping, Sequence

from index.decisions import Outcome
from ingest.structure.layout.run_on import HEADING_LENGTH
from ingest.structure.outcomes.classifying import classify

_TITLED = re.compile(
    r"\s*(?P<number>\d{1,2})(?P<sep>[.)])\s+(?P<title>[A-ZÆØÅ][^.:!?\n]{2,60}):\s+(?P<text>(?=[A-ZÆØÅ\"“”»]).+)",
    re.DOTALL,
)
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})(?P<sep>[.)])\s+[A-ZÆØÅ]")
_OF_A_MEETING = re.compile(r"referat|generalforsamling|protokol|møde\b|minutes", re.IGNORECASE)
_TOP = 12
"""Lines in which a paper says that it is of a meeting."""
_UNSAID = frozenset({Outcome.NONE, Outcome.UNCLASSIFIED})
_FEWEST = 3
_TITLE_WORDS = 8
_FEWEST_WORDS = 3
"""Words of a sentence; fewer may be the second half of the title."""


def texts_behind_titles(lines: Sequence[str]) -> Mapping[int, int]:
    """Return where the text begins, by line, where the items of a meeting have both on a line.

    Empty unless the numbers rise through the paper, and three of the lines at least are so.
    """
    numbered = {at: m for at, words in enumerate(lines) if (m := _NUMBERED.match(words))}
    found = {at: m for at in numbered if (m := _TITLED.fullmatch(lines[at]))}
    sentences = {at: m for at, m in found.items() if _is_sentence(m)}
    if len(sentences) < _FEWEST or not any(map(_OF_A_MEETING.search, _top(lines))):
        return {}
    style = next(iter(sentences.values()))["sep"]
    numbers = [int(m["number"]) for at, m in numbered.items() if m["sep"] == style]
    if sorted(set(numbers)) != numbers or any(m["sep"] != style for m in sentences.values()):
        return {}
    # Beside such lines "3) Regnskab: Godkendt." is another of them.
    return {
        at: m.start("text") for at, m in found.items() if at in sentences or _is_formula(m["text"])
    }


def _top(lines: Sequence[str]) -> list[str]:
    return [words for words in lines[:_TOP] if len(words) <= HEADING_LENGTH]


def _is_formula(words: str) -> bool:
    return len(words.split()) < _FEWEST_WORDS and classify(words) not in _UNSAID


def _is_sentence(match: re.Match[str]) -> bool:
    text = match["text"].rstrip()
    one = len(text.split()) < _FEWEST_WORDS
    return len(match["title"].split()) <= _TITLE_WORDS and text[-1] in ".!?:" and not one
