"""Decisions as text: a step of a case, an entry of a list."""

from collections.abc import Sequence

from bot.answers.matters.case_steps import Case, Step
from bot.answers.matters.matter import outcome_of
from bot.answers.matters.register import recorded
from bot.answers.matters.returns import PUT_OFF, Followed
from bot.answers.telling.votes import told_as_of
from bot.citations import Citation
from bot.rendering.places import path
from bot.rendering.screen import Screen
from bot.rendering.visible import visible_line
from bot.wording import phrase
from index.archive import ItemEntry
from index.danish.days import format_date
from index.decisions import Outcome
from index.documents import Document, MinutesStatus


def decision_text(
    entry: ItemEntry, citations: Sequence[Citation], document: Document, screen: Screen
) -> str:
    """Return an item with what was recommended and decided, what is recorded beside, and where."""
    outcome = entry.decision.outcome if entry.decision else Outcome.NONE
    closed = entry.item.closed and outcome is Outcome.NONE
    lines = [
        screen.bold(screen.wrapped(_headline(entry), rest="  ")),
        f"  {phrase('closed_item' if closed else told_as_of(entry), 'en')}",
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
    lines += _recorded(document, entry, screen)
    file = path(citations[-1], "en") if citations else visible_line(entry.document.source)
    return "\n".join([*lines, f"  {screen.dim(file)}"])


def case_text(
    case: Case,
    steps: Sequence[Step],
    cited: Sequence[tuple[ItemEntry, Sequence[Citation], Document]],
    last: Followed | None,
    others: Sequence[ItemEntry],
    screen: Screen,
) -> str:
    """Return a case step by step.

    Args:
        case: The case.
        steps: Its steps, each meeting's paper once.
        cited: The items of the steps, with their words.
        last: What came of its newest step.
        others: Items of other matters that may have been meant.
        screen: Where it is printed.
    """
    number = f"Case {case.number}" if case.number else "No case number"
    title = "several matters carry this number" if case.is_of_several_matters else case.title
    blocks = [screen.bold(screen.wrapped(visible_line(f"{number} · {title}")))]
    for step, (entry, citations, document) in zip(steps, cited, strict=True):
        text = decision_text(entry, citations, document, screen)
        if not step.by_number and len(steps) > 1:
            tie = f"by its title alone ({step.likeness:.0%} alike)"
            text += f"\n  {screen.dim(tie)}"
        blocks.append(text)
    if last is not None and _is_put_off(last):
        blocks.append("Put off, and not found in the archive since.")
    if case.documents:
        paths = [f"  {visible_line(f'{e.title} · {e.source}')}" for e in case.documents]
        blocks.append("\n".join([screen.bold("Documents of this case"), *paths]))
    if others:
        lines = [screen.wrapped(_headline(entry), "  · ", "    ") for entry in others]
        blocks.append("\n".join([screen.bold("Other matters that these words name"), *lines]))
    return "\n\n".join(blocks)


def _is_put_off(last: Followed) -> bool:
    return outcome_of(last.entry) in PUT_OFF and not last.later


def _recorded(document: Document, entry: ItemEntry, screen: Screen) -> list[str]:
    # Dissent and what follows stand in the decision's words already.
    told = recorded(document, entry.item.index)
    parts = (
        ("Decides", (told.authority,) if told.authority else ()),
        ("Took no part", told.absent),
    )
    return [
        screen.wrapped(
            visible_line(" ".join(s.of(document.text) for s in spans)), f"  {name}  ", "    "
        )
        for name, spans in parts
        if spans
    ]


def _headline(entry: ItemEntry) -> str:
    document, item = entry.document, entry.item
    parts = [
        document.body.short if document.body else document.title,
        *(["draft minutes"] if document.status is MinutesStatus.DRAFT else []),
        format_date(document.date, "en") if document.date else "undated",
        *([f"item {item.number}"] if item.number else []),
        item.title or "Untitled item",
        *([f"case {item.case_numbers[0]}"] if item.case_numbers else []),
    ]
    return visible_line(" · ".join(parts))
