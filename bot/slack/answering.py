"""From a question in Slack to a reply: asked of the archive in a thread of its own, and kept."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ParamSpec, TypeVar

from bot.asked import Asked
from bot.conversation.turns import Turn
from bot.questions.bodies import find_bodies
from bot.records.answers import Answer, answer_of
from bot.records.store import Records
from bot.replies import Language, Reply
from bot.slack.commands import command_in
from bot.slack.incoming import Asking, Where, encoded
from index.archive import View

Views = Callable[[frozenset[str]], AbstractContextManager[View]]

P = ParamSpec("P")
T = TypeVar("T")

SURFACE = "slack"
AT_ONCE = 2
"""Questions that are answered at the same time: as many as a small machine has processors."""
SUBJECT_KEPT = timedelta(hours=12)
"""How long a conversation's subject is carried on; after that a question stands alone."""


@dataclass(frozen=True, slots=True)
class Archive:
    """What answers are made of."""

    reply: Callable[[Asked], Reply]
    views: Views
    records: Records


class Answering:
    """Answers questions without holding up whoever waits for something else."""

    def __init__(
        self, archive: Archive, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """Take the archive, and the clock."""
        self.archive = archive
        self._clock = clock
        self._threads = ThreadPoolExecutor(AT_ONCE, "answering")

    async def answer(
        self,
        id_: str,
        asking: Asking,
        audiences: frozenset[str],
        language: Language,
        received: datetime,
    ) -> Reply:
        """Answer a question and keep the answer.

        Args:
            id_: Of the question.
            asking: The question.
            audiences: For whom the answer is.
            language: Of a sub-command, which has no words of its own to tell it.
            received: When it was asked: "yesterday" counts from there.
        """
        return await self._run(self._answered, id_, asking, audiences, language, received)

    async def again(self, answer: Answer, audiences: frozenset[str]) -> Reply:
        """Answer a question anew, for whoever may read it now."""
        asked = Asked(answer.understood, audiences=audiences, language=answer.language)
        return await self._run(self.archive.reply, asked)

    async def seen(self, read: Callable[[View], T], audiences: frozenset[str]) -> T:
        """Return what is read from the archive for some audiences."""

        def opened() -> T:
            with self.archive.views(audiences) as view:
                return read(view)

        return await self._run(opened)

    async def kept(self, id_: str) -> Answer | None:
        """Return the answer to a question, as long as it is kept."""
        return await asyncio.to_thread(self.archive.records.answer, id_)

    async def move(self, id_: str, conversation: str) -> None:
        """Let an answer belong to a conversation that its posting has begun."""
        await asyncio.to_thread(self.archive.records.move, id_, conversation)

    async def judge(self, id_: str, person: str, *, good: bool) -> bool:
        """Keep what somebody thinks of an answer; return whether it is still kept."""
        return await asyncio.to_thread(self.archive.records.judge, id_, person, good=good)

    def close(self) -> None:
        """Wait for what is being answered."""
        self._threads.shutdown()

    async def _run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: call(*args, **kwargs))

    def _answered(
        self,
        id_: str,
        asking: Asking,
        audiences: frozenset[str],
        language: Language,
        received: datetime,
    ) -> Reply:
        before = self._turn_before(asking, audiences)
        reply = self._asked(asking, audiences, language, received, before)
        self.archive.records.keep(
            answer_of(
                reply,
                id_=id_,
                surface=SURFACE,
                conversation=asking.conversation,
                audiences=audiences,
                before=before,
                answered=self._clock(),
                origin=encoded(asking),
            )
        )
        return reply

    def _asked(
        self,
        asking: Asking,
        audiences: frozenset[str],
        language: Language,
        received: datetime,
        before: Turn | None,
    ) -> Reply:
        day = received.astimezone().date()
        on = day if day != self._clock().astimezone().date() else None
        if asking.where is not Where.COMMAND:
            return self.archive.reply(Asked(asking.text, on, audiences, after=before))
        command = command_in(asking.text)
        if command.name is None:
            return self.archive.reply(Asked(command.words, on, audiences, after=before))
        of_body = command.name == "decisions" and self._names_body(command.words, audiences)
        reply = None
        for question in command.questions(language, of_body=of_body):
            reply = self.archive.reply(Asked(question, on, audiences, language))
            if reply.kind.asserts:
                break
        assert reply is not None, "a command asks something"
        return reply

    def _turn_before(self, asking: Asking, audiences: frozenset[str]) -> Turn | None:
        """Return what a follow-up may lean on: recent, and nothing that these may not read."""
        last = self.archive.records.last(asking.conversation)
        if last is None or not last.audiences <= audiences:
            return None
        return last.turn if self._clock() - last.answered <= SUBJECT_KEPT else None

    def _names_body(self, words: str, audiences: frozenset[str]) -> bool:
        with self.archive.views(audiences) as view:
            return bool(find_bodies(words, view.bodies()))
