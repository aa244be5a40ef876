"""Whether a sentence with an amount may tell what something costs: no rise, penalty or estimate."""

import re

from index.danish.folding import fold

_NOW = re.compile(r"\b(?:today|now|nowadays|currently|at present|current|i dag|nu|aktuel\w*)\b")
_OTHER_ASKED = re.compile(
    r"stig|haev|forhoej|oeg|saenk|\bfald|rise|rais|increas|reduc|skoen|anslaa|estimat|forvent|expect"
    r"|\bbod|boed|penalt|\bfine|konvention|late|forsink|aflys|afbest|udebliv|cancel|no-show"
)
"""Words of a question, folded, for a change, an estimate or a penalty."""
_AMOUNT = re.compile(r"\d\s*(?:kr\b|kroner|mio|dkk|,-|%|pct\b|procent)|\b(?:kr|dkk)\.?\s*\d")
_PENALTY = re.compile(r"\b(?:konventional|dag)?bod(?:en)?\b|\bpenalt(?:y|ies)\b")
_CHANGE = re.compile(
    r"\b(?:haeve[rs]?|stiger?|foroege[rs]?|forhoeje[rs]?|saenke[rs]?|oege[rs]?|falder?)\b[^.]{0,60}?\bmed\b"
    r"|\b(?:rises?|increases?d?|raises?d?|reduces?d?|goes\s+up|go\s+up|falls?)\b[^.]{0,60}?\bby\b"
)
_ESTIMATE = re.compile(
    r"\bskoenne\w*|\banslaa\w*|\bestimate[ds]?\b|\bforventes\b|\bexpected\s+to\b"
)


def is_price(question: str, words: str) -> bool:
    """Tell whether words may answer what something costs; today, where the question says so."""
    asked, told = fold(question), fold(words)
    if _OTHER_ASKED.search(asked):
        return True
    if _PENALTY.search(told):
        return False
    return not (_NOW.search(asked) and (_CHANGE.search(told) or _ESTIMATE.search(told)))


def tells_amount(words: str) -> bool:
    """Tell whether words hold an amount of money that is said to be a price, or is one a unit."""
    told = fold(words)
    if _AMOUNT.search(told) is None or _RISEN.search(told):
        return False
    return _OF_PRICE.search(told) is not None


_RISEN = re.compile(
    r"\b(?:stiger|steget|steg|haevet|forhoejet|oeget|faldet|faldt|saenket|sat (?:op|ned))"
    r" (?:\w+ ){0,2}med\b"
    r"|\b(?:risen|rose|raised|increased|fallen|fell|reduced) by\b"
)
"""By how much a price has changed is not what it is."""
_OF_PRICE = re.compile(
    r"\b(?:pr|per)\b|\bbetale[rs]?\b|\bpa(?:y|id)\b|takst|pris|\bsats|gebyr|afgift|\bkoste[rdt]?"
    r"|\bkoeb(?:es|te|t|er)?\b|\banskaf|\b\w*(?:til)?bud\b|\budgift|\bbevilg|\bafsaet"
    r"|\bfor (?:hoejst |i alt |kr\.? )?\d|\b(?:fee|charge|rate|price|cost|bid|offer)s?\b"
    r"|\b(?:buy|bought|purchase[ds]?)\b"
)
