"""Bytes of a text file into characters: whichever encoding a Danish archive may hold.

What decodes as UTF-8 is UTF-8. Else the one-byte encodings are tried that Danish files were
written in over thirty years, and the one wins that turns the bytes above 127 into Danish letters.
"""

import codecs

import charset_normalizer

CANDIDATES = ("cp1252", "cp850", "cp865", "mac_roman")
"""In order of how common they are; the first wins where nothing tells them apart."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 1_000_000
"""Bytes that are looked at to decide."""

FEW_CONTROLS = 5
"""Stray control characters that even a short text may hold."""
_IN_TEXTS = b"\t\n\v\f\r\x1a\x1b"
"""Control characters of old text files: page breaks, end of file, printer commands."""
_LIKELY = {
    **dict.fromkeys("æøåÆØÅ", 4),
    **dict.fromkeys("éäöüÉÄÖÜßèáà", 2),
    **dict.fromkeys("§½«»“”‘’–—•°´…\xa0·×µ€", 1),
}
"""Points for characters of Danish texts."""
_UNLIKELY = -4


def decode(data: bytes) -> str | None:
    """Return the characters of `data`, or `None` when it is no text in a known encoding."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _try(data, name)
    if (wide := _utf16_without_mark(data)) is not None:
        return wide
    if _is_binary(data):
        return None
    if (text := _try(data, "utf-8")) is not None:
        return text
    return _one_byte(data)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return _try(data, "utf-16-le")
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return _try(data, "utf-16-be")
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:SAMPLE]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in _IN_TEXTS)
    return b"\0" in sample or controls > max(FEW_CONTROLS, len(sample) // 200)


def _one_byte(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    scores = {name: _score(sample.decode(name, "replace")) for name in CANDIDATES}
    best = max(CANDIDATES, key=lambda name: scores[name])
    if scores[best] > 0:
        return data.decode(best, "replace")
    # None of them gives Danish: perhaps an alphabet of another language.
    guess = charset_normalizer.from_bytes(sample).best()
    return data.decode(guess.encoding, "replace") if guess else None


def _score(text: str) -> float:
    """Return how Danish the characters above 127 look, on the average."""
    points = 0.0
    count = 0
    for place, char in enumerate(text):
        if char < "\x80":
            continue
        count += 1
        points += _LIKELY.get(char, _UNLIKELY) if not char.isalpha() else _letter(text, place)
    return points / count if count else 0.0


def _letter(text: str, place: int) -> float:
    char = text[place]
    around = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
    if not any(c.isalpha() for c in around):
        return 0.0
    if char.isupper() and text[place - 1 : place].islower():
        # No word has a capital in its middle: "mÜde" is "møde" in the wrong code page.
        return _UNLIKELY
    return _LIKELY.get(char, -1)
