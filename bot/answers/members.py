"""Who sits on a body of which no meeting is known: by its terms of reference."""

import re

from bot.answers import mandates
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.intents import PeopleAspect
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, View
from index.danish.folding import fold

_SITS = re.compile(
    r"^(?:og |and )?(?:hvem (?:sidder|sad|er|var) (?:med |medlem\w* )?(?:i|af)\b"
    r"|who (?:sits|sat|serves|served) (?:on|in)\b"
    r"|who (?:is|are|was|were) (?:on|in|(?:the )?members? of)\b)"
)


def answer(question: Question, view: View) -> Reply | None:
    """Return what the terms of reference of a body say of who sits on it.

    `None` where it has met, for then who came is told, and where they say nothing of it.
    """
    if question.people is not PeopleAspect.PRESENT or len(question.bodies) != 1:
        return None
    if _SITS.search(fold(question.text)) is None or question.period is not None:
        return None
    if view.attendance(Filter(bodies=question.body_keys)):
        return None
    for document in mandates.terms_of(question.bodies[0], view):
        if (place := mandates.composition(document)) is not None:
            draft = Draft(question.text, question.language)
            draft.heading(document_name(draft, document))
            draft.quote(document, place)
            return draft.reply(ReplyKind.PEOPLE)
    return None
