"""What every page and every answer of the API is made of, and for whom."""

from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, Request
from starlette.types import Scope

from bot.chat.answering import Answering
from index.documents import OPEN


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever asks for a page."""

    audiences: frozenset[str] = frozenset({OPEN})
    """That they are a member of; nothing else of the archive exists for them."""
    name: str | None = None
    """As the login tells it; `None` without one."""
    id: str | None = None
    """What the login knows them by."""


class KnowsReaders(Protocol):
    """Knows who asks: the login."""

    def reader(self, scope: Scope) -> Reader | None:
        """Return who asks, `None` for somebody who has to log in first."""
        ...


def reader_of(request: Request) -> Reader:
    """Return who asks, as the gate has found."""
    reader = request.state.reader
    assert isinstance(reader, Reader), "every request comes through the gate"
    return reader


def answering_of(request: Request) -> Answering:
    """Return who answers and reads the archive."""
    answering = request.app.state.answering
    assert isinstance(answering, Answering), "the site is mounted with it"
    return answering


TheArchive = Annotated[Answering, Depends(answering_of)]
WhoReads = Annotated[Reader, Depends(reader_of)]
