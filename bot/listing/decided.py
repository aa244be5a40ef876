"""The register of decisions: what became of items."""

from collections.abc import Callable

from bot.listing.lookup import groups_about, without_twins
from bot.questions.language import language_of
from index.archive import Filter, ItemEntry, Query, View
from index.decisions import Outcome
from index.documents import DocumentKind


def decided_items(
    view: View, within: Filter, about: str | None = None, *, with_closed: bool = False
) -> list[ItemEntry]:
    """Return the items of which it can be said what became of them, newest meeting first.

    Args:
        view: The archive.
        within: Bodies, a time and outcomes.
        about: Words; only items that they find.
        with_closed: Also those that were dealt with behind closed doors, of which a reader who may
            not see them is to be told that, and nothing of a decision.
    """
    closed = with_closed and not within.outcomes
    entries = [e for e in view.items(within) if is_decided(e) or (closed and is_closed(e))]
    if about is not None:
        found = {group.key for group in groups_about(view, about, within)}
        named = _titles_named(view, about, within)
        entries = [e for e in entries if e.key in found or named(e.item.title)]
    return without_twins(entries)


def is_closed(entry: ItemEntry) -> bool:
    """Tell whether an item was dealt with behind doors that are closed to who asks."""
    held = entry.document.kind is DocumentKind.MINUTES
    return held and entry.item.closed and entry.decision is None


def _titles_named(view: View, about: str, within: Filter) -> Callable[[str], bool]:
    """Return what tells whether a title has all of the words, also as an end of longer ones.

    What texts hold of a word ranks those items first that hold it most, and the item on the thing
    itself may lie below them: "skole" asks for the "Friluftsskolen" whatever else tells of schools.
    """
    from bot.answers.finding.matching import stands_or_joins  # noqa: PLC0415 - start-up time

    terms = view.search(Query(about, language_of(about), within, limit=1)).terms
    return lambda title: bool(terms) and all(stands_or_joins(term, title) for term in terms)


def is_decided(entry: ItemEntry) -> bool:
    """Tell whether it can be said what became of an item.

    The items of an agenda are yet to be decided on, and of a closed item that the audience may
    not see, "no decision is recorded" would be a false statement.
    """
    if entry.decision is not None and entry.decision.outcome is not Outcome.NONE:
        return True
    return entry.document.kind is DocumentKind.MINUTES and not entry.item.closed
