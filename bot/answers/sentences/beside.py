"""Which sentences are quoted beside the one that answers."""

from collections.abc import Sequence

from bot.answers.sentences.evidence import Evidence

SOURCES = 3
"""Passages quoted at most: one that answers, two that say more or otherwise."""

NEAR_THE_BEST = 0.35
"""How far below the best sentence's score another source may lie to be quoted beside it."""

A_TIE = 0.3
"""The same for a sentence of the same passage: neither can be said to fit better."""


def beside(best: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences of other passages that come near the best."""
    chosen = [best]
    for other in evidence:
        if len(chosen) == SOURCES or other.score < best.score - NEAR_THE_BEST:
            break
        if _is_bare(other.words):
            continue
        # Two figures of one passage that fit as well as each other must both be seen.
        a_tie = other.held > 0 and other.score >= best.score - A_TIE
        if not any(_same_place(other, one, whole_passage=not a_tie) for one in chosen):
            chosen.append(other)
    return chosen[1:]


def _is_bare(words: str) -> bool:
    """Tell whether an excerpt is a cell of a table and says nothing alone: a name, a status."""
    return len(words.split()) < _WORDS and not any(map(str.isdigit, words))


_WORDS = 3
"""Of the shortest excerpt that says something without a figure."""


def _same_place(one: Evidence, other: Evidence, *, whole_passage: bool) -> bool:
    if one.document.id != other.document.id:
        return False
    same_passage = one.excerpt.passage == other.excerpt.passage
    return (whole_passage and same_passage) or one.excerpt.span.overlaps(other.excerpt.span)
