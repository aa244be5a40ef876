"""A turn of a conversation: a question that stands alone, and the place its answer rests on."""

from dataclasses import dataclass, replace
from datetime import date

from bot.replies import Language, Reply, ReplyKind
from index.documents import Document, Item


@dataclass(frozen=True, slots=True)
class Turn:
    """What the next question of a thread may lean on. It holds names of places, no passages."""

    question: str
    """The question, made to stand alone if it was a follow-up itself."""
    language: Language
    """Of the reply."""
    body: str | None = None
    """Name of the body whose paper answered."""
    day: date | None = None
    """Day of the meeting whose paper answered."""
    item: str | None = None
    """Title of the agenda item that answered."""
    about: str | None = None
    """The question before it that names a matter, where this one asks of a meeting's people."""


def turn_of(reply: Reply, before: Turn | None = None) -> Turn:
    """Return the turn that a reply makes, with the place that it first rests on.

    A reply on the same meeting ("who was absent?") leaves the item that was spoken of.
    """
    turn = _of(reply)
    if before is not None and reply.kind is ReplyKind.PEOPLE:
        turn = replace(turn, about=before.about or before.question)
    same_meeting = before is not None and (before.body, before.day) == (turn.body, turn.day)
    if before is not None and same_meeting and turn.item is None:
        return replace(turn, item=before.item)
    return turn


def _of(reply: Reply) -> Turn:
    question = reply.understood_as or reply.question
    if not reply.kind.asserts or not reply.citations:
        return Turn(question, reply.language)
    first = reply.citations[0]
    if reply.kind is ReplyKind.PEOPLE and not reply.decisions:
        # Some papers list who came under an item of its own, which is no matter.
        return _turn(question, reply.language, first.document, None)
    told = reply.decisions[0] if reply.decisions else None
    document = first.document
    if told is not None and told.document.id == document.id:
        return _turn(question, reply.language, document, told.item)
    return _turn(question, reply.language, document, first.item)


def _turn(question: str, language: Language, document: Document, item: Item | None) -> Turn:
    return Turn(
        question,
        language,
        document.body.name if document.body else None,
        document.date,
        item.title or None if item else None,
    )
