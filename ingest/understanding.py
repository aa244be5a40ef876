"""One file into what the index keeps of it. Runs in a process of its own; see `ingest.apart`."""

from datetime import date
from pathlib import Path

from index.catalogue.records import Account
from index.settings import Limits
from ingest.passages import split
from ingest.rates.candidates import find_rates
from ingest.rates.staff.tables import TABLES, understand_table
from ingest.reading.reader import opened, read_as
from ingest.structure.papers import Paper, read_papers
from ingest.understood import Further, Understood


def understand_file(
    path: Path, source: str, audience: str, modified: date, limits: Limits
) -> Understood:
    """Read a file and understand it.

    Raises:
        Unreadable: It cannot be read; it says why.
    """
    data, form = opened(path, limits)
    if form in TABLES:
        return understand_table(data, form, source=source, audience=audience)
    extraction = read_as(data, form, limits)
    papers, said = read_papers(extraction, source=source, audience=audience, modified=modified)
    first, *further = map(_further, papers)
    removed = tuple((one.what, one.characters) for one in extraction.removed)
    kept = extraction.yielded - sum(characters for _, characters in removed)
    warnings = (*extraction.warnings, *said)
    account = Account(len(extraction.pages), kept, extraction.added, removed, warnings)
    return Understood(
        first.document, first.passages, account, first.rates, first.agreements, tuple(further)
    )


def _further(paper: Paper) -> Further:
    document = paper.document
    passages = split(document)
    for passage in passages:
        # Every quotation is cut from the text by its place. A wrong one must not get in.
        if passage.span.of(document.text) != passage.text:
            raise AssertionError(f"passage {passage.index} does not stand at {passage.span}")
    said = find_rates(document, paper.extraction.table_rows)
    return Further(document, passages, said.rates, said.agreements)
