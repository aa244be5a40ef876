"""`referent case`: one case through all its meetings."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.door import door_of
from bot.cli.lookup import cited_items, groups_about, without_twins
from bot.cli.options import Audience, Home, Json, audiences
from bot.cli.printing import print_json, print_text, screen
from bot.cli.question import checked
from index.archive import ItemEntry, View
from index.danish.case_numbers import find_case_numbers, normalise
from index.errors import NotInArchive

if TYPE_CHECKING:
    from bot.answers.matters.case_steps import Case


OTHERS_SHOWN = 3
"""Other matters that are named where words name several."""


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
    from bot.answers.matters.returns import followed  # noqa: PLC0415 - start-up time

    text = checked(" ".join(named))
    with door_of(context).view(home, audiences(audience)) as view:
        found = find_case(view, text)
        kept = without_twins(step.entry for step in found.steps)
        steps = [step for step in found.steps if step.entry in kept]
        cited = cited_items(view, [step.entry for step in steps])
        last = followed([steps[-1].entry], view)[0] if steps else None
        others = [] if found.by_its_number else others_named(view, text, found)
    if as_json:
        from bot.rendering.as_json import document_object  # noqa: PLC0415 - start-up time
        from bot.rendering.lists_as_json import case_object  # noqa: PLC0415 - start-up time

        print_json(
            case_object(found, steps, cited, [document_object(entry) for entry in found.documents])
        )
        return
    from bot.rendering.decisions import case_text  # noqa: PLC0415 - start-up time

    print_text(case_text(found, steps, cited, last, others, screen()))


def find_case(view: View, text: str) -> "Case":
    """Return the case that a number or words name.

    Raises:
        NotInArchive: None is.
    """
    from bot.answers.matters.case_steps import case_of_item, case_of_number  # noqa: PLC0415 - as above
    from bot.answers.matters.matter import entry_of  # noqa: PLC0415 - as above

    numbers = {number for _, number in find_case_numbers(text)} | {normalise(text)}
    if (named := case_of_number(numbers, view)) is not None:
        return named
    for group in groups_about(view, text)[:1]:
        assert group.item is not None
        document = view.document(group.document.id)
        return case_of_item(entry_of(group.document, document, group.item), view)
    raise NotInArchive(f"No case {text!r} in the archive.")


def others_named(view: View, text: str, found: "Case") -> list[ItemEntry]:
    """Return items of other matters that the same words name, the best first, each matter once."""
    from bot.answers.matters.matter import entry_of, same_matter  # noqa: PLC0415 - as above

    steps = {step.entry.key for step in found.steps}
    others: list[ItemEntry] = []
    for group in groups_about(view, text):
        if group.item is None or group.key in steps:
            continue
        entry = entry_of(group.document, view.document(group.document.id), group.item)
        known = (*others, *(step.entry for step in found.steps))
        if not any(same_matter(entry, other) for other in known):
            others.append(entry)
    return others[:OTHERS_SHOWN]


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(case)
