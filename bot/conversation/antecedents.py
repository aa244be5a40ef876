"""What "kurset" stands for: an item of the thread's matter that speaks of a course."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.conversation.turns import Turn
from bot.questions.wanted import Wanted, holds
from index.archive import Filter, ItemEntry, View
from index.danish.compounds import parts
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.sentences import sentences
from index.danish.stems import stem
from index.danish.words import folded_words


def place_that_speaks(
    words: Sequence[str],
    turn: Turn,
    view: View,
    glossary: Glossary,
    sought: Wanted | None = None,
    *,
    newest: bool = False,
) -> Turn | None:
    """Return the turn, at the newest item of its matter that speaks of a thing; else `None`.

    Its own item comes first, then those of the same case.

    Args:
        words: The folded words that name the thing, in either language.
        turn: What the thread is about.
        view: The archive.
        glossary: Translates the words.
        sought: What must stand beside them, in one sentence: when "it opened", a day.
        newest: Whether the newest item comes before its own: what is asked is how it stands now.
    """
    wanted = [stems_of(word, glossary) for word in words]
    entries = items_of(turn, view)
    if newest:
        entries.sort(key=lambda entry: str(entry.document.date or ""), reverse=True)
    for entry in entries:
        text = entry.item.span.of(view.document(entry.document.id).text)
        told = [text] if sought is None else [place.of(text) for place in sentences(text)]
        if any(_speaks(words_, wanted, sought) for words_ in told):
            return at_item(entry, turn)
    return None


def _speaks(text: str, wanted: Sequence[frozenset[str]], sought: Wanted | None) -> bool:
    if sought is not None and not holds(sought, text):
        return False
    spoken = stems_in(folded_words(text))
    return all(stems & spoken for stems in wanted)


def items_of(turn: Turn, view: View) -> list[ItemEntry]:
    """Return the item of a turn, and after it those of the same case, the newest first."""
    if turn.item is None or turn.day is None:
        return []
    on_the_day = view.items(Filter(since=turn.day, until=turn.day))
    own = [e for e in on_the_day if e.item.title == turn.item and _body(e) == turn.body]
    numbers = frozenset(number for entry in own for number in entry.item.case_numbers)
    others = view.items(Filter(case_numbers=numbers)) if numbers else ()
    dated = sorted(others, key=lambda e: str(e.document.date or ""), reverse=True)
    return [*own, *(entry for entry in dated if entry.key not in {e.key for e in own})]


def at_item(entry: ItemEntry, turn: Turn) -> Turn:
    """Return a turn, at another item."""
    return replace(turn, item=entry.item.title, day=entry.document.date, body=_body(entry))


def _body(entry: ItemEntry) -> str | None:
    return entry.document.body.name if entry.document.body else None


def stems_of(word: str, glossary: Glossary) -> frozenset[str]:
    """Return the stems of a folded word, of its translations, and of words of its sense."""
    told = (*glossary.into_danish([word]), *glossary.synonyms([word]))
    forms = [form for one in told for form in one.forms]
    single = [fold(form) for form in forms if " " not in form]
    return frozenset(stem(form) for form in (word, *single))


def stems_in(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of folded words, and of the parts of those that are compounds."""
    told = set(words)
    return frozenset(stem(part) for word in told for part in (word, *parts(word)))
