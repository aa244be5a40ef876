"""What was decided at another time than the one asked about, where that time has no decision on it.

"Lukkes 1. januar 2025" is no decision of 2025, and yet it may be what somebody was after: so it is
told as what it is, behind the no.
"""

import re
from collections.abc import Sequence

from bot.answers.finding.searches import meeting_papers
from bot.answers.matters.returns import followed
from bot.answers.telling.decision_words import outcome_lines, what_became
from bot.answers.telling.draft import Draft, plain
from bot.questions.period_words import period_words
from bot.questions.question import Question
from bot.questions.times.period import Period
from bot.replies import Reply, ReplyKind
from index.archive import BodyEntry, ItemEntry, View
from index.danish.days import find_dates, format_date
from index.danish.folding import fold

SHOWN = 3
"""Items of other days that are shown."""

MEETINGS_SHOWN = 12
"""Meetings of a body that are named where it has none of the time asked about."""


def tell(question: Question, naming: Sequence[ItemEntry], view: View) -> Reply:
    """Say that nothing was decided then, and what was decided at other times that names the time.

    Args:
        question: The question, with a period.
        naming: Items of other days whose words name that period.
        view: The archive.
    """
    assert question.period is not None
    draft = Draft(question.text, question.language)
    period = plain(period_words(question))
    held = view.documents(meeting_papers(question))
    if held:
        draft.say("none_at_that_time", period=period)
    elif question.bodies:
        body = question.bodies[0]
        draft.say("not_in_archive_period", body=plain(body.body.short), period=period)
        _write_meetings(draft, body)
    else:
        draft.say("no_meeting_at_that_time", period=period)
    if naming:
        draft.heading(draft.phrase("names_that_time", period=period))
        draft.points(_lines(draft, naming[:SHOWN], view))
    return draft.reply(ReplyKind.NOT_FOUND if held else ReplyKind.NOT_IN_ARCHIVE)


def _lines(draft: Draft, entries: Sequence[ItemEntry], view: View) -> list[str]:
    """Return a line an item, with what was decided in its matter since."""
    lines = []
    for one in followed(entries, view, by_body=True):
        (line,) = outcome_lines(draft, [one.entry], view)
        lines.append(f"{line} {what_became(draft, one, view)}" if one.later else line)
    return lines


def _write_meetings(draft: Draft, body: BodyEntry) -> None:
    days = [format_date(day, draft.language) for day in body.meetings[-MEETINGS_SHOWN:]]
    if days:
        draft.say("meetings_held", body=plain(body.body.short), dates="; ".join(days))


def is_of_the_matter(question: Question, entry: ItemEntry) -> bool:
    """Tell whether a period belongs to what was decided on, and not to the meeting.

    The congress "for 2019" is one, and so is the congress in 2019 where the item has that year in
    its title.
    """
    assert question.period is not None
    if _OF_A_THING.match(fold(question.period.words)):
        return True
    return _names(question.period, entry.item.title)


def _names(period: Period, title: str) -> bool:
    if period.year is not None:
        return re.search(rf"(?<!\d){period.year}(?!\d)", title) is not None
    return fold(period.words) in fold(title) or any(
        period.holds(day) for _, day in find_dates(title)
    )


_OF_A_THING = re.compile(
    r"(?:for|af|of|om|fra|from|til|until|siden|since)\b|(?:(?:on|in|about)\s+)?the\s+(?:19|20)\d\d$"
)
"""Words before a time by which it is that of a thing, folded: "the 2026 price list" too."""


def say_so(draft: Draft, question: Question, entry: ItemEntry) -> None:
    """Say first that an item is of another day than the time asked about, where it is."""
    period, day = question.period, entry.document.date
    if period is None or day is None or period.holds(day):
        return
    if _OF_A_THING.match(fold(period.words)):
        return
    told = format_date(day, draft.language)
    draft.say("of_another_time", period=plain(period_words(question)), date=told)
