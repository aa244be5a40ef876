"""What a body is asked to decide: where the recommendation begins, and its *at*-clauses."""

import re
from collections.abc import Iterator, Sequence

from index.spans import Span
from ingest.structure.layout.lines import Line
from ingest.structure.layout.run_on import BULLET

_TO_WHOM = r"(?:\s+(?:til|over\s?for)\s+[^.,:;\n]{3,100})?"
_SUBJECT = r"[A-ZÆØÅ][^.!?:;\n]{1,90}?"
_RECOMMENDS = re.compile(
    rf"(?:^|(?<=[.!?:;)]\s))(?P<all>(?:Det|{_SUBJECT})\s+(?:indstiller|indstilles)(?:\s+det)?(?:\s+derfor)?"
    rf"{_TO_WHOM}\s*[,:;]?\s*(?:(?:at|1[.)]|følgende)\b|$))"
)
"""A sentence that opens a recommendation; the subject comes first, as in the formula."""
_LEAD = re.compile(
    r"(?:indstill(?:er|es)|anbefal(?:er|es)|foreslå(?:r|s)|indstilling\s+om)\b[^\n]{0,160}?"
    r"(?:[,:;]\s*|\s+)(?=at\b)",
    re.IGNORECASE,
)
_LEAD_ONLY = re.compile(
    r".{0,160}\b(?:indstill(?:er|es|ing\s+om)|anbefal(?:er|es)|foreslå(?:r|s))\b[^.]{0,120}[,:;]?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\d{1,2}|[a-zæøå])[.)]\s+|\(\d{1,2}\)\s+")
_AT = re.compile(r"at\b", re.IGNORECASE)
_LED_BY_AT = re.compile(r"\bat\s*:?\s*$", re.IGNORECASE)
_NEXT_INLINE = re.compile(
    r"(?:[,;]\s*|\s+)(?:og|samt)\s+(?=at\b)|;\s*(?=at\b)|,\s+(?=at\b)"
    r"|(?:[,;.]\s*|\s+)(?:(?:og|samt)\s+)?\(?(?:\d{1,2}|[b-h])[.)]\s*(?=at\b)"
)
_FIRST_INLINE = re.compile(r"\(?(?:1|a)[.)]\s*(?=at\b)")
_NUMBERED = re.compile(r"at:?\s*\(?(?P<mark>1[.)]|a\))\s+", re.IGNORECASE)
"""One "at" over several numbered clauses: "at 1) planen godkendes, 2) der afsættes"."""
_TAKES_A_CLAUSE = re.compile(
    r"(?:\w+er|efterretning|orientering|enighed|sådan|således|forudsætning|for|om|på|af|med|til"
    r"|betingelse|det\s+\w+es|idet|så|henblik\s+på|\bat\s+(?:godkende|beslutte|anbefale|tiltræde|vedtage|indstille|meddele"
    r"|sikre|oplyse|forudsætte|foreslå|bekræfte|konstatere|præcisere|tilkendegive|arbejde\s+for))$",
    re.IGNORECASE,
)
"""What stands before ", at" when the clause belongs to it, and is not the next recommendation."""
_ADDRESSED = re.compile(
    r"\s*at\s+(?:[^\s,;]+,?\s+){0,6}?(?:anbefaler|indstiller|foreslår|meddeler|anmoder|opfordrer|pålægger|tilkendegiver|henstiller)"
    r"(?:\s+(?:det\s+)?(?:over\s?for|til))?(?:\s+(?!at\b)[^\s,;]+){0,7}?"
    r"(?:\s+at\s+(?:godkende|vedtage|beslutte|tiltræde|anbefale|indstille))?\s*[,:]?\s*",
    re.IGNORECASE,
)
"""A clause that only says whom something is recommended to; what that is stands in the next."""
_NESTED = re.compile(_ADDRESSED.pattern + r"at\b", re.IGNORECASE)
"""A clause with the one that belongs to it; those joined to that belong to it as well."""
_OWN_SUBJECT = re.compile(
    r"at\s+(?:[\wæøå-]*(?:udvalget|rådet|nævnet|bestyrelsen|gruppen|direktionen|forvaltningen)"
    r"|administrationen|sekretariatet)\b",
    re.IGNORECASE,
)
_SHORTEST = 20
"""Characters. A shorter *at*-clause ("at det godkendes") governs the one after it."""
_TAIL = re.compile(r"[\s,;]*(?:\b(?:og|samt))?[\s,;]*$")


def recommendation_in(words: str) -> int | None:
    """Return where in a line a recommendation opens ("Administrationen indstiller, at …")."""
    match = _RECOMMENDS.search(words.capitalize() if words.isupper() else words)
    return match.start("all") if match else None


def recommendation_end(lines: Sequence[Line], first: int, end: int) -> int:
    """Return the line after a recommendation that begins on `first` inside other text."""
    place = first + 1
    opening = lines[first].text.rstrip()
    lead_is_open = _LEAD_ONLY.fullmatch(opening) is not None and not opening.endswith(".")
    while place < end:
        line = lines[place]
        if is_clause(line.text) or not line.blank_before or lead_is_open:
            lead_is_open = False
        else:
            break
        place += 1
    return place


def is_clause(words: str) -> bool:
    """Tell whether a line is one clause of a list of recommendations."""
    return bool(_AT.match(words) or BULLET.match(words) or _NUMBER.match(words))


def clauses(text: str, lines: Sequence[Line], body: Span) -> tuple[Span, ...]:
    """Return the *at*-clauses of a recommendation's text, or the whole where there are none.

    Args:
        text: The document's.
        lines: Those that lie in `body`.
        body: The recommendation, heading excluded.
    """
    starts = list(_listed(lines, body))
    if not starts:
        starts = list(_inline(text, body))
    if not starts:
        return tuple(_whole(lines, body))
    ends = [*(start for start, _ in starts[1:]), body.end]
    found = (
        _trim(text, at, min(end, _block_end(lines, at, end)))
        for (_, at), end in zip(starts, ends, strict=True)
    )
    return tuple(span for span in found if len(span) > 0)


def _listed(lines: Sequence[Line], body: Span) -> Iterator[tuple[int, int]]:
    """Yield, for each clause with a line of its own, where its mark and its words begin."""
    marked = [line for line in lines if line.span.start >= body.start]
    at_lines = [line for line in marked if _AT.match(_unmarked(line.text)[1])]
    before, led = "", False
    for line in marked:
        length, words = _unmarked(line.text)
        if not words or (not length and not _AT.match(words)):
            led = led or _LED_BY_AT.search(words) is not None
            continue
        # Where clauses begin with "at", other list marks are points under one of them.
        is_point = not _NUMBER.match(line.text) or len(at_lines) > 1
        first = led and not before  # "Det indstilles, at:" is its "at"
        if at_lines and not _AT.match(words) and is_point and not first:
            continue
        if not _ADDRESSED.fullmatch(before):
            yield line.span.start, line.span.start + length
        before = words


def _unmarked(words: str) -> tuple[int, str]:
    bullet = BULLET.match(words)
    length = bullet.end() if bullet else 0
    number = _NUMBER.match(words, length)
    length = number.end() if number else length
    return length, words[length:]


def _inline(text: str, body: Span) -> Iterator[tuple[int, int]]:
    """Yield the clauses of one sentence: "indstiller, at A, at B og at C"."""
    lead = _LEAD.search(text, body.start, body.end)
    place = lead.end() if lead else body.start
    first = _FIRST_INLINE.match(text, place)
    place = first.end() if first else place
    if not _AT.match(text, place):
        return
    if (counted := _NUMBERED.match(text, place, body.end)) is not None:
        yield from _by_number(text, counted, body.end)
        return
    yield place, place
    begin = place
    stop = _sentence_end(text, place, body.end)
    for match in _NEXT_INLINE.finditer(text, place, stop):
        before = text[begin : match.start()]
        joined = match.group().strip(" ,;\n") != ""
        if not joined and (len(before) < _SHORTEST or _leads_on(before)):
            continue
        numbered = any(mark.isdigit() or mark == ")" for mark in match.group())
        own = numbered or _OWN_SUBJECT.match(text, match.end()) is not None
        if not own and _NESTED.match(before):
            continue
        yield match.start(), match.end()
        begin = match.end()


def _by_number(text: str, first: re.Match[str], end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses that stand behind one "at", each with its number."""
    yield first.start(), first.end()
    number = 2
    place = first.end()
    while True:
        mark = f"{number}[.)]" if first["mark"][0] == "1" else rf"{chr(ord('a') + number - 1)}\)"
        found = re.compile(rf"[,;.]?\s+(?:(?:og|samt)\s+)?\(?{mark}\s+").search(text, place, end)
        if found is None:
            return
        yield found.start(), found.end()
        place, number = found.end(), number + 1


def _leads_on(before: str) -> bool:
    """Tell whether a clause is not complete, so that the "at" behind it belongs to it."""
    return bool(_TAKES_A_CLAUSE.search(before) or _ADDRESSED.fullmatch(before))


def _sentence_end(text: str, start: int, end: int) -> int:
    match = re.compile(r"(?<=[a-zæøå0-9)])\.(?=\s+[A-ZÆØÅ])").search(text, start, end)
    return match.end() if match else end


def _block_end(lines: Sequence[Line], at: int, end: int) -> int:
    """Return where the clause that starts at `at` ends: before a paragraph that is no clause."""
    inside = [line for line in lines if at <= line.span.start < end]
    for line in inside:
        if line.blank_before and not is_clause(line.text):
            return line.span.start
    return end


def _trim(text: str, start: int, end: int) -> Span:
    tail = _TAIL.search(text, start, end)
    stop = tail.start() if tail else end
    return Span(start, max(start, stop))


def _whole(lines: Sequence[Line], body: Span) -> Iterator[Span]:
    words = [line for line in lines if line.span.start >= body.start and not line.chrome]
    if words and _LEAD_ONLY.fullmatch(words[0].text) and len(words) > 1:
        words = words[1:]
    if words:
        yield Span(words[0].span.start, words[-1].span.end)
    elif len(body):
        yield body
