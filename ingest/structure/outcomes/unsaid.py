"""What stands below "Beslutning" and is not said by the body: quotations, notes, marks of layout.

A correction quotes the words it corrects ("skulle der have stået "Ikke godkendt""), and a party
has its dissent entered below the decision. Neither is what was decided.
"""

import re

_QUOTED = re.compile(
    r"(?:\"(?P<a>[^\"\n]{1,400})\"|”(?P<b>[^”\n]{1,400})”|[“„](?P<c>[^“”\n]{1,400})[“”]"
    r"|»(?P<d>[^«\n]{1,400})«|(?<![\wæøå])[’'‘](?P<e>[^’'\n]{1,400})[’'](?![\wæøå]))"
)
_SAYS_IT = re.compile(
    r"\b(?:beslut\w*|vedt\w+|følgende|enig\w*|udtalelse|konklusion|indstilling\w*)\b[^.]*:\s*$",
    re.I,
)
_CORRECTS = re.compile(
    r"\b(?:rettelse|ændring|ændres|rettes|stå|stod|stået|hedde|hed|heddet)", re.I
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NOTE = (
    r"(?:protokoltilførsel|protokol(?:l)?at|mindretalsudtalelse|særudtalelse|særstandpunkt"
    r"|(?:til|ført\s+til)\s+protokollen?|bemærkning(?:er)?\s+til\s+protokollen?|afvigende\s+mening)"
)
_NOTE_ALONE = re.compile(rf"{_NOTE}\b[^\n.:]{{0,60}}[:.]?\s*$", re.IGNORECASE)
_NOTE_IN_LINE = re.compile(rf"{_NOTE}\b[^\n.:]{{0,60}}:\s*\S", re.IGNORECASE)

_BROKEN_WORD = re.compile(r"(?<=[a-zæøå])(?:-[ \t]*\n[ \t]*|\u00ad\s*)(?=[a-zæøå])")
_HYPHENED = re.compile(r"\b(ikke|ej)-(?=[a-zæøå])", re.IGNORECASE)
_SPACED = re.compile(r"(?<![\w.])(?:[^\W\d_] ){2,}[^\W\d_](?![\w.])")
"""A word spaced out: "i k k e"."""
_STRUCK = re.compile(r"~~[^~\n]+~~")
_TAG = re.compile(r"</?[a-z]{1,8}\s*/?>|\*\*|(?<!\w)_+|_+(?!\w)", re.IGNORECASE)


def without_marks(words: str) -> str:
    """Return the words of a decision without what is struck, and marks of layout that hide one.

    "i-\\nkke", "<b>ikke</b>", "i k k e" and "ikke-godkendt" all deny.
    """
    bare = _BROKEN_WORD.sub("", _TAG.sub(" ", _STRUCK.sub(" ", words)))
    bare = _SPACED.sub(lambda found: found.group().replace(" ", ""), bare)
    return _HYPHENED.sub(r"\1 ", bare)


def without_quotations(words: str) -> str:
    """Return the words of a decision without those in quotation marks.

    What "besluttede følgende:" introduces is the decision itself, and stays; so does a decision
    that stands in quotation marks as a whole.
    """
    bare = _QUOTED.sub(_emptied, words)
    return bare if _LETTERS.search(bare) else words


def _emptied(match: re.Match[str]) -> str:
    intro = re.split(r"[\n.]", match.string[: match.start()])[-1]
    if _SAYS_IT.search(intro) and not _CORRECTS.search(intro):
        return match.group()
    quoted = next(text for text in match.group("a", "b", "c", "d", "e") if text is not None)
    last = quoted.rstrip()[-1:]
    return f'""{last}' if last in ".!?" else '""'


def without_notes(words: str) -> str:
    """Return the words of a decision without what parties had entered in the minutes.

    A note on the line of its label ends with the line; one below its label, with the decision.
    """
    kept: list[str] = []
    for line in words.split("\n"):
        if _NOTE_ALONE.match(line.strip()):
            break
        if not _NOTE_IN_LINE.match(line.strip()):
            kept.append(line)
    return "\n".join(kept)
