"""Stores of a few passages held in memory, for tests of search: every rank can be found by eye."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from index.archive import AbbreviationEntry, DocumentEntry, Filter
from index.danish.words import folded_words, index_terms
from index.documents import OPEN, Abbreviation, Body, DocumentKind, Item, SectionKind
from index.passages import Passage, Place
from index.search.holdings import Vector
from index.search.spelling import distance
from index.spans import Span
from index.words import Field, WeightedTerm

MODEL = "paper"
_NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Sheet:
    """A passage: its document, item, kind of section, and words."""

    document: str
    item: int | None
    kind: SectionKind
    text: str
    header: str = ""


@dataclass
class PaperHoldings:
    """A catalogue of sheets; a section a sheet."""

    sheets: Sequence[Sheet]
    titles: Mapping[str, str] = field(default_factory=dict)
    asked_for: list[Filter] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.all: dict[str, Passage] = {}
        self.kinds: dict[tuple[str, int], SectionKind] = {}
        for place, sheet in enumerate(self.sheets):
            passage = Passage(
                sheet.document,
                place,
                sheet.item,
                place,
                Span(0, len(sheet.text)),
                sheet.header,
                sheet.text,
                OPEN,
            )
            self.all[passage.id] = passage
            self.kinds[sheet.document, place] = sheet.kind

    def allowed(self, filter: Filter) -> Sequence[str] | None:  # noqa: A002
        self.asked_for.append(filter)
        if not filter.documents:
            return None
        return [id_ for id_, passage in self.all.items() if passage.document in filter.documents]

    def passages(self, ids: Collection[str]) -> Mapping[str, Passage]:
        return {id_: self.all[id_] for id_ in ids}

    def passages_at(self, places: Collection[Place]) -> Mapping[Place, Sequence[Passage]]:
        return {at: [p for p in self.all.values() if p.place == at] for at in places}

    def entries(self, documents: Collection[str]) -> Mapping[str, DocumentEntry]:
        return {id_: entry(id_, self.titles.get(id_, id_)) for id_ in documents}

    def items(self, places: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Item]:
        return {
            at: Item(at[1], str(at[1]), "", ("24-001",), False, _NOWHERE, _NOWHERE) for at in places
        }

    def section_kinds(
        self, places: Collection[tuple[str, int]]
    ) -> Mapping[tuple[str, int], SectionKind]:
        return {at: self.kinds[at] for at in places}


class PaperWords:
    """A word index that counts boosts instead of working out BM25."""

    def __init__(self, holdings: PaperHoldings) -> None:
        self._holdings = holdings
        self._terms = {
            Field.TEXT: {id_: set(index_terms(p.text)) for id_, p in holdings.all.items()},
            Field.HEADER: {id_: set(index_terms(p.header)) for id_, p in holdings.all.items()},
            Field.WORDS: {id_: set(folded_words(p.text)) for id_, p in holdings.all.items()},
        }

    @property
    def passages(self) -> int:
        return len(self._holdings.all)

    def document_frequency(self, term: str, field: Field = Field.TEXT) -> int:
        return sum(term in terms for terms in self._terms[field].values())

    def search(
        self, terms: Sequence[WeightedTerm], limit: int, allowed: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        scores = {
            id_: sum(t.boost for t in terms if t.term in self._terms[t.field][id_])
            for id_ in self._holdings.all
            if allowed is None or id_ in allowed
        }
        found = sorted(scores.items(), key=lambda hit: (-hit[1], hit[0]))
        return [hit for hit in found if hit[1] > 0][:limit]

    def _text(self, id_: str) -> set[str]:
        return self._terms[Field.TEXT][id_]

    def resembling(self, word: str, distance_: int, limit: int) -> list[str]:
        near = [
            id_
            for id_, words in self._terms[Field.WORDS].items()
            if any(distance(word, other) <= distance_ for other in words | self._text(id_))
        ]
        return near[:limit]


class PaperEmbedder:
    """Places a text by which of a few topics it names, in whatever language."""

    name = MODEL

    def __init__(self, topics: Sequence[Sequence[str]] = ()) -> None:
        self._topics = topics
        self.embedded: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> Vector:
        self.embedded += texts
        return np.stack([self.vector(text) for text in texts])

    def vector(self, text: str) -> Vector:
        words = set(folded_words(text))
        row = np.array([1.0, *(bool(words & set(t)) for t in self._topics)], dtype=np.float32)
        unit: Vector = row / np.linalg.norm(row)
        return unit


class PaperNearest:
    """An exact scan."""

    def __init__(self, holdings: PaperHoldings, embedder: PaperEmbedder) -> None:
        self._vectors = {id_: embedder.vector(p.text) for id_, p in holdings.all.items()}

    def nearest(
        self, vector: Vector, limit: int, allowed: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        cosines = [
            (id_, float(row @ vector))
            for id_, row in self._vectors.items()
            if allowed is None or id_ in allowed
        ]
        return sorted(cosines, key=lambda hit: (-hit[1], hit[0]))[:limit]


@dataclass(frozen=True)
class PaperStores:
    """Everything a searcher is made for."""

    holdings: PaperHoldings
    words: PaperWords
    vectors: PaperNearest
    abbreviations: tuple[AbbreviationEntry, ...] = ()
    model: str = MODEL


def stores(
    sheets: Sequence[Sheet],
    embedder: PaperEmbedder,
    abbreviations: Sequence[tuple[str, str]] = (),
    titles: Mapping[str, str] | None = None,
) -> PaperStores:
    """Make stores of sheets."""
    holdings = PaperHoldings(sheets, titles or {})
    explained = tuple(
        AbbreviationEntry(entry("x", "x"), Abbreviation(short, long, _NOWHERE))
        for short, long in abbreviations
    )
    return PaperStores(holdings, PaperWords(holdings), PaperNearest(holdings, embedder), explained)


def entry(id_: str, title: str) -> DocumentEntry:
    """Make a document of the meeting of 3 May 2021."""
    return DocumentEntry(
        id_,
        f"{id_}.txt",
        title,
        DocumentKind.MINUTES,
        None,
        Body("Brobyggerudvalget", "BBU"),
        "bbu",
        date(2021, 5, 3),
        (),
        0,
        100,
        OPEN,
    )
