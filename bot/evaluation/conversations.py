"""A file of conversations with known answers.

A line of the file is a JSON object::

    {"id": "d01", "lang": "da", "turns": [
        {"say": "Hvad blev besluttet om broen?", "expect": {"source": "kvu/2024-03-05.pdf",
         "item": "Ny bro", "answer": ["…"]}},
        {"say": "tak"  , "expect": {"talk": true}},
        {"say": "og den anden?", "expect": {"asks_back": true}}]}

`source`, `item`, `rate`: the document, words of the title of its item, words of the rate's name,
of which the turn is; one source or any of several. `kind`: of the reply, one or any of several.
`quote`, `answer`, `absent`: as in a file of questions. `language`: of the reply, where it is not
that of the conversation. `asks_back`: it can only be asked what is meant. `talk`: it asks nothing.
Beside `say` and `expect`, `in_full` may stand: the message as a question that stands alone.
"""

from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from bot.evaluation.lines import first_line, read_lines
from bot.evaluation.questions import NOES
from bot.replies import Language, ReplyKind

Spoken = Literal["da", "en", "mixed"]
Several = str | tuple[str, ...]


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a turn is to be answered with."""

    kind: ReplyKind | tuple[ReplyKind, ...] = ()
    source: Several = ()
    item: str | None = None
    rate: str | None = None
    quote: tuple[str, ...] = ()
    answer: tuple[Several, ...] = ()
    absent: tuple[str, ...] = ()
    language: Language | None = None
    asks_back: bool = False
    talk: bool = False

    @property
    def kinds(self) -> tuple[ReplyKind, ...]:
        """Kinds of reply of which any will do; empty for whatever kind."""
        return (self.kind,) if isinstance(self.kind, ReplyKind) else self.kind

    @property
    def sources(self) -> tuple[str, ...]:
        """Documents of which any will do."""
        return (self.source,) if isinstance(self.source, str) else self.source

    @property
    def names_subject(self) -> bool:
        """Whether it says of what the turn is."""
        return bool(self.sources or self.item or self.rate)

    @property
    def is_no(self) -> bool:
        """Whether there is no answer to be had."""
        return bool(self.kinds) and set(self.kinds) <= NOES - {ReplyKind.NOT_DECIDED}


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody says in a conversation."""

    say: str
    expect: Expected
    in_full: str | None = None
    """What somebody who understands it would write in its place, for readers that are scripted."""


class Conversation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the file."""

    id: str
    lang: Spoken
    turns: tuple[Said, ...]
    on: date | None = None
    """The day it is held."""


def holds_conversations(path: Path) -> bool:
    """Tell whether a file is one of conversations, by its first line.

    Raises:
        UsageError: The file cannot be read.
    """
    return "turns" in first_line(path)


def read_conversations(path: Path) -> tuple[Conversation, ...]:
    """Read a file of conversations.

    Raises:
        UsageError: The file cannot be read, holds none, or a line is wrong; names the line.
    """
    return read_lines(path, Conversation)
