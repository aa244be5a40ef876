"""The heaviest subsequence of strictly rising numbers, in n log n."""

from collections.abc import Sequence

from ingest.structure.numbering import Candidate


def heaviest_rising(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, in order, whose numbers rise and whose weights sum highest.

    A Fenwick tree over the sorted numbers holds the best sequence that ends at or below each.
    """
    keys = {key: rank for rank, key in enumerate(sorted({c.key for c in found}), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(keys) + 1)
    previous = [-1] * len(found)
    for place, candidate in enumerate(found):
        rank = keys[candidate.key]
        weight, before = _below(best, rank - 1)
        previous[place] = before
        _raise(best, rank, (weight + candidate.weight, place))
    place = _below(best, len(keys))[1]
    chain: list[Candidate] = []
    while place >= 0:
        chain.append(found[place])
        place = previous[place]
    return chain[::-1]


def _below(best: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found


def _raise(best: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    while rank < len(best):
        if value[0] > best[rank][0]:
            best[rank] = value
        rank += rank & -rank
