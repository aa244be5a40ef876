"""What "kurset" stands for: an item of the thread's matter that speaks of a course."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.conversation.turns import Turn
from index.archive import Filter, ItemEntry, View
from index.danish.compounds import parts
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.words import folded_words


def place_that_speaks(
    words: Sequence[str], turn: Turn, view: View, glossary: Glossary
) -> Turn | None:
    """Return the turn, at the newest item of its matter that speaks of a thing; else `None`.

    Its own item comes first, then those of the same case.

    Args:
        words: The folded words that name the thing, in either language.
        turn: What the thread is about.
        view: The archive.
        glossary: Translates the words.
    """
    wanted = [_stems_of(word, glossary) for word in words]
    for entry in _of_the_matter(turn, view):
        span = entry.item.span
        spoken = stems_in(
            folded_words(view.document(entry.document.id).text[span.start : span.end])
        )
        if all(stems & spoken for stems in wanted):
            body = entry.document.body
            name = body.name if body else None
            return replace(turn, item=entry.item.title, day=entry.document.date, body=name)
    return None


def _of_the_matter(turn: Turn, view: View) -> list[ItemEntry]:
    if turn.item is None or turn.day is None:
        return []
    on_the_day = view.items(Filter(since=turn.day, until=turn.day))
    own = [e for e in on_the_day if e.item.title == turn.item and _body(e) == turn.body]
    numbers = frozenset(number for entry in own for number in entry.item.case_numbers)
    others = view.items(Filter(case_numbers=numbers)) if numbers else ()
    dated = sorted(others, key=lambda e: str(e.document.date or ""), reverse=True)
    return [*own, *(entry for entry in dated if entry.key not in {e.key for e in own})]


def _body(entry: ItemEntry) -> str | None:
    return entry.document.body.name if entry.document.body else None


def _stems_of(word: str, glossary: Glossary) -> frozenset[str]:
    forms = [form for told in glossary.into_danish([word]) for form in told.forms]
    single = [fold(form) for form in forms if " " not in form]
    return frozenset(stem(form) for form in (word, *single))


def stems_in(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of folded words, and of the parts of those that are compounds."""
    told = set(words)
    return frozenset(stem(part) for word in told for part in (word, *parts(word)))
