"""A small archive for tests of the index: sheets that a person can read, understood by a toy.

A sheet is a text. Its first line is the title, its second "BODY · DATE"; a line "§ 1 Title" starts
an item, "§ 2 Title (lukket)" a closed one; every other line is a section and a passage of its own.
"""

import hashlib
import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.catalogue.reading import Catalogue
from index.catalogue.records import Account
from index.decisions import Decision, Outcome
from index.documents import (
    CLOSED,
    OPEN,
    Abbreviation,
    Attendee,
    Body,
    Document,
    DocumentKind,
    Item,
    Presence,
    Section,
    SectionKind,
)
from index.generation.home import GenerationFolder, IndexHome
from index.library import Library
from index.passages import Passage
from index.spans import Span
from index.view import Searcher, Stores
from index.words import Analysis
from ingest.job import Job
from ingest.progress import Silent
from ingest.reading.extraction import Reason, Unreadable
from ingest.sources import SourceFile
from ingest.understood import Understood


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


ANALYSIS = Analysis("toy", _words, _words)

MARCH = """Referat marts
KEU · 2020-03-11
Til stede: Astrid Holm
§ 1 Supervision af fase 3
Sag 12-34
Indstilling: at ordningen fortsætter i to år
Beslutning: Indstillingen blev godkendt
§ 2 Ansættelse af direktør (lukket)
Sag 99-11
Beslutning: Bodil Kragh ansættes fra maj
§ 3 Eventuelt
Der var intet til eventuelt
"""

JUNE = """Referat juni
Kvalitets- og Efteruddannelsesudvalget · 2020-06-17
KEU betyder Kvalitets- og Efteruddannelsesudvalget
§ 1 Klynger
Beslutning: Punktet udsat
"""


class ToyEmbedder:
    """An embedder whose vector counts words, each in the place that its hash gives it."""

    name = "toy 1"
    dimension = 32

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        rows = np.full((len(texts), self.dimension), 1e-3, np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in _words(text):
                row[int(hashlib.sha256(word.encode()).hexdigest(), 16) % self.dimension] += 1
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


def understood(source: str, text: str, audience: str = OPEN) -> Understood:
    """Understand a sheet."""
    document = document_of(source, text, audience)
    return Understood(document, passages_of(document), Account(0, len(text), 0, (), ()))


def toy_reader(file: SourceFile, audience: str) -> Understood:
    """Read a sheet; one that begins with "%" cannot be read, for the reason that follows."""
    text = file.path.read_text(encoding="utf-8")
    if text.startswith("%"):
        raise Unreadable(Reason(text[1:].strip()), "so it says")
    return understood(file.source, text, audience)


def toy_job(home: Path, **changes: Any) -> Job:
    """Make a run that understands sheets and embeds them as toys."""
    job = Job(
        home=IndexHome(home),
        reader=toy_reader,
        recipe="toy",
        embedder=ToyEmbedder(),
        analysis=ANALYSIS,
        audience_of=lambda source, _: "personale" if source.startswith("intern/") else OPEN,
        progress=Silent(),
        now=lambda: datetime(2026, 11, 21, 12, tzinfo=UTC),
    )
    return replace(job, **changes)


def write_sheets(folder: Path, sheets: Mapping[str, str]) -> Path:
    """Write sheets below a folder, and let their times be an hour old."""
    for source, text in sheets.items():
        path = folder / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        hour_ago = time.time_ns() - 3_600_000_000_000
        os.utime(path, ns=(hour_ago, hour_ago))
    return folder


def generation_in(home: Path) -> GenerationFolder:
    """Return the generation that answers."""
    folder = IndexHome(home).current()
    assert folder is not None
    return folder


class _Counting:
    """A searcher that only tells how many passages it could find."""

    def __init__(self, stores: Stores) -> None:
        self.stores = stores

    def search(self, query: object) -> int:
        return self.stores.words.passages


def library_on(home: Path) -> Library:
    """Return the library of a home folder; a search in it counts what could be found."""
    searching: Callable[[Stores], Searcher] = _Counting  # type: ignore[assignment]
    return Library(home, searching)


def contents(home: Path) -> dict[str, tuple[str, str, bytes]]:
    """Return the generation that answers as data: passages with header, text and vector, by id."""
    with closing(Catalogue(generation_in(home).catalogue)) as catalogue:
        return {
            passage.id: (passage.header, passage.text, vector)
            for access in catalogue.accesses()
            for passage, (_, vector) in zip(
                catalogue.passages(access), catalogue.vectors(access), strict=True
            )
        }


def document_of(source: str, text: str, audience: str = OPEN) -> Document:
    """Make a document of a sheet."""
    lines = _lines(text)
    title = lines[0].of(text) if lines else "Uden titel"
    head = re.fullmatch(r"(.+) · (\d{4}-\d\d-\d\d)", lines[1].of(text)) if lines[1:] else None
    items = _items(text, lines)
    sections = _sections(text, lines[2:], items)
    return Document(
        id=hashlib.sha256(source.encode()).hexdigest()[:16],
        source=source,
        title=title,
        kind=DocumentKind.MINUTES if head else DocumentKind.OTHER,
        status=None,
        body=_body(head[1]) if head else None,
        date=date.fromisoformat(head[2]) if head else None,
        time=None,
        place=None,
        chair=None,
        case_numbers=(),
        abbreviations=tuple(
            Abbreviation(found[1], found[2], Span(*found.span()))
            for found in re.finditer(r"(\w+) betyder (.+)", text)
        ),
        attendance=tuple(
            Attendee(found[1], None, None, Presence.PRESENT, Span(*found.span(1)))
            for found in re.finditer(r"Til stede: (.+)", text)
        ),
        pages=(),
        items=items,
        sections=sections,
        decisions=tuple(_decision(item, sections, text) for item in items),
        audience=audience,
        text=text,
    )


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Make a passage of every section."""
    closed = {item.index for item in document.items if item.closed}
    return tuple(
        Passage(
            document=document.id,
            index=index,
            item=section.item,
            section=section.index,
            span=section.body,
            header=document.title,
            text=section.body.of(document.text),
            audience=CLOSED if section.item in closed else document.audience,
        )
        for index, section in enumerate(document.sections)
    )


def _lines(text: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(r"[^\n]+", text)]


def _body(name: str) -> Body:
    return Body(name, name if name.isupper() else None)


def _items(text: str, lines: Sequence[Span]) -> tuple[Item, ...]:
    heads = [line for line in lines if line.of(text).startswith("§")]
    ends = [*(head.start for head in heads), len(text)][1:]
    return tuple(
        Item(
            index=index,
            number=head.of(text).split()[1],
            title=" ".join(head.of(text).split()[2:]).removesuffix(" (lukket)"),
            case_numbers=tuple(re.findall(r"Sag (\S+)", text[head.start : end])),
            closed=head.of(text).endswith("(lukket)"),
            heading=head,
            span=Span(head.start, end),
        )
        for index, (head, end) in enumerate(zip(heads, ends, strict=True))
    )


def _sections(text: str, lines: Sequence[Span], items: Sequence[Item]) -> tuple[Section, ...]:
    bodies = [line for line in lines if not line.of(text).startswith("§")]
    return tuple(
        Section(index, _kind(body.of(text)), None, (), _item_at(items, body), body, body)
        for index, body in enumerate(bodies)
    )


def _kind(text: str) -> SectionKind:
    starts = {"Indst": SectionKind.RECOMMENDATION, "Beslu": SectionKind.DECISION}
    return starts.get(text[:5], SectionKind.TEXT)


def _item_at(items: Sequence[Item], span: Span) -> int | None:
    return next((item.index for item in items if item.span.contains(span)), None)


def _decision(item: Item, sections: Sequence[Section], text: str) -> Decision:
    mine = [section for section in sections if section.item == item.index]
    words = tuple(s.body for s in mine if s.kind is SectionKind.DECISION)
    said = " ".join(span.of(text) for span in words)
    outcome = Outcome.UNCLASSIFIED if words else Outcome.NONE
    if "godkendt" in said:
        outcome = Outcome.APPROVED
    elif "udsat" in said:
        outcome = Outcome.DEFERRED
    asked = tuple(s.body for s in mine if s.kind is SectionKind.RECOMMENDATION)
    return Decision(item.index, asked, words, outcome, None)
