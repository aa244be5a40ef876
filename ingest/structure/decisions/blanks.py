"""Decisions that are still to be made: the heading is printed, and nothing or a blank below it."""

import re

_BLANK = re.compile(
    r"[\W_]*"
    r"|[\[(<{][^\[\](){}<>]{0,120}[\])>}]\.?"
    r"|(?:klik|tryk|skriv|indtast|angiv|indsæt)\b.{0,60}\b(?:her|tekst\w*|beslutning\w*)\.?"
    r"|(?:beslutning(?:en)?|konklusion(?:en)?|referat(?:et)?|teksten)?\s*(?:udfyldes|indsættes|indføres|skrives"
    r"|tilføjes|noteres|følger)\b.{0,60}"
    r"|(?:afventer|ikke\s+behandlet\s+endnu|endnu\s+ikke\s+behandlet|(?:punktet|sagen)\s+(?:behandles|drøftes)"
    r"\s+på\s+mødet|til\s+(?:behandling|drøftelse)\s+på\s+mødet|behandles\s+på\s+mødet|ingen\s+beslutning\s+endnu"
    r"|tom(?:t)?)(?:\s+(?:på\s+)?(?:mødet|møde|behandling|punktets\s+behandling|beslutning))?"
    r"(?:\s+(?:den|d\.)\s*\d.{0,20})?\.?"
    r"|[^\n]{2,80}\s[\[(](?:forventet|foreslået|forslag|udkast|forhåndsudfyldt|foreløbigt?\s+forslag)[\])]\.?"
    r"|x{2,}|n\.?n\.?|tbd|lorem\s+ipsum.{0,100}",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 140
_BRACKETED = re.compile(r"[\[(<{]")
_TO_BE_FILLED = re.compile(
    r"indsæt|udfyld|skriv|angiv|indtast|tilføj|afvent|beslutning|tekst|mødet|klik|^[\W_]*$", re.I
)


def is_blank(words: str) -> bool:
    """Tell whether the words below "Beslutning" are none, a line to write on, or a note to do so.

    "(Udsat)" in brackets is a decision; "[Beslutning indsættes]" and "…" are blanks, and so
    is what is only expected: "Godkendt (forventet)".
    """
    bare = words.strip()
    if len(bare) > _LONGEST or _BLANK.fullmatch(bare) is None:
        return False
    return not _BRACKETED.match(bare) or _TO_BE_FILLED.search(bare[1:-1]) is not None


def is_waiting(words: str) -> bool:
    """Tell whether minutes say that the item waits, in a word that is a blank in an agenda."""
    return re.fullmatch(r"(?:(?:sagen|punktet)\s+)?afventer\.?", words.strip(), re.I) is not None
