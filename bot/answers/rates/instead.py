"""What is told where no rate is meant: the nearest one as none, or a sentence that answers."""

from dataclasses import replace

from bot.answers import facts
from bot.answers.rates import nearest
from bot.answers.rates.mentions import fell, quoted_amount, scale_above
from bot.answers.rates.misses import holds_all, is_of_another, is_of_other_names
from bot.answers.refusals import refuse
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.questions.rates import RateQuestion
from bot.replies import Reply
from index.archive import Found, View


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
        or fell(quoted.citations[0])
    ):
        return quoted_amount(question, asked, found, view) or refuse(question, view)
    scale = scale_above(quoted.citations[0]) if quoted is not None else None
    if quoted is None or scale is None:
        return quoted
    told = Draft(question.text, question.language).phrase("rate_scale", words=scale)
    return replace(quoted, warnings=(*quoted.warnings, told))
