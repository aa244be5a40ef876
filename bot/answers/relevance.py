"""Whether what was found is about what was asked: the line between an answer and a no.

A similarity of vectors alone cannot tell (with this model "capital of France" lies closer to any
minutes than one would think), so the words decide first: the weight of the question's content
words that stand in the item in any form. Vectors speak where words cannot: for words of the other
language that no glossary knows.
"""

from bot.questions.question import Question
from index.archive import Found, Group

ENOUGH = 0.6
"""Coverage from which an item is about the question."""
SOME = 0.34
"""Coverage below which it is not, however near the vectors are."""
CLEARLY_NEARER = 0.035
"""How far above the usual level of this search a cosine must lie to make up for missing words."""


def answers_question(question: Question, found: Found, group: Group) -> bool:
    """Tell whether a group is about the question."""
    if not found.terms:
        # Nothing but small words and what became a filter: the filter alone decides.
        return bool(question.bodies or question.period or question.case_numbers)
    if group.coverage >= ENOUGH:
        return True
    return group.coverage >= SOME and _nearness(found, group) >= CLEARLY_NEARER


def _nearness(found: Found, group: Group) -> float:
    if found.usual_cosine is None:
        return 0.0
    cosines = [hit.cosine for hit in group.hits if hit.cosine is not None]
    return max(cosines) - found.usual_cosine if cosines else 0.0
