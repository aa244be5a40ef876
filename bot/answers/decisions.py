"""What was decided: the decision's words, what had been recommended, and where it stands."""

from collections.abc import Sequence

from bot.answers import other_times, refusals, rows_named
from bot.answers.closed import say_closed
from bot.answers.competence import asks_who_decides, may_be_told_of, write_authority
from bot.answers.finding.named_amounts import other_amounts
from bot.answers.finding.searches import for_decision
from bot.answers.finding.unsaid import unmentioned
from bot.answers.matters import matter
from bot.answers.matters.candidates import (
    Candidate,
    candidates_of,
    naming_the_time,
    titled_with_day,
)
from bot.answers.matters.ended import ended_so, surely_ended_otherwise
from bot.answers.matters.meant import MAY_BE_MEANT, as_it_stands, chosen
from bot.answers.telling.decision_words import write_decision, write_items
from bot.answers.telling.draft import Draft
from bot.answers.telling.history import OTHERS_SHOWN, write_history
from bot.questions.ends import end_said
from bot.questions.intents import Intent
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View


def answer(question: Question, view: View) -> Reply | None:
    """Return the decision asked for, `None` when no item of the archive is about it."""
    if candidates := candidates_of(question, view):
        return _told(question, candidates, view)
    if question.period is None or question.last_meeting:
        return None
    naming = naming_the_time(question, view)
    titled = [c for c in naming if other_times.is_of_the_matter(question, c.entry)]
    if titled or not naming:
        return _told(question, titled, view)
    return other_times.tell(question, [candidate.entry for candidate in naming], view)


def of_titled_day(question: Question, view: View) -> Reply | None:
    """Return the decision on an item whose title names the day asked about, if one is."""
    if question.intent is not Intent.DECISION:
        return None
    return _told(question, titled_with_day(question, view), view)


def _told(question: Question, candidates: Sequence[Candidate], view: View) -> Reply | None:
    if not candidates:
        return None
    found = view.search(for_decision(question))
    main = before = chosen(question, found, candidates, view)
    end = end_said(question.text)
    if question.period is None and not question.people and not ended_so(end, main.entry):
        main = as_it_stands(question, main, view)
    words = main.entry.item.span.of(main.document.text)
    if asks_who_decides(question) and (
        other_amounts(question, words) or not may_be_told_of(question, found, main.entry)
    ):
        # Who decides goes by the amount and by the matter, and this item is of another.
        return refusals.refuse(question, view)
    draft = Draft(question.text, question.language)
    other_times.say_so(draft, question, main.entry)
    if main.entry.item.closed and main.entry.decision is None:
        return say_closed(draft, main.document, main.entry.item)
    rows_named.say_so(draft, question, main.entry, main.document)
    write_decision(draft, main.entry, main.document)
    write_authority(draft, question, main.entry, main.document)
    missing = unmentioned(question, found, main.document, main.entry.item)
    if missing := [word for word in missing if end_said(word) is None]:
        draft.warn("unmentioned", words=", ".join(missing))
    others = [c for c in candidates if c.entry.key != main.entry.key]
    if before is not main and all(c.entry.key != before.entry.key for c in others):
        others.append(before)
    same = [c for c in others if matter.continues(c.entry, main.entry)]
    if end and surely_ended_otherwise(end, [main.entry, *(c.entry for c in same)]):
        draft.warn(f"never_{end}")
    told = {entry.key for entry in write_history(draft, main.entry, [c.entry for c in same], view)}
    told.update(c.entry.key for c in same)
    rest = [c for c in others if c.entry.key not in told and c.score >= MAY_BE_MEANT * main.score]
    others_heading = draft.phrase("other_decisions_heading")
    write_items(draft, others_heading, [c.entry for c in rest[:OTHERS_SHOWN]], view)
    decided = matter.is_decided(main.entry)
    return draft.reply(ReplyKind.DECISION if decided else ReplyKind.NOT_DECIDED)
