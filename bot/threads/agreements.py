"""Where a thread stands that rests on an agreement, when it is asked about another time."""

from dataclasses import replace

from bot.conversation.turns import Turn
from bot.questions.question import Question
from index.archive import View


def before_its_agreement(turn: Turn, message: Question, view: View) -> Turn:
    """Return a turn without the agreement that it rests on, where that did not run at the time.

    "And in 2021?" below what an agreement of 2023 says is asked of the one before it.
    """
    if message.period is None or not turn.papers or turn.item is not None:
        return turn
    then = message.period.days
    terms = {a.document.id: a.agreement.validity for a in view.agreements()}
    told = [terms.get(paper) for paper in turn.papers]
    away = all(term is not None and not term.overlaps(then) for term in told)
    return replace(turn, papers=()) if away else turn
