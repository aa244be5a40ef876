"""Finding documents and items by what a person types, and quoting an item."""

from collections import defaultdict
from collections.abc import Iterable

from bot.citations import Citation, folded
from bot.questions.language import language_of
from index.archive import EVERYTHING, DocumentEntry, Filter, Group, ItemEntry, Query, View
from index.danish.folding import fold
from index.danish.personal_numbers import masked
from index.documents import Document, DocumentKind, Item, MinutesStatus
from index.errors import NotInArchive, UsageError

SHORTEST_PREFIX = 4
"""Characters of an id that may stand for the whole."""

MOST_GROUPS = 200
"""Items looked at when items are chosen by words."""

LEAST_COVERAGE = 0.4
"""Share of the weight of the words that an item must hold to be about them."""

NEAR_BEST = 0.75
"""Share of the best item's score from which another is about the words as well."""


def document_named(view: View, name: str) -> Document:
    """Return the document with that id, beginning of an id, or path below the ingested folder.

    Raises:
        NotInArchive: There is none.
        UsageError: There are several.
    """
    entries = view.documents()
    exact = [entry for entry in entries if entry.id == name or entry.source == masked(name)]
    found = exact or [entry for entry in entries if _begins(entry, name)]
    if not found:
        raise NotInArchive(f"No document {masked(name)!r} in the archive. Try: referent documents.")
    if len(found) > 1:
        several = ", ".join(f"{entry.id} ({entry.source}, {entry.date})" for entry in found[:5])
        raise UsageError(f"{name!r} could be {len(found)} documents: {several}.")
    return view.document(found[0].id)


def _begins(entry: DocumentEntry, name: str) -> bool:
    if entry.source.endswith(f"/{name}"):
        return True
    return len(name) >= SHORTEST_PREFIX and entry.id.startswith(name.lower())


def item_numbered(document: Document, number: str) -> Item:
    """Return the agenda item of that number.

    Raises:
        NotInArchive: The document has none; the message names those that it has.
    """
    wanted = number.rstrip(".")
    for item in document.items:
        if item.number == wanted:
            return item
    known = ", ".join(item.number for item in document.items if item.number) or "none"
    raise NotInArchive(f"No item {number!r} in {document.source}. It has: {known}.")


def groups_about(view: View, words: str, within: Filter = EVERYTHING) -> list[Group]:
    """Return the agenda items that words are about, best first."""
    found = view.search(Query(words, language_of(words), within, limit=MOST_GROUPS)).groups
    groups = [g for g in found if g.item is not None and g.coverage >= LEAST_COVERAGE]
    best = max((group.score for group in groups), default=0.0)
    return [group for group in groups if group.score >= NEAR_BEST * best]


def without_twins(entries: Iterable[ItemEntry]) -> list[ItemEntry]:
    """Keep one paper of each item: minutes before their draft, a draft before the agenda.

    Of papers that rank alike, one file stands for its copy; those that say different things are
    all kept. A paper without a decision never stands for one that has it.
    """
    kept: dict[tuple[str, int], ItemEntry] = {}
    # Only papers of one meeting can be twins; to compare all would take seconds of thousands.
    met: defaultdict[object, list[ItemEntry]] = defaultdict(list)
    for entry in entries:
        same_day = met[(entry.document.date, entry.document.body_key)]
        twins = [other for other in same_day if other.key in kept and _same_point(entry, other)]
        if any(_stands_for(other, entry) for other in twins):
            continue
        for other in twins:
            if _stands_for(entry, other):
                del kept[other.key]
        kept[entry.key] = entry
        same_day.append(entry)
    return list(kept.values())


def _same_point(one: ItemEntry, other: ItemEntry) -> bool:
    """Tell whether two papers of one meeting hold the same item, perhaps moved or renamed."""
    meeting = one.document.date, one.document.body_key
    if one.document.id == other.document.id or meeting[0] is None:
        return False
    if meeting != (other.document.date, other.document.body_key):
        return False
    numbered = one.item.number == other.item.number
    same_case = not {*one.item.case_numbers}.isdisjoint(other.item.case_numbers)
    if not (numbered or same_case):
        return False
    titled = fold(one.item.title) == fold(other.item.title)
    return (numbered and titled) or (same_case and (numbered or titled))


def _stands_for(one: ItemEntry, other: ItemEntry) -> bool:
    ranks = _rank(one.document), _rank(other.document)
    if ranks[0] != ranks[1]:
        return ranks[0] > ranks[1] and (bool(one.decision_texts) or not other.decision_texts)
    return _words(one) == _words(other)


def _rank(document: DocumentEntry) -> int:
    """Return how much a paper counts for what became of its items."""
    if document.kind is not DocumentKind.MINUTES:
        return 0
    return 1 if document.status is MinutesStatus.DRAFT else 2


def _words(entry: ItemEntry) -> str:
    return folded(" ".join((*entry.recommendation_texts, *entry.decision_texts)))


def citations_of(document: Document, entry: ItemEntry) -> tuple[Citation, ...]:
    """Return the words of an item's recommendation and decision, each as a citation."""
    if entry.decision is None:
        return ()
    spans = (*entry.decision.recommendation, *entry.decision.words)
    return tuple(Citation(n, document, span) for n, span in enumerate(spans, start=1))


def cited_items(
    view: View, entries: Iterable[ItemEntry]
) -> list[tuple[ItemEntry, tuple[Citation, ...], Document]]:
    """Return each item with citations and document; that is opened once for all its items."""
    opened: dict[str, Document] = {}
    cited = []
    for entry in entries:
        id_ = entry.document.id
        if id_ not in opened:
            opened[id_] = view.document(id_)
        cited.append((entry, citations_of(opened[id_], entry), opened[id_]))
    return cited
