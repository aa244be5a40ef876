"""The word index: BM25 over terms that our own analysis makes, kept by tantivy.

Analysis happens before tantivy sees a text and before it sees a question, with the same functions,
so the two cannot drift apart; tantivy only splits at white space. Rebuildable from the catalogue.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import nlargest
from math import log
from pathlib import Path
from typing import Self

import tantivy

from index.errors import NotWritable
from index.passages import Passage, document_of

_TOKENIZER = "terms"
# One thread makes the same segments from the same passages every time; 15 MB is tantivy's minimum.
_WRITER_BYTES = 64_000_000
# A set of ids inside the query costs about 0.5 ms per thousand; beyond this many, reading on down
# the unrestricted list and dropping what is not allowed is cheaper. Of each hit the id is fetched.
_IDS_IN_QUERY = 5_000


class Field(StrEnum):
    """What of a passage a term is looked for in."""

    TEXT = "text"
    """Terms of the passage's words: folded, stemmed, with the parts of compounds."""
    HEADER = "header"
    """The same of its header."""
    WORDS = "words"
    """The passage's words folded but not stemmed: for names and exact wording."""


@dataclass(frozen=True, slots=True)
class WeightedTerm:
    """A term to look for, where, and how much it counts."""

    term: str
    boost: float = 1.0
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class Analysis:
    """How a text becomes what is indexed; the same must be done to a question."""

    name: str
    """Changes when the outcome may: an index made by another analysis is made anew."""
    terms: Callable[[str], list[str]]
    words: Callable[[str], list[str]]


class WordIndex:
    """The passages of one or more collections, searched as one; safe in several threads."""

    def __init__(self, parts: Sequence[tantivy.Index]) -> None:
        self._parts = tuple((part.schema, part.searcher()) for part in parts)

    @classmethod
    def open(cls, folders: Sequence[Path]) -> Self:
        """Open the indexes that `write` made, in a folder that may be read only as well.

        Raises:
            NotWritable: They may only be read, and there is no folder for temporary files.
        """
        with ExitStack() as opening:
            return cls([_opened(folder.absolute(), opening) for folder in folders])

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return sum(searcher.num_docs for _, searcher in self._parts)

    def document_frequency(self, term: str, field: Field = Field.TEXT) -> int:
        """Return in how many passages a term occurs."""
        return sum(searcher.doc_freq(field.value, term) for _, searcher in self._parts)

    def search(
        self, terms: Sequence[WeightedTerm], limit: int, allowed: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return ids of passages with their BM25 scores, best first, at most `limit`.

        With `allowed`, only those can be found: ids of passages, or of documents for all passages
        of theirs. Equal scores are in the order of their ids.
        """
        if not terms or limit < 1 or (allowed is not None and not allowed):
            return []
        found: list[tuple[str, float]] = []
        for schema, searcher in self._parts:
            wanted = _any_of(schema, self._evened(terms, searcher))
            if allowed is None:
                found += _top(searcher, wanted, limit)
            elif len(allowed) <= _IDS_IN_QUERY:
                found += _top(searcher, _restricted(schema, wanted, allowed), limit)
            else:
                found += _read_on(searcher, wanted, limit, frozenset(allowed))
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def _evened(
        self, terms: Sequence[WeightedTerm], searcher: tantivy.Searcher
    ) -> Sequence[WeightedTerm]:
        """Weigh terms so that a collection scores them by their rarity in all collections.

        tantivy knows the rarity in its own only, and in a small collection every word is common.
        """
        if len(self._parts) == 1:
            return terms
        here = searcher.num_docs
        return [
            replace(term, boost=term.boost * _rarity(self.passages, everywhere) / _rarity(here, n))
            for term in terms
            for everywhere in [self.document_frequency(term.term, term.field)]
            for n in [searcher.doc_freq(term.field.value, term.term)]
        ]

    def resembling(self, word: str, distance: int, limit: int) -> list[str]:
        """Return ids of passages with a folded word at most `distance` typing errors from `word`.

        Swapping two neighbouring letters is one error; the first letter may be wrong too. A part
        of a compound counts as a word: it is among the terms.
        """
        found = []
        for schema, searcher in self._parts:
            fuzzy = [
                tantivy.Query.fuzzy_term_query(schema, field.value, word, distance)
                for field in (Field.WORDS, Field.TEXT)
            ]
            query = tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in fuzzy])
            found += _top(searcher, query, limit)
        return [id_ for id_, _ in found][:limit]

    def ids(self) -> list[str]:
        """Return the ids of all passages, in no order."""
        return [
            id_
            for _, searcher in self._parts
            for id_, _ in _top(searcher, tantivy.Query.all_query(), max(1, searcher.num_docs))
        ]

    def rarest(self, terms: Iterable[str], count: int) -> list[str]:
        """Return the `count` terms of those given that occur in the fewest passages."""
        known = {term: self.document_frequency(term) for term in terms}
        return nlargest(count, known, key=lambda term: (-known[term], term))


def write(folder: Path, passages: Iterable[Passage], analysis: Analysis) -> None:
    """Add passages to the index in `folder`, which is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    index = _prepared(tantivy.Index(_schema(), path=str(folder.absolute()), reuse=True))
    writer = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
    for passage in passages:
        document = tantivy.Document()
        document.add_text("id", passage.id)
        document.add_text("document", passage.document)
        document.add_text(Field.TEXT.value, " ".join(analysis.terms(passage.text)))
        document.add_text(Field.HEADER.value, " ".join(analysis.terms(passage.header)))
        document.add_text(Field.WORDS.value, " ".join(analysis.words(passage.text)))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _rarity(passages: int, frequency: int) -> float:
    """Return BM25's inverse document frequency, as tantivy computes it."""
    return log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    for field in Field:
        # Nothing but the id is stored: the text is in the catalogue, and only there.
        builder.add_text_field(field.value, tokenizer_name=_TOKENIZER, index_option="freq")
    return builder.build()


def _prepared(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer(
        _TOKENIZER, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    )
    return index


def _opened(folder: Path, opening: ExitStack) -> tantivy.Index:
    try:
        return _prepared(tantivy.Index.open(str(folder)))
    except ValueError as error:
        if _NO_LOCK not in str(error):
            raise
    lent = opening.enter_context(_with_room_for_a_lock(folder))
    return _prepared(tantivy.Index.open(str(lent)))


_NO_LOCK = "Failed to acquire Lockfile"
"""What tantivy says, in a bare ValueError, where it may not write the file that it locks."""


@contextmanager
def _with_room_for_a_lock(folder: Path) -> Iterator[Path]:
    """Lend a temporary folder with links to the files of an index that may only be read.

    tantivy writes a lock beside an index even to read it. Once it is open and its searcher taken,
    every file is mapped, so the folder can go at once, and a process that is killed leaves none.
    """
    try:
        room = tempfile.TemporaryDirectory(prefix="referent-words-", ignore_cleanup_errors=True)
    except OSError as error:
        raise NotWritable(
            f"The word index in {folder} may only be read, and to search it a lock must be written "
            "somewhere: set TMPDIR to a folder that this user may write to."
        ) from error
    with room as name:
        for path in folder.iterdir():
            if not path.name.endswith(".lock"):
                (Path(name) / path.name).symlink_to(path)
        yield Path(name)
    # A lock that tantivy wrote while the folder was being emptied is no reason to fail.
    shutil.rmtree(name, ignore_errors=True)


def _any_of(schema: tantivy.Schema, terms: Sequence[WeightedTerm]) -> tantivy.Query:
    query = tantivy.Query
    return query.boolean_query(
        [
            (
                tantivy.Occur.Should,
                query.boost_query(query.term_query(schema, t.field.value, t.term, "freq"), t.boost),
            )
            for t in terms
        ]
    )


def _restricted(
    schema: tantivy.Schema, wanted: tantivy.Query, allowed: Sequence[str]
) -> tantivy.Query:
    query = tantivy.Query
    sets = [query.term_set_query(schema, field, list(allowed)) for field in ("id", "document")]
    either = query.boolean_query([(tantivy.Occur.Should, ids) for ids in sets])
    among = query.const_score_query(either, 0.0)
    return query.boolean_query([(tantivy.Occur.Must, wanted), (tantivy.Occur.Must, among)])


def _top(searcher: tantivy.Searcher, query: tantivy.Query, limit: int) -> list[tuple[str, float]]:
    hits = searcher.search(query, limit, count=False).hits
    return [(str(searcher.doc(address)["id"][0]), float(score)) for score, address in hits]


def _read_on(
    searcher: tantivy.Searcher, query: tantivy.Query, limit: int, allowed: frozenset[str]
) -> list[tuple[str, float]]:
    depth = limit * 4
    while True:
        hits = _top(searcher, query, depth)
        kept = [hit for hit in hits if hit[0] in allowed or document_of(hit[0]) in allowed]
        if len(kept) >= limit or len(hits) < depth:
            return kept[:limit]
        depth *= 4
