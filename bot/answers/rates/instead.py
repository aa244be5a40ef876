"""What is told where no rate is meant: the nearest one as none, or a sentence that answers."""

from dataclasses import replace

from bot.answers import facts
from bot.answers.finding import matching
from bot.answers.rates import nearest, past, table_rows
from bot.answers.rates.mentions import fell, gives_amount, quoted_amount, scale_above
from bot.answers.rates.misses import (
    holds_all,
    is_of_another,
    is_of_other_hours,
    is_of_other_names,
    is_of_other_payer,
)
from bot.answers.refusals import refuse
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.replies import Reply, ReplyKind
from index.archive import Found, View
from index.danish.numbers import find_numbers
from index.danish.sentences import sentences
from index.spans import Span


def nearest_or_quoted(
    question: Question, asked: RateQuestion, found: Found, view: View
) -> Reply | None:
    """Return the nearest rate as no answer, unless what is quoted holds all that is asked for."""
    told = nearest.answer(question, asked, found, view)
    quoted = facts.answer(question, view)
    if told is not None and (quoted is None or not holds_all(asked, found, quoted, question)):
        return told
    return _quoted(question, asked, found, view, quoted)


def _quoted(
    question: Question, asked: RateQuestion, found: Found, view: View, quoted: Reply | None
) -> Reply | None:
    """Return what is quoted as any fact, or that nothing answers: never another thing's amount."""
    if quoted is not None and (
        is_of_another(asked, found, quoted, question.read_as)
        or is_of_other_names(question, asked, found, quoted)
        or is_of_other_hours(asked, found, quoted)
        or (asked.sure and is_of_other_payer(question, found, quoted))
        or fell(quoted.citations[0])
    ):
        return quoted_amount(question, asked, found, view) or refuse(question, view)
    if quoted is None:
        return None
    if told := _decided_otherwise(question, quoted):
        return told
    if told := table_rows.answer(question, asked, found, quoted, view):
        return told
    if table_rows.is_of_none(asked, found, quoted):
        return quoted_amount(question, asked, found, view) or refuse(question, view)
    if told := past.answer(question, asked, quoted, view):
        return told
    if told := _with_neighbour(question, asked, found, quoted):
        return told
    scale = scale_above(quoted.citations[0])
    if scale is None:
        return quoted
    warning = Draft(question.text, question.language).phrase("rate_scale", words=scale)
    return replace(quoted, warnings=(*quoted.warnings, warning))


def _decided_otherwise(question: Question, quoted: Reply) -> Reply | None:
    """Return the decision first, where a recommendation is quoted and it names another amount."""
    citation = quoted.citations[0]
    document = citation.document
    decision = document.decision_of(citation.item.index) if citation.item is not None else None
    if decision is None or not any(s.overlaps(citation.span) for s in decision.recommendation):
        return None
    asked = {f.value for f in find_numbers(citation.quote)}
    words = [span for span in decision.words if gives_amount(span.of(document.text))]
    told = {f.value for span in words for f in find_numbers(span.of(document.text))}
    if not words or asked <= told:
        return None
    draft = Draft(question.text, question.language)
    draft.say("rate_decided_otherwise")
    for span in decision.words:
        draft.quote(document, span)
    draft.heading(draft.phrase("rate_was_recommended"))
    draft.quote(document, citation.span)
    return draft.reply(ReplyKind.FACT)


def _with_neighbour(
    question: Question, asked: RateQuestion, found: Found, quoted: Reply
) -> Reply | None:
    """Return what is quoted with the sentence beside it that holds what it does not.

    Of a late cancellation the fine for staying away is no answer, where the sentence before it
    tells what a cancellation costs.
    """
    citation = quoted.citations[0]
    text = citation.document.text
    subject = [term for term in asked.subject(found.terms) if term.weight]
    held = {term.text for term in subject if matching.together(term, citation.quote)}
    beside = [
        span
        for span in _neighbours(text, citation.span)
        if gives_amount(span.of(text))
        and any(matching.together(t, span.of(text)) for t in subject if t.text not in held)
    ]
    if not beside:
        return None
    draft = Draft(question.text, question.language)
    draft.say("rate_only_words")
    for span in sorted([*beside, citation.span], key=lambda one: one.start):
        draft.quote(citation.document, span)
    return draft.reply(ReplyKind.FACT)


def _neighbours(text: str, span: Span) -> list[Span]:
    """Return the sentences right before and behind a place, in its paragraph."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    around = [one.moved(start) for one in sentences(line)]
    before = [one for one in around if one.end <= span.start][-1:]
    return [*before, *[one for one in around if one.start >= span.end][:1]]
