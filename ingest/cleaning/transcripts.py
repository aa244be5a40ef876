"""Transcripts of printed papers as viewers of PDF files show them: every page is one line.

"3 Den 4. maj 1999 VEJUDVALGET SAG NR. 1 NY BRO INDSTILLING at broen bygges. BESLUTNING Udsat." is a
page. The lines that it had are told by what stood on lines of its own: capitals, names of parts,
numbers of items. Nothing is changed but white space, and what the viewer put around the pages.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from index.danish.calendar import MONTH_NUMBERS
from ingest.cleaning.edits import Edit

VIEWER = "frame of a document viewer"
_PARTED = "space"
_TRANSCRIPT = re.compile(r"^[ \t]*(?:Transkript|Transcript(?:ion)?)[ \t]*$", re.MULTILINE)
_PAGE = re.compile(r"^(?P<number>\d{1,4})[ \t]+(?=\S)", re.MULTILINE)
_FRAME = re.compile(
    r"^[ \t]*(?:Størrelse:\s*px|Starte\s+visningen\s+fra\s+side:?"
    r"|Save\s+this\s+PDF\s+as:|WORD(?:[ \t]+(?:PNG|TXT|JPG))+"
    r"|Relaterede\s+dokumenter|(?:-[ \t]*)?Visninger:.*"
    r"|(?:-[ \t]*)?\d+\s+(?:år|måneder|dage)\s+siden|\|)[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_DOWNLOAD = re.compile(r"^[ \t]*Download[ \t]+\"(?P<title>[^\n]{3,400})\"[ \t]*$", re.MULTILINE)
_SAME = 30
"""Characters in which the two titles that a viewer prints agree, if they are of one paper."""
_FEWEST_CAPITALS = 8
"""Letters of a heading in capitals; fewer are an abbreviation, unless a part is called so."""
_MONTHS = frozenset(name.upper() for name in MONTH_NUMBERS)
_PARTS = (
    r"(?:RESUM[EÉ]|BAGGRUND(?:\s+FOR\s+SAGENS\s+FREMLÆGGELSE)?|SAGSFREMSTILLING|ØKONOMI(?:SKE\s+KONSEKVENSER)?|KONSEKVENSER"
    r"|(?:[A-ZÆØÅ-]+S\s+)?(?:INDSTILLING(?:ER)?|BESLUTNING(?:ER)?|KONKLUSION(?:ER)?|ANBEFALING(?:ER)?)|POLITISK\s+BEHANDLING"
    r"|BILAG(?:SFORTEGNELSE)?|INDHOLDSLISTE|INDHOLDSFORTEGNELSE|MEDLEMMER|DELTAGERE|AFBUD|FRAVÆRENDE|MØDETIDSPUNKT|MØDESTED)"
)
_INNER = re.compile(
    rf"(?<=\s)SAG\s+NR\.|(?<=[^S\s]\s){_PARTS}(?=\s+DEN\s+\d|\s*:?$)"
    r"|(?:(?<=^BESLUTNINGER\s)|(?<=^DAGSORDEN\s)|(?<=^REFERAT\s)|(?<=^KONKLUSIONER\s)|(?<=^PROTOKOL\s))\S"
    r"|(?<=\s)(?<!OG\s)[A-ZÆØÅ]+(?:UDVALGET|RÅDET|BESTYRELSEN|DIREKTIONEN)$"
)
"""Where a heading begins in a row of capitals that holds two."""
_ALONE = re.compile(rf"{_PARTS}:?")
_TOKEN = re.compile(r"\S+")
_NUMBER = re.compile(r"\d{1,2}[.:]")
_SMALL_PART = re.compile(
    r"(?<=[.!?:)”\"]\s)(?:Resum[eé]|Baggrund|Sagsfremstilling|Indstilling|Beslutning|Konklusion|Økonomi|Bilag)"
    r":?(?P<behind>\s+)(?=[A-ZÆØÅ(\"”0-9])"
)
"""The name of a part between two sentences."""
_DATED = re.compile(
    r"(?<=\s)[A-ZÆØÅ](?:[\wæøå-]|\s(?=[a-zæøå])){3,80}s\s+beslutning\s+(?:den|d\.)\s+\d{1,2}\.\s+[a-z]+\s+\d{4}\s*:"
    r"(?P<behind>\s+)"
)
_MISSED = re.compile(
    r"\bved\s+(?:sag|punkt|pkt\.)\s+(?:nr\.\s+)?[\d, –-]{0,20}\d(?P<behind>\s+)"
    r"(?=[A-ZÆØÅ][\wæøå.-]+\s+[A-ZÆØÅ])"
)
"""Who was away for an item, in a list without commas: "Ib Krog ved sag 2 Maja Dam ved sag 4-5"."""
_CASE_NUMBER = re.compile(r"^\(\d[\d-]{4,}\)(?P<behind>\s+)(?=\d{1,2}\.\s)")
_LABEL = re.compile(
    r"(?<=\s)(?:(?:Medlemmer|Fraværende|Afbud(?:\s+fra)?|(?:Møde)?[Dd]eltagere|(?:Ikke\s+)?[Tt]il\s?stede|Gæster"
    r"|Referent|Mødeleder|Mødedato|Mødetidspunkt|Starttidspunkt|Sluttidspunkt|Mødested|Udsendelsesdato|Sagsnr\."
    r"|Sagen\s+afgøres\s+i|J\.nr\.)\s*:|(?:Åben|Lukket)\s+sag\b|Sagsoversigt\b|Indholdsfortegnelse\b"
    r"|Tilstedeværende\s+[a-zæø]+|Afholdt\s|\*\s|Mødet\s+(?:sluttede|slut|blev\s+hævet)\b|Møde\s+nr\.\s+\d"
    r"|(?:Administrationen|Direktionen|Formanden|Forretningsudvalget)\s+(?:indstiller|anbefaler)\b"
    r"|(?:(?<=[.!?:,]\s)|(?<=\sog\s))\d{1,2}\.\s+at\s|(?<=[.!?,]\s)Ad\.?\s+\d{1,2}[.:])"
)
_ITEM = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:(?:Ad\s+)?(?:dagsordenens\s+)?(?:pkt\.?|punkt)\s+(?=\d)|\d{1,2}:\s+(?=[A-ZÆØÅ])"
    r"|\d{1,2}\.\s+(?=[A-ZÆØÅ][a-zæøå]))|(?<=\s)Ad\s+dagsordenens\s+(?:pkt\.?|punkt)\s+(?=\d)"
)
_SENTENCE = re.compile(
    r"(?<=[a-zæøå0-9)”\"])\s+(?=(?:Der|Det|Et|En|På|Som|Efter|Formanden|Udvalget|Rådet|Bestyrelsen|Gruppen)\s+[a-zæøå]"
    r"|(?:Taget|Godkendt|Udsat|Drøftet|Dagsordenen|Referatet|Orienteringen|Indstillingen|Punktet)\b)"
)
"""Words that begin no name and stand behind no full stop: the first of a text below its title."""
_LONGEST_TITLE = 160
_BEHIND_PERSON = re.compile(
    r"(?:(?<=\([A-ZÆØÅ]\))|(?<=\sDeltog)|(?<=\sAfbud))\s(?=[A-ZÆØÅ][\wæøå.-]+\s+[A-ZÆØÅ])"
)
_FOOT = re.compile(
    r"[ \t]+(?:(?P<page>Side)\s+)?(?P<number>\d{1,4})(?:\s+af\s+\d{1,4})?[ \t]*$", re.MULTILINE
)
_STOP = re.compile(r"[a-zæøå]{3}\.\s")
_LONGEST_HEAD = 2
"""Lines that a page may repeat from the one before."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A line that is a page: "2 words of the page Side 2 af 9"."""

    start: int
    words: int
    """Where its words begin, behind its number."""
    foot: int
    """Where they end, before its number is printed again."""
    end: int


def set_out(text: str) -> Iterator[Edit]:
    """Yield the edits that give the pages of a transcript their lines again."""
    begins = _TRANSCRIPT.search(text)
    pages = _pages(text, begins.end()) if begins is not None else []
    if begins is None or not pages:
        return
    yield Edit(begins.start(), begins.end(), "", VIEWER)
    yield from _without_frame(text, begins.start())
    breaks = [_breaks(text, page.words, page.foot) for page in pages]
    heads = [
        text[page.words : at[_LONGEST_HEAD - 1].start] if len(at) >= _LONGEST_HEAD else ""
        for page, at in zip(pages, breaks, strict=True)
    ]
    printed = Counter(heads)
    for page, head, at in zip(pages, heads, breaks, strict=True):
        # "3. maj 1999 VEJUDVALGET" at the top of every page.
        begin = page.words + (len(head) if printed[head] > 1 else 0)
        yield Edit(page.start, begin, "", VIEWER)
        yield from (edit for edit in at if edit.start >= begin)
        if page.foot < page.end:
            yield Edit(page.foot, page.end, "", VIEWER)


def _pages(text: str, begin: int) -> list[_Page]:
    found: list[_Page] = []
    for match in _PAGE.finditer(text, begin):
        if int(match["number"]) != len(found) + 1:
            continue
        end = text.find("\n", match.end())
        end = end if end >= 0 else len(text)
        foot = _FOOT.search(text, match.end(), end)
        own = foot is not None and (foot["page"] or int(foot["number"]) == len(found) + 1)
        last = foot.start() if foot is not None and own else end
        found.append(_Page(match.start(), match.end(), last, end))
    return found


def _without_frame(text: str, end: int) -> Iterator[Edit]:
    for match in _FRAME.finditer(text, 0, end):
        yield Edit(match.start(), match.end(), "", VIEWER)
    download = _DOWNLOAD.search(text, 0, end)
    if download is None:
        return
    # The viewer's own title is the same one, less exact.
    if text.lstrip()[:_SAME] == download["title"][:_SAME]:
        yield Edit(0, text.index("\n") + 1, "", VIEWER)
    yield Edit(download.start(), download.start("title"), "", VIEWER)
    yield from _breaks(text, *download.span("title"))
    yield Edit(download.end("title"), download.end(), "", VIEWER)


def _breaks(text: str, start: int, end: int) -> list[Edit]:
    """Return the edits that put line breaks for the white space where a line ended."""
    places = sorted(set(_ends_of_lines(text[start:end])))
    return [Edit(start + at, start + stop, "\n", _PARTED) for at, stop in places]


def _ends_of_lines(page: str) -> Iterator[tuple[int, int]]:
    """Yield the white space of a page that was the end of a line."""
    for first, last in _capitals(page):
        inner = [match.start() for match in _INNER.finditer(page[first:last])]
        for place in (first, *(first + at for at in inner), last):
            yield from _space_before(page, place)
    for pattern in (_SMALL_PART, _DATED, _CASE_NUMBER):
        for match in pattern.finditer(page):
            yield from _space_before(page, match.start())
            yield match.end("behind") - 1, match.end("behind")
    yield from (match.span("behind") for match in _MISSED.finditer(page))
    for match in _LABEL.finditer(page):
        yield from _space_before(page, match.start())
    for match in _ITEM.finditer(page):
        yield from _space_before(page, match.start())
        below = _SENTENCE.search(page, match.end(), match.end() + _LONGEST_TITLE)
        if below is not None and not _STOP.search(page, match.end(), below.start() + 1):
            yield below.end() - 1, below.end()
    yield from (match.span() for match in _BEHIND_PERSON.finditer(page))


def _space_before(page: str, place: int) -> Iterator[tuple[int, int]]:
    if place < len(page) and page[place].isspace():
        yield place, place + 1
    elif 0 < place < len(page) and page[place - 1].isspace():
        yield place - 1, place


def _capitals(page: str) -> Iterator[tuple[int, int]]:
    """Yield where the headings in capitals stand, with the number in front of each."""
    tokens = list(_TOKEN.finditer(page))
    at = 0
    while at < len(tokens):
        first = at
        if _NUMBER.fullmatch(tokens[at].group()) and at + 1 < len(tokens):
            at += 1
        if not _is_capital(tokens[at].group()):
            at = max(at, first + 1)
            continue
        last = at
        while at < len(tokens) and _goes_on(tokens[at].group()):
            if _ends(tokens, at):
                last = at
            at += 1
        words = page[tokens[first].start() : tokens[last].end()]
        letters = sum(letter.isalpha() for letter in words)
        if letters >= _FEWEST_CAPITALS or _ALONE.fullmatch(words):
            yield tokens[first].start(), tokens[last].end()
        at = last + 1


def _is_capital(word: str) -> bool:
    return _goes_on(word) and sum(letter.isalpha() for letter in word) > 1


def _goes_on(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return all(letter.isupper() for letter in letters) and word[0] != "("


def _ends(tokens: list[re.Match[str]], at: int) -> bool:
    """Tell whether a row of capitals may end here: at a word, or the year or number behind it."""
    word, before = tokens[at].group(), tokens[at - 1].group() if at else ""
    return _is_capital(word) or (
        word[0].isdigit() and (before.strip(".") in _MONTHS or before in {"NR.", "PKT."})
    )
