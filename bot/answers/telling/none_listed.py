"""That no item has the outcome asked for, and how far that can be told at all."""

from bot.answers.matters.listed_items import unrecognised
from bot.answers.telling.draft import Draft
from index.archive import Filter, View


def say_none(draft: Draft, within: Filter, view: View) -> None:
    """Say that no item within a filter has its outcomes, as far as decisions were recognised."""
    draft.say("list_none")
    if (unknown := unrecognised(within, view)) is not None:
        draft.say("list_unrecognised", count=unknown[0], all=unknown[1])
