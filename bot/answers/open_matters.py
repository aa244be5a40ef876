"""Lists of what was put off: all of it with what became of it, or what is open to this day."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answers.finding.meetings import best_papers
from bot.answers.finding.sorts import bodies_of_sort
from bot.answers.matters import matter
from bot.answers.matters.in_part import put_off_in_part
from bot.answers.matters.listed_items import LONGEST, chosen, in_words
from bot.answers.matters.promised import asked_for, requests, without_minutes
from bot.answers.matters.returns import LEFT_OPEN, Followed, followed
from bot.answers.telling.decision_words import (
    agenda_lines,
    outcome_lines,
    told_lines,
    what_became,
)
from bot.answers.telling.draft import Draft
from bot.answers.telling.none_listed import say_none
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, ItemEntry, View
from index.danish.folding import fold
from index.decisions import Outcome

MOST_FOLLOWED = 80
"""Items, the newest first, that are followed to see whether they are open. Their returns lie in the
papers since the oldest of them, so this bounds what is read."""

UNCLEAR_SHOWN = 8
"""Items whose outcome has no class that are shown beside a list; of more, the number is said."""

UNCLEAR_COUNTED = 1_000
"""Such items that are counted."""


def put_off(question: Question, view: View) -> Reply | None:
    """Return the items that were put off, each with its return; `None` where there are no items."""
    bodies = question.bodies or bodies_of_sort(question, view)
    if bodies is None:
        return None  # "the board", where the archive has none
    question = replace(question, bodies=bodies)
    within = replace(question.filter(), outcomes=frozenset({Outcome.DEFERRED}))
    entries, count = chosen(question, within, view)
    parts = put_off_in_part(question, within, view)
    draft = Draft(question.text, question.language)
    if not entries and not parts:
        if not view.count_items(replace(within, outcomes=frozenset())):
            return None
        say_none(draft, within, view)
        _write_in_words(draft, question, within, view)
        return draft.none()
    if entries:
        draft.say("list_deferred", count=count)
        _write(draft, followed(entries, view), count, view)
    _write_parts(draft, parts, view)
    _write_in_words(draft, question, within, view)
    return draft.reply(ReplyKind.LIST)


def _write_parts(draft: Draft, parts: Sequence[ItemEntry], view: View) -> None:
    """List the items of which only a part was put off; nobody follows a part."""
    if parts:
        draft.heading(draft.phrase("list_in_part", count=len(parts)))
        draft.points(told_lines(draft, parts[:LONGEST], view), len(parts))


def _write_in_words(
    draft: Draft,
    question: Question,
    within: Filter,
    view: View,
    told: Sequence[Followed] = (),
) -> None:
    """Say of which items nobody can tell whether they belong to a list; show them, if few."""
    keys = {one.entry.key for one in told}
    unclear = [
        entry
        for entry in in_words(question, within, view, UNCLEAR_COUNTED)
        if entry.key not in keys
    ]
    if len(unclear) > UNCLEAR_SHOWN:
        count = len(unclear) if len(unclear) < UNCLEAR_COUNTED else f"{UNCLEAR_COUNTED}+"
        draft.say("list_unclassified", count=count)
    elif unclear:
        draft.say("list_in_words")
        draft.points(outcome_lines(draft, unclear, view))


def still_open(question: Question, view: View) -> Reply | None:
    """Return what waits for a decision; `None` where the archive has no items of what is asked."""
    within = replace(question.filter(), outcomes=LEFT_OPEN)
    entries, count = chosen(question, within, view, MOST_FOLLOWED)
    if not entries and not view.count_items(replace(within, outcomes=frozenset())):
        return None
    draft = Draft(question.text, question.language)
    if pattern("waits_for").search(fold(question.text)) and question.bodies:
        return _waiting_for(draft, question, view)
    open_ones = open_among(entries, view)
    write_open(draft, open_ones, view)
    asked = [one for one in asked_for(question, view) if not _told(one, open_ones)]
    if asked:
        draft.heading(draft.phrase("list_asked_for"))
        draft.points(_lines(draft, asked[:LONGEST], view, outcome_lines), len(asked))
    unheld = without_minutes(question, view, [*open_ones, *asked])
    if unheld:
        draft.heading(draft.phrase("list_without_minutes"))
        draft.points(agenda_lines(draft, unheld[:LONGEST], view), len(unheld))
    _write_parts(draft, put_off_in_part(question, within, view), view)
    if not draft.cites:
        draft.say("list_none_open")
        _write_in_words(draft, question, within, view)
        return draft.none()
    _write_in_words(draft, question, within, view, [*open_ones, *asked])
    if count > len(entries):
        draft.say("list_open_newest", count=len(entries))
    draft.say("list_open_as_known")
    return draft.reply(ReplyKind.LIST)


def requested(question: Question, view: View) -> Reply | None:
    """Return the items at which a body asked for something, `None` where there are none.

    By the last meeting where nothing says of which: what is asked for is wanted at the next. What
    one person asked for is none of it.
    """
    bodies = question.bodies or bodies_of_sort(question, view)
    if bodies is None or (not bodies and question.names):
        return None
    question = replace(question, bodies=bodies)
    entries = requests(question, view)
    if question.period is None and entries:
        newest = max((e.document.date for e in entries if e.document.date), default=None)
        entries = [e for e in entries if e.document.date == newest]
    if not entries:
        return None
    draft = Draft(question.text, question.language)
    draft.heading(draft.phrase("list_requested", count=len(entries)))
    listed = followed(entries[:LONGEST], view, by_body=True)
    draft.points(_lines(draft, listed, view, told_lines), len(entries))
    return draft.reply(ReplyKind.LIST)


def _told(one: Followed, others: Sequence[Followed]) -> bool:
    """Tell whether an item is a later step of another that is told."""
    return any(one.entry.key == later.key for other in others for later in other.later)


def _waiting_for(draft: Draft, question: Question, view: View) -> Reply:
    """List what others recommended to a body that has not decided on it since."""
    within = replace(question.filter(), bodies=frozenset(), outcomes=LEFT_OPEN)
    alone = replace(question, bodies=())
    entries, _ = chosen(alone, within, view, MOST_FOLLOWED)
    names = {fold(name) for body in question.bodies for name in body.names}
    stems = {re.sub(r"(?:et|en)$", "", name.split(",")[0]) for name in names}
    passed_on = [
        entry
        for entry in entries
        if matter.outcome_of(entry) is Outcome.RECOMMENDED
        and any(stem in _words_on(entry, view) for stem in stems)
    ]
    write_open(draft, open_among(passed_on, view), view)
    if not draft.cites:
        draft.say("list_none_open")
        return draft.none()
    draft.say("list_open_as_known")
    return draft.reply(ReplyKind.LIST)


def _words_on(entry: ItemEntry, view: View) -> str:
    """Return what an item says of who decides: its recommendation, decision and authority."""
    decision = entry.decision
    text = view.document(entry.document.id).text
    authority = decision.authority.of(text) if decision and decision.authority else ""
    return fold(" ".join((*entry.recommendation_texts, *entry.decision_texts, authority)))


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
    draft.points(_lines(draft, listed, view, told_lines), count)


def _lines(
    draft: Draft,
    listed: Sequence[Followed],
    view: View,
    lines_of: Callable[[Draft, Sequence[ItemEntry], View], list[str]],
) -> list[str]:
    """Return a line an item, one after the other, so that markers are numbered as they are read."""
    return [
        " ".join((*lines_of(draft, [one.entry], view), what_became(draft, one, view)))
        for one in listed
    ]
