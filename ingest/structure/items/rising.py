"""The heaviest sequence of rising numbers, in n log n."""

from collections.abc import Sequence

from ingest.structure.items.candidates import Candidate

RESTART = 15
"""What it costs to begin again at 1, as a file with the minutes of several meetings does: two
clear headings. Under a heading such as "Lukkede punkter" it costs nothing."""


def heaviest_rising(found: Sequence[Candidate], *, may_restart: bool) -> list[Candidate]:
    """Return the candidates, in order, whose numbers rise and whose weights sum highest.

    A Fenwick tree over the sorted numbers holds the best sequence that ends at or below each.
    """
    keys = {key: rank for rank, key in enumerate(sorted({c.key for c in found}), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(keys) + 1)
    overall = (0, -1)
    previous = [-1] * len(found)
    for place, candidate in enumerate(found):
        rank = keys[candidate.key]
        weight, before = _below(best, rank - 1)
        if may_restart and candidate.key == (1,):
            cost = 0 if candidate.opens_group else RESTART
            weight, before = max((weight, before), (overall[0] - cost, overall[1]))
        previous[place] = before
        _raise(best, rank, (weight + candidate.weight, place))
        overall = max(overall, (weight + candidate.weight, place))
    chain: list[Candidate] = []
    place = overall[1]
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
