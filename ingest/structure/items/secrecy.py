"""Sentences in which minutes say of the item itself that the public may not see it.

"Vejen er lukket for offentligheden" tells of a road; "punktet er lukket for offentligheden" of
the item. Only what has the item, or this part of the meeting, for its subject counts.
"""

import re

_ITEM = (
    r"(?:(?:(?:dette|nærværende)\s+(?:dagsordens)?punkt|denne\s+(?:sag|del\s+af\s+mødet)|(?:dagsordens)?punktet|sagen"
    r"|sagsfremstillingen|beslutningen|konklusionen|mødet|(?:behandlingen|drøftelsen)(?:\s+af\s+(?:punktet|sagen))?"
    r"|referatet\s+(?:af|fra|for)\s+(?:dette\s+punkt|punktet|denne\s+sag|sagen))(?!\s+(?:om|vedrørende)\b))"
)
_REASON = (
    r"(?:\.|$|\s*,?\s*(?:da|fordi|idet|jf|jævnfør|af\s+hensyn|på\s+grund|efter|i\s+henhold|grundet"
    r"|pga)\b)"
)
_HIDDEN = (
    r"(?:lukket\s+for\s+offentlighed(?:en)?|(?:ikke|ej)\s+(?:offentligt?\s+)?tilgængeligt?(?:\s+for\s+offentligheden)?"
    r"|(?:ikke|ej)\s+åben?t?\s+for\s+offentligheden|undtaget\s+(?:fra\s+)?offentlighed(?:en)?|hemmeligt?"
    r"|(?:ikke|ej|u)\s*egnet\s+til\s+offentliggørelse|(?:ikke|ej)\s+offentligt?|fortroligt?"
    rf"|lukket(?={_REASON}))"
)
_IS = r"(?:er|var|bliver|blev|forbliver|har\s+været)"
_SO = r"(?:\s+(?:derfor|dermed|således|altså|også|fortsat|stadig|helt|delvist))?"
_APART = (
    r"(?:uden\s+offentlighed(?:ens\s+(?:adgang|deltagelse|tilstedeværelse))?|uden\s+tilhørere|fortroligt"
    r"|(?:for|ved|bag)\s+lukkede\s+døre)"
)
_SAYS = re.compile(
    # "Punktet indeholder personoplysninger og er derfor lukket."
    rf"\b{_ITEM}\s+(?:[^.!?,;]{{1,80}}?\s+og\s+)?{_IS}{_SO}\s+{_HIDDEN}(?!\w)"
    rf"|\b{_ITEM}\s+{_IS}{_SO}\s+(?:omfattet\s+af|underlagt|undergivet|belagt\s+med)\s+(?:(?:den|særlig|lovbestemt)\s+)*"
    r"tavshedspligt\b"
    rf"|\b{_ITEM}\s+(?:(?:må|skal|kan|vil)\s+(?:derfor\s+)?(?:ikke|ej)\s+(?:blive\s+)?offentliggø\w+"
    r"|offentliggøres\s+(?:derfor\s+)?(?:ikke|ej)\b)"
    rf"|\b{_ITEM}\s+(?:\w+\s+)?(?:behandl|drøft|holdt|holde|afhold)\w*\s+(?:\w+\s+)?{_APART}(?!\w)"
    rf"|\boffentligheden\s+(?:har|havde|får|fik)\s+(?:ikke|ingen)\s+adgang\s+(?:til|under)\s+(?:{_ITEM}|mødet)"
    rf"|\boffentligheden\s+{_IS}\s+udelukket\b(?=\s*\.|\s*$|\s+(?:fra|under)\s+{_ITEM})"
    rf"|\b(?:ikke|ingen)\s+offentlig\s+adgang\s+(?:til|under)\s+{_ITEM}"
    r"|\bthe\s+(?:item|matter|session)\s+(?:is|was)\s+(?:closed\s+to\s+the\s+public|confidential)",
    re.IGNORECASE,
)
_DOORS = r"(?:dørene|døren)\s+(?:(?:blev|bliver|er|var)\s+)?(?:herefter\s+|nu\s+)?"
_WHEN = r"(?:\s+(?:igen|herefter|for\s+offentligheden))*\.?"
_DOORS_SHUT = re.compile(rf"{_DOORS}(?:lukket|lukkes|lukkedes){_WHEN}|dørlukning\.?", re.IGNORECASE)
_DOORS_OPEN = re.compile(rf"{_DOORS}(?:gen)?(?:åbnet|åbnes|åbnedes|åbne){_WHEN}", re.IGNORECASE)


def keeps_secret(words: str) -> bool:
    """Tell whether a text says of the item in which it stands that it is closed."""
    return _SAYS.search(words) is not None


def doors(words: str) -> bool | None:
    """Return `True` for a line that shuts the doors of a meeting, `False` for one that opens them.

    `None` for any other; "dørene til hallen blev lukket" is no such line.
    """
    if _DOORS_SHUT.fullmatch(words):
        return True
    return False if _DOORS_OPEN.fullmatch(words) else None
