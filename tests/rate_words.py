"""Rates read from a sentence, from a text and from a file, for tests of what is said of them."""

from pathlib import Path

from index.documents import OPEN, Document
from index.rates.rate import Rate
from index.settings import Limits
from index.spans import Span
from ingest.rates.candidates import Said, find_rates
from ingest.rates.sentences.clauses import Sentence, read_sentence
from ingest.reading.extraction import Extraction
from ingest.reading.reader import read
from ingest.structure import understand


def rates_in(sentence: str) -> list[Rate]:
    """Return the rates of a sentence that stands alone."""
    return read_sentence(Sentence(sentence, Span(0, len(sentence)), "", None))


def only(sentence: str) -> Rate:
    """Return the one rate of a sentence."""
    (rate,) = rates_in(sentence)
    return rate


def told(rates: list[Rate] | tuple[Rate, ...]) -> list[tuple[str, str, int | None]]:
    """Return name, amount and year of the agreement of every rate."""
    return [(rate.name, str(rate.amount), rate.agreement_year) for rate in rates]


def in_text(text: str, source: str = "notat.txt") -> Said:
    """Return what a text without any format says of rates."""
    return find_rates(understand(Extraction(text), source=source, audience=OPEN))


def in_file(path: Path) -> tuple[Document, Said]:
    """Return a file as it is understood, and what it says of rates."""
    extraction = read(path, Limits())
    document = understand(extraction, source=path.name, audience=OPEN)
    return document, find_rates(document, extraction.table_rows)
