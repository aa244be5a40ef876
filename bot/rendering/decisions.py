"""Decisions as text: a step of a case, an entry of a list."""

from collections.abc import Sequence

from bot.citations import Citation
from bot.rendering.places import path
from bot.rendering.screen import Screen
from bot.rendering.visible import visible_line
from bot.wording import phrase
from index.archive import ItemEntry
from index.danish.dates import format_date
from index.decisions import Outcome


def decision_text(entry: ItemEntry, citations: Sequence[Citation], screen: Screen) -> str:
    """Return an item with what was recommended, what was decided, and where it stands."""
    outcome = entry.decision.outcome if entry.decision else Outcome.NONE
    closed = entry.item.closed and outcome is Outcome.NONE
    lines = [
        screen.bold(screen.wrapped(_headline(entry), rest="  ")),
        f"  {phrase('closed_item' if closed else f'word_{outcome.value}', 'en')}",
    ]
    if entry.recommendation_texts:
        lines.append("  Recommended")
        lines += [
            screen.wrapped(visible_line(words), "    · ", "      ")
            for words in entry.recommendation_texts
        ]
    if entry.decision_texts:
        words = visible_line(" ".join(entry.decision_texts))
        label = "  Recorded  " if outcome is Outcome.NONE else "  Decided  "
        lines.append(screen.wrapped(f"“{words}”", label, " " * len(label)))
    file = path(citations[-1], "en") if citations else visible_line(entry.document.source)
    return "\n".join([*lines, f"  {screen.dim(file)}"])


def _headline(entry: ItemEntry) -> str:
    document, item = entry.document, entry.item
    parts = [
        document.body.short if document.body else document.title,
        format_date(document.date, "en") if document.date else "undated",
        *([f"item {item.number}"] if item.number else []),
        item.title or "Untitled item",
        *([f"case {item.case_numbers[0]}"] if item.case_numbers else []),
    ]
    return visible_line(" · ".join(parts))
