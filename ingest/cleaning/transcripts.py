"""Pages of a PDF that a web site shows as text, each of them one line: labels find lines again.

Sites that republish papers print "Transkript" and below it every page as a paragraph that begins
with its number. Only there is a line broken, and only before labels and headings of minutes.
"""

import re
from collections.abc import Iterator

from ingest.cleaning.edits import Edit

BROKEN = "space"
_SHOWN = re.compile(r"^\s*Transkript\s*$\n+(?=\s*1[ \n])", re.M)
_LONG = 200
"""Characters of a line that was several."""
_LABEL = re.compile(
    r"(?<=\S) (?=(?:Mødedato|Mødetidspunkt|Starttidspunkt|Sluttidspunkt|Mødested"
    r"|Udsendelsesdato|Medlemmer"
    r"|Mødedeltagere|Deltagere|Fraværende|Afbud(?: fra)?|Til stede|Ikke til stede"
    r"|Gæster|Sagsnr\.|Sagen afgøres i|Bilag|J\.nr\.):"
    r"|(?:Åben|Lukket) sag\b|Sagsoversigt\b|Indholdsfortegnelse\b)"
)
_PART = re.compile(
    r"(?<=\S) (?=(?:Indledning/Baggrund|Baggrund|Resumé|Sagsfremstilling|Retsgrundlag|Økonomi"
    r"|Indstilling|Beslutning(?:er)?|Referat) (?-i:[A-ZÆØÅ]))"
)
_NUMBER = re.compile(r"(?<=\S) (?P<number>\d{1,3})\. (?=[A-ZÆØÅ][a-zæøå])")
_LEADERS = re.compile(r"\.{3,}")
"""A list of contents, whose numbers are those of the items below."""
_FEWEST = 3


def part_transcripts(text: str) -> Iterator[Edit]:
    """Yield line breaks before what surely begins a line of a page that lost its lines."""
    shown = _SHOWN.search(text)
    if shown is None:
        return
    for page in re.finditer(r"[^\n]+", text[shown.end() :]):
        if len(page[0]) < _LONG:
            continue
        start = shown.end() + page.start()
        places = {m.start() for pattern in (_LABEL, _PART) for m in pattern.finditer(page[0])}
        places |= _rising(page[0]) if not _LEADERS.search(page[0]) else set()
        for at in sorted(places):
            yield Edit(start + at, start + at + 1, "\n", BROKEN)


def _rising(page: str) -> set[int]:
    """Return where the numbers of items stand that rise by one: fewer may be anything."""
    best: list[re.Match[str]] = []
    found = list(_NUMBER.finditer(page))
    for first, start in enumerate(found):
        run = [start]
        for one in found[first + 1 :]:
            if int(one["number"]) == int(run[-1]["number"]) + 1:
                run.append(one)
        best = max(best, run, key=len)
    return {one.start() for one in best} if len(best) >= _FEWEST else set()
