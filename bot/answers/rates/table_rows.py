"""Rows of a table that would be quoted as they stand: told as the rates read from them."""

from collections.abc import Iterator, Sequence
from functools import partial

from bot.answers.rates.choice import chosen_of, status_of
from bot.answers.rates.decided import write_decisions
from bot.answers.rates.lines import RateLines, warn_unverified
from bot.answers.rates.matching import fits
from bot.answers.rates.more_words import as_typed
from bot.answers.rates.restrictions import write_restrictions, write_row_restrictions
from bot.answers.rates.standing import say_status
from bot.answers.rates.terms import all_dated
from bot.answers.telling.draft import Draft, plain
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.replies import Reply, ReplyKind
from index.archive import Found, RateEntry, Term, View
from index.danish.words import term_set
from index.search.coverage import stands
from index.spans import Span
from index.table_lines import BETWEEN

ENOUGH = 0.6
"""Share of the weight of what is asked for that the name of a row must hold."""


def answer(
    question: Question, asked: RateQuestion, found: Found, quoted: Reply, view: View
) -> Reply | None:
    """Return the rates of the row that is meant, of several that would be quoted; else `None`.

    Several rows in one breath leave to the reader which figure is of what, and of when.
    """
    citation = quoted.citations[0]
    subject = [term for term in asked.subject(found.terms) if term.weight]
    rows = [
        entry
        for entry in view.rates()
        if entry.document.id == citation.document.id and entry.rate.span.overlaps(citation.span)
    ]
    meant = _meant(subject, [entry for entry in rows if fits(asked, entry.rate)])
    if not meant or len({entry.rate.span for entry in rows}) < 2:
        return _one_row(question, subject, quoted)
    chosen, others = chosen_of(asked, all_dated(meant, view))
    draft = Draft(question.text, question.language)
    words = term_set(meant[0].rate.name)
    if more := as_typed(question, [term for term in subject if not stands(term, words)]):
        draft.say("rate_lacks_words", words=plain(", ".join(more)))
    say_status(draft, asked, chosen, followed=False)
    status = partial(status_of, asked)
    lines = RateLines(draft, view, [*chosen, *others], status, of_today=asked.period is None)
    draft.points([lines.of(match) for match in chosen])
    write_restrictions(draft, chosen, view)
    write_decisions(draft, chosen, view)
    if others:
        draft.heading(draft.phrase("rate_others_heading"))
        draft.points([lines.of(match) for match in others])
    warn_unverified(draft, chosen)
    return draft.reply(ReplyKind.RATE)


def is_of_none(asked: RateQuestion, found: Found, quoted: Reply) -> bool:
    """Tell whether rows would be quoted together of which none is named by all that is asked.

    Of several no one can be told to be meant; a fee for interpreting is none for translating.
    """
    citation = quoted.citations[0]
    text = citation.document.text
    rows = [row.of(text) for row in _rows(text, citation.span)]
    subject = [term for term in asked.subject(found.terms) if term.weight]
    if not asked.sure or len(rows) < 2 or not subject:
        return False
    above = f"{citation.document.title} {citation.item.title if citation.item else ''}"
    return not any(
        all(stands(term, term_set(f"{above} {row}")) for term in subject) for row in rows
    )


def _one_row(question: Question, subject: Sequence[Term], quoted: Reply) -> Reply | None:
    """Return the one row that holds most of what is asked, of several that would be quoted.

    Its own footnotes are quoted with it, and so is what is said of all amounts of the table.
    """
    citation = quoted.citations[0]
    document = citation.document
    rows = list(_rows(document.text, citation.span))
    held = [
        sum(term.weight for term in subject if stands(term, term_set(row.of(document.text))))
        for row in rows
    ]
    if len(rows) < 2 or held.count(max(held)) != 1 or not max(held):
        return None
    row = rows[held.index(max(held))]
    draft = Draft(question.text, question.language)
    words = term_set(row.of(document.text))
    draft.say("rate_only_words")
    draft.quote(document, row)
    if more := as_typed(question, [term for term in subject if not stands(term, words)]):
        draft.say("rate_lacks_words", words=plain(", ".join(more)))
    write_row_restrictions(draft, document, row)
    return draft.reply(ReplyKind.FACT)


def _rows(text: str, place: Span) -> Iterator[Span]:
    at = place.start
    for line in place.of(text).split("\n"):
        if BETWEEN in line:
            yield Span(at, at + len(line))
        at += len(line) + 1


def _meant(subject: Sequence[Term], rows: Sequence[RateEntry]) -> list[RateEntry]:
    """Return the rates of the one row whose name holds most of what is asked for."""
    total = sum(term.weight for term in subject)
    held = {
        entry.rate.name: sum(
            term.weight for term in subject if stands(term, term_set(entry.rate.name))
        )
        for entry in rows
    }
    best = max(held.values(), default=0.0)
    names = [name for name, weight in held.items() if weight == best]
    if len(names) != 1 or best < ENOUGH * total or not best:
        return []
    return [one for one in rows if one.rate.name == names[0] and not one.rate.proposed]
