"""Whether a decision approves, for what it means to an amount, whoever voted against it."""

from index.decisions import Decision, Outcome
from ingest.structure.outcomes.classifying import classify


def is_approved(decision: Decision, text: str) -> bool:
    """Tell whether a decision of a paper approves as it stands, be it against some votes.

    "Godkendt. Ib Krog stemte imod" sets a price as "Godkendt" does. Words that tell the sides of a
    vote only, or of a motion, are not plain.
    """
    if decision.outcome is Outcome.APPROVED:
        return True
    words = "\n".join(span.of(text) for span in decision.words)
    return decision.outcome is Outcome.VOTE and classify(words) is Outcome.APPROVED
