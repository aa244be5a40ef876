"""Clauses that stand on lines of their own below the words that lead to them.

"Havneudvalget indstiller til byrådet," over "at budgettet godkendes," and "at molen rives ned." is
one sentence that recommends: its clauses by themselves would approve.
"""

import re
from collections.abc import Iterable

_LEADS = re.compile(
    r"\b(?:(?:indstill|anbefal|recommend)(?:er|ede|es|s|ed)|beslutte(?:de|r)|vedtog|vedtager|aftalte)\b[^.!?]*[,:]\s*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*(?:[•·–-]\s+|\(?\w{1,2}[.)]\s+)?at\b", re.IGNORECASE)


def with_clauses(said: Iterable[str]) -> list[str]:
    """Join the clauses of a recommendation to the words that lead to them."""
    joined: list[str] = []
    leads = False
    for sentence in said:
        if leads and _CLAUSE.match(sentence):
            joined[-1] = f"{joined[-1].rstrip()} {sentence.lstrip()}"
            continue
        joined.append(sentence)
        leads = _LEADS.search(sentence) is not None
    return joined
