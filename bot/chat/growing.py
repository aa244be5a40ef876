"""A posted answer that is still being written: changed where it stands, and nobody waits for it.

The quoted answer is posted first, and is an answer by itself. What a model makes of it is put into
the same message, sentence by sentence; at every moment the message is right and whole, so whatever
breaks may break.
"""

import asyncio
import logging
import time
from typing import Protocol

from bot.chat.answering import Answered, Answering, Due
from bot.chat.tempo import Tempo
from bot.inbox.surfaces import Refused, RetryLater
from bot.incidents import log_course, log_incident
from bot.replies import Reply
from bot.writing.writer import Further

APART = 1.0
"""Seconds between two changes of one message: more often, people cannot read it."""
REST = 2.0
"""Seconds for which nothing is changed after a change that failed for the moment."""
TRIES = 5
"""Of the last change; after that the message stays as it is."""
MOST = 16
"""Answers that grow at the same time. Those of which more are posted stay as they are: what is
changed minutes later nobody reads."""
PARTING = 2.0
"""Seconds for telling that nothing is written any more, when the process stops."""


class Post(Protocol):
    """A posted answer, as its surface knows it."""

    async def audiences(self) -> frozenset[str]:
        """Return for whom it may be written, looked up in this moment."""
        ...

    async def show(self, reply: Reply) -> None:
        """Put a reply in the place of what it shows.

        Raises:
            RetryLater: It cannot be changed at this moment.
            Refused: It cannot be changed.
        """
        ...

    async def tell(self, *, writing: bool) -> None:
        """Show beside it that it is being written, or no longer is, where that can be shown."""
        ...


class Stopped(Exception):
    """Nobody wants to know what else is written."""


class Draft:
    """What is written so far: told in a thread of the model's, shown by the loop."""

    def __init__(self, shown: Reply) -> None:
        """Take the reply that people see."""
        self.shown = shown
        self.newest = shown
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self._ended = asyncio.Event()
        self._stopped = False

    def told(self, further: Further) -> None:
        """Take one more sentence, in whatever thread."""
        if self._stopped:
            raise Stopped  # which ends the call of the model
        self._loop.call_soon_threadsafe(self._take, further.reply)

    def end(self) -> None:
        """Take nothing more: all is written."""
        self._ended.set()
        self._news.set()

    def stop(self) -> None:
        """Let the model stop at its next sentence."""
        self._stopped = True

    async def grows(self) -> bool:
        """Wait for more than is shown; `False` as soon as all is written."""
        while self.newest is self.shown and not self._ended.is_set():
            self._news.clear()
            await self._news.wait()
        return not self._ended.is_set()

    async def pause(self, seconds: float) -> None:
        """Wait for so long, or until all is written."""
        try:
            await asyncio.wait_for(self._ended.wait(), seconds)
        except TimeoutError:
            return

    def _take(self, reply: Reply) -> None:
        self.newest = reply
        self._news.set()


class Growth:
    """One posted answer while it is being written."""

    def __init__(self, answering: Answering, answered: Answered, post: Post, tempo: Tempo) -> None:
        self._answering = answering
        self._answered = answered
        self._post = post
        self._tempo = tempo
        self._draft = Draft(answered.reply)
        self._changed = time.monotonic()

    async def run(self) -> None:
        """Show what is written as it comes, and the whole in the end."""
        writing = asyncio.ensure_future(
            self._answering.written_on(self._answered, self._draft.told)
        )
        writing.add_done_callback(lambda _: self._draft.end())
        try:
            await self._post.tell(writing=True)
            while await self._draft.grows():
                if seconds := self._wait(last=False):
                    await self._draft.pause(seconds)
                else:
                    await self._change(self._draft.newest)
            await self._finish(await writing)
        finally:
            self._draft.stop()
            writing.cancel()

    async def _finish(self, reply: Reply) -> None:
        """Show the whole.

        Raises:
            RetryLater: It was tried often enough.
        """
        if reply.text == self._draft.shown.text:
            await self._answering.keep_on(self._answered, reply, whole=True)
            return
        for _ in range(TRIES):
            while seconds := self._wait(last=True):
                await asyncio.sleep(seconds)
            await self._change(reply, whole=True)
            if self._draft.shown is reply:
                return
        raise RetryLater

    def _wait(self, *, last: bool) -> float:
        soonest = self._changed + APART - time.monotonic()
        return soonest if soonest > 0 else self._tempo.take(last=last)

    async def _change(self, reply: Reply, *, whole: bool = False) -> None:
        """Change the message once; where that is not possible now, rest.

        Raises:
            Refused: It cannot be changed, or not all who read along may see it any more.
        """
        if not self._answered.due.audiences <= await self._post.audiences():
            raise Narrowed
        # A button of the message must find what it opens, so this goes first.
        await self._answering.keep_on(self._answered, reply, whole=whole)
        self._changed = time.monotonic()
        try:
            await self._post.show(reply)
        except RetryLater as later:
            self._tempo.rest(max(later.after.total_seconds(), REST))
        except Refused:
            await self._answering.keep_on(self._answered, self._draft.shown, whole=True)
            raise
        else:
            self._draft.shown = reply


class Narrowed(Refused):
    """Fewer may read along than when it was asked."""


class Growing:
    """All posted answers of a surface that are still being written."""

    def __init__(self, answering: Answering, a_minute: int) -> None:
        """Take who answers, and how often a minute the surface lets messages be changed."""
        self._answering = answering
        self._tempo = Tempo(a_minute)
        self._tasks: dict[asyncio.Task[None], Due] = {}
        self._draining = False

    def begin(self, answered: Answered, post: Post) -> bool:
        """Have a model write on, where one may; what is posted is an answer already.

        Returns whether it writes.
        """
        if self._draining or not self._answering.goes_on(answered):
            return False
        if len(self._tasks) >= MOST:
            log_course(f"question {answered.due.id}: enough is being written, so it stays as it is")
            return False
        task = asyncio.ensure_future(self._grown(answered, post))
        self._tasks[task] = answered.due
        task.add_done_callback(lambda done: self._tasks.pop(done, None))
        return True

    def stop(self, place: str) -> None:
        """Let the answers of a conversation, or to a message, stay as they are by now."""
        for task, due in self._tasks.items():
            if place in {due.conversation, due.message}:
                task.cancel()

    async def drain(self, seconds: float) -> None:
        """Wait for what is being written, at most so long; the rest stays as it is."""
        self._draining = True
        if self._tasks:
            _, left = await asyncio.wait(self._tasks, timeout=seconds)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def _grown(self, answered: Answered, post: Post) -> None:
        name = f"question {answered.due.id} ({answered.due.surface})"
        try:
            await Growth(self._answering, answered, post, self._tempo).run()
            log_course(f"{name} is written to its end")
        except Narrowed:
            log_course(f"{name} is not written on: fewer may read it than when it was asked")
        except (RetryLater, Refused) as error:
            log_incident(f"{name} stays as it is", error, level=logging.WARNING)
        except Exception as error:  # what is posted is an answer: nobody is to be told
            log_incident(f"{name} could not be written on", error)
        finally:
            await _parted(post)


async def _parted(post: Post) -> None:
    try:
        async with asyncio.timeout(PARTING):
            await post.tell(writing=False)
    except TimeoutError as error:
        log_incident("that nothing is written any more could not be shown", error)
