"""What is left out where one noun is priced for several: "for en trailer 90 kr., for en vogn 60".

The words that open the next amount stand behind the one before, and must not be taken for what
that one is for.
"""

import re

from ingest.rates.sentences.subjects import LONGEST, Subject, in_head

_OPENS = re.compile(
    r"(?P<own>[^,]*?)(?:,\s*(?:(?:og|samt|mens|men)\s+)?|(?<!\w)(?:og|samt|mens|men)\s+)"
    r"(?P<preposition>for|til)\s+(?P<what>\S.*?)(?P<links>(?:\s+(?:er|var|udgør|udgjorde|bliver|til|på|med"
    r"|fastsættes|sættes|hæves|nedsættes|forhøjes|koster))*)\s*:?\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""Words between two figures that end with what the second is for."""
_NOUN = re.compile(r"(?P<noun>[^,;:]+?)\s+(?:for|til)\s+\S", re.IGNORECASE)
"""What is priced, before what for: "Lejen for en trailer"."""
_STILL_BEFORE = re.compile(r"[,;]|(?<!\w)(?:og|samt|mens|men)$", re.IGNORECASE)
"""What shows that words go on about the figure before: "for voksne, for børn og"."""


def opening_in(between: str) -> tuple[str, str] | None:
    """Part the words between two figures: those of the first, and those that open the second.

    Returns:
        Both, the second without a verb at its end and empty where it cannot be told what it
        names; `None` where no preposition opens anything.
    """
    found = _OPENS.fullmatch(between)
    if found is None:
        return None
    what = found["what"].strip()
    if _STILL_BEFORE.search(what):
        # "for voksne, for børn og": of the figure before, unless a verb leads to the next.
        return (found["own"], "") if found["links"] else None
    return found["own"], f"{found['preposition']} {what}"


def name_in(opening: str, first: Subject | None) -> Subject | None:
    """Return what the second amount is for, under the noun of the first where it has one.

    Args:
        opening: Of `opening_in`: "for en vogn".
        first: What the head of the sentence names: "Lejen for en trailer", or but "Lejen".
    """
    own = in_head(opening)
    if own is None or first is None:
        return own
    if first.generic:
        return Subject(f"{first.name} {opening}"[:LONGEST])
    noun = _NOUN.match(first.name)
    return Subject(f"{noun['noun']} {opening}"[:LONGEST]) if noun else own
