"""A sentence in the clauses of which each says something by itself."""

import re

JOINT = re.compile(
    r"\s*;\s+"
    r"|,?\s+(?:og|men|mens|imens|samt|hvorimod|and|but|while|whereas|although|as well as)\s+"
    r"|,\s+(?:som|der|hvilket|hvor|hvoraf|which|who|where|of which|so|så|fordi|because|idet)\s+"
    r"|\s+(?:fordi|because|so that|således at)\s+"
    # What somebody says, thinks or wants is one with whoever does.
    r"|,\s+(?!at\b|om\b|that\b|whether\b)(?=\w)",
    re.IGNORECASE,
)
"""What parts two clauses."""
_BETWEEN_FIGURES = re.compile(r"\d[\d.,]*\s*$")
SHORTEST = 2
"""Words that a clause has at least; fewer belong to the one before."""


def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a sentence, in order; together they hold all its words but the joints.

    "2026 og 2027" stays together.
    """
    parts: list[str] = []
    at = 0
    for joint in JOINT.finditer(text):
        part = text[at : joint.start()]
        behind = text[joint.end() :].split()
        figures = _BETWEEN_FIGURES.search(part) and behind and behind[0][0].isdigit()
        if figures or len(part.split()) < SHORTEST or len(behind) < SHORTEST:
            continue
        parts.append(part)
        at = joint.end()
    return (*parts, text[at:])
