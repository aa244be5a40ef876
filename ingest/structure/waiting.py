"""Items that wait: not reached for lack of time, to be taken up again, or until something comes.

"Ikke behandlet på grund af tidnød" decides nothing and refuses nothing. "Tages op igen i august"
says only that the item comes back, so it puts the item off where nothing else was decided.
Sentences are lower case throughout.
"""

import re

_ITEM = (
    r"(?:punktet|sagen|emnet|spørgsmålet|forslaget|ansøgningen|indstillingen|beslutningen|drøftelsen|behandlingen"
    r"|stillingtagen|afgørelsen|dette\s+punkt|denne\s+sag|det|den|dette)"
)
_HERE = r"(?:\s+(?:(?:på|ved)\s+(?:dette\s+|det\s+)?mødet?|denne\s+gang|i\s+dag))?"
_LACK = r"(?:tid\w*|fravær\w*|afbud|sygdom|forfald|forhindre[dt]|syge?)"
_REASON = (
    rf"(?:\s*,?\s*(?:på\s+grund\s+af|p\.?g\.?a\.?|grundet|som\s+følge\s+af|af|da|idet|fordi)\s+"
    rf"(?:[^.;]*\s)?{_LACK}(?!\w)[^.;]*)?"
)
_TREATED = r"(?:behandlet|drøftet|nået|gennemgået|taget\s+op)"
_NOT_REACHED = re.compile(
    rf"(?:{_ITEM}\s+)?(?:(?:blev|er|var|nåede|nåedes|kunne)\s+)?(?:(?:desværre|derfor|dermed|altså)\s+)?(?:ikke|ej)\s+"
    rf"(?:at\s+)?(?:blive\s+)?{_TREATED}{_HERE}{_REASON}\.?"
    rf"|{_ITEM}\s+(?:nåedes|nåede\s+(?:man|vi|udvalget|rådet))\s+(?:desværre\s+)?ikke{_HERE}{_REASON}\.?"
    rf"|(?:\w+\s+)?nåede\s+(?:desværre\s+)?ikke\s+(?:til\s+)?(?:at\s+(?:behandle|drøfte)\s+)?{_ITEM}{_HERE}{_REASON}\.?"
    rf"|der\s+var\s+(?:desværre\s+)?ikke\s+tid\s+til\s+(?:at\s+(?:behandle|drøfte)\s+)?{_ITEM}{_HERE}\.?"
)
_AGAIN = re.compile(
    rf"(?:{_ITEM}\s+)?(?:(?:skal|vil)\s+)?(?:tages|optages|drøftes|behandles|forelægges|fremlægges|sættes|kommer|vender)\s+"
    r"(?:derfor\s+|herefter\s+)?(?:op\s+|tilbage\s+|på\s+dagsordenen\s+|på\s+)?(?:igen|på\s+ny|til\s+(?:et\s+|det\s+)?"
    r"(?:næste|kommende|senere)\s+\w*møde\w*|(?:på\s+)?(?:et\s+|det\s+|udvalgets\s+)?(?:næste|kommende|senere"
    r"|førstkommende)\s+\w*møde\w*)(?:\s[^.;]*)?\.?"
    rf"|(?:{_ITEM}\s+)?tages\s+op\s+(?:i|på|til|ved|efter|når)\s+[^.;]+\.?"
)
_AWAITS = re.compile(
    r"(?:(?:[\wæøå-]*(?:udvalget|rådet|nævnet|bestyrelsen|gruppen|klyngen|direktionen|kommissionen|forummet)"
    rf"|{_ITEM}|der|man|vi)\s+)?(?:derfor\s+|nu\s+)?afvente[rs]\b[^.;]*\.?"
)
_ITEM_AWAITS = re.compile(
    r"(?:(?:punktet|sagen|emnet|beslutningen|behandlingen|stillingtagen|afgørelsen)\s+)afventer\b[^.;]*\.?"
)


def was_not_reached(sentence: str) -> bool:
    """Tell whether a sentence says that the item was not treated, and gives no reason but time."""
    return _NOT_REACHED.fullmatch(sentence.strip()) is not None


def comes_back(sentence: str) -> bool:
    """Tell whether a sentence says only that the item comes back, or what it waits for."""
    said = sentence.strip()
    return _AGAIN.fullmatch(said) is not None or _ITEM_AWAITS.fullmatch(said) is not None


def awaits(sentence: str) -> bool:
    """Tell whether a sentence says that the body waits, which alone puts nothing off."""
    return _AWAITS.fullmatch(sentence.strip()) is not None
