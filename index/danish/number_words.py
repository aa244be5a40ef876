"""The words for numbers: Danish counts in scores ("femoghalvtreds" is 55), English in tens."""

import re
from decimal import Decimal


def _table(text: str) -> dict[str, int]:
    words = text.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


_DANISH_SMALL = _table(
    "nul 0 to 2 tre 3 fire 4 fem 5 seks 6 syv 7 otte 8 ni 9 ti 10 elleve 11 tolv 12 tretten 13 "
    "fjorten 14 femten 15 seksten 16 sytten 17 atten 18 nitten 19"
)
_DANISH_TENS = _table(
    "tyve 20 tredive 30 fyrre 40 fyrretyve 40 halvtreds 50 halvtredsindstyve 50 tres 60 "
    "tresindstyve 60 halvfjerds 70 halvfjerdsindstyve 70 firs 80 firsindstyve 80 halvfems 90 "
    "halvfemsindstyve 90"
)
_DANISH_LARGE = _table("hundrede 100 hundred 100 tusind 1000 tusinde 1000")
_ENGLISH_SMALL = _table(
    "zero 0 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 "
    "thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19"
)
_ENGLISH_TENS = _table(
    "twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90"
)
_ENGLISH_LARGE = _table("hundred 100 thousand 1000")

_PLAIN = {
    "da": {**_DANISH_SMALL, **_DANISH_TENS, **_DANISH_LARGE},
    "en": {**_ENGLISH_SMALL, **_ENGLISH_TENS, **_ENGLISH_LARGE},
}
NUMBER_WORDS = {
    word: value
    for words in (_DANISH_SMALL, _ENGLISH_SMALL)
    for word, value in words.items()
    if 2 <= value <= 12
}
"""The words of both languages for how many there are, from two to twelve."""

DANISH_ORDINALS = _table(
    "første 1 anden 2 andet 2 tredje 3 fjerde 4 femte 5 sjette 6 syvende 7 ottende 8"
)
ORDINALS = DANISH_ORDINALS | _table(
    "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8"
)
"""The words of both languages for a place in an order."""

_HALVES = {"halvanden": Decimal("1.5"), "halvandet": Decimal("1.5")}
_DANISH_JOINED = re.compile(rf"(en|{'|'.join(_DANISH_SMALL)})og({'|'.join(_DANISH_TENS)})")
_ENGLISH_JOINED = re.compile(rf"({'|'.join(_ENGLISH_TENS)})-(one|{'|'.join(_ENGLISH_SMALL)})")


def value_of_word(folded: str, language: str) -> Decimal | None:
    """Return the value of one folded word, `None` if it is no number.

    Args:
        folded: A word, hyphens kept: "femogtyve", "twenty-five".
        language: "da" or "en".
    """
    plain = _PLAIN[language].get(folded)
    if plain is not None:
        return Decimal(plain)
    if language == "en":
        joined = _ENGLISH_JOINED.fullmatch(folded)
        return _sum(_ENGLISH_TENS[joined[1]], _ENGLISH_SMALL.get(joined[2], 1)) if joined else None
    if folded in _HALVES:
        return _HALVES[folded]
    joined = _DANISH_JOINED.fullmatch(folded)
    return _sum(_DANISH_TENS[joined[2]], _DANISH_SMALL.get(joined[1], 1)) if joined else None


def _sum(tens: int, ones: int) -> Decimal:
    return Decimal(tens + ones)
