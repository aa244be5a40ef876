"""Where a thread stands whose first question found nothing: at what came nearest, if titled so."""

from dataclasses import replace

from bot.answers.finding import matching
from bot.answers.finding.relevance import subject_of
from bot.answers.finding.searches import for_fact
from bot.conversation.turns import Turn
from bot.questions.question import Question
from bot.replies import ReplyKind
from index.archive import Group, View
from index.documents import MEETING_PAPERS

LOOKED_AT = 3
"""Groups that are looked at: as many as the reply has shown."""
ENOUGH = 0.3
"""Share of what was asked about that stands where a thread goes on from."""


def at_the_nearest(turn: Turn, question: Question, view: View) -> Turn:
    """Return a turn at the item, or the paper, whose title speaks of what was not found.

    Args:
        turn: What the thread is about; as it is where it has a place.
        question: Its question.
        view: The archive.
    """
    if turn.kind is not ReplyKind.NOT_FOUND or turn.item is not None or turn.papers:
        return turn
    found = view.search(for_fact(question))
    terms = [t for t in subject_of(question, found) if t.text not in question.given]
    names = {entry.body.name for entry in question.bodies}
    for group in found.groups[:LOOKED_AT]:
        body = group.document.body.name if group.document.body else None
        if names and body is not None and body not in names:
            continue
        title = group.item.title if group.item is not None else group.document.title
        if not matching.matched(terms, title):
            continue
        text = " ".join((title, *(hit.passage.text for hit in group.hits)))
        if matching.coverage(terms, matching.matched(terms, text)) >= ENOUGH:
            return _at(group, turn)
    return turn


def _at(group: Group, turn: Turn) -> Turn:
    document = group.document
    body = document.body.name if document.body else None
    if group.item is not None:
        return replace(turn, item=group.item.title or None, day=document.date, body=body)
    of_a_meeting = document.kind in MEETING_PAPERS
    return turn if of_a_meeting else replace(turn, papers=(document.id,))
