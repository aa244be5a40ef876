"""One file into what the index keeps of it. Runs in a process of its own; see `ingest.apart`."""

from datetime import date
from pathlib import Path

from index.catalogue.records import Account
from index.settings import Limits
from ingest.passages import split
from ingest.rates.candidates import find_rates
from ingest.rates.tables import TABLES, understand_table
from ingest.reading.reader import opened, read_as
from ingest.structure import understand
from ingest.understood import Understood


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
    document = understand(extraction, source=source, audience=audience, modified=modified)
    passages = split(document)
    for passage in passages:
        # Every quotation is cut from the text by its place. A wrong one must not get in.
        if passage.span.of(document.text) != passage.text:
            raise AssertionError(f"passage {passage.index} does not stand at {passage.span}")
    removed = tuple((one.what, one.characters) for one in extraction.removed)
    kept = extraction.yielded - sum(characters for _, characters in removed)
    account = Account(len(document.pages), kept, extraction.added, removed, extraction.warnings)
    said = find_rates(document, extraction.table_rows)
    return Understood(document, passages, account, said.rates, said.agreements)
