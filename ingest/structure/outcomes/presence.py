"""Who was there and who was not, as decisions mention it; it is no decision."""

import re

from index.danish.sentences import sentences
from ingest.structure.outcomes.formulas import FORMULAS

_NAME = re.compile(
    r"(?:[-•*–]\s+)?[A-ZÆØÅ][\wæøå.'-]*(?:\s+(?:(?:von|van|de|af|la|el)\s+)?[A-ZÆØÅ][\wæøå.'-]*){1,4}"
    # Where somebody works, a party, who came instead.
    r"(?:,\s+[A-ZÆØÅ][\wæøåÆØÅ-]*(?:\s+[\wæøåÆØÅ-]+){0,3})?(?:\s+\((?:[A-ZÆØÅ]{1,3}|(?:suppleant|stedfortræder|observatør)\b[^()]{0,60})\))?"
)
_LABEL = re.compile(
    r"(?:afbud|fraværende|ikke\s+til\s*stede|inhabile?|fremmøde|mødt|til\s*stede)\b.{0,40}?(?::|\bfra\b)"
    r"|(?:møde)?deltagere\s*:\s*$"
    r"|(?:afbud|fraværende|fravær|ikke\s+til\s*stede|deltog\s+ikke)(?:\s+(?:med|uden)\s+afbud)?\s*$"
    r"|(?:deltog|deltager)\s+ikke\s*:"
    r"|der\s+var\s+afbud\s+fra\b|(?:som\s+)?(?:suppleant|stedfortræder)\s+for\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r".{2,400}?\b(?:var\s+fraværende|var\s+ikke\s+til\s*stede)\b"
    r"|.{2,400}?\b(?:deltog\s+ikke\s+(?:i|på\s+mødet)|deltog\s+ikke\b.{0,20}under"
    r"|forlod\s+(?:mødet|lokalet)|havde\s+meldt\s+afbud|erklærede\s+sig\s+inhabil|ankom\s+til\s+mødet)",
    re.IGNORECASE | re.DOTALL,
)


def is_attendance(words: str) -> bool:
    """Tell whether a paragraph says who was absent, and nothing else."""
    return not without_attendance([span.of(words) for span in sentences(words)])


def without_attendance(said: list[str]) -> list[str]:
    """Leave out the sentences on who was absent, and the names that follow such a line."""
    kept: list[str] = []
    listing = False
    for sentence in said:
        listing = _on_presence(sentence) or (listing and is_name(sentence))
        if not listing:
            kept.append(sentence)
    return kept


def _on_presence(sentence: str) -> bool:
    if not (_LABEL.match(sentence) or _TOLD.match(sentence)):
        return False
    # "Udsat, da Anna Berg havde meldt afbud" decides, and says why.
    words = sentence.lower()
    return not any(decides.search(words) for _, decides in FORMULAS)


def is_name(sentence: str) -> bool:
    """Tell whether a line is only a person's name, as in a list of apologies."""
    return _NAME.fullmatch(sentence) is not None
