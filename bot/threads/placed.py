"""A question that names its place in the archive: 'when does it open under “The clinic”?'.

A follow-up is shown so, and whoever asks it again, without the thread, is told the same.
"""

import re

from bot.conversation.turns import Turn
from bot.questions.question import Question
from index.archive import Query, View

FOUND_BY_TITLE = 5
"""Groups that are looked at for a paper of that title."""


def place_named(question: Question, view: View) -> tuple[str, Turn] | None:
    """Return what is asked, and the turn at the place that it is asked of; `None` without one."""
    named = _PLACED.fullmatch(question.text.strip())
    if named is None:
        return None
    asked, title = f"{named['asked']}?", named["title"]
    if named["behind"].strip():
        period = question.period
        if len(question.bodies) != 1 or period is None or not period.is_day:
            return None
        body = question.bodies[0].body.name
        return asked, Turn(asked, question.language, body, period.since, title)
    found = view.search(Query(title, "da", limit=FOUND_BY_TITLE))
    papers = (g.document.id for g in found.groups if g.document.title == title)
    paper = next(papers, None)
    return (asked, Turn(asked, question.language, papers=(paper,))) if paper else None


_PLACED = re.compile(r"(?P<asked>.*\S) under “(?P<title>[^”]+)”(?P<behind>[^?]*)\?", re.DOTALL)
