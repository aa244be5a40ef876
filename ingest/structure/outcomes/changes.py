"""Sentences that change the matter they speak of: "Prisen hæves", "Resten afventer budget 2027".

They stand beside an approval and make it one of something else. What will be done about the matter
("Ordningen evalueres om et år") leaves it as it was, and what somebody says of it too.
"""

import re

_VERBS = (
    r"(?:ændre[st]|omgøres|rettes|hæve[st]|sænke[st]|forhøje[st]|nedsætte[st]|nedsat|øge[st]|reducere[st]|halvere[st]"
    r"|fordoble[st]|rykke[st]|flytte[st]|henlægges|udskydes|udskudt|fremrykke[st]|forlænge[st]|forkorte[st]|afkorte[st]"
    r"|begrænse[st]|udvide[st]|indskrænke[st]|udgår|udgik|udgået|slette[st]|fjerne[st]|stryges|strøget|tilføje[st]"
    r"|indføje[st]|indarbejde[st]|indsættes|erstatte[st]|bortfalder|bortfaldet|undtages|undtaget|fritages|fritaget|udelades|udeladt"
    r"|afventer|bemyndige[st]|bemyndigedes|suppleres|suppleret|skæres|skåret|beskæres|sættes\s+(?:op|ned|til)|sat\s+(?:op|ned|til)|nedjusteres"
    r"|opjusteres|justere[st]|præcisere[st])"
)
_PASSIVE = (
    r"(?:(?:blev|bliver|er|skal|bør|kan|vil)\s+)?(?:(?:derfor|dermed|herefter|også|samtidig|i\s+stedet|dog|tilsvarende)\s+)*"
    r"(?:blive\s+)?"
)
_SPEAKS = (
    r"(?:næste|kommende)\s+møde|.*\b(?:bemærk(?!ning)|foresl|foreslå|oplys|mener|mente|spurgt|spurg|ønske|orienter|nævn|anfør|udtal"
    r"|efterlys|redegjor|redegør|peg|hvis|når|mødet\s+(?:hæves|blev\s+hævet)|stemte|stemmer|forbehold)\w*"
)
_ALTERS = re.compile(
    rf"(?!{_SPEAKS}\b)(?:\S+\s+){{1,9}}?{_PASSIVE}(?P<verb>{_VERBS})(?!\w)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"i\s+stedet\s+(?:for|vælges|bruges|anvendes|købes)\b|[^.;]*\bi\s+stedet\s+for\b"
    r"|(?:\S+\s+){1,8}?(?:indgår|omfattes|medtages|gælder|gennemføres|iværksættes|igangsættes|etableres|opføres|købes)\s+(?:dog\s+|derfor\s+)?ikke\b"
    r"|(?:\S+\s+){1,8}?(?:(?:skal|vil|bør)\s+(?:også|endvidere|desuden|samtidig)\s+(?:omfatte|gælde|indeholde|indgå)"
    r"|(?:omfatter|gælder)\s+(?:også|endvidere|desuden|tillige))\b"
    r"|(?:\S+\s+){1,6}?får\s+(?:\w+\s+)?(?:frist|dispensation|udsættelse|fritagelse)\b",
    re.IGNORECASE,
)

_GIVEN_AS = re.compile(
    r"(?:støtten|tilskuddet|beløbet|bevillingen|midlerne|pengene|tilsagnet)\s+(?:(?:kan|skal|vil)\s+)?(?:alene\s+|kun\s+)?"
    r"(?:gives|ydes|udbetales|bevilges|bruges|anvendes|finansieres|tages|gælder)\s+"
    r"(?:som|til|over|mod|kun|alene|først|i|af|fra)\s+(?:(?:et|en|den|det|for|til|i)\s+)*(?P<how>\w+)",
    re.IGNORECASE,
)
"""How a grant is given: "Støtten gives som lån"."""


def alters(sentence: str) -> str | None:
    """Return the verb by which a sentence changes the matter it speaks of, `None` if none does.

    Where it names something else instead of the matter, there is no such verb: an empty string.
    """
    words = re.sub(r"\s+", " ", sentence.strip())
    if re.match(rf"{_SPEAKS}\b", words, re.IGNORECASE):
        return None
    if _OTHERWISE.match(words):
        return ""
    if given := _GIVEN_AS.match(words):
        return given["how"].lower()
    found = _ALTERS.match(words)
    return found["verb"].lower() if found else None
