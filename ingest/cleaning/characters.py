"""Characters that look right and are wrong: ligatures, hidden characters, mistaken encodings."""

import re
from collections.abc import Iterator

from ingest.cleaning.edits import Edit

HIDDEN = "hidden characters"
MOJIBAKE = "wrongly decoded characters"

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "Ĳ": "IJ",
    "ĳ": "ij",
}
_SPACES = "\xa0\u2000-\u200a\u202f\u205f\u3000\t\u1680"
_PATTERN = re.compile(
    rf"(?P<ligature>[{''.join(_LIGATURES)}])"
    # A soft hyphen, and joiners and marks without width. U+200D joins emoji, and stays there.
    r"|(?P<hidden>[\u00ad\u200b\u200c\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    r"|(?<=[\w\s])\u200d(?=[\w\s]))"
    rf"|(?P<space>[{_SPACES}])"
    # Word's bullets in the Symbol and Wingdings fonts.
    r"|(?P<bullet>(?m:^)\s*[\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076\uf0be])"
)


def tidy_characters(text: str) -> Iterator[Edit]:
    """Yield the replacement of ligatures, hidden characters and special spaces."""
    for found in _PATTERN.finditer(text):
        kind = found.lastgroup
        old = found[0]
        if kind == "ligature":
            yield Edit(found.start(), found.end(), _LIGATURES[old], "ligature")
        elif kind == "hidden":
            yield Edit(found.start(), found.end(), "", HIDDEN)
        elif kind == "bullet":
            yield Edit(found.end() - 1, found.end(), "•", "bullet")
        else:
            yield Edit(found.start(), found.end(), " ", HIDDEN)


# What UTF-8 looks like when it is read as Windows-1252: a lead byte and its continuation bytes.
_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x81\x8d\x8f\x90\x9d"
_MISREAD = re.compile(rf"(?:[ÃÂ][\x80-\xbf{_HIGH}]|â[\x80-\xbf{_HIGH}]{{2}})+")
_DANISH = set("æøåÆØÅéÉöäüÖÄÜ–—‘’“”„•…§°½²³´»«€ô\xa0\xad·ß×èáàíóú")


# The same read as one of the code pages of DOS, in which the lead byte of Danish letters is a line.
_MISREAD_IN_DOS = re.compile(r"├[^\x00-\x7f]")
_DOS = ("cp852", "cp850", "cp865", "cp437")


def mend_mojibake(text: str) -> Iterator[Edit]:
    """Yield the repair of UTF-8 that was read as Windows-1252 ("Ã¦" for "æ") or as in DOS.

    Certain only where the bytes are valid UTF-8 and give characters that Danish texts have.
    """
    for found in _MISREAD.finditer(text):
        mended = _mended(found[0])
        if mended is not None and all(char in _DANISH for char in mended):
            yield Edit(found.start(), found.end(), mended, MOJIBAKE)
    for found in _MISREAD_IN_DOS.finditer(text):
        for page in _DOS:
            mended = _read_in(page, found[0])
            if mended is not None and len(mended) == 1 and mended in _DANISH:
                yield Edit(found.start(), found.end(), mended, MOJIBAKE)
                break


def _read_in(page: str, text: str) -> str | None:
    try:
        return text.encode(page).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _mended(text: str) -> str | None:
    try:
        raw = b"".join(bytes([ord(c)]) if ord(c) < 256 else c.encode("cp1252") for c in text)
        return raw.decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
