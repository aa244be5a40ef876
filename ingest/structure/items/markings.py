"""The small lines around an item's heading: case numbers, "Åbent punkt"; and what is closed."""

import re
from collections.abc import Iterator, Sequence

from index.danish.calendar import MONTH_PATTERN
from index.danish.case_numbers import find_case_numbers
from ingest.structure.items.badges import (
    IN_CLOSED,
    ITEM,
    NOT_PUBLIC,
    TREATED,
    WHAT,
    WHY,
    has_badge,
    has_badge_as_title,
    is_badge,
    is_weak_badge,
    without_badge,
)
from ingest.structure.items.secrecy import doors, keeps_secret
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.run_on import HEADING_LENGTH
from ingest.structure.layout.vocabulary import part_heading

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
_CLOSED_WORDS = re.compile(
    rf"[(\[]?(?:(?:{ITEM}\s+)?(?:er|var|bliver|blev|gøres|blev\s+gjort)\s+|punkt(?:et)?\s+(?:nr\.?\s*)?(?:\d+\s+)?)?{NOT_PUBLIC}"
    rf"(?:{WHAT}?{WHY}?|\s*(?:dagsordens)?(?:punkt|sag|behandling)(?:\s*\(|\s*[,:–—-]\s).{{2,100}})"
    r"[)\]]?[.:]?",
    re.IGNORECASE,
)
_TREATED_CLOSED = re.compile(rf"{TREATED}{WHY}?\.?|lukkede\s+døre\.?", re.IGNORECASE)
"""Said of the item in which it stands, or below."""
_IS_TO_COME = re.compile(r"\b(?:behandles|drøftes|bliver|skal|vil)\b", re.IGNORECASE)
_OWN_CLOSED = re.compile(
    rf"\b(?:punktet|sagen|dette\s+punkt|denne\s+sag)\b[^.!?]{{1,80}}\b{IN_CLOSED}"
    rf"|^{ITEM}\s+er\s+{NOT_PUBLIC}{WHAT}?(?:{WHY}|[.])",
    re.IGNORECASE,
)
"""A sentence within the text that speaks of the item itself."""
_SAYS_CLOSED = rf"{NOT_PUBLIC}{WHAT}?{WHY}?"
_IS = r"(?:\s*[:=|]\s*|\s+[–—-]\s+|\s*\t\s*)"
_CLOSED_VALUE = re.compile(
    r"(?:(?:"
    r"offentligheds?(?:status|grad)?|offentliggørelse|publicering|synlighed|kategori|behandling"
    r"|(?:punkt|sags?|møde|behandlings|dagsordens(?:punkts?)?)?(?:type|status|form|adgang)"
    r"|åb(?:en|ent)\s*(?:/|-|eller)\s*lukket(?:\s+\w+)?|lukket\s*(?:/|-|eller)\s*åb(?:en|ent)(?:\s+\w+)?"
    r"|åbenhed|adgangs?(?:niveau)?|klassifikation|klassificering|fortrolighed(?:sgrad|sniveau)?|markering|mærkning"
    rf"){_IS}(?:{_SAYS_CLOSED}|{IN_CLOSED}|lp?|internt?|hemmeligt?|undtaget|tavshedspligt|(?:jf\.?\s+)?§\s*10\b.{{0,60}})"
    r"|(?:(?:må\s+|til\s+)?offentligg?(?:øres|ørelse)|offentlighed|åbenhed|publiceres|publicering"
    rf"|(?:åben|åbent|offentligt?){WHAT}?){_IS}(?:nej|ingen|no|false|falsk)"
    rf"|(?:{NOT_PUBLIC}{WHAT}?|fortrolighed){_IS}(?:ja|yes|x|true|sandt?))\.?",
    re.IGNORECASE,
)
"""A label whose value says closed: "Offentlighed: Lukket", "Åbent punkt: Nej", "Lukket: Ja"."""
_OPEN_VALUE = re.compile(rf"{NOT_PUBLIC}{WHAT}?{_IS}(?:nej|no|false|falsk)\.?", re.IGNORECASE)
# Near the heading they speak of the item; alone within a text they may be opening hours.
_MAYBE_HOURS = re.compile(
    r"(?:lukke(?:t|de)|fortrolig(?:t|e)?|closed|internt?)[.:]?", re.IGNORECASE
)
_NUMBER_BEFORE = re.compile(
    r"(?:sags?(?:nr|nummer|id)?|j\.?\s?nr|journal(?:nr|nummer))?[\s.:]*\d[\dA-ZÆØÅ./-]{3,}[\s,;|–—-]+",
    re.IGNORECASE,
)
_CLOSED_IN_TITLE = re.compile(
    # "Lukket punkt: …", "Lukket sag - …", "… (lukket)", "… - lukket punkt"; but "Lukkede
    # afdelinger" and "Evaluering af lukkede institutioner" are open titles about closed things.
    rf"^[(\[]?{NOT_PUBLIC}(?:{WHAT}\b|[)\]]|\s*[:|,–—-]\s|\s*$)"
    # A badge that its format set before the title: "Lukket Salg af grund".
    r"|^(?:lukket|fortroligt?|ikke[\s-]?offentligt?)\s+(?-i:[A-ZÆØÅ][a-zæøå])"
    rf"|[(\[](?:[^()\[\]]{{0,80}}[,;]\s*)?\s*{NOT_PUBLIC}{WHAT}?"
    rf"(?:\s*,?\s*(?:jf|iht|efter|i\s+henhold|§)[^()\[\]]*|[,;][^()\[\]]*)?\s*[)\]]"
    rf"|(?:[.,;:/|*]\s*|\s[–—-]\s*){_SAYS_CLOSED}\s*\.?$"
    rf"|\b{NOT_PUBLIC}\s+(?:dagsordens)?punkt\.?$|^\(L\)\s|\(LP\)\s*$"
    r"|\bfor\s+lukkede\s+døre\b|^lukkede\s+døre\s*[:–—-]|[(\[]\s*tavshedspligt\s*[)\]]"
    # "Salg (punktet er lukket)", "Salg - behandles på lukket møde", "Lukket drøftelse af salg".
    rf"|[(\[]\s*{ITEM}\s+(?:er|bliver|var|blev|holdes)\s+{NOT_PUBLIC}[^()\[\]]*[)\]]"
    rf"|(?:\s[–—-]\s|[,;:(\[]\s*)(?:{ITEM}\s+)?(?:behandle[st]|drøfte[st])\s+{IN_CLOSED}"
    r"|^(?:lukket|fortroligt?)\.\s+(?-i:[A-ZÆØÅ])"
    rf"|^(?:dagsordens)?punkt\s+\d+\s*[:.–—-]?\s*{NOT_PUBLIC}\s*$"
    r"|^(?:lukket|fortrolig)\s+(?:tema)?(?:drøftelse|behandling|orientering|debat)\s+(?:af|om|vedr)",
    re.IGNORECASE,
)
_NAMED = (
    r"\b(?:(?:dagsordens)?punkt(?:et)?|pkt\.?|sag\s+nr\.?|(?:punkter|sager)(?:ne)?:?)\s*(?:nr\.?\s*)?"
    r"(?P<numbers>\d{1,4}(?:\.\d{1,2})?[a-z]?\b(?:\s*(?:,|og|samt|til|[–-])\s*\d{1,4}(?:\.\d{1,2})?[a-z]?\b)*)"
    rf"(?!\.?\s*(?:{MONTH_PATTERN}))"
)
_NAMED_ITEMS = re.compile(_NAMED, re.IGNORECASE)
_NAMED_CLOSED = re.compile(
    rf"for\s+lukkede\s+døre|\b{NOT_PUBLIC}{WHAT}|\b(?:er|var|være|som)\s+{NOT_PUBLIC}\b",
    re.IGNORECASE,
)
_OWN_HINT = re.compile(rf"for\s+lukkede\s+døre|\b{NOT_PUBLIC}{WHAT}?", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\ufeff]")
_LOCK = "🔒"
_TICKED = re.compile(r"(?:[☒☑✓✔🔒]|\[x\])\s*", re.IGNORECASE)
_SPACED = re.compile(r"\w(?:\s{1,3}\w){5,}")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_SENTENCE_REACH = 150
_MOST_IN_RANGE = 60
_NO_SENTENCE = (
    r"(?!.*\b(?:punktet|sagen|dette\s+punkt|denne\s+sag)\b|(?:\w+\s+)?(?:behandle|drøfte)"
    r"|.*\b(?:punkt|punkter|punkterne|pkt|sag\s+nr)\b\.?\s*(?:nr\.?\s*)?\d)"
)
"""A heading over a group; "Punktet blev behandlet for lukkede døre" speaks of one item."""
_CLOSED_GROUP = re.compile(
    rf"(?:{_NO_SENTENCE}.{{0,40}}\bfor\s+lukkede\s+døre|{NOT_PUBLIC}\s+(?:dagsordens)?(?:punkter|sager|dagsorden"
    rf"|del|møde|items)){WHY}?\s*[:.]?",
    re.IGNORECASE,
)
_OPEN_GROUP = re.compile(
    rf"(?:{_NO_SENTENCE}.{{0,40}}\bfor\s+åbne\s+døre|åb(?:en|ne)\s+(?:dagsordens)?"
    r"(?:punkter|sager|dagsorden|del|møde))\s*[:.]?",
    re.IGNORECASE,
)
_CLOSED_DOCUMENT = re.compile(
    rf"{NOT_PUBLIC}\s+(?:dagsorden|referat|protokol|beslutningsprotokol|mødereferat|notat)\b"
    r"|(?:\w*referat|dagsorden|\w*protokol|notat)\s*[,–(-]\s*"
    rf"{NOT_PUBLIC}\)?$|(?:strengt\s+)?fortroligt?\s*[.!]?$",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[–—|;,-]\s+")
_GENERIC = re.compile(
    r"(?:\W|\d|punkt(?:er)?|sag(?:er)?|dagsorden(?:en)?|del(?:en)?|møde(?:t)?|behandling|til|i|den|det|og|lukke(?:t|de))*",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{7,9}")
"""A line that is only a case number of a system that numbers cases serially."""
_META_LENGTH = 120


def is_marking(line: Line) -> bool:
    """Tell whether a line says something about an item without being part of its text."""
    words = _plain(line.text)
    if len(words) > _META_LENGTH:
        return False
    if line.chrome or _LABEL_LINE.match(words) or _OPEN_LINE.fullmatch(words):
        return True
    if _OPEN_VALUE.fullmatch(words):
        return True
    return is_closed_line(line) or bool(case_numbers_of(line))


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
    if _LOCK in words:
        return True
    words = _plain(words)
    if _says_open(words):
        return False
    if any(_CLOSED_VALUE.fullmatch(words[: m.start()]) for m in _DASH.finditer(words)):
        return True
    return _is_closed(words) or _CLOSED_IN_TITLE.search(words) is not None or has_badge(words)


def closes_as_title(title: str) -> bool:
    """Tell whether what surely is the title of an item says that it is closed."""
    if len(title) > HEADING_LENGTH or _says_open(_plain(title)):
        return False
    return closes(title) or has_badge_as_title(_plain(title))


def _says_open(words: str) -> bool:
    """Tell whether a label says that nothing is closed: "Lukket: Nej – Salg af grund"."""
    firsts = (words[: cut.start()] for cut in _DASH.finditer(words))
    return any(map(_OPEN_VALUE.fullmatch, [words, *firsts]))


def is_openness(line: Line) -> bool:
    """Tell whether a line says only that an item is open or closed."""
    words = _plain(line.text)
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
    words = _plain(line.text)
    if len(words) > _META_LENGTH or not (_is_closed(words) or _each_closed(words)):
        return False
    return not named or not (_MAYBE_HOURS.fullmatch(words) or is_weak_badge(words))


def _each_closed(words: str) -> bool:
    """Tell whether every sentence of a line says it: "Lukket sag. Behandlet for lukkede døre."."""
    said = re.split(r"(?<=[.!])\s+", words)
    return len(said) > 1 and all(_is_closed(one) for one in said)


def is_closed_words(words: str) -> bool:
    """Tell whether the words of a part say only that something is closed."""
    return _is_closed(_plain(words))


def says_closed(line: Line) -> bool:
    """Tell whether a line in the text of an item says that the item is closed."""
    if is_closed_line(line, named=True) or keeps_secret(line.text) or doors(line.text):
        return True
    if _opens_closed(line.text):
        return True
    return any(_OWN_CLOSED.search(part) for part in _sentences(line.text, _OWN_HINT))


def _opens_closed(text: str) -> bool:
    """Tell whether the first sentence of a line says only that the item is closed.

    Whatever is said behind it: "Lukket punkt. Protokollen ligger hos sekretariatet."
    """
    first, parted, _ = text.partition(". ")
    words = _plain(first)
    if not parted or _MAYBE_HOURS.fullmatch(words) or is_weak_badge(words):
        return False
    return _is_closed(words)


def speaks_both_ways(line: Line) -> bool:
    """Tell whether a closing line between two items may speak of the one above as well."""
    words = _plain(line.text)
    if _CLOSED_VALUE.fullmatch(words):
        return line.blank_after or not line.blank_before
    return _TREATED_CLOSED.fullmatch(words) is not None


def speaks_of_the_past(line: Line) -> bool:
    """Tell whether a line says that an item was treated as closed: never of the next one."""
    words = _plain(line.text)
    if line.blank_before and not line.blank_after:  # right over the next heading
        return False
    if _TREATED_CLOSED.fullmatch(words) is None or _IS_TO_COME.search(words):
        return False
    return re.match(ITEM, words, re.IGNORECASE) is not None


def closed_numbers(line: Line) -> frozenset[str]:
    """Return the numbers of the items that a sentence says are closed: "punkt 5 og 7"."""
    found: set[str] = set()
    for sentence in _sentences(line.text, _NAMED_CLOSED):
        for match in _NAMED_ITEMS.finditer(sentence):
            found.update(_numbers(match["numbers"]))
    return frozenset(found)


def _numbers(words: str) -> Iterator[str]:
    for match in re.finditer(r"(\d+)\s*(?:til|[–-])\s*(\d+)\b", words):
        first, last = int(match[1]), int(match[2])
        yield from map(str, range(first, min(last, first + _MOST_IN_RANGE) + 1))
    yield from re.findall(r"\d+(?:\.\d+)?[a-z]?", words.lower())


def _sentences(text: str, hint: re.Pattern[str]) -> Iterator[str]:
    """Yield the sentences around each match, as far as they are of a sentence's length."""
    for match in hint.finditer(text):
        start, end = max(0, match.start() - _SENTENCE_REACH), match.end() + _SENTENCE_REACH
        before = [m.end() for m in _SENTENCE_END.finditer(text, start, match.start())]
        after = _SENTENCE_END.search(text, match.end(), end)
        yield text[before[-1] if before else start : after.start() + 1 if after else end]


def _is_closed(words: str) -> bool:
    if _OPEN_VALUE.fullmatch(words):
        return False
    bare = _NUMBER_BEFORE.sub("", words, count=1) if _NUMBER_BEFORE.match(words) else words
    return (
        is_badge(bare)
        or is_weak_badge(bare)
        or any(
            pattern.fullmatch(bare)
            for pattern in (_CLOSED_WORDS, _TREATED_CLOSED, _CLOSED_VALUE, _MAYBE_HOURS)
        )
    )


def _plain(text: str) -> str:
    """Return the words of a line without marks, emphasis, ticked boxes and letter-spacing."""
    if len(text) > HEADING_LENGTH:
        return without_mark(text)
    words = _INVISIBLE.sub("", without_mark(text)).strip()
    words = _TICKED.sub("", words.strip("*_ "))
    if _SPACED.fullmatch(words):
        words = re.sub(r"(?<=\S)\s(?=\S)", "", words)
    return re.sub(r"\s+", " ", words) if "\t" not in words else words


def declares_closed(lines: Sequence[Line]) -> bool:
    """Tell whether the head of a document says that all of it is closed."""
    words = [without_mark(line.text) for line in lines if line.short]
    if any(_OPEN_GROUP.fullmatch(w) for w in words):
        return False
    return any(_CLOSED_DOCUMENT.match(w) for w in words)


def group(line: Line) -> bool | None:
    """Return `True` for a heading over closed items, `False` over open ones, `None` otherwise."""
    words = _plain(line.text)
    if len(words) > _META_LENGTH or part_heading(words) is not None:
        return None
    if _CLOSED_VALUE.fullmatch(words):
        return None  # "Behandling: For lukkede døre", of one item
    if (shut := doors(words)) is not None:
        return shut
    if _CLOSED_GROUP.fullmatch(words):
        # "2. Salg af grund - for lukkede døre" is an item, and speaks of itself alone.
        is_heading = not has_badge(words) or _GENERIC.fullmatch(without_badge(words)) is not None
        return True if is_heading else None
    return False if _OPEN_GROUP.fullmatch(words) else None
