"""How often a body meets, by its terms of reference."""

from collections.abc import Iterator

from bot.answers.mandates import terms_of
from bot.answers.sentences.meeting_often import asks_how_often_it_meets, tells_how_often
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.sentences import sentences
from index.documents import Document
from index.spans import Span


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
