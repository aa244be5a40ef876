"""Whether what was found is of the committee that a fact is asked about, or speaks of it.

A fact about a committee stands as well in an agreement or in what another committee was told, so
it need not stand in its own papers. But what neither is of it nor names it tells of somebody else.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.questions.bodies.names import own_names
from bot.questions.question import Question
from index.archive import BodyEntry, Group, View
from index.danish.folding import fold


def of_its_bodies(question: Question, groups: Sequence[Group], view: View) -> list[Group]:
    """Return the groups that are of a body that a question names, or that name it."""
    if not question.bodies:
        return list(groups)
    return [group for group in groups if _is_of(group, question.bodies, view)]


def _is_of(group: Group, bodies: Sequence[BodyEntry], view: View) -> bool:
    if any(group.document.body_key == body.key for body in bodies):
        return True
    document = view.document(group.document.id)
    words = group.item.words(document.text) if group.item else document.text
    text = f"{document.title} {document.body.name if document.body else ''} {words}"
    return any(names_body(body, text) for body in bodies)


def names_body(body: BodyEntry, text: str) -> bool:
    """Tell whether a text names a body, in any form of its last word."""
    return _named(body).search(fold(text)) is not None


@lru_cache(maxsize=1_024)
def _named(body: BodyEntry) -> re.Pattern[str]:
    """Return a pattern of every name of a body in folded text, in any form of its last word."""
    names = sorted(re.escape(name) for name in own_names(body))
    return re.compile(rf"\b(?:{'|'.join(names)})(?:en|et|n|t)?s?\b")
