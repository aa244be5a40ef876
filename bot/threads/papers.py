"""The papers of a thread's matter: its item, those of the same case, and what they cite."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from bot.answers.matters.matter import outcome_of, same_matter
from bot.conversation.antecedents import at_item, items_of
from bot.conversation.readings import Step
from bot.conversation.turns import Turn
from bot.questions.times.period import Period
from bot.threads.alike import day_of, perhaps_alike, quoted_alike, spoken_of_alike, titled_alike
from bot.threads.within import Papers
from index.archive import DocumentEntry, Filter, ItemEntry, View
from index.danish.days import find_dates
from index.danish.folding import fold
from index.documents import MEETING_PAPERS, DocumentKind, Item

Items = dict[str, frozenset[int] | None]
"""As in `Papers`."""


class Matter:
    """What a thread is about, and the papers that speak of it; each is looked for once."""

    def __init__(self, turn: Turn, view: View) -> None:
        """Take what was spoken of last, and the archive."""
        self.turn = turn
        self.view = view

    @cached_property
    def _case(self) -> list[ItemEntry]:
        return items_of(self.turn, self.view)

    @cached_property
    def _entries(self) -> list[ItemEntry]:
        alike = (*self._titled, *self._perhaps, *self._quoted)
        return list({entry.key: entry for entry in (*self._case, *alike)}.values())

    @cached_property
    def steps(self) -> list[Step]:
        """Its items, the newest first; none where the thread is at no item."""
        newest_first = sorted(self._entries, key=day_of, reverse=True)
        return [Step(at_item(entry, self.turn), outcome_of(entry)) for entry in newest_first]

    def at_a_time(self, then: Period) -> list[Turn]:
        """Return the items of its committee, of a time, that speak of what it does."""
        told = spoken_of_alike(self._case, then, self.view)
        return [at_item(entry, self.turn) for entry in told]

    @cached_property
    def papers(self) -> Papers | None:
        """The papers that speak of it, `None` where nothing is known of it."""
        entries = self._entries
        items = _held(entries)
        if not entries and self.turn.item is None:
            items |= {document.id: None for document in _of_the_meeting(self.turn, self.view)}
        memos = (memo.id for memo in _cited(entries, self.view))
        return _papers(items | self._whole([*self.turn.papers, *memos]))

    @cached_property
    def _titled(self) -> list[ItemEntry]:
        return titled_alike(self._case, self.view)

    @cached_property
    def _perhaps(self) -> list[ItemEntry]:
        return perhaps_alike(self._case, self.view)

    @cached_property
    def _quoted(self) -> list[ItemEntry]:
        return quoted_alike(self._case, self.turn.beside, self.view)

    def is_perhaps(self, document: str, item: Item | None) -> bool:
        """Tell whether an item is taken for one of the matter by its text alone."""
        if item is None or item.title == self.turn.item:
            return False
        likely = (e for e in self._perhaps if not same_matter(e, self._case[0]))
        return any(e.key == (document, item.index) for e in likely)

    def is_quoted_beside(self, document: str, item: Item | None) -> bool:
        """Tell whether an item is spoken of for no more than having been quoted with the first."""
        if item is None or item.title == self.turn.item:
            return False
        keys = {e.key for e in (*self._case, *self._perhaps, *self._titled)}
        quoted = (e for e in self._quoted if e.key not in keys)
        return any(e.key == (document, item.index) for e in quoted)

    @cached_property
    def own_items(self) -> list[ItemEntry]:
        """The item that answered last, in each paper of its meeting."""
        turn = self.turn
        return [e for e in self._case if e.item.title == turn.item and _is_at(e, turn)]

    @cached_property
    def own_papers(self) -> Papers | None:
        """The item, or the papers of no meeting, that answered last; `None` without any."""
        return _papers(_held(self.own_items) or self._whole(self.turn.papers))

    @cached_property
    def rules(self) -> Papers | None:
        """The terms of reference of the committee that was spoken of, `None` without any."""
        if self.turn.body is None:
            return None
        terms = self.view.documents(Filter(kinds=frozenset({DocumentKind.TERMS})))
        return _papers({d.id: None for d in terms if _is_of(d, self.turn.body)})

    def _whole(self, ids: Sequence[str]) -> Items:
        """Return those documents that are there, whole."""
        there = self.view.documents(Filter(documents=frozenset(ids))) if ids else ()
        return {document.id: None for document in there}


class OneItem(Matter):
    """One item of it alone, as it was told at its meeting."""

    @property
    def papers(self) -> Papers | None:
        """The item."""
        return self.own_papers


def _held(entries: Iterable[ItemEntry]) -> Items:
    items: Items = {}
    for entry in entries:
        some = items.get(entry.document.id) or frozenset()
        items[entry.document.id] = some | {entry.item.index}
    return items


def _papers(items: Items) -> Papers | None:
    return Papers(items) if items else None


def _is_at(entry: ItemEntry, turn: Turn) -> bool:
    body = entry.document.body.name if entry.document.body else None
    return entry.document.date == turn.day and body == turn.body


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
