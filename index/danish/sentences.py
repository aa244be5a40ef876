"""Sentences of minutes, each a quotation that can stand by itself.

Minutes are half prose, half layout: *at*-clauses a line each, bullets, labels without a full stop,
lines broken where the page ended. So a text is first cut where its layout says so, and the pieces
then at full stops that end a sentence; *bl.a.*, *kl. 17*, *6. december* and *mio. kr.* do not.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from index.danish.calendar import MONTH_PATTERN
from index.danish.folding import fold
from index.spans import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LONGEST = 800
"""Characters. What is longer has no punctuation to go by, and is cut at a line or a word."""

_NEVER_LAST = _words(
    """
    adm afd alm ang bekg bl.a ca cand chr cirk dir div dr dvs ekskl f.eks fhv forts fru frk fx gl
    hhv hr ifm ift iht incl inkl ing j.nr jf jfr jnr jvf kap kl lb lbnr lektor lovbek mag maks max
    mht min nr nuv omkr p.g.a pga pkt prof pr p.t pt resp sagsnr sagnr sct skt sml s.u t.o.m tidl
    tlf vedr vha e.g i.e mr mrs ms approx cf vs jan feb febr mar apr aug sept sep okt nov dec
    """
)
"""Abbreviations, folded, without their last full stop, after which a sentence goes on."""

_MAYBE_LAST = _words(
    """
    kr mio mia mill pct stk m.v mv m.m mm m.fl mfl osv o.s.v etc o.l ol o.a oa o.lign evt mdr
    tkr t.kr e.l el i.f.m s d
    """
)
"""Those after which a capital begins a new sentence, and anything else goes on."""

_RULE = r"[ \t\xa0]*(?:[-–—_=*~][ \t]?){4,}[ \t\xa0]*\r?(?:\n|\Z)"
_GAP = re.compile(rf"(?:\A|\n)(?:[ \t\xa0\r]*\n|{_RULE})+[ \t\xa0\r]*|\f")
"""Between paragraphs: lines left empty, or drawn across."""
_CARRIED_OVER = re.compile(r"[^\n]{50}[\wæøå,]\s*$")
_CARRIED_ON = re.compile(r"(?!at\b)[a-zæøå]{2,}")
"""A sentence that a page's end cut in two: a full line without a full stop, then a small letter."""
_MARKER = re.compile(
    r"[ \t]*(?:[•·▪●○◦‣*–—-][ \t]+|[•·▪●]|\(?\d{1,2}[.)][ \t]|\(?[a-zæøå]\)[ \t]|at\b(?=[ \t]))"
)
_DAY = re.compile(rf"[ \t]*\d{{1,2}}\.[ \t]+(?:{MONTH_PATTERN})\b", re.IGNORECASE)
_BEFORE_A_DAY = re.compile(
    r"\b(?:fra|til|den|d\.|pr\.|og\s+med|inden|senest|efter|før|indtil|siden|på)\s*$", re.IGNORECASE
)
"""A line that broke before its day: "fra", and below it "1. januar 2020"."""
_INLINE_BULLET = re.compile(r"(?<![ \t])[ \t]+(?=[•▪●‣][ \t]*\S)")
_ONLY_MARKER = re.compile(r"[ \t]*(?:[•·▪●○◦‣*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]*")
_LEADS_TO_CLAUSES = re.compile(
    r"(?:indstill|anbefal|foresl|beslutt|godkend|recommend)\w*[^.!?]{0,80}[,:]?\s*$|[:]\s*$", re.I
)
_CLAUSE = re.compile(r"\s*at\b")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’»')\]]*(?=\s|$)|(?<=[a-zæøå]{3})\.(?=[A-ZÆØÅ][a-zæøå])")
_WORD_BEFORE = re.compile(r"[\w§]+(?:\.\w+)*$")
_STARTS_SENTENCE = re.compile(r"\s*[\"“”»('\[–-]*\s*(?:[A-ZÆØÅ0-9§•]|$)")
_VISIBLE = re.compile(r"\S")
_ONLY_BRACKETS = re.compile(r"[ \t(\[]*")
_OPENING = ("(", "[")
_ENDS = re.compile(r"[.!?:;…][\"”’»')\]]*\s*$")
_GOES_ON = re.compile(r"[,–/(-]\s*$")
_REMEMBERED_UP_TO = 4_000
"""Characters of a text whose sentences stay known for a while: of a passage, not of a document."""
_LONGEST_WORD = 60
"""Characters before a full stop in which its word is looked for."""
_LINE_TAIL = 200
"""Characters at the end of a line that tell how the next one goes on."""
_FULL_LINE = 0.7
"""Of the longest line of a paragraph: a shorter one was not broken because the page ended."""
_SHORTEST_PARAGRAPH_LINE = 50
"""Characters that the longest line must have for line ends to be taken for page ends."""


def sentences(text: str, *, among: Callable[[str], bool] | None = None) -> tuple[Span, ...]:
    """Return the sentences of `text`, in order, without white space at either end.

    They do not overlap, and every letter and digit lies in one of them.

    Args:
        text: Words as they stand in a document.
        among: Tells of which paragraphs they are wanted, which saves cutting the others.
    """
    if among is None and len(text) <= _REMEMBERED_UP_TO:
        return _remembered(text)
    return _cut(text, among)


def _cut(text: str, among: Callable[[str], bool] | None = None) -> tuple[Span, ...]:
    return tuple(
        piece
        for paragraph in _paragraphs(text)
        if among is None or among(paragraph.of(text))
        for block in _blocks(text, paragraph)
        for sentence in _split(text, block)
        for piece in _short_enough(text, sentence)
    )


_remembered = lru_cache(maxsize=512)(_cut)
"""A reply looks at the same passages again and again, each time for something else."""


def ends_in_abbreviation(text: str) -> bool:
    """Tell whether the full stop at the end is that of an abbreviation, such as "kr."."""
    last = text.rpartition(" ")[2]
    return last.endswith(".") and fold(last[:-1]) in _NEVER_LAST | _MAYBE_LAST


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for gap in _GAP.finditer(text):
        above = text[max(start, gap.start() - _LINE_TAIL) : gap.start()]
        if _CARRIED_OVER.search(above) and _CARRIED_ON.match(text, gap.end()):
            continue
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _blocks(text: str, paragraph: Span) -> Iterator[Span]:
    """Cut a paragraph where a line begins something new: a clause, a point, a label's figure."""
    lines = [
        Span(paragraph.start + line.start(), paragraph.start + line.end())
        for line in re.finditer(r"[^\n\r]+", paragraph.of(text))
        if line[0].strip()
    ]
    if not lines:
        return
    longest = max(len(line) for line in lines)
    start = lines[0].start
    for above, below in pairwise(lines):
        if _breaks(text, start, above, below, longest):
            yield from _without_inline_bullets(text, Span(start, above.end))
            start = below.start
    yield from _without_inline_bullets(text, Span(start, lines[-1].end))


def _breaks(text: str, block: int, above: Span, below: Span, longest: int) -> bool:
    """Tell whether something new begins between two lines of the block that starts at `block`."""
    if _ONLY_MARKER.fullmatch(text, above.start, above.end):
        return False
    tail = text[max(above.start, above.end - _LINE_TAIL) : above.end]
    if _CLAUSE.match(text, below.start, below.end):
        if _CLAUSE.match(text, block, above.end):
            return True
        return bool(_LEADS_TO_CLAUSES.search(tail) or _ENDS.search(tail))
    if _BEFORE_A_DAY.search(tail) and _DAY.match(text, below.start, below.end):
        return False
    if _MARKER.match(text, below.start, below.end) or tail.rstrip().endswith(":"):
        return True
    if not _STARTS_SENTENCE.match(text, below.start, below.end) or _GOES_ON.search(tail):
        return False
    broken_by_page = longest >= _SHORTEST_PARAGRAPH_LINE and len(above) >= _FULL_LINE * longest
    return not broken_by_page


def _without_inline_bullets(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for bullet in _INLINE_BULLET.finditer(text, block.start, block.end):
        yield Span(start, bullet.start())
        start = bullet.end()
    yield Span(start, block.end)


def _split(text: str, block: Span) -> Iterator[Span]:
    """Cut a block at the full stops that end a sentence."""
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if _ends_sentence(text, start, stop, block.end):
            yield from _trimmed(text, Span(start, stop.end()))
            start = stop.end()
    yield from _trimmed(text, Span(start, block.end))


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    if not _STARTS_SENTENCE.match(text, stop.end(), end):
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    word = _WORD_BEFORE.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start())
    if word is None:
        return True
    folded = fold(word[0])
    if folded in _NEVER_LAST or _is_initial(word[0]):
        return False
    beyond = _VISIBLE.search(text, stop.end(), end)
    following = beyond[0] if beyond else ""
    if folded in _MAYBE_LAST:
        return not (following.isdigit() or following in _OPENING)  # "4 kr. (2024)"
    if word[0].isdigit():
        return _number_ends_sentence(text, start, word, following)
    return True


def _number_ends_sentence(text: str, start: int, word: re.Match[str], following: str) -> bool:
    """Tell whether the full stop after a number ends a sentence.

    It does not after the number of a point ("1. Cykelsti"), nor in a date ("1. 2. 2019").
    """
    leads = _ONLY_BRACKETS.fullmatch(text, start, word.start()) is not None
    return not (leads and len(word[0]) <= 2) and not (following.isdigit() and len(word[0]) <= 2)


def _is_initial(word: str) -> bool:
    return all(len(part) == 1 for part in word.split(".")) and word[-1].isupper()


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    words = span.of(text)
    kept = words.strip()
    if kept:
        start = span.start + len(words) - len(words.lstrip())
        yield Span(start, start + len(kept))


def _short_enough(text: str, sentence: Span) -> Iterator[Span]:
    """Cut what is longer than any sentence at its last line or word within the length."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        within = text[start : start + LONGEST]
        cut = max(within.rfind("\n"), within.rfind("; "), 0) or within.rfind(" ")
        if cut <= 0:
            cut = LONGEST
        yield from _trimmed(text, Span(start, start + cut + 1))
        start += cut + 1
        while start < sentence.end and text[start].isspace():
            start += 1
    if start < sentence.end:
        yield Span(start, sentence.end)
