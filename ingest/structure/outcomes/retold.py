"""Sentences of a decision that retell an earlier one: "Udvalget vedtog i januar at lukke …".

A sentence retells when it gives its verb another day, month, year or meeting than the one that
the minutes are of. Sentences are lower case throughout.
"""

import re
from datetime import date

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN

_DAY = rf"(?:(?:den|d\.)\s+)?\d{{1,2}}\.\s*(?:{MONTH_PATTERN})(?:\s+(?:19|20)\d\d)?"
_SHORT_DAY = r"(?:den|d\.)\s+\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)?\d\d)"
_MONTH = rf"i\s+(?:{MONTH_PATTERN})(?:\s+(?:måned\s+)?(?:19|20)\d\d)?"
_YEAR = r"i\s+(?:(?:for)?året\s+)?(?:19|20)\d\d"
_DATE = rf"(?:{_DAY}|{_SHORT_DAY}|{_MONTH}|{_YEAR}|sidste\s+år|sidste\s+gang|i\s+sin\s+tid)"
_LAST = r"(?:sidste|seneste|forrige|foregående|tidligere)"
_MEETING = (
    rf"(?:på|ved|under)\s+(?:(?:sit|et|det|deres|udvalgets|rådets|nævnets|bestyrelsens)\s+)?"
    rf"(?:{_LAST}\s+(?:ordinære\s+)?møder?(?:\s+{_DATE})?|(?:\w+\s+)?\w*møder?(?:t|ne)?\s+{_DATE})"
)
_WHEN = rf"(?P<when>{_MEETING}|{_DATE})(?!\s+(?:og|som)\s+(?:start|frist))"
_DID = (
    r"(?:godkendte|tiltrådte|vedtog|bevilgede|imødekom|afviste|forkastede|udsatte|besluttede|afslog"
    r"|behandlede|anbefalede|drøftede|tilsluttede\s+sig|tog|hjemviste|udskød)"
)
_DONE = (
    r"(?:godkendt|tiltrådt|vedtaget|bevilget|imødekommet|afvist|forkastet|udsat|besluttet|afslået"
    r"|behandlet|anbefalet|drøftet|hjemvist|udskudt|taget\s+til)"
)
_RETELLS = re.compile(
    rf"(?:[^\s,.;]+\s+){{1,5}}?{_DID}\s+(?:også\s+|allerede\s+|således\s+)?{_WHEN}\b"
    rf"|{_WHEN.replace('<when>', '<first>')}\s+(?:blev|havde|har|var|{_DID})\b"
    rf"|(?:[^\s,.;]+\s+){{1,9}}?(?:blev|er)\s+(?:også\s+|allerede\s+|senest\s+)?"
    rf"{_WHEN.replace('<when>', '<inner>')}\s+(?:\S+\s+){{0,2}}?{_DONE}\b"
    rf"|(?:[^\s,.;]+\s+){{1,9}}?(?:blev|er)\s+(?:\S+\s+)?{_DONE}\s+"
    rf"{_WHEN.replace('<when>', '<last>')}"
    r"(?=\s*(?:[.,;]|$))"
    rf"|(?:[^\s,.;]+\s+){{1,9}}?havde\s+(?:[^\s,.;]+\s+){{0,4}}?{_DONE}\b"
)
_EARLIER_CLAUSE = re.compile(
    rf"(?P<when>{_MEETING}|\b{_DAY}|\b{_SHORT_DAY}|\b(?:fra\s+|på\s+)?{_LAST}\s+(?:ordinære\s+)?møde)"
    r"\s*,?\s*(?:hvor|da)\b[^,.;]*"
)
_WHO_MET = (
    r"(?:[^\s:.;]*(?:udvalg|råd|nævn|bestyrelse|møde|beslutning|behandling|vedtagelse)[^\s:.;]*)"
)
_LABEL = re.compile(
    rf"(?:(?:[^\s:.;]+\s+){{0,6}}?{_WHO_MET}\s*,?\s+(?:den\s+|d\.\s*)?)?"
    rf"(?P<when>{_DAY}|\d{{1,2}}[./-]\d{{1,2}}[./-](?:(?:19|20)?\d\d))\s*:"
    rf"|(?:{_LAST}\s+(?:\w*møder?|\w*beslutning|behandling)|tidligere)\s*:"
)
"""A label of a line that says when: "4. marts: udsat", "sidste møde: udsat"."""
_DAY_NUMBERS = re.compile(
    rf"(?P<day>\d{{1,2}})\.\s*(?P<month>{MONTH_PATTERN})(?:\s+(?P<year>\d{{4}}))?"
    r"|(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{2,4})"
    rf"|i\s+(?P<only>{MONTH_PATTERN})(?:\s+(?:måned\s+)?(?P<of>\d{{4}}))?|(?P<alone>(?:19|20)\d\d)"
)


def is_retold(sentence: str, day: date | None = None) -> bool:
    """Tell whether a lower-case sentence says what was decided at another time.

    `day` is that of the meeting, if known: what it decided "den 3. maj" on the third of May it
    decided now.
    """
    match = _LABEL.match(sentence) or _RETELLS.match(sentence)
    if match is None:
        return False
    when = next((words for words in match.groups() if words), None)
    return when is None or not _may_be(when, day)


def without_earlier(sentence: str) -> str:
    """Return a lower-case sentence without what another meeting did: "…, hvor den blev udsat"."""
    return _EARLIER_CLAUSE.sub(" ", sentence)


def _may_be(when: str, day: date | None) -> bool:
    """Tell whether the words for a time may mean the day of the meeting, or a later one."""
    found = _DAY_NUMBERS.search(when)
    if day is None or found is None:
        return False
    if found["only"]:
        year = int(found["of"] or day.year)
        return (year, MONTH_NUMBERS[found["only"]]) == (day.year, day.month) or year > day.year
    if found["alone"]:
        return int(found["alone"]) >= day.year
    year = int(found["year"] or found["y"] or day.year)
    month = MONTH_NUMBERS[found["month"]] if found["month"] else int(found["m"])
    this = (year + 2000 if year < 100 else year, month, int(found["day"] or found["d"]))
    dated = found["year"] or found["y"]
    return this == (day.year, day.month, day.day) or (
        dated is not None and this > (day.year, day.month, day.day)
    )
