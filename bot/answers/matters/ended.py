"""How a question says that a matter ended, which is asked of the meeting where it did.

"Why was the scheme put off?" is of the meeting that put it off, whatever was decided since.
"""

from collections.abc import Sequence

from bot.answers.matters.matter import outcome_of
from bot.answers.matters.returns import PUT_OFF
from bot.questions.patterns import first, pattern
from bot.questions.question import Question
from index.archive import ItemEntry
from index.danish.folding import fold
from index.decisions import Outcome


def ended_so(question: Question, entry: ItemEntry) -> bool:
    """Tell whether an item ended as a question says; a vote did, where its words may say so."""
    outcome, said = outcome_of(entry), _said(question)
    if said == "put_off":
        return outcome in PUT_OFF
    if outcome is Outcome.VOTE:
        return pattern("vote_fell").search(fold(" ".join(entry.decision_texts))) is not None
    return said == "rejected" and outcome is Outcome.REJECTED


def is_an_end(word: str) -> bool:
    """Tell whether a word by itself says that something was put off, or turned down."""
    return first("ended_so", fold(word)) is not None


def never_ended_so(question: Question, told: Sequence[ItemEntry]) -> str | None:
    """Return how a question says that a matter ended, where each item tells that it did not.

    Who asks why something was turned down takes it for certain that it was.
    """
    said = _said(question)
    plain = not any(outcome_of(entry) in _SAYS_NOTHING for entry in told)
    return said if plain and not any(ended_so(question, entry) for entry in told) else None


_SAYS_NOTHING = frozenset({Outcome.UNCLASSIFIED, Outcome.NONE})


def _said(question: Question) -> str | None:
    return first("ended_so", fold(question.text).strip())
