"""The rates of one year of an agreement, where none is named: "what is the rate in year 2?"."""

from bot.answers.rates.elsewhere import Papers
from bot.answers.rates.terms import all_dated
from bot.answers.rates.writing import write
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.replies import Reply
from index.archive import RateEntry, Term, View
from index.rates.agreements import agreement_key


def answer(
    question: Question, asked: RateQuestion, terms: tuple[Term, ...], view: View
) -> Reply | None:
    """Return all rates of the year of an agreement that is asked about, told apart.

    `None` where a rate is named, or no rate is of such a year.

    Args:
        question: The question.
        asked: What it asks of a rate.
        terms: Its words, as they were searched for.
        view: The archive.
    """
    if asked.year is None or any(term.weight for term in asked.subject(terms)):
        return None
    return told(question, asked, view)


def told(question: Question, asked: RateQuestion, view: View) -> Reply | None:
    """Return all rates of the year of an agreement that is asked about, `None` without any."""
    papers = Papers(view)
    offered = (e for e in view.rates() if not e.rate.proposed and _is_of_year(asked, e))
    of_year = [entry for entry in offered if papers.stand(entry)]
    if not of_year:
        return None
    return write(Draft(question.text, question.language), asked, all_dated(of_year, view), view)


def _is_of_year(asked: RateQuestion, entry: RateEntry) -> bool:
    rate = entry.rate
    agreement = agreement_key(rate.agreement) if rate.agreement else None
    return rate.agreement_year == asked.year and asked.agreement in {None, agreement}
