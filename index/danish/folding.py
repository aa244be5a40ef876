"""One spelling for all the ways a word can be typed: case, accents, æ/ø/å as ae/oe/aa."""

import re
import unicodedata
from functools import lru_cache

# Danish writers without a Danish keyboard type ae, oe, aa, and old place names are spelt so
# (Aabenraa, Åbenrå). Going to the long form loses nothing; going to the short one would turn
# "Israel" and "poesi" into words that do not exist.
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ä": "ae",
        "ø": "oe",
        "ö": "oe",
        "å": "aa",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "´": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space, from copied web pages
        "\u200c": None,
        "\u200d": None,
        "\ufeff": None,
    }
)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with æ/ø/å as ae/oe/aa.

    Folding twice changes nothing. The length may change, so offsets must be taken before.
    """
    if text.isascii():
        return text.lower()
    # A letter such as "ǿ" is ø with an accent: it comes apart before the letters are replaced,
    # but å must stay whole until then, so the text is composed between the two steps.
    composed = unicodedata.normalize("NFKC", text).casefold()
    replaced = unicodedata.normalize("NFC", composed).translate(_LETTERS)
    if replaced.isascii():
        return replaced  # nothing but æ, ø and å, as in most Danish words
    bare = _BEYOND_LETTERS.sub(_without_mark, unicodedata.normalize("NFKD", replaced))
    again = bare.casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", again)


_BEYOND_LETTERS = re.compile("[\u0300-\U0010ffff]")
"""Where marks begin: below stand letters only, and those are not asked one by one."""


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.category(found[0]) == "Mn" else found[0]


def plainly(text: str) -> str:
    """Return a text in lower case with "ø", "oe" and "o" the same, as "å", "aa" and "a" are.

    So it is typed in haste; and two words of one spelling may be two words.
    """
    text = text.lower()
    for written, typed in _IN_HASTE:
        text = text.replace(written, typed)
    return text


_IN_HASTE = (("aa", "a"), ("ae", "a"), ("oe", "o"), ("å", "a"), ("æ", "a"), ("ø", "o"))
