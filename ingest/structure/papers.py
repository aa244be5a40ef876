"""A file as the papers that it holds: one in nearly all; one for every meeting in a protocol."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from index.documents import CLOSED, Document
from ingest.reading.extraction import Extraction
from ingest.structure.layout.lines import read_lines
from ingest.structure.layout.vocabulary import part_heading
from ingest.structure.several import cut, meetings_in
from ingest.structure.understanding import document_id, understand

PARTED = "holds {count} meetings, each of which is a document of its own"
NOT_PARTED = (
    "seems to hold several meetings that could not be told apart: what is read from it may be of "
    "another of them, and no date is given. Put each meeting into a file of its own"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, and what the format of its file says about its text."""

    document: Document
    extraction: Extraction


def read_papers(
    extraction: Extraction, *, source: str, audience: str, modified: date | None = None
) -> tuple[tuple[Paper, ...], tuple[str, ...]]:
    """Return the papers of a file in their order, and what a person should know of them.

    All have the `source` of the file. The first has the id that the file has as one document, so
    that what refers to it still finds it; the others' ids are made from their place among them.

    Args:
        extraction: The text of the file and what its format marks.
        source: The file's path below the ingested folder, with `/`.
        audience: Who may see it.
        modified: When the file was last changed.
    """
    lines = read_lines(extraction)
    places = meetings_in(extraction, lines)
    doubtful = any(place.doubtful for place in places)
    warnings = (NOT_PARTED,) if doubtful else ()
    if len(places) == 1:
        document = understand(extraction, source=source, audience=audience, modified=modified)
        document = replace(document, date=None) if doubtful else document
        return (Paper(document, extraction),), warnings
    papers: list[Paper] = []
    above = list(takewhile(lambda line: not part_heading(line.text), lines[:_COVER]))
    for place in places:
        part = cut(extraction, place.span)
        document = understand(
            part, source=source, audience=audience, modified=modified, above=above if papers else ()
        )
        if papers:
            document = replace(document, id=document_id(f"{source}#{len(papers) + 1}"))
            # A cover that closes the file closes every meeting in it.
            if papers[0].document.audience == CLOSED:
                document = replace(document, audience=CLOSED)
        papers.append(Paper(replace(document, date=None) if place.doubtful else document, part))
    return tuple(papers), (PARTED.format(count=len(papers)), *warnings)


_COVER = 8
"""Lines at the top of a file that may name the body and the authority of all its meetings."""
