"""Parts that say only that their item is closed: "Beslutning: Behandlet som lukket punkt."."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from ingest.structure.items.markings import closes, is_closed_words, is_marking, is_openness
from ingest.structure.items.secrecy import keeps_secret
from ingest.structure.layout.lines import Line
from ingest.structure.layout.vocabulary import part_heading

_ELSEWHERE = re.compile(
    r"(?:(?:beslutning|konklusion|referat|protokollat|afgørelse)(?:en|et)?\s+)?"
    r"(?:se|der\s+henvises\s+til|henvises\s+til|(?:er|blev)?\s*(?:optaget|ført|indført|noteret|protokolleret|refereret)\s+(?:i|på|til)"
    r"|findes\s+(?:i|på)|fremgår\s+af|står\s+i)\s+(?:(?:det|den)\s+)?(?:lukke(?:t|de)|fortrolig(?:t|e)?|ikke[\s-]?offentlig(?:t|e)?)\s+"
    r"(?:\w*referat(?:et)?|\w*protokol(?:len)?|\w*dagsorden(?:en)?|del(?:en)?|bilag(?:et)?|møde(?:t)?)\.?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")
_LONGEST = 120


def seals(words: str) -> bool:
    """Tell whether a text says that its item is closed: "Lukket.", "Se lukket referat."."""
    said = _SENTENCE_END.split(words.strip())
    # "Godkendt. Lukket." may speak of a door: alone or first such a word speaks of the item.
    return any(_seals(one) and (place == 0 or " " in one) for place, one in enumerate(said))


def _seals(sentence: str) -> bool:
    if len(sentence) > _LONGEST:
        return False
    return (
        is_closed_words(sentence)
        or keeps_secret(sentence)
        or _ELSEWHERE.fullmatch(sentence) is not None
    )


def part_is_sealed(lines: Sequence[Line], line: Line) -> bool:
    """Tell whether a line closes its item as the text of a part, beside its heading or below it."""
    part = part_heading(line.text)
    if part is not None:
        rest = line.text[part.length :]
        return closes(part.heading) or (bool(rest.strip()) and seals(rest))
    return _heading_above(lines, line) is not None and seals(line.text)


def answers_part(lines: Sequence[Line], line: Line, items: Container[int]) -> bool:
    """Tell whether a line on openness is the text of the part above it, and no mark below it.

    Right over the next heading it is a mark, and under a heading that others leave empty too.

    Args:
        lines: All of the document.
        line: One that says only that something is open or closed.
        items: The lines on which items begin.
    """
    heading = _heading_above(lines, line)
    if heading is None or not is_openness(line):
        return False
    if not line.blank_before:
        return True
    return line.blank_after and _is_answered(lines, heading, items)


def _heading_above(lines: Sequence[Line], line: Line) -> Line | None:
    """Return the heading of a part right above a line."""
    place = line.index - 1
    while place >= 0 and lines[place].chrome:
        place -= 1
    if place < 0:
        return None
    part = part_heading(lines[place].text)
    whole = part is not None and part.length >= len(lines[place].text)
    return lines[place] if whole else None


def _is_answered(lines: Sequence[Line], heading: Line, items: Container[int]) -> bool:
    """Tell whether words stand under another heading of that name: it is no form to fill in."""
    return any(
        one.text == heading.text
        and one.index != heading.index
        and not (below.index in items or part_heading(below.text) or is_marking(below))
        for one, below in pairwise(lines)
    )
