"""Where the sentences of a stretch of text begin and end."""

import re
from collections.abc import Iterator

from index.spans import Span

_END = re.compile(r"(?<=[a-zæøå0-9)»”\"][.!?])\s+(?=[A-ZÆØÅ\"”»•\d–-])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:kr|pkt|nr|jf|bl\.a|ca|mio|mia|inkl|ekskl|evt|f\.eks|fx|vedr|pr|kl|d|hhv|stk|st|dvs"
    r"|m\.v|mv|max|maks|min|sagsnr|afd|resp|tlf|m\.fl|o\.l)|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 12
_MARKS = " •·–-\t\r\n\xa0"


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences in `span`, without list marks; a line end ends a sentence too."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        tail = text[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        if "\n" not in match.group() and _ABBREVIATED.search(tail):
            continue
        yield from _bare(text, start, match.start())
        start = match.end()
    yield from _bare(text, start, span.end)


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    if start < end:
        yield Span(start, end)
