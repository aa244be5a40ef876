"""Finding one document by what a person types, and quoting an item of the archive."""

from collections.abc import Iterable

from bot.citations import Citation
from index.archive import DocumentEntry, ItemEntry, View
from index.documents import Document
from index.errors import NotInArchive, UsageError

SHORTEST_PREFIX = 4
"""Characters of an id that may stand for the whole."""


def document_named(view: View, name: str) -> Document:
    """Return the document with that id, beginning of an id, or path below the ingested folder.

    Raises:
        NotInArchive: There is none.
        UsageError: There are several.
    """
    entries = view.documents()
    exact = [entry for entry in entries if name in (entry.id, entry.source)]
    found = exact or [entry for entry in entries if _begins(entry, name)]
    if not found:
        raise NotInArchive(f"No document {name!r} in the archive. Try: referent documents.")
    if len(found) > 1:
        several = ", ".join(f"{entry.id} ({entry.source})" for entry in found[:5])
        raise UsageError(f"{name!r} could be {len(found)} documents: {several}.")
    return view.document(found[0].id)


def _begins(entry: DocumentEntry, name: str) -> bool:
    if entry.source.endswith(f"/{name}"):
        return True
    return len(name) >= SHORTEST_PREFIX and entry.id.startswith(name.lower())


def citations_of(document: Document, entry: ItemEntry) -> tuple[Citation, ...]:
    """Return the words of an item's recommendation and decision, each as a citation."""
    if entry.decision is None:
        return ()
    spans = (*entry.decision.recommendation, *entry.decision.words)
    return tuple(Citation(n, document, span) for n, span in enumerate(spans, start=1))


def cited_items(
    view: View, entries: Iterable[ItemEntry]
) -> list[tuple[ItemEntry, tuple[Citation, ...]]]:
    """Return each item with its citations; a document is opened once for all its items."""
    opened: dict[str, Document] = {}
    cited = []
    for entry in entries:
        id_ = entry.document.id
        if id_ not in opened:
            opened[id_] = view.document(id_)
        cited.append((entry, citations_of(opened[id_], entry)))
    return cited
