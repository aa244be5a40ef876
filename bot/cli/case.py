"""`referent case`: one case through all its meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from bot.cli.door import door_of
from bot.cli.lookup import cited_items, groups_about, without_twins
from bot.cli.options import Audience, Home, Json, audiences
from bot.cli.printing import print_json, print_text, screen
from bot.cli.question import checked
from index.archive import DocumentEntry, Filter, ItemEntry, View
from index.danish.case_numbers import find_case_numbers, normalise
from index.errors import NotInArchive


@dataclass(frozen=True, slots=True)
class Case:
    """A case: what was done about it, first step first, and documents that carry its number."""

    number: str | None
    """`None` where the item that was found has no case number and stands alone."""
    steps: tuple[ItemEntry, ...]
    documents: tuple[DocumentEntry, ...]

    @property
    def title(self) -> str:
        """The newest title it went by."""
        if self.steps:
            return self.steps[-1].item.title
        return self.documents[0].title


def case(
    context: typer.Context,
    named: Annotated[
        list[str], typer.Argument(metavar="NUMBER|WORDS", help="Its number, or what it is about.")
    ],
    as_json: Json = False,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """Follow a case from meeting to meeting."""
    text = checked(" ".join(named))
    with door_of(context).view(home, audiences(audience)) as view:
        found = find_case(view, text)
        cited = cited_items(view, found.steps)
    if as_json:
        from bot.rendering.as_json import (  # noqa: PLC0415 - start-up time
            decision_object,
            document_object,
        )
        from bot.rendering.lists_as_json import CaseObject  # noqa: PLC0415 - start-up time

        steps = [
            decision_object(entry, citations, document) for entry, citations, document in cited
        ]
        documents = [document_object(entry) for entry in found.documents]
        print_json(CaseObject(found.number, found.title, steps, documents))
        return
    from bot.rendering.decisions import decision_text  # noqa: PLC0415 - start-up time
    from bot.rendering.visible import visible_line  # noqa: PLC0415 - start-up time

    on = screen()
    number = f"Case {found.number}" if found.number else "No case number"
    blocks = [on.bold(on.wrapped(visible_line(f"{number} · {found.title}")))]
    blocks += [
        decision_text(entry, citations, document, on) for entry, citations, document in cited
    ]
    if found.documents:
        paths = [f"  {visible_line(f'{e.title} · {e.source}')}" for e in found.documents]
        blocks.append("\n".join([on.bold("Documents of this case"), *paths]))
    print_text("\n\n".join(blocks))


def find_case(view: View, text: str) -> Case:
    """Return the case that a number or words name.

    Raises:
        NotInArchive: None is.
    """
    numbers = {number for _, number in find_case_numbers(text)} | {normalise(text)}
    named = case_of(view, numbers)
    if named:
        return named
    for group in groups_about(view, text)[:1]:
        assert group.item is not None
        found = case_of(view, group.item.case_numbers[:1])
        return found or Case(None, _same_item(view, group.document.id, group.item.index), ())
    raise NotInArchive(f"No case {text!r} in the archive.")


def case_of(view: View, numbers: Sequence[str] | set[str]) -> Case | None:
    """Return the case with one of these numbers."""
    if not numbers:
        return None
    wanted = frozenset(numbers)
    steps = [e for e in view.items(Filter(case_numbers=wanted)) if wanted & {*e.item.case_numbers}]
    documents = [d for d in view.documents() if wanted & {*d.case_numbers}]
    if not steps and not documents:
        return None
    carried = {n for e in steps for n in e.item.case_numbers} | {
        n for d in documents for n in d.case_numbers
    }
    # Without a date there is no order: such steps come first rather than as the latest.
    ordered = sorted(without_twins(steps), key=lambda e: e.document.date or date.min)
    return Case(min(wanted & carried), tuple(ordered), tuple(documents))


def _same_item(view: View, document: str, index: int) -> tuple[ItemEntry, ...]:
    entries = view.items(Filter(documents=frozenset({document})))
    return tuple(entry for entry in entries if entry.item.index == index)


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(case)
