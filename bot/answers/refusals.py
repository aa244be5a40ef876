"""The four kinds of no, each with what was looked for and what is nearest."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.finding.meetings import is_superseded, standing
from bot.answers.finding.searches import for_fact
from bot.answers.finding.unsaid import untranslated
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import item_name, linked
from bot.citations import UncitablePlace
from bot.conversation.turns import Turn
from bot.questions.intents import Intent, ListAspect
from bot.questions.patterns import pattern
from bot.questions.period_words import period_words
from bot.questions.question import Question
from bot.replies import Language, Reply, ReplyKind
from index.archive import BodyEntry, DocumentEntry, Found, Group, Term, View
from index.danish.days import format_date
from index.danish.folding import fold
from index.danish.words import tokens
from index.documents import Document
from index.spans import Span

NEAREST = 3
"""Items shown as the nearest."""

_OF_THE_FUTURE = frozenset({ListAspect.PLAN, ListAspect.NEXT})
"""What is asked about meetings that need not have been held."""

NAMES_SHOWN = 12
"""Bodies or meetings named when one is missing."""


def refuse(question: Question, view: View) -> Reply:
    """Return the no that fits: the body, the period or the case is missing, or nothing answers."""
    return (
        _no_such_case(question, view)
        or _no_such_body(question, view)
        or _no_such_meeting(question, view)
        or _nothing_found(question, view)
    )


def ask_back(text: str, language: Language, turn: Turn | None = None) -> Reply:
    """Return the question what is meant, where a follow-up leans on nothing that is known.

    `turn`: what was spoken of, to be named: the message may be of it, or of anything else.
    """
    draft = Draft(text, language)
    if turn is None:
        draft.say("asks_what")  # nothing was spoken of
    elif turn.item is None or turn.withheld:
        draft.say("asks_back")
    else:
        day = format_date(turn.day, language) if turn.day is not None else None
        place = ", ".join(filter(None, (turn.body, day)))
        place = f" ({plain(place)})" if place else ""
        draft.say("asks_back_or_search", matter=plain(turn.item), place=place)
    return replace(draft.reply(ReplyKind.NOT_FOUND), asks_back=True)


def is_about_what_is_missing(question: Question, view: View) -> bool:
    """Tell whether a question is about a committee or a meeting that the archive does not hold.

    What other papers say would answer something else.
    """
    of_a_meeting = question.intent in {Intent.LIST, Intent.PEOPLE, Intent.DECISION}
    of_a_body = (
        of_a_meeting
        or question.asks_what_was_said
        or question.intent in {Intent.INTRO, Intent.CHANGES}
    )
    if of_a_body and question.unknown_body and not question.bodies:
        return not _is_held(question, view)
    period = question.period
    if period is None or question.last_meeting or question.list in _OF_THE_FUTURE:
        return False
    speaks_of_one = pattern("a_meeting").search(fold(question.text)) is not None
    by_its_time = question.intent in {Intent.LIST, Intent.PEOPLE} and bool(question.bodies)
    # A year may belong to the matter ("Nordisk Kongres 2019"); a month is that of a meeting.
    of_a_month = of_a_meeting and bool(question.bodies) and period.is_short
    if by_its_time or of_a_month or (period.is_day and (of_a_meeting or speaks_of_one)):
        return not view.documents(question.filter())
    return False


def _is_held(question: Question, view: View) -> bool:
    """Tell whether the archive uses the short name that a question takes for a committee's.

    "PLO-M" may be a party that minutes speak of, and no committee at all.
    """
    named = question.unknown_body or ""
    if not named.isupper():
        return False
    terms = view.search(for_fact(question)).terms
    return any(term.known and term.text == fold(named) for term in terms)


def _no_such_case(question: Question, view: View) -> Reply | None:
    if not question.case_numbers or view.items(question.filter(within_period=False)):
        return None
    draft = Draft(question.text, question.language)
    draft.say("not_in_archive_case", number=plain(question.case_numbers[0]))
    return draft.reply(ReplyKind.NOT_IN_ARCHIVE)


def _no_such_body(question: Question, view: View) -> Reply | None:
    if question.unknown_body is None or question.bodies:
        return None
    draft = Draft(question.text, question.language)
    draft.say("not_in_archive_body", body=plain(question.unknown_body))
    held = view.bodies()
    if held:
        names = "; ".join(plain(body.body.short) for body in held[:NAMES_SHOWN])
        names += " …" if len(held) > NAMES_SHOWN else ""
        draft.say("bodies_held", bodies=names)
    _write_nearest(draft, question, view)
    return draft.reply(ReplyKind.NOT_IN_ARCHIVE)


def _no_such_meeting(question: Question, view: View) -> Reply | None:
    if question.period is None or view.documents(question.filter()):
        return None
    draft = Draft(question.text, question.language)
    period = plain(period_words(question))
    if question.bodies:
        body = question.bodies[0]
        draft.say("not_in_archive_period", body=plain(body.body.short), period=period)
        _write_meetings(draft, body)
    else:
        draft.say("not_in_archive_period_any", period=period)
    _write_nearest(draft, question, view)
    return draft.reply(ReplyKind.NOT_IN_ARCHIVE)


def _write_meetings(draft: Draft, body: BodyEntry) -> None:
    days = [format_date(day, draft.language) for day in body.meetings[-NAMES_SHOWN:]]
    if days:
        draft.say("meetings_held", body=plain(body.body.short), dates="; ".join(days))


def _nothing_found(question: Question, view: View) -> Reply:
    draft = Draft(question.text, question.language)
    if not view.documents():
        # As of an early day the bodies are known, and none of their papers.
        draft.say("empty_until" if view.bodies() else "empty_archive")
        return draft.reply(ReplyKind.NOT_FOUND)
    draft.say("not_found")
    found = view.search(for_fact(question))
    _write_words(draft, found)
    if words := untranslated(question, found):
        draft.say("not_found_untranslated", words=plain(", ".join(words)))
    _write_groups(draft, found, view)
    return draft.reply(ReplyKind.NOT_FOUND)


def _write_words(draft: Draft, found: Found) -> None:
    typed = {token.folded: token.text for token in tokens(draft.question)}

    def written(term: Term) -> str:
        return " ".join(typed.get(word, word) for word in term.text.split())

    if found.terms:
        draft.say("not_found_searched", words=plain(", ".join(map(written, found.terms))))
    unknown = [written(term) for term in found.terms if not term.known]
    if unknown:
        draft.say("not_found_unknown", words=plain(", ".join(unknown)))


def _write_nearest(draft: Draft, question: Question, view: View) -> None:
    found = view.search(for_fact(question))
    _write_groups(draft, found, view)


def _write_groups(draft: Draft, found: Found, view: View) -> None:
    lines: list[str] = []
    for group in _each_place_once(found.groups, view):
        if len(lines) == NEAREST:
            break
        document = view.document(group.document.id)
        name = item_name(draft, document, group.item)
        try:
            lines.append(linked(name, draft.cite(document, _place(document, group))))
        except UncitablePlace:
            continue
    if lines:
        draft.heading(draft.phrase("nearest"))
        draft.points(lines)


def _each_place_once(groups: Sequence[Group], view: View) -> list[Group]:
    """Leave out what a better paper replaces, or another file of the same one (PDF and DOCX)."""
    best: dict[tuple[object, ...], Group] = {}
    for group in groups:
        paper, item = group.document, group.item
        if is_superseded(paper, view):
            continue
        meeting = (paper.body_key or paper.id, paper.date or paper.id, paper.kind)
        key = (meeting, item.title if item else None)
        before = best.get(key)
        if before is None or _preferred(paper) > _preferred(before.document):
            best[key] = group
    return list(best.values())


def _preferred(paper: DocumentEntry) -> tuple[object, ...]:
    # By its name at last, for the scores of twins differ from machine to machine.
    return *standing(paper), paper.source


def _place(document: Document, group: Group) -> Span:
    return group.item.heading if group.item else group.hits[0].passage.span
