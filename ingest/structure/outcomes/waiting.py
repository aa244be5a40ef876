"""Items that wait: not reached for lack of time, to be taken up again, or until something comes.

"Ikke behandlet på grund af tidnød" decides nothing and refuses nothing. "Tages op igen i august"
says only that the item comes back, so it puts the item off where nothing else was decided.
Sentences are lower case throughout.
"""

import re

from index.danish.calendar import MONTH_PATTERN

_ITEM = (
    r"(?:punktet|sagen|emnet|spørgsmålet|forslaget|ansøgningen|indstillingen|beslutningen|drøftelsen|behandlingen"
    r"|stillingtagen|afgørelsen|dette\s+punkt|denne\s+sag|det|den|dette)"
)
_HERE = r"(?:\s+(?:(?:på|ved)\s+(?:dette\s+|det\s+)?mødet?|denne\s+gang|i\s+dag))?"
_LACK = (
    r"(?:tid\w*|fravær\w*|afbud|sygdom|forfald|forhindre[dt]|syge?"
    r"|(?:ikke|ej)\s+(?:var\s+|er\s+)?(?:mødt|til\s*stede|fremmødt))"
)
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
_LATER = (
    r"(?:til\s+|på\s+)?(?:et\s+|det\s+|udvalgets\s+)?(?:(?:næste|kommende|senere|førstkommende|efterfølgende)\s+\w*møde\w*"
    r"|(?:\w+)?mødet?\s+(?:i|den|d\.|efter)(?=\s))"
)
_WHEN = (
    rf"(?:i\s+(?:{MONTH_PATTERN}|foråret|efteråret|sommeren|forbindelse\s+med|(?:19|20)\d\d|starten|slutningen)"
    rf"|til\s+(?:{MONTH_PATTERN}|foråret|efteråret|sommer|næste|mødet)|på\s+\w*møde\w*|efter|når|ved\s+\w+en)\b"
)
_AGAIN = re.compile(
    rf"(?:{_ITEM}\s+)?(?:(?:skal|vil)\s+)?(?:tages|optages|drøftes|behandles|forelægges|fremlægges|sættes|kommer|vender"
    r"|(?:blev\s+|bliver\s+)?flyttet|overgår|overføres|overført|flyttes|flyttet|rykkes|skubbes)\s+(?:derfor\s+|herefter\s+)?"
    rf"(?:op\s+|tilbage\s+|på\s+dagsordenen\s+|på\s+)?(?:igen|på\s+ny|{_LATER})(?:\s[^;]*)?\.?"
    rf"|(?:{_ITEM}\s+)?tages\s+op\s+{_WHEN}[^;]*\.?"
    rf"|[\wæøå-]+\s+vender\s+tilbage\s+til\s+[\wæøå-]+(?:en|et|erne)\s+(?:igen|{_WHEN}|{_LATER})[^;]*\.?"
    rf"|[\wæøå-]+\s+(?:tager|træffer)\s+(?:først\s+|endeligt?\s+)?(?:stilling|beslutning)\s+(?:til\s+[\wæøå-]+\s+)?(?:{_WHEN}|{_LATER})[^;]*\.?"
    rf"|endelig\s+(?:vedtagelse|godkendelse|behandling|beslutning|stillingtagen)\s+(?:sker\s+|finder\s+sted\s+)?(?:{_WHEN}|{_LATER})[^;]*\.?"
    rf"|[\wæøå-]+\s+vender\s+tilbage\s+til\s+(?:sagen|punktet|emnet|spørgsmålet|forslaget)(?:\s+(?:igen|{_WHEN}|{_LATER})[^;]*)?\.?"
    r"|(?:beslutning|afgørelse|stillingtagen)(?:en)?\s+udestår\.?"
)
_PUT_OFF = r"(?:udsat|udsættes|udskudt|udskydes|hjemvist|hjemvises)"
_NOT_PUT_OFF = re.compile(
    rf"(?:{_ITEM}\s+)?(?:(?:blev|bliver|er)\s+)?(?:(?:ikke|ej)\s+{_PUT_OFF}|{_PUT_OFF}\s+(?:dermed\s+|derfor\s+)?(?:ikke|ej))\.?"
)
_WANTS_FIRST = re.compile(
    r"(?:[\wæøå-]+\s+){1,3}?(?:ønske(?:r|de|des|s)|bad\s+om|beder\s+om|anmode\w*\s+om|afventer|efterspørger|efterspurgte)\s[^.;]*?"
    r"\b(?:inden|før|forinden|førend)\s+(?:\w+\s+){0,3}?(?:beslutning|stilling|afgørelse|sagen\s+(?:kan\s+)?(?:afgøres|behandles"
    r"|besluttes)|behandling\w*|beslutter|behandler)\b[^.;]*\.?"
)
"""The body wants something before it decides: "Udvalget ønskede flere oplysninger, inden …"."""
_AWAITS = re.compile(
    r"(?:(?:[\wæøå-]*(?:udvalget|rådet|nævnet|bestyrelsen|gruppen|klyngen|direktionen|kommissionen|forummet)"
    rf"|{_ITEM}|der|man|vi)\s+)?(?:derfor\s+|nu\s+)?afvente[rs]\b[^.;]*\.?"
)
_SENT_OUT = re.compile(
    r"(?:[\wæøå-]+\s+){1,4}?sendes\s+(?:derfor\s+|nu\s+)?i\s+(?:\w+\s+)?høring\b[^.;]*\.?"
)
_ITEM_AWAITS = re.compile(
    r"(?:(?:punktet|sagen|emnet|beslutningen|behandlingen|stillingtagen|afgørelsen|godkendelsen)\s+)?afventer\b[^.;]*\.?"
)


def was_not_reached(sentence: str) -> bool:
    """Tell whether a sentence says that the item was not treated, and gives no reason but time."""
    first, mark, rest = sentence.strip().partition(";")
    if _NOT_REACHED.fullmatch(first) is None:
        return False
    return not mark or comes_back(rest)


def comes_back(sentence: str) -> bool:
    """Tell whether a sentence says only that the item comes back, or what it waits for."""
    said = sentence.strip()
    return any(one.fullmatch(said) for one in (_AGAIN, _ITEM_AWAITS, _WANTS_FIRST))


def puts_nothing_off(sentence: str) -> bool:
    """Tell whether a sentence says only that the item is not put off: "Sagen udsættes ikke"."""
    return _NOT_PUT_OFF.fullmatch(sentence.strip()) is not None


def awaits(sentence: str) -> bool:
    """Tell whether a sentence says that the body waits, which alone puts nothing off."""
    said = sentence.strip()
    return _AWAITS.fullmatch(said) is not None or _SENT_OUT.fullmatch(said) is not None
