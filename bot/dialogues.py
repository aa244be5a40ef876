"""A file of conversations with known answers, asked turn by turn, into judged turns.

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
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Literal

import msgspec

from bot.asked import Asked
from bot.chat.speech import says_nothing
from bot.conversation.turns import Turn, turn_of
from bot.evaluation import NOES, RIGHT_WITHIN, Question, is_of, judge
from bot.replies import Language, Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold
from index.errors import UsageError

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


class Conversation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the file."""

    id: str
    lang: Spoken
    turns: tuple[Said, ...]
    on: date | None = None
    """The day it is held."""


@dataclass(frozen=True, slots=True)
class JudgedTurn:
    """A turn with its reply, and what is right and wrong about it."""

    conversation: Conversation
    number: int
    """Of the turn, from 1."""
    said: Said
    reply: Reply | None
    """`None` of what asks nothing, and where answering failed."""
    of_subject: bool
    """Whether the reply is of what was meant, or asks back, or refuses, where that is expected."""
    complaints: tuple[str, ...]
    """What is wrong; empty where the turn is right in every respect."""
    asked_back: bool
    misled: bool
    """Whether it was told another matter than the one that was meant: what does harm."""


def holds_conversations(path: Path) -> bool:
    """Tell whether a file is one of conversations, by its first line.

    Raises:
        UsageError: The file cannot be read.
    """
    first = next(iter(_lines(path)), (0, b""))[1]
    try:
        return "turns" in msgspec.json.decode(first, type=dict)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False  # a broken line is told by whoever reads the file


def read_conversations(path: Path) -> tuple[Conversation, ...]:
    """Read a file of conversations.

    Raises:
        UsageError: The file cannot be read, or a line is wrong; names the line.
    """
    conversations = []
    for number, line in _lines(path):
        try:
            conversations.append(msgspec.json.decode(line, type=Conversation))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}, line {number}: {error}.") from error
    return tuple(conversations)


def _lines(path: Path) -> list[tuple[int, bytes]]:
    """Return the lines of a file that hold something, with their numbers."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(f"Cannot read the questions in {path}: {error.strerror}.") from error
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def hold(
    conversations: Sequence[Conversation],
    answer: Callable[[Asked], Reply],
    view: View,
    on_error: Callable[[Exception], str],
) -> tuple[JudgedTurn, ...]:
    """Ask the turns of conversations one after another, each leaning on those before it.

    An error fails its turn and no other; `on_error` logs it and returns what to say of it.
    """
    return tuple(
        judged
        for conversation in conversations
        for judged in _held(conversation, answer, view, on_error)
    )


def _held(
    conversation: Conversation,
    answer: Callable[[Asked], Reply],
    view: View,
    on_error: Callable[[Exception], str],
) -> list[JudgedTurn]:
    judged: list[JudgedTurn] = []
    before: Turn | None = None
    for number, said in enumerate(conversation.turns, start=1):
        reply: Reply | None = None
        error = ""
        try:
            if not says_nothing(said.say):
                reply = answer(Asked(said.say, conversation.on, after=before))
                before = turn_of(reply, before)
        except Exception as failed:  # recorded: one defect must not hide the other figures
            error = f"error: {on_error(failed)}"
        judged.append(_judged(conversation, number, reply, error, view))
    return judged


def _judged(
    conversation: Conversation, number: int, reply: Reply | None, error: str, view: View
) -> JudgedTurn:
    said = conversation.turns[number - 1]
    of_subject = not error and _is_of_subject(said.expect, reply)
    wrong = [error] if error else list(_complaints(conversation, said, reply, view))
    if not of_subject and not wrong:
        wrong = ["another subject"]
    tells = reply is not None and reply.kind.asserts
    return JudgedTurn(
        conversation=conversation,
        number=number,
        said=said,
        reply=reply,
        of_subject=of_subject,
        complaints=tuple(wrong),
        asked_back=reply is not None and reply.asks_back,
        misled=tells and not of_subject,
    )


def _is_of_subject(expect: Expected, reply: Reply | None) -> bool:
    if reply is None or expect.talk:
        return reply is None and expect.talk
    if expect.asks_back or reply.asks_back:
        return reply.asks_back and (expect.asks_back or expect.is_no)
    if expect.is_no:
        return reply.kind in expect.kinds
    if not reply.kind.asserts:
        return not expect.names_subject and reply.kind in expect.kinds
    if not expect.names_subject:
        return not expect.kinds or reply.kind in expect.kinds
    return _is_at_the_place(expect, reply) and _is_of_rate(expect, reply)


def _is_at_the_place(expect: Expected, reply: Reply) -> bool:
    """Tell whether one of the first citations stands in the document and the item expected."""
    if not expect.sources and not expect.item:
        return True
    return any(
        (not expect.sources or any(is_of(citation, source) for source in expect.sources))
        and (
            expect.item is None
            or (citation.item is not None and fold(expect.item) in fold(citation.item.title))
        )
        for citation in islice(reply.citations, RIGHT_WITHIN)
    )


def _is_of_rate(expect: Expected, reply: Reply) -> bool:
    """Tell whether the first rate that is told is the one expected; a sentence may tell it too."""
    if expect.rate is None or not reply.rates:
        return True
    return fold(expect.rate) in fold(reply.rates[0].entry.rate.name)


def _complaints(
    conversation: Conversation, said: Said, reply: Reply | None, view: View
) -> list[str]:
    expect = said.expect
    if reply is None or expect.talk:
        return [] if reply is None and expect.talk else ["taken for a question or for talk"]
    wrong = []
    if reply.asks_back != expect.asks_back and not (reply.asks_back and expect.is_no):
        wrong.append("asked back" if reply.asks_back else "should have asked back")
    elif expect.kinds and reply.kind not in expect.kinds:
        wrong.append(f"kind: {', '.join(expect.kinds)}")
    language = expect.language or (None if conversation.lang == "mixed" else conversation.lang)
    if language is not None and reply.language != language:
        wrong.append(f"language: {language}")
    judged = judge(_as_question(conversation, expect, said.say), reply, view, 0.0)
    if judged.passage_expected and (judged.rank is None or judged.rank > RIGHT_WITHIN):
        wrong.append(f"passage not cited: {' + '.join(expect.quote)}")
    if judged.answered is False:
        wrong.append(f"answer missing: {_wanted(expect.answer)}")
    if judged.absent:
        wrong.append(f"should not be there: {', '.join(judged.absent)}")
    if judged.misquoted:
        wrong.append("not verbatim")
    if not _is_of_subject(expect, reply) and expect.names_subject:
        told = [*expect.sources, *filter(None, (expect.item, expect.rate))]
        wrong.append(f"another subject than {', '.join(told)}")
    return wrong


def _as_question(conversation: Conversation, expect: Expected, say: str) -> Question:
    return Question(
        id=conversation.id,
        lang=expect.language or "da",
        kind="fact",
        question=say,
        source=expect.sources[0] if len(expect.sources) == 1 else None,
        quote=expect.quote,
        answer=expect.answer,
        absent=expect.absent,
        on=conversation.on,
    )


def _wanted(groups: Sequence[Several]) -> str:
    return " + ".join(g if isinstance(g, str) else " or ".join(g) for g in groups)
