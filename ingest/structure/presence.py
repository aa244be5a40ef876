"""Who was there and who was not, as decisions mention it; it is no decision."""

import re

_NAME = re.compile(
    r"[A-ZÆØÅ][\wæøå.'-]*(?:\s+(?:(?:von|van|de|af|la|el)\s+)?[A-ZÆØÅ][\wæøå.'-]*){1,4}(?:\s+\([A-ZÆØÅ]{1,3}\))?"
)
ATTENDANCE = re.compile(
    r"(?:afbud|fraværende|ikke\s+til\s*stede|inhabile?|fremmøde|mødt|til\s*stede)\b.{0,40}?(?::|\bfra\b)"
    r"|der\s+var\s+afbud\s+fra\b|.{2,400}\b(?:var\s+fraværende|var\s+ikke\s+til\s*stede)\b"
    r"|.{2,400}\b(?:deltog\s+ikke\s+i|deltog\s+ikke\b.{0,20}under"
    r"|forlod\s+(?:mødet|lokalet)|havde\s+meldt\s+afbud|erklærede\s+sig\s+inhabil|ankom\s+til\s+mødet)",
    re.IGNORECASE | re.DOTALL,
)


def without_attendance(sentences: list[str]) -> list[str]:
    """Leave out who was absent, and the names that follow such a line."""
    kept: list[str] = []
    listing = False
    for sentence in sentences:
        listing = bool(ATTENDANCE.match(sentence)) or (listing and is_name(sentence))
        if not listing:
            kept.append(sentence)
    return kept


def is_name(sentence: str) -> bool:
    """Tell whether a line is only a person's name, as in a list of apologies."""
    return _NAME.fullmatch(sentence) is not None
