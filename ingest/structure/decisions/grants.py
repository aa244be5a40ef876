"""What became of an application, where its item says so by a word of its own: "Bevilget: 40 kr.".

Minutes of funds tell what was applied for, what was granted and on what terms, a line each, and
have no part "Beslutning". "Bevilget" alone may stand in any account; so it counts in the item of an
application only.
"""

import re
from collections.abc import Sequence

from index.documents import SectionKind
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.vocabulary import Part

_APPLICATION = re.compile(r"ansøgning\b", re.IGNORECASE)
_APPLIED = re.compile(
    r"(?:an)?søgt(?:\s+(?:beløb|om))?\s*[:·]|ansøger(?:e|ne)?\s*[:·]", re.IGNORECASE
)
_FATE = re.compile(
    r"(?P<label>(?:bevilget|bevilliget|tildelt|imødekommet|bevilling|tilskud|tilsagn)(?:\s+beløb)?)\s*[:·]\s*\S"
    r"|(?P<word>afslag|afslået|(?:ikke\s+)?imødekommet|bevilget|bevilliget)(?=\s*(?:[.,]|$)|\s+(?:med|på|til|efter|da|idet|fordi|som)\b)",
    re.IGNORECASE,
)


def granted(lines: Sequence[Line], title: str) -> dict[int, Part]:
    """Return the line from which an item tells what became of an application.

    Args:
        lines: The text of the item.
        title: What the item is called.
    """
    words = [without_mark(line.text) for line in lines]
    if not (_APPLICATION.match(title) or any(map(_APPLIED.match, words))):
        return {}
    for line, said in zip(lines, words, strict=True):
        match = _FATE.match(said) if not (line.chrome or line.table) else None
        if match is not None:
            name = (match["label"] or match["word"]).capitalize()
            return {line.index: Part(SectionKind.DECISION, name, 0)}
    return {}
