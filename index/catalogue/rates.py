"""Rates and the running times of agreements in the catalogue: put in, and read by who may see them.

A rate that stands in a closed item, or in a document for others, is never read by those who may
not see it: it has the access of its words.
"""

import sqlite3
from collections.abc import Sequence

import msgspec

from index.archive import AgreementEntry, RateEntry
from index.catalogue.masking import is_closed
from index.catalogue.schema import access
from index.catalogue.seen import SeenCatalogue
from index.documents import CLOSED, Document
from index.rates.rate import Agreement, Rate
from index.spans import Span

_encode = msgspec.msgpack.Encoder().encode
_rate = msgspec.msgpack.Decoder(Rate).decode
_agreement = msgspec.msgpack.Decoder(Agreement).decode

_IN_ORDER = "ORDER BY d.date IS NULL, d.date DESC, d.source, r.place"


def put(
    connection: sqlite3.Connection,
    number: int,
    document: Document,
    rates: Sequence[Rate],
    agreements: Sequence[Agreement],
) -> None:
    """Add what a document says of rates; `number` is the document's row."""
    connection.executemany(
        "INSERT INTO rates VALUES (?, ?, ?, ?)",
        [
            (number, place, _access(document, one.span), _encode(one))
            for place, one in enumerate(rates)
        ],
    )
    connection.executemany(
        "INSERT INTO agreements VALUES (?, ?, ?, ?)",
        [
            (number, place, _access(document, one.span), _encode(one))
            for place, one in enumerate(agreements)
        ],
    )


def seen_rates(seen: SeenCatalogue) -> tuple[RateEntry, ...]:
    """Return every rate that may be seen, newest document first, in the order of its text."""
    rows = seen.rows(
        "SELECT d.entry, d.body, r.entry FROM rates r JOIN documents d ON d.number = r.document"
        " WHERE",
        seen.seen("d", "r"),
        _IN_ORDER,
    )
    return tuple(
        RateEntry(document, seen.placed(document.id, _rate(one)))
        for document, one in seen.with_documents(rows)
    )


def all_rates(connection: sqlite3.Connection) -> list[tuple[str, Rate]]:
    """Return every rate with its document's source, whoever may see it."""
    rows = connection.execute(
        "SELECT d.source, r.entry FROM rates r JOIN documents d ON d.number = r.document"
        " ORDER BY d.source, r.place"
    )
    return [(source, _rate(entry)) for source, entry in rows]


def seen_agreements(seen: SeenCatalogue) -> tuple[AgreementEntry, ...]:
    """Return when agreements run, as far as it may be seen, newest document first."""
    rows = seen.rows(
        "SELECT d.entry, d.body, r.entry FROM agreements r"
        " JOIN documents d ON d.number = r.document WHERE",
        seen.seen("d", "r"),
        _IN_ORDER,
    )
    return tuple(
        AgreementEntry(document, seen.placed(document.id, _agreement(one)))
        for document, one in seen.with_documents(rows)
    )


def _access(document: Document, span: Span) -> str:
    return access(document.audience, *([CLOSED] if is_closed(document, span) else []))
