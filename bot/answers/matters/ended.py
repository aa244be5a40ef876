"""How a question says that a matter ended, which is asked of the meeting where it did.

"Why was the scheme put off?" is of the meeting that put it off, whatever was decided since.
"""

from collections.abc import Sequence

from bot.answers.matters.matter import outcome_of
from bot.answers.matters.returns import PUT_OFF
from bot.questions.patterns import pattern
from index.archive import ItemEntry
from index.danish.folding import fold
from index.decisions import Outcome


def ended_so(said: str | None, entry: ItemEntry) -> bool:
    """Tell whether an item ended as is said; a vote did, where its words may say so.

    `said`: as `end_said` returns it.
    """
    outcome = outcome_of(entry)
    if said == "put_off":
        return outcome in PUT_OFF
    if outcome is Outcome.VOTE:
        return pattern("vote_fell").search(fold(" ".join(entry.decision_texts))) is not None
    return said == "rejected" and outcome is Outcome.REJECTED


def surely_ended_otherwise(said: str, told: Sequence[ItemEntry]) -> bool:
    """Tell whether each item tells that it did not end as is said.

    Who asks why something was turned down takes it for certain that it was.
    """
    plain = not any(outcome_of(entry) in _SAYS_NOTHING for entry in told)
    return plain and not any(ended_so(said, entry) for entry in told)


_SAYS_NOTHING = frozenset({Outcome.UNCLASSIFIED, Outcome.NONE})
