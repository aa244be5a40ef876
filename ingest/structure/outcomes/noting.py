"""Sentences that note something: what is noted was decided by others, whatever words it has.

"Udvalget tog administrationens afslag til efterretning" refuses nothing, and "At sagen ikke er
godkendt, tages til efterretning" neither. Sentences are lower case throughout.
"""

import re

_TO = r"til\s+(?:efterretning|orientering)|ad\s+notam"
_DECIDED = (
    r"(?:godkendte|tiltrådte|vedtog|bevilgede|imødekom|afviste|forkastede|udsatte|besluttede|anbefalede|indstillede"
    r"|tilsluttede|hjemviste|drøftede)"
)
_NOTES = re.compile(
    rf"(?P<verb>\b(?:tog|tager))\s+(?P<what>(?!(?:ikke|ej)\b)[^.;]+?)\s+(?P<to>{_TO})(?!\w)"
)
_COORDINATED = re.compile(
    rf"(?:,|\bog|\bmen)\s+(?:\w+\s+)?{_DECIDED}\b|^(?:ikke|ej)\b|\s(?:ikke|ej)$"
)
"""A second thing that the body did, and a noting denied."""
_IS_NOTED = re.compile(
    rf"^(?P<what>[^.;]+?)\s*,?\s+(?:(?:blev|bliver|er|herefter|dermed)\s+){{0,2}}(?P<verb>taget|tages|toges)\s+"
    rf"(?:(?!ikke|ej)\w+\s+){{0,3}}?(?P<to>{_TO})(?!\w)"
)
_THAT = re.compile(
    r"^(?:det\s+(?:forhold|faktum)\s*,?\s*)?at\s[^,]*(?:,\s*(?:at|og\s+at|der|som)\s[^,]*)*,?$"
)
_FINITE = re.compile(
    r"\b(?:blev|bliver|er|var|har|havde|skal|kan|vil|godkendes|vedtages|tiltrædes|afvises|udsættes|bevilges|imødekommes"
    r"|udskydes|anbefales|indstilles|tages|taget|ikke|ej)\b"
    rf"|\b(?!om\b|af\b|de\b|den\b|det\b|og\b|nye?\b)\w+\s+(?:{_DECIDED}|godkendt|tiltrådt|vedtaget|afvist|udsat|bevilget)"
    r"(?=\s*(?:,|\bog\b|$))"
)
"""What makes of the words before a noting more than the name of a thing."""
_NOTED_THAT = re.compile(rf"(?P<to>{_TO})\s*,\s*at\b[^.;]*")
_SECOND = re.compile(
    rf"\bog\s+{_DECIDED}\b|\b(?:og|men)\s+(?:indstillingen|forslaget|punktet|sagen)\b"
)


def without_noted(sentence: str) -> str:
    """Return a lower-case sentence without what is noted in it."""
    said = _NOTED_THAT.sub(
        lambda m: m["to"] if not _SECOND.search(m.group()) else m.group(), sentence
    )
    said = _NOTES.sub(_emptied, said)
    passive = _IS_NOTED.match(said)
    if passive is None:
        return said
    what = passive["what"].strip()
    is_thing = _THAT.match(what) is not None or _FINITE.search(what) is None
    return f"det {passive['verb']} {passive['to']}{said[passive.end() :]}" if is_thing else said


def _emptied(match: re.Match[str]) -> str:
    if _COORDINATED.search(match["what"]):
        return match.group()
    return f"{match['verb']} det {match['to']}"
