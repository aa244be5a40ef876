"""Items that a thread may come to: by their titles, or as steps of its case."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.matters.by_text import akin, perhaps_again
from bot.answers.matters.matter import entry_of, outcome_of, same_matter
from bot.answers.matters.titles import share_a_thing
from bot.conversation.antecedents import items_of, stems_in, stems_of
from bot.conversation.readings import Step
from bot.conversation.turns import Turn
from index.archive import Filter, ItemEntry, Query, View
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.words import folded_words
from index.documents import MEETING_PAPERS

ALIKE_LOOKED_AT = 8
"""Items found by a title that are looked at for being of the same matter."""
_RETURNS = 2
"""Times that a matter is followed on from what it may have come back as."""
TITLES_FOUND = 5
"""Items of a search that are looked at for a title."""


def place_titled(
    words: Sequence[str], turn: Turn, view: View, glossary: Glossary, *, anywhere: bool = False
) -> Turn | None:
    """Return the turn at another item of its meeting whose title names a thing; else `None`.

    Args:
        words: The folded words that name the thing, in either language.
        turn: What the thread is about.
        view: The archive.
        glossary: Translates the words.
        anywhere: Whether other meetings are looked through where its own has none.
    """
    words = [part for word in words for part in _in_full(word, view)]
    wanted = _named(words, glossary)
    entries = [entry for entry in _of_the_meeting(turn, view) if entry.item.title != turn.item]
    found = [entry for entry in entries if _names(entry.item.title, wanted)]
    if not found and anywhere:
        found = [e for e in _titled(words, view, glossary) if _names(e.item.title, wanted)]
    return _at(found[0], turn) if found else None


def _in_full(word: str, view: View) -> list[str]:
    """Return the folded words that a short form stands for; the word itself where it is none."""
    told = (entry.abbreviation for entry in view.abbreviations())
    long = next((one.long for one in told if fold(one.short) == word), None)
    return folded_words(long) if long is not None else [word]


def _of_the_meeting(turn: Turn, view: View) -> Sequence[ItemEntry]:
    if turn.day is None or turn.body is None:
        return ()
    on_the_day = view.items(Filter(since=turn.day, until=turn.day))
    return [e for e in on_the_day if e.document.body and e.document.body.name == turn.body]


def _titled(words: Sequence[str], view: View, glossary: Glossary) -> Sequence[ItemEntry]:
    """Return items that a search for some words finds, best first."""
    papers = Filter(kinds=MEETING_PAPERS)
    danish = [form for term in glossary.into_danish(words) for form in term.forms[:2]]
    danish += [form for word in words for form in _danish(word, glossary)]
    found = view.search(Query(" ".join(danish), "da", papers, limit=TITLES_FOUND))
    return [
        ItemEntry(group.document, group.item, None, (), ())
        for group in found.groups
        if group.item is not None
    ]


def _named(words: Sequence[str], glossary: Glossary) -> list[frozenset[str]]:
    """Return the stems of each thing named: words that are one term together are one thing."""
    found: list[frozenset[str]] = []
    at = 0
    terms = {term.start: term for term in glossary.into_danish(words) if term.end > term.start + 1}
    while at < len(words):
        if term := terms.get(at):
            found.append(frozenset(stem(fold(form)) for form in term.forms if " " not in form))
            at = term.end
        else:
            found.append(_stems(words[at], glossary))
            at += 1
    return found


def _stems(word: str, glossary: Glossary) -> frozenset[str]:
    """Return the stems by which a title may name a thing, also without an article behind it."""
    bare = _ARTICLE.sub("", word)
    return stems_of(word, glossary) | (stems_of(bare, glossary) if len(bare) > _SHORT else set())


_ARTICLE = re.compile(r"(?:en|et|erne|ene)$")
_SHORT = 3
"""Letters of what is left without an article that mean too little."""


def _danish(word: str, glossary: Glossary) -> list[str]:
    told = [form for one in glossary.into_danish([word]) for form in one.forms]
    bare = _ARTICLE.sub("", word)
    return told[:2] or ([word, bare] if len(bare) > _SHORT else [word])


def _names(title: str, wanted: Sequence[frozenset[str]]) -> bool:
    spoken = stems_of_title(title)
    return all(stems & spoken for stems in wanted)


def stems_of_title(title: str) -> frozenset[str]:
    """Return the stems of a title, and of the parts of its compounds."""
    return stems_in(folded_words(fold(title)))


def steps_of(turn: Turn, view: View) -> list[Step]:
    """Return the items of a turn's case, the newest first; none where it is at no item."""
    entries = items_of(turn, view)
    entries += [*titled_alike(entries, view), *perhaps_alike(entries, view)]
    entries.sort(key=_day, reverse=True)
    return [Step(_at(entry, turn), outcome_of(entry)) for entry in entries]


def titled_alike(entries: Sequence[ItemEntry], view: View) -> list[ItemEntry]:
    """Return the items of other meetings that treat the matter of the first of some, by title.

    Of one with a case number, those of the same case are known.
    """
    if not entries or not entries[0].item.title or entries[0].item.case_numbers:
        return []
    own = entries[0]
    found = view.search(
        Query(own.item.title, "da", Filter(kinds=MEETING_PAPERS), limit=ALIKE_LOOKED_AT)
    )
    others = [
        entry_of(group.document, view.document(group.document.id), group.item)
        for group in found.groups
        if group.item is not None and group.document.id != own.document.id
    ]
    return [other for other in others if same_matter(other, own)]


def perhaps_alike(entries: Sequence[ItemEntry], view: View) -> list[ItemEntry]:
    """Return the items that may treat the matter of the first of some, by their text alone.

    Of a case that has a number, only what has none, or is on the same thing by its title: some
    secretariats give a matter a new number each year.
    """
    if not entries or not entries[0].item.title:
        return []
    own = entries[0]
    found = [other for other in akin(own, view) if _may_be_of(own, other)]
    for _ in range(_RETURNS):
        # "Sommerkursus" comes back as "Ungekursus", and that as "Evaluering af ungekurset".
        further = perhaps_again(found[-1], view) if found and _day(found[-1]) > _day(own) else []
        found += further[-1:]
    return found


def _may_be_of(own: ItemEntry, other: ItemEntry) -> bool:
    if not (own.item.case_numbers and other.item.case_numbers):
        return True
    body = own.document.body.name if own.document.body else ""
    return share_a_thing(own.item.title, other.item.title, body)


def _day(entry: ItemEntry) -> str:
    return str(entry.document.date or "")


def _at(entry: ItemEntry, turn: Turn) -> Turn:
    body = entry.document.body
    name = body.name if body else None
    return replace(turn, item=entry.item.title, day=entry.document.date, body=name)
