"""The register of decisions: what became of items."""

from bot.listing.lookup import groups_about, without_twins
from index.archive import Filter, ItemEntry, View
from index.decisions import Outcome
from index.documents import DocumentKind


def decided_items(view: View, within: Filter, about: str | None = None) -> list[ItemEntry]:
    """Return the items of which it can be said what became of them, newest meeting first.

    Args:
        view: The archive.
        within: Bodies, a time and outcomes.
        about: Words; only items that they find.
    """
    entries = [entry for entry in view.items(within) if is_decided(entry)]
    if about is not None:
        found = {group.key for group in groups_about(view, about, within)}
        entries = [entry for entry in entries if entry.key in found]
    return without_twins(entries)


def is_decided(entry: ItemEntry) -> bool:
    """Tell whether it can be said what became of an item.

    The items of an agenda are yet to be decided on, and of a closed item that the audience may
    not see, "no decision is recorded" would be a false statement.
    """
    if entry.decision is not None and entry.decision.outcome is not Outcome.NONE:
        return True
    return entry.document.kind is DocumentKind.MINUTES and not entry.item.closed
