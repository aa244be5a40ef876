"""The papers of a thread's matter: its item, those of the same case, and what they cite."""

from collections.abc import Iterable, Iterator

from bot.conversation.antecedents import items_of
from bot.conversation.titles import titled_alike
from bot.conversation.turns import Turn
from bot.threads.within import Papers
from index.archive import DocumentEntry, Filter, ItemEntry, View
from index.danish.dates import find_dates
from index.danish.folding import fold
from index.documents import DocumentKind

MEETING_PAPERS = frozenset({DocumentKind.MINUTES, DocumentKind.AGENDA})


def papers_of(turn: Turn, view: View) -> Papers | None:
    """Return the papers that speak of a thread's matter, `None` where nothing is known of it."""
    items: dict[str, frozenset[int] | None] = {}
    entries = items_of(turn, view)
    entries += titled_alike(entries, view)
    if not entries and turn.item is None:
        items |= {document.id: None for document in _of_the_meeting(turn, view)}
    for entry in entries:
        some = items.get(entry.document.id) or frozenset()
        items[entry.document.id] = some | {entry.item.index}
    whole = [*turn.papers, *(memo.id for memo in _cited(entries, view))]
    there = {d.id for d in view.documents(Filter(documents=frozenset(whole)))} if whole else set()
    items |= {id_: None for id_ in whole if id_ in there}
    return Papers(items) if items else None


def own_papers_of(turn: Turn, view: View) -> Papers | None:
    """Return the item, or the papers of no meeting, that answered last; `None` without any."""
    own = [e for e in items_of(turn, view) if e.item.title == turn.item and _is_at(e, turn)]
    items: dict[str, frozenset[int] | None] = {}
    for entry in own:
        items[entry.document.id] = (items.get(entry.document.id) or frozenset()) | {
            entry.item.index
        }
    if not own:
        whole = frozenset(turn.papers)
        items |= {d.id: None for d in view.documents(Filter(documents=whole))} if whole else {}
    return Papers(items) if items else None


def _is_at(entry: ItemEntry, turn: Turn) -> bool:
    body = entry.document.body.name if entry.document.body else None
    return entry.document.date == turn.day and body == turn.body


def rules_of(turn: Turn, view: View) -> Papers | None:
    """Return the terms of reference of the committee that was spoken of, `None` without any."""
    if turn.body is None:
        return None
    terms = view.documents(Filter(kinds=frozenset({DocumentKind.TERMS})))
    own = (d for d in terms if _is_of(d, turn.body))
    items: dict[str, frozenset[int] | None] = {d.id: None for d in own}
    return Papers(items) if items else None


def _is_of(document: DocumentEntry, body: str) -> bool:
    if document.body is not None:
        return document.body.name == body
    return fold(body) in fold(document.title)


def _of_the_meeting(turn: Turn, view: View) -> Iterable[DocumentEntry]:
    if turn.day is None or turn.body is None:
        return ()
    on_the_day = view.documents(Filter(since=turn.day, until=turn.day, kinds=MEETING_PAPERS))
    return (d for d in on_the_day if d.body is not None and d.body.name == turn.body)


def _cited(entries: Iterable[ItemEntry], view: View) -> Iterator[DocumentEntry]:
    """Give the memos that items name by their day: "notatet af 20. maj 2025 er vedlagt"."""
    for entry in entries:
        text = entry.item.span.of(view.document(entry.document.id).text)
        if "notat" not in fold(text) and "memo" not in fold(text):
            continue
        for day in {day for _, day in find_dates(text)}:
            memos = Filter(since=day, until=day, kinds=frozenset({DocumentKind.MEMO}))
            yield from view.documents(memos)
