"""Made-up documents in the layouts that authorities use, as `understand` sees them."""

import re
from functools import cache
from pathlib import Path

from index.documents import OPEN, Document, Item
from index.spans import Span
from ingest.reading.extraction import Extraction, Heading
from ingest.structure import understand

FOLDER = Path(__file__).parent / "data" / "structure"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@cache
def layout(name: str) -> Document:
    """Return the document of the file with that name."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return understand(Extraction(text=text), source=f"layouts/{name}.txt", audience=OPEN)


AN_ITEM = "\n\n1. Budget\nSagsnr. 20/1234\n\nBeslutning\n\nGodkendt.\n"
"""What makes minutes of a head."""


def read(text: str, *, source: str = "archive/document.txt") -> Document:
    """Return what is understood of a text without any format."""
    return understand(Extraction(text=text), source=source, audience=OPEN)


def marked(text: str) -> Extraction:
    """Return a text whose lines beginning with "#" are headings of the format."""
    lines: list[str] = []
    headings: list[Heading] = []
    length = 0
    for line in text.split("\n"):
        match = re.match(r"(#{1,6}) (.*)", line)
        words = match[2] if match else line
        if match:
            headings.append(Heading(Span(length, length + len(words)), len(match[1])))
        lines.append(words)
        length += len(words) + 1
    return Extraction(text="\n".join(lines), headings=tuple(headings))


def numbers_and_titles(document: Document) -> list[tuple[str | None, str]]:
    """Return the agenda."""
    return [(item.number, item.title) for item in document.items]


def item(document: Document, number: str) -> Item:
    """Return the item with that number."""
    return next(item for item in document.items if item.number == number)


def decided(document: Document, number: str) -> list[str]:
    """Return the paragraphs of an item's decision."""
    decision = document.decision_of(item(document, number).index)
    assert decision is not None
    return [span.of(document.text) for span in decision.words]


def recommended(document: Document, number: str) -> list[str]:
    """Return the clauses of an item's recommendation."""
    decision = document.decision_of(item(document, number).index)
    assert decision is not None
    return [span.of(document.text) for span in decision.recommendation]


def outcomes(document: Document) -> list[str]:
    """Return the outcome of every item, in order."""
    return [decision.outcome.value for decision in document.decisions]


def parts(document: Document, number: str) -> list[tuple[str, str | None]]:
    """Return kind and heading of an item's sections."""
    found = document.sections_of(item(document, number).index)
    return [(section.kind.value, section.heading) for section in found]
