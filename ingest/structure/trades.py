"""Titles that no list holds: "trafikplanlægger Ib Krog", "Klinisk farmakolog Maja Dam".

There is no end of trades. What stands in small letters before the words of a name is what the
person is, unless it joins the name to something else or is a place where people work.
"""

import re

_WORD = r"[a-zæøå][a-zæøå-]*"
_TITLED = re.compile(
    rf"(?P<title>[a-zæøå][a-zæøå-]{{2,}}(?:\s+{_WORD}){{0,2}}|[A-ZÆØÅ]{_WORD}(?:\s+{_WORD}){{1,2}})\s+"
    r"(?P<name>[A-ZÆØÅÉÖÜÄ].*)"
)
_JOINS = re.compile(
    r"a[ft]|for|fra|i|på|ved|til|med|under|hos|om|over|uden|efter|før|siden|mellem|mod|og|samt|eller|men|som"
    r"|der|hvis|da|når|idet|også|desuden|endvidere|her(?:under|efter)|der(?:under|udover|efter)|både|dog|kun|ikke"
    r"|tillige|ligeledes|den|det|de|en|et|var|er|ble?v|bliver|har|havde|delt(?:og|ager)|mød(?:te?|er)|ankom|kom(?:mer)?"
    r"|forl(?:od|ader)|gik|går|valgt|ansat|født|kaldet|mangler|\w+erer|and|or|of|the|from|with|by|was|is",
    re.IGNORECASE,
)
"""What joins a name to other words, or tells what somebody did."""
_NO_PERSON = re.compile(
    r"(?:[a-zæøå]{3,}(?:en|et|erne)|\w*(?:råd|udvalg|nævn|bestyrelse|forening|kommission|skole|fond|klub|forbund|kreds"
    r"|cent(?:er|re)|gruppe|hjem|selskab|virksomhed|firma|hus|klinik|afdeling|kontor|apotek|institut|havn|stab|enhed"
    r"|team|kommune|region|hospital|bank|parti|liste|projekt|sogn|museum|kor|laug|forvaltning|administration))",
    re.IGNORECASE,
)
"""An institution before its own name, or something that is known: "firmaet Bech Lund"."""
_TRADE = re.compile(r"\w{2,}(?:er|ør|log|ist|ant|ent|eut|graf|nom|or|at|mand|kvinde|agog|ske)")
"""How the words for those who do something end; a verb may stand behind the first of a sentence."""


def name_behind_title(words: str) -> int | None:
    """Return where a name begins behind a title of one to three words, `None` where none does."""
    match = _TITLED.fullmatch(words)
    if match is None:
        return None
    title = match["title"].split()
    if any(map(_JOINS.fullmatch, title)) or _NO_PERSON.fullmatch(title[-1]):
        return None
    if title[0][0].isupper() and _TRADE.fullmatch(title[-1]) is None:
        return None
    return match.start("name")
