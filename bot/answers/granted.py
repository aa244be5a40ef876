"""What a body granted in some time: its decisions that name an amount, which nobody adds up here.

A sum of what minutes happen to print would be a figure that no paper holds.
"""

from dataclasses import replace

from bot.answers.finding.meetings import one_paper_each
from bot.answers.matters.listed_items import LONGEST
from bot.answers.telling.decision_words import told_lines
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.questions.wanted import Wanted, holds
from bot.replies import Reply, ReplyKind
from index.archive import ItemEntry, View
from index.decisions import Outcome

_GRANTING = frozenset(
    {Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE, Outcome.VOTE, Outcome.UNCLASSIFIED}
)
_LOOKED_AT = 200
"""Items, the newest first, whose amounts are looked for."""


def answer(question: Question, view: View) -> Reply | None:
    """Return the decisions by which money was granted, `None` where none names an amount."""
    within = replace(question.filter(), outcomes=_GRANTING)
    entries = [
        entry for entry in one_paper_each(view.items(within))[:_LOOKED_AT] if _names_amount(entry)
    ]
    if not entries:
        return None
    draft = Draft(question.text, question.language)
    draft.say("list_granted", count=len(entries))
    draft.points(told_lines(draft, entries[:LONGEST], view, with_asked=True), len(entries))
    return draft.reply(ReplyKind.LIST)


def _names_amount(entry: ItemEntry) -> bool:
    """Tell whether the decision on an item, or what it was an answer to, names an amount."""
    if any(holds(Wanted.MONEY, words) for words in entry.decision_texts):
        return True
    if entry.decision is None or entry.decision.outcome is Outcome.UNCLASSIFIED:
        return False
    return any(holds(Wanted.MONEY, words) for words in entry.recommendation_texts)
