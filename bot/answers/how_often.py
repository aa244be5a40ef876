"""How often a body meets, by its terms of reference."""

import re
from collections.abc import Iterator

from bot.answers.mandates import terms_of
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted, holds
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.documents import Document
from index.spans import Span


def asks_how_often_it_meets(question: Question) -> bool:
    """Tell whether it is asked how often a body meets."""
    return pattern("meets_how_often").search(fold(question.text)) is not None


def tells_how_often(words: str) -> bool:
    """Tell whether words say how often somebody meets."""
    told = _TAG.sub("", words)
    meets = pattern("tells_of_meeting").search(fold(told)) is not None
    return meets and holds(Wanted.FREQUENCY, told) > 0


_TAG = re.compile(r"</?\w[^<>]*>")
"""A mark of a web page that was left in its text."""


def answer(question: Question, view: View) -> Reply | None:
    """Return what the terms of reference of the bodies asked about say, `None` if nothing."""
    if not asks_how_often_it_meets(question):
        return None
    draft = Draft(question.text, question.language)
    for body in question.bodies:
        for document in terms_of(body, view):
            if (place := next(_told(document), None)) is not None:
                draft.heading(document_name(draft, document))
                draft.quote(document, place)
                break
    return draft.reply(ReplyKind.FACT) if draft.cites else None


def _told(document: Document) -> Iterator[Span]:
    for section in document.sections:
        for span in sentences(section.body.of(document.text)):
            place = span.moved(section.body.start)
            if tells_how_often(place.of(document.text)):
                yield place
