"""From a question in a chat to a reply: asked of the archive in a thread of its own, and kept."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import ParamSpec, TypeVar

from bot.asked import Asked
from bot.chat.commands import Command, of_body_called
from bot.chat.standing import as_it_stood
from bot.chat.writers import Writers, may_be_written
from bot.conversation.said_before import leaning_on
from bot.conversation.turns import Turn, withheld
from bot.records.answers import Answer, answer_of
from bot.records.store import Records
from bot.replies import Language, Reply, ReplyKind
from bot.writing.opening import Writing
from bot.writing.writer import Told
from index.archive import View, Views
from index.errors import ReferentError

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 2
"""Questions that are answered at the same time: as many as a small machine has processors."""
MOST_WAITING = 100
"""Questions that are not in the inbox, and so are lost when nobody waits for them any more."""
SUBJECT_KEPT = timedelta(hours=12)
"""How long a conversation's subject is carried on; after that a question stands alone."""


class Busy(ReferentError):
    """More is asked than can be answered; waiting helps."""


@dataclass(frozen=True, slots=True)
class Archive:
    """What answers are made of."""

    reply: Callable[[Asked], Reply]
    views: Views
    records: Records


@dataclass(frozen=True, slots=True)
class Due:
    """A question that is to be answered."""

    id: str
    surface: str
    command: Command
    """The question, or the sub-command that stands for one."""
    language: Language
    """Of a sub-command, which has no words of its own to tell it."""
    conversation: str
    """What its follow-ups share."""
    audiences: frozenset[str]
    """For whom the answer is."""
    received: datetime
    """When it was asked: "yesterday" counts from there."""
    origin: bytes
    """Who asked, and where, as the surface understands it."""
    person: str = ""
    """Who asked, as the surface names them: they may ask on before they are answered."""
    briefly: bool = False
    """Whether a line is wanted at once: then only what the papers say is told."""
    message: str = ""
    """The message that asks, as the surface names it: the same again once it is changed."""
    alone: bool = False
    """Whether it stands by itself, whatever was asked before it in its conversation."""
    below: str = ""
    """The message that a thread begins at: its answer is gone on from until the thread has one."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what the papers say to it; a model may write more of it afterwards."""

    due: Due
    reply: Reply
    """The quoted reply, whole as it is."""
    before: Turn | None
    """What it follows in its conversation."""


def _is_for_us(reply: Reply) -> bool:
    """Tell whether what nobody asked us by name was understood as more than words in common."""
    follows = reply.understood_as is not None
    if reply.is_surely_meant:
        return True
    if reply.is_of_the_sort:
        return False
    return reply.kind.asserts and (follows or reply.kind is not ReplyKind.FACT)


class Answering:
    """Answers questions without holding up whoever waits for something else."""

    def __init__(
        self,
        archive: Archive,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        writing: Writing | None = None,
    ) -> None:
        """Take the archive, the clock, and the model that writes, where there is one."""
        self.archive = archive
        self._clock = clock
        self._waiting = 0
        self._threads = ThreadPoolExecutor(AT_ONCE, "answering")
        self._writers = Writers(writing, archive) if writing else None

    async def answer(self, due: Due) -> Answered:
        """Answer a question out of the papers, and keep the answer; no model is waited for."""
        answered = await self._run(self._answered, due)
        await self._run(self._keep, answered)
        return answered

    async def answer_if_meant(
        self, due: Due, is_alone: Callable[[], Awaitable[bool]]
    ) -> Answered | None:
        """Answer what nobody asked us by name; `None` where it may be said to somebody else.

        What people say to each other is neither answered nor kept. `is_alone` is asked only where
        the words do not tell: whether there is nobody else to whom they could be said.
        """
        answered = await self._run(self._answered, due)
        if _is_for_us(answered.reply) or await is_alone():
            await self._run(self._keep, answered)
            return answered
        return None

    def goes_on(self, answered: Answered) -> bool:
        """Tell whether a model may make more of an answer; who asks by a command wants it brief."""
        due = answered.due
        freely = due.command.name is None and not due.briefly
        return self.writes and freely and may_be_written(answered.reply)

    async def written_on(self, answered: Answered, told: Told) -> Reply:
        """Return an answer with what the model made of it, as `written` does; it is not kept."""
        due = answered.due
        asked = self._as_asked(due, due.command.words, None, answered.before)
        return await self.written(answered.reply, told, asked)

    async def keep_on(self, answered: Answered, reply: Reply, *, whole: bool) -> None:
        """Keep what is written of an answer by now, in the place of what was kept of it.

        `whole`: nothing follows; only then does the conversation go on from it.
        """
        await self._run(self._keep_on, answered, reply, whole=whole)

    async def again(self, answer: Answer, audiences: frozenset[str]) -> Reply | None:
        """Return an answer as it stood, for whoever may read it now.

        `None` where the papers have changed since, or not all of it may be read.
        """
        asked = Asked(answer.understood, audiences=audiences, language=answer.language)
        quoted = await self._run(self.archive.reply, asked)
        return await self.seen(lambda view: as_it_stood(answer, quoted, view), audiences)

    @property
    def writes(self) -> bool:
        """Whether there is a model that writes."""
        return self._writers is not None

    async def written(
        self,
        quoted: Reply,
        told: Told = lambda _: None,
        asked: Asked | None = None,
    ) -> Reply:
        """Return a reply with what the model wrote of it, where there is a model.

        Whatever goes wrong with it, the quoted reply is the answer.

        Args:
            quoted: The reply.
            told: Is told of each sentence as soon as it stands, in a thread of the model's.
            asked: The question, for the model to read where it was not understood.
        """
        if self._writers is None:
            return quoted
        return await self._writers.written(quoted, told, asked)

    async def reply(self, asked: Asked) -> Reply:
        """Answer a question, and keep nothing of it.

        Raises:
            Busy: More people wait than can be answered in reasonable time.
        """
        return await self._queued(self.archive.reply, asked)

    async def in_thread(self, asked: Asked, before: Sequence[str]) -> Asked:
        """Return a question that leans on what was asked before it in its thread.

        Args:
            asked: The question.
            before: Those questions, oldest first. They are answered anew, for the same readers.

        Raises:
            Busy: More people wait than can be answered in reasonable time.
        """
        if not before:
            return asked
        return await self._queued(leaning_on, asked, before, self.archive.reply)

    async def seen(self, read: Callable[[View], T], audiences: frozenset[str]) -> T:
        """Return what is read from the archive for some audiences."""

        def opened() -> T:
            with self.archive.views(audiences) as view:
                return read(view)

        return await self._run(opened)

    def today(self) -> date:
        """Return the day it is, where the machine stands."""
        return self._clock().astimezone().date()

    async def kept(self, id_: str) -> Answer | None:
        """Return the answer to a question, as long as it is kept."""
        return await asyncio.to_thread(self.archive.records.answer, id_)

    async def move(self, id_: str, conversation: str) -> None:
        """Let an answer belong to a conversation that its posting has begun."""
        await asyncio.to_thread(self.archive.records.move, id_, conversation)

    async def stands_at(self, id_: str, place: str) -> None:
        """Keep where an answer was posted."""
        await asyncio.to_thread(self.archive.records.stands_at, id_, place)

    async def at(self, place: str) -> Answer | None:
        """Return the answer that was posted there, as long as it is kept."""
        return await asyncio.to_thread(self.archive.records.at, place)

    async def last(self, conversation: str) -> Answer | None:
        """Return the newest answer of a conversation."""
        return await asyncio.to_thread(self.archive.records.last, conversation)

    async def judge(self, id_: str, person: str, *, good: bool, reason: str | None = None) -> bool:
        """Keep what somebody thinks of an answer, and why; return whether it is still kept."""
        judge = self.archive.records.judge
        return await asyncio.to_thread(judge, id_, person, good=good, reason=reason)

    def close(self) -> None:
        """Wait for what is being answered."""
        self._threads.shutdown()

    async def _queued(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if self._waiting >= MOST_WAITING:
            raise Busy("Too many questions at once. Ask again in a few seconds.")
        self._waiting += 1
        try:
            return await self._run(call, *args, **kwargs)
        finally:
            self._waiting -= 1

    async def _run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: call(*args, **kwargs))

    def _answered(self, due: Due) -> Answered:
        before = self._turn_before(due)
        return Answered(due, self._asked(due, before), before)

    def _keep(self, answered: Answered) -> None:
        self.archive.records.keep(self._as_kept(answered, answered.reply))

    def _keep_on(self, answered: Answered, reply: Reply, *, whole: bool) -> None:
        kept = self.archive.records.answer(answered.due.id)
        if kept is None:
            return  # forgotten meanwhile
        anew = self._as_kept(answered, reply)
        # Where it stands, and since when people know of it, is as it was.
        self.archive.records.keep(
            replace(
                anew,
                conversation=kept.conversation,
                answered=kept.answered,
                turn=anew.turn if whole else kept.turn,
            )
        )

    def _as_kept(self, answered: Answered, reply: Reply) -> Answer:
        due = answered.due
        return answer_of(
            reply,
            id_=due.id,
            surface=due.surface,
            conversation=due.conversation,
            audiences=due.audiences,
            before=answered.before,
            answered=self._clock(),
            origin=due.origin,
            person=due.person,
            received=due.received,
            message=due.message,
        )

    def _as_asked(
        self, due: Due, words: str, language: Language | None, after: Turn | None
    ) -> Asked:
        day = due.received.astimezone().date()
        on = day if day != self.today() else None
        return Asked(words, on, due.audiences, language, after, hides_later=False)

    def _asked(self, due: Due, before: Turn | None) -> Reply:
        def reply(words: str, language: Language | None, after: Turn | None) -> Reply:
            return self.archive.reply(self._as_asked(due, words, language, after))

        command = due.command
        if command.name is None:
            return reply(command.words, None, before)
        with self.archive.views(due.audiences) as view:
            command, of_body = of_body_called(command, view.bodies())
        questions = command.questions(due.language, of_body=of_body)
        told = (reply(question, due.language, None) for question in questions)
        last: Reply | None = None
        for last in told:
            if last.kind.asserts:
                break
        assert last is not None, "a command asks something"
        return last

    def _turn_before(self, due: Due) -> Turn | None:
        """Return what a follow-up may lean on: recent, and nothing that these may not read.

        Where they may not, so much is known: that it leans on something.

        What was answered only after it was written is another's, unless one person asks on at once.
        What a changed message said before is taken back: nothing goes on from that.
        """

        if due.alone:
            return None
        last = self.archive.records.last(
            due.conversation,
            lambda a: a.was_known_to(due.person, due.received) and not a.answers(due.message),
        )
        if last is None and due.below:
            last = self.archive.records.at(due.below)
        if last is None or self._clock() - last.answered > SUBJECT_KEPT:
            return None
        return last.turn if last.audiences <= due.audiences else withheld(last.language)
