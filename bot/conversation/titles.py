"""Items that a thread may come to by their titles."""

import re
from collections.abc import Sequence

from bot.conversation.antecedents import at_item, stems_in, stems_of
from bot.conversation.turns import Turn
from index.archive import Filter, ItemEntry, Query, View
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.words import folded_words
from index.documents import MEETING_PAPERS

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
    return at_item(found[0], turn) if found else None


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
