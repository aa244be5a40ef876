"""An answer as it is kept, and what people thought of it."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.conversation.turns import Turn, turn_of
from bot.replies import Language, Reply, ReplyKind, Written
from index.spans import Span


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """Where a quotation stands."""

    document: str
    """Its id, which is another one when its text changes."""
    source: str
    """Path below the ingested folder."""
    start: int
    end: int
    quote: str

    @property
    def span(self) -> Span:
        """The place in the extracted text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question."""

    id: str
    """Of the question, as the inbox has it."""
    surface: str
    conversation: str = field(repr=False)
    """What its follow-ups share."""
    question: str = field(repr=False)
    """As typed."""
    understood: str = field(repr=False)
    """As a question that stands alone."""
    language: Language
    kind: ReplyKind
    text: str = field(repr=False)
    places: tuple[CitedPlace, ...] = field(repr=False)
    """In the order of their numbers."""
    audiences: frozenset[str]
    """For whom it was written."""
    turn: Turn = field(repr=False)
    answered: datetime
    origin: bytes = field(default=b"", repr=False)
    """Who asked, and where, as the surface understands it."""
    person: str = field(default="", repr=False)
    """Who asked, as the surface names them."""
    received: datetime | None = None
    """When it was asked; `None` where that was not kept."""
    written: Written | None = field(default=None, repr=False)
    """What a model wrote of it."""
    is_none: bool = False
    """Whether it told that there is none of what was asked for, which is an answer."""
    message: str = field(default="", repr=False)
    """The message that asked, as the surface names it: the same again where it was changed."""

    def was_known_to(self, person: str, asking_at: datetime) -> bool:
        """Tell whether somebody who wrote then can have meant to go on from it.

        They saw it answered, or had asked it themselves and write on without waiting.
        """
        own = bool(person) and person == self.person and self.received is not None
        if own and self.received is not None and self.received < asking_at:
            return True
        return self.answered <= asking_at

    def answers(self, message: str) -> bool:
        """Tell whether a message asked it, by what it said then; "" is none."""
        return bool(message) and self.message == message

    def __post_init__(self) -> None:
        if self.answered.tzinfo is None:
            raise ValueError("The time of an answer needs a zone.")


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with what people thought of it."""

    answer: Answer
    good: int
    bad: int
    reasons: tuple[str, ...] = field(default=(), repr=False)
    """What they wrote beside it."""


def answer_of(
    reply: Reply,
    *,
    id_: str,
    surface: str,
    conversation: str,
    audiences: frozenset[str],
    before: Turn | None,
    answered: datetime,
    origin: bytes = b"",
    person: str = "",
    received: datetime | None = None,
    message: str = "",
) -> Answer:
    """Return a reply as it is kept.

    Args:
        reply: The reply.
        id_: Of the question.
        surface: Where it was asked.
        conversation: What its follow-ups share.
        audiences: For whom it was written.
        before: The turn that it followed.
        answered: When.
        origin: Who asked, and where, as the surface understands it.
        person: Who asked, as the surface names them.
        received: When it was asked.
        message: What asked it, as the surface names it.
    """
    return Answer(
        id=id_,
        surface=surface,
        conversation=conversation,
        question=reply.question,
        understood=reply.understood_as or reply.question,
        language=reply.language,
        kind=reply.kind,
        text=reply.text,
        places=tuple(
            CitedPlace(c.document.id, c.document.source, c.span.start, c.span.end, c.quote)
            for c in reply.citations
        ),
        audiences=audiences,
        turn=turn_of(reply, before),
        answered=answered,
        origin=origin,
        person=person,
        received=received,
        written=reply.written,
        is_none=reply.is_none,
        message=message,
    )
