"""Lists of what was put off: all of it with what became of it, or what is open to this day."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.finding.meetings import best_papers
from bot.answers.matters import matter
from bot.answers.matters.listed_items import LONGEST, chosen
from bot.answers.matters.returns import LEFT_OPEN, Followed, followed
from bot.answers.telling.decision_words import told_lines, what_became
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, ItemEntry, View
from index.decisions import Outcome

MOST_FOLLOWED = 80
"""Items, the newest first, that are followed to see whether they are open. Their returns lie in the
papers since the oldest of them, so this bounds what is read."""


def put_off(question: Question, view: View) -> Reply | None:
    """Return the items that were put off, each with its return; `None` where there are no items."""
    within = replace(question.filter(), outcomes=frozenset({Outcome.DEFERRED}))
    entries, count = chosen(question, within, view)
    draft = Draft(question.text, question.language)
    if not entries:
        if not view.count_items(replace(within, outcomes=frozenset())):
            return None
        draft.say("list_none")
        return draft.reply(ReplyKind.NOT_FOUND)
    draft.say("list_deferred", count=count)
    _write(draft, followed(entries, view), count, view)
    return draft.reply(ReplyKind.LIST)


def still_open(question: Question, view: View) -> Reply | None:
    """Return what waits for a decision; `None` where the archive has no items of what is asked."""
    within = replace(question.filter(), outcomes=LEFT_OPEN)
    entries, count = chosen(question, within, view, MOST_FOLLOWED)
    if not entries and not view.count_items(replace(within, outcomes=frozenset())):
        return None
    draft = Draft(question.text, question.language)
    write_open(draft, open_among(entries, view), view)
    if not draft.cites:
        draft.say("list_none_open")
        return draft.reply(ReplyKind.NOT_FOUND)
    if count > len(entries):
        draft.say("list_open_newest", count=len(entries))
    draft.say("list_open_as_known")
    return draft.reply(ReplyKind.LIST)


def left_open(within: Filter, view: View, most: int) -> Sequence[ItemEntry]:
    """Return the newest items that somebody has yet to decide on, each meeting's paper once."""
    papers = best_papers(within, view)
    wanted = replace(within, documents=papers, outcomes=LEFT_OPEN)
    return view.items(wanted, most) if papers else ()


def open_among(entries: Sequence[ItemEntry], view: View) -> list[Followed]:
    """Return those of some items that wait for a decision to this day."""
    return [one for one in followed(entries, view) if one.is_open]


def write_open(draft: Draft, open_ones: Sequence[Followed], view: View) -> None:
    """Write what was put off, and apart from it what waits for another body."""
    waiting = [one for one in open_ones if matter.outcome_of(one.entry) is Outcome.RECOMMENDED]
    rest = [one for one in open_ones if one not in waiting]
    for key, part in (("list_open", rest), ("list_waiting", waiting)):
        if part:
            draft.heading(draft.phrase(key, count=len(part)))
            _write(draft, part[:LONGEST], len(part), view)


def _write(draft: Draft, listed: Sequence[Followed], count: int, view: View) -> None:
    """List open items with what became of them; where they are cut off from `count`, say so."""
    lines = []
    for one in listed:
        # One after the other, so that markers are numbered as they are read.
        outcome = told_lines(draft, [one.entry], view)
        lines.append(" ".join((*outcome, what_became(draft, one, view))))
    draft.points(lines, count)
