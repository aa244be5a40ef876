"""The small lines around an item's heading: case numbers, "Åbent punkt"; and what is closed."""

import re
from collections.abc import Sequence

from index.danish.case_numbers import find_case_numbers
from ingest.structure.lines import HEADING_LENGTH, Line, without_mark

_LABEL_LINE = re.compile(
    r"(?:sags?initialer|initialer|sagsbehandler|sagsforløb|sagsansvarlig|forvaltning|afdeling"
    r"|offentlighed|status|åbenhed|type|punkttype|sagstype|behandlingstype|dagsordenspunkt|emne"
    r"|(?:sag(?:s|en?s)?|journal|j|brev|dok|dokument|esdh)[\s.-]*(?:nr|nummer|id)\b)\s*[.:]",
    re.IGNORECASE,
)
_OPEN_LINE = re.compile(
    r"[(\[]?åb(?:en|ent|ne)(?:\s+(?:punkt(?:er)?|sag(?:er)?|dagsorden(?:spunkter)?|møde))?[)\]]?",
    re.IGNORECASE,
)
_NOT_PUBLIC = (
    r"(?:lukke(?:t|de)|fortrolig(?:t|e)?|ikke[\s-]?offentlig(?:t|e)?|closed"
    r"|ikke[\s-]?åb(?:en|ent|ne))"
)
_WHAT = (
    r"(?:\s+(?:dagsordens)?(?:punkt(?:er)?|sag(?:er)?|dagsorden|møde|del|behandling|item|session))"
)
_CLOSED_LINE = re.compile(
    rf"[(\[]?(?:(?:punktet|sagen|mødet)\s+(?:er|var|blev)\s+)?{_NOT_PUBLIC}{_WHAT}?"
    rf"(?:\s*,?\s*(?:jf|i\s+henhold\s+til).{{2,60}})?[)\]]?[.:]?",
    re.IGNORECASE,
)
_TREATED_CLOSED = re.compile(
    r"(?:punktet|sagen)\s+(?:er|var|bliver|blev|behandles|drøftes|behandledes|drøftedes)"
    r"(?:\s+(?:behandlet|drøftet))?\s+for\s+lukkede\s+døre(?:\s*,?\s*jf.{2,60})?\.?",
    re.IGNORECASE,
)
"""Said within an item, of that item."""
_CLOSED_IN_TITLE = re.compile(
    # "Lukket punkt: …", "Lukket sag - …", "… (lukket)", "… - lukket punkt"; but "Lukkede
    # afdelinger" and "Evaluering af lukkede institutioner" are open titles about closed things.
    rf"^[(\[]?{_NOT_PUBLIC}(?:{_WHAT}\b|[)\]]|\s*[:–-]\s|\s*$)"
    rf"|[(\[]\s*{_NOT_PUBLIC}{_WHAT}?\s*[)\]]|\s[–-]\s*{_NOT_PUBLIC}{_WHAT}?\s*$"
    r"|\bfor\s+lukkede\s+døre\b",
    re.IGNORECASE,
)
_NO_SENTENCE = r"(?!.*\b(?:punktet|sagen)\b)"
"""A heading over a group; "Punktet blev behandlet for lukkede døre" speaks of one item."""
_CLOSED_GROUP = re.compile(
    rf"(?:{_NO_SENTENCE}.{{0,40}}\bfor\s+lukkede\s+døre|{_NOT_PUBLIC}\s+(?:dagsordens)?(?:punkter|sager|dagsorden"
    r"|del|møde|items))\s*[:.]?",
    re.IGNORECASE,
)
_OPEN_GROUP = re.compile(
    rf"(?:{_NO_SENTENCE}.{{0,40}}\bfor\s+åbne\s+døre|åb(?:en|ne)\s+(?:dagsordens)?"
    r"(?:punkter|sager|dagsorden|del|møde))\s*[:.]?",
    re.IGNORECASE,
)
_CLOSED_DOCUMENT = re.compile(
    rf"{_NOT_PUBLIC}\s+(?:dagsorden|referat|protokol|beslutningsprotokol|mødereferat|notat)\b"
    r"|(?:\w*referat|dagsorden|\w*protokol|notat)\s*[,–(-]\s*"
    rf"{_NOT_PUBLIC}\)?$|(?:strengt\s+)?fortroligt?\s*[.!]?$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{7,9}")
"""A line that is only a case number of a system that numbers cases serially."""
_META_LENGTH = 120


def is_marking(line: Line) -> bool:
    """Tell whether a line says something about an item without being part of its text."""
    words = without_mark(line.text)
    if len(words) > _META_LENGTH:
        return False
    if line.chrome or _LABEL_LINE.match(words) or _OPEN_LINE.fullmatch(words):
        return True
    return _CLOSED_LINE.fullmatch(words) is not None or bool(case_numbers_of(line))


def case_numbers_of(line: Line) -> tuple[str, ...]:
    """Return the case numbers of a line that holds little else."""
    if len(line.text) > _META_LENGTH:
        return ()
    if _BARE_NUMBER.fullmatch(line.text):
        return (line.text,)
    found = find_case_numbers(line.text)
    if not found:
        return ()
    rest = line.text
    for span, _ in reversed(found):
        rest = rest[: span.start] + rest[span.end :]
    words = re.findall(r"[a-zæøå]{2,}", rest, re.IGNORECASE)
    opening = re.findall(r"[a-zæøå]{2,}", line.text[: found[0][0].start], re.IGNORECASE)
    if line.text[: found[0][0].start].strip() and len(opening) <= 2:  # "Sagsnr. 20/12. Bilag: …"
        return tuple(number for _, number in found)
    is_sentence = line.text.rstrip().endswith((".", "?")) and len(words) > 2
    return () if is_sentence or len(words) > 9 else tuple(number for _, number in found)


def closes(words: str) -> bool:
    """Tell whether a title or a marking line says that the item is closed."""
    if len(words) > HEADING_LENGTH:
        return False
    return bool(_CLOSED_LINE.fullmatch(words) or _CLOSED_IN_TITLE.search(words))


def is_openness(line: Line) -> bool:
    """Tell whether a line says only that an item is open or closed."""
    words = without_mark(line.text)
    return is_closed_line(line) or (
        len(words) <= _META_LENGTH and _OPEN_LINE.fullmatch(words) is not None
    )


def is_closed_line(line: Line, *, named: bool = False) -> bool:
    """Tell whether a line says only that something is closed.

    Args:
        line: Any line.
        named: Anywhere within an item, and so only where it says what: "Lukket punkt", for
            "Lukket" alone may be opening hours.
    """
    words = without_mark(line.text)
    if named and len(words) <= _META_LENGTH and _TREATED_CLOSED.fullmatch(words):
        return True
    if len(words) > _META_LENGTH or _CLOSED_LINE.fullmatch(words) is None:
        return False
    return not named or len(words.split()) > 1


def declares_closed(lines: Sequence[Line]) -> bool:
    """Tell whether the head of a document says that all of it is closed."""
    words = [without_mark(line.text) for line in lines if line.short]
    if any(_OPEN_GROUP.fullmatch(w) for w in words):
        return False
    return any(_CLOSED_DOCUMENT.match(w) for w in words)


def group(line: Line) -> bool | None:
    """Return `True` for a heading over closed items, `False` over open ones, `None` otherwise."""
    words = without_mark(line.text)
    if len(words) > _META_LENGTH:
        return None
    if _CLOSED_GROUP.fullmatch(words):
        return True
    return False if _OPEN_GROUP.fullmatch(words) else None
