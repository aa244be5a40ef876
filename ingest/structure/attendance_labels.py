"""The labels over and before names: who was there, who sent an apology, who was absent."""

import re

from index.documents import Presence

_APOLOGIES = re.compile(
    r"(?:der\s+var\s+|der\s+er\s+)?(?:meldt\s+)?(?:afbud|fraværende\s+med\s+afbud)(?:\s+fra)?\s*(?::|\bfra\b|$)"
    r"|(?:der\s+)?(?:var|er)\s+(?:meldt\s+)?afbud\s+fra|apologies",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"(?:fraværende|ikke\s+til\s*stede|udeblevet)\b.{0,30}?(?::|$)", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:(?:møde|øvrige\s+)?deltagere|til\s*stede|medlemmer|mødt|fremmødte|observatører|gæster|fremmøde"
    r"|fra\s+\w+(?:\s+deltog)?|participants|sekretariat\w*|tilforordnede?|bisiddere?|desuden|suppleant(?:er)?(?=\s*:)|stedfortrædere?(?=\s*:)|endvidere)\b[^:]{0,40}(?::|$)",
    re.IGNORECASE,
)


def attendance_label(words: str) -> tuple[Presence, int] | None:
    """Return what a label says of the names behind and below it, and its length in characters."""
    for pattern, presence in (
        (_APOLOGIES, Presence.APOLOGY),
        (_ABSENT, Presence.ABSENT),
        (_PRESENT, Presence.PRESENT),
    ):
        match = pattern.match(words)
        if match:
            rest = words[match.end() :]
            return presence, match.end() + len(rest) - len(rest.lstrip(" :"))
    return None
