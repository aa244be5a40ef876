"""Passages by words, and whether any of them has to do with the words at all."""

from bot.citations import Citation
from bot.questions.language import language_of
from index.archive import Filter, Found, Hit, Query, View

NEAR = 0.04
"""How far the best passage's cosine lies above the usual where vectors alone can be believed: of 36
words that two archives do not hold, the highest reached 0.032, whether the words meant anything
there or not."""


def passages(
    view: View, words: str, within: Filter, limit: int
) -> tuple[list[tuple[Hit, Citation]], bool]:
    """Return passages with what speaks for them, best first.

    And whether there was anything that the words could have found.
    """
    found = view.search(Query(words, language_of(words), within, limit=limit))
    hits = [hit for group in found.groups for hit in group.hits] if is_near(found) else []
    best = sorted(hits, key=lambda hit: -hit.score)[:limit]
    cited = [
        (hit, Citation(number, view.document(hit.passage.document), hit.passage.span))
        for number, hit in enumerate(best, start=1)
    ]
    return cited, bool(found.groups)


def is_near(found: Found) -> bool:
    """Tell whether anything that was found has to do with the words.

    The vectors always rank something first; without a single word of the search in it, it counts
    only where it lies clearly above the rest.
    """
    if any(group.coverage > 0 for group in found.groups):
        return True
    if found.best_cosine is None or found.usual_cosine is None:
        return False
    return found.best_cosine - found.usual_cosine >= NEAR
