"""Civil registration numbers (CPR) in a flattened text, by their form and by what labels them.

A number has a day and a month that a calendar has (replacement numbers add 60 to the day, and may
hold letters behind), two digits of a year, and four more. The check digit tells nothing: since 2007
numbers are given out that do not satisfy it.

What a text itself labels as something else (a case, a telephone, an account, kroner) is none; what
may be either is one, for a number that is shown cannot be taken back. Forms that other things have
as well (a day and a time beside each other, digits in pairs) count only behind a label, or behind
another such number.
"""

import re
from collections.abc import Iterator

Place = tuple[int, int]

DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
MONTH = r"(?:0[1-9]|1[0-2])"
YEAR = r"(?:(?:18[5-9]|19\d|20[0-4])\d)"
_ALONE = r"(?<![^\W_])(?<!\d[-/.])"
"""No letter stands before it, and no number that it goes on."""
_ENDS = r"(?![^\W_])(?![-/.]\d)"
_LINE = r"(?:[ ]?\n[ ]?)?"

_BY_FORM = re.compile(
    rf"{_ALONE}(?:"
    # 010190-1234, 010190 - 1234, 010190/1234, 010190-AB12; the line may end at the hyphen.
    rf"{DAY}{MONTH}\d\d(?:[ ]?{_LINE}-{_LINE}[ ]?|[./:_])"
    r"(?:\d{4}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{4})"
    # 0101901234, 010190 1234
    rf"|(?P<plain>{DAY}{MONTH}\d\d[ ]?\d{{4}})"
    # 01.01.90-1234, 01 01 90-1234, 01011990-1234; but 01.01.2019-2020 is a time
    rf"|{DAY}[-./ ]{MONTH}[-./ ]\d\d[ ]?-[ ]?\d{{4}}"
    rf"|{DAY}(?P<part>[-./ ]?){MONTH}(?P=part){YEAR}[ ]?-[ ]?(?!19|20)\d{{4}}"
    rf"){_ENDS}"
)

_LABEL = (
    r"(?:e?cpr|(?:central )?person(?:nummer|nr)|pers\.? ?nr|fødselsn(?:ummer|r)|født|fødselsdag"
    r"|civil registration|(?:social security|personal(?: identification| identity)?) (?:number|no)"
    r"|ssn|born)"
)
_DIGIT = r"[\dOoIl]"
"""Scans have letters for the nought and the one."""
_TEN = (
    rf"{_DIGIT}(?:[ ./:_-]{{0,3}}\n?[ ]?{_DIGIT}){{5}}"
    r"[ ./:_-]{0,3}\n?[ ]{0,9}(?:\d(?:[ .-]?\d){3}|(?-i:(?=[A-Z]*\d)[A-Z\d]{4}))"
)
_TWELVE = rf"{DAY}[-./ ]?{MONTH}[-./ ]?{YEAR}[ ./:-]{{0,3}}\d{{4}}"
_LABELLED = re.compile(
    # What stands between is no other number, and not the next value of a row.
    rf"(?<![^\W\d_]){_LABEL}[^\d·;|\n]{{0,40}}?\n?[^\d·;|\n]{{0,12}}?(?<![^\W_])"
    # Programs for tables leave out the nought before it.
    rf"(?P<number>{_TWELVE}|{_TEN}|\d{{9}}){_ENDS}"
    rf"|(?<![^\W\d_])e?cpr(?P<glued>\d{{6}}-?\d{{4}}){_ENDS}",
    re.IGNORECASE,
)
_PARTED = re.compile(
    # "cpr 010190, løbenr. 1234"; four digits that may be a year need a word that says what they
    # are.
    rf"(?<![^\W\d_]){_LABEL}[^\d·;|\n]{{0,40}}?(?<![^\W_])(?P<day>{DAY}{MONTH}\d\d)(?![^\W_])"
    r"(?:[^\d|\n]{1,30}?(?!19|20)"
    r"|[^\d|\n]{0,30}?(?:løbe|sidste|fire|kontrol|ciffer|cifre|slut|ender|last|four)[^\d|\n]{0,20}?)"
    rf"(?<![^\W_])(?P<rest>\d{{4}}){_ENDS}(?! ?(?:kr|%))",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"\s?(?:,|;|/|&|\+|og|samt|and|eller|or)\s{{0,2}}(?P<number>{_TWELVE}|{_TEN}){_ENDS}"
)

_OF_SOMETHING_ELSE = re.compile(
    r"(?<![^\W_])(?:"
    r"(?:sag(?:s|en?s)?|journal|case|brev|dok(?:ument)?|ref(?:erence)?|bilags?|udbuds?|matr(?:ikel)?)"
    r"\.?[ -]{0,2}(?:nummer|nr|no|number|id)|j\.? ?nr|jnr|ref|matr(?:ikel)?"
    r"|(?:esdh|acadre|edoc|captia|360|sbsys)(?:[ -]?(?:nr|sag|id))?"
    r"|(?:faktura|rekvisitions?|ordre|vare|serie|løbe)(?:nummer|nr)?|rekv"
    r"|(?:cvr|se|p|ean|bfe)[ -]?(?:nummer|nr|no)|cvr|ean|gln|isbn|issn|doi|produktionsenhed"
    r"|konto(?:nummer|nr)?|stednr|sted|profitcenter|psp|yder(?:nummer|nr)|version"
    r"|tlf|telefon|mobil|phone|tel|fax"
    r")[.:# ]{0,4}(?:er |is |nr\.? ?)?\n?\(?\Z",
    re.IGNORECASE,
)
_OF_AN_AMOUNT = re.compile(
    r"(?<![^\W_])(?:kr|dkk|kroner|beløb|takst|honorar|afgift|amount|pris|budget|sum|i alt)"
    r"[.:# ]{0,4}\n?\Z",
    re.IGNORECASE,
)
"""No amount is written with six digits, a hyphen and four."""
_LABEL_BEFORE = 40
"""Characters before a number, among which a label of it is looked for."""
_GOES_ON = re.compile(r"[ ]?(?:,|;|og|and|/|-)[ ]?\Z")
_KRONER = r"(?:,\d\d)?(?: ?,-)? ?(?:kr\b|kroner|dkk|mio|mia|t\.?kr|%|pct|procent|euro|€)"
_IS_AMOUNT = re.compile(_KRONER, re.IGNORECASE)
_IN_COLUMNS = re.compile(rf"{_KRONER}|,\d\d\b| \d", re.IGNORECASE)
"""Behind two numbers with a blank between: the second is an amount, or a third stands there."""
_AFTER_A_NUMBER = re.compile(r"\d[ ]\Z")


def civil_numbers(text: str) -> Iterator[Place]:
    """Yield where civil registration numbers stand; some may come twice, in two extents."""
    yield from _by_form(text)
    for found in _LABELLED.finditer(text):
        start, end = found.span("number" if found["number"] else "glued")
        yield start, end
        while (further := _ANOTHER.match(text, end)) is not None:
            start, end = further.span("number")
            yield start, end
    for found in _PARTED.finditer(text):
        yield found.span("day")
        yield found.span("rest")


def _by_form(text: str) -> Iterator[Place]:
    others: set[int] = set()
    for found in _BY_FORM.finditer(text):
        start, end = found.span()
        if _is_of_something_else(text, start, others):
            others.add(end)
        elif found["plain"] is None or not _is_amount(text, found):
            yield start, end


def _is_of_something_else(text: str, start: int, others: set[int]) -> bool:
    """Tell whether a text says what a number is, or goes on with one of which it has said so."""
    before = text[max(0, start - _LABEL_BEFORE) : start]
    if _OF_SOMETHING_ELSE.search(before):
        return True
    joint = _GOES_ON.search(before)
    return joint is not None and start - len(joint[0]) in others


def _is_amount(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - _LABEL_BEFORE) : found.start()]
    if _OF_AN_AMOUNT.search(before):
        return True
    if " " not in found["plain"]:
        return _IS_AMOUNT.match(text, found.end()) is not None
    return bool(_IN_COLUMNS.match(text, found.end()) or _AFTER_A_NUMBER.search(before))
