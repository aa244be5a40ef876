"""The sentences of a decision, parted so that each tells of one thing."""

from collections.abc import Sequence

from ingest.structure.outcomes.agents import halves
from ingest.structure.outcomes.dissents import with_sides_as_minorities, without_dissent
from ingest.structure.outcomes.parted import pieces


def each_by_itself(said: Sequence[str], body: str | None) -> list[str]:
    """Part sentences that tell of several clauses, of dissent, or of what others approved.

    `body` is the name of the body that met, if known.
    """
    by_clause = pieces(list(said))
    own = [part for sentence in by_clause for part in halves(sentence, body)]
    apart = [part for sentence in own for part in without_dissent(sentence)]
    return with_sides_as_minorities(apart, body)
