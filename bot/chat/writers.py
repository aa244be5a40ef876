"""The model that writes, in threads of its own: who waits for it keeps nobody from the papers."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread

from bot.asked import Asked
from bot.incidents import log_incident
from bot.replies import Reply
from bot.writing.opening import Writing
from bot.writing.reading.rereading import Asking, may_be_reread
from bot.writing.writer import Told, is_written


class Writers:
    """As many at the same time as the settings say."""

    def __init__(self, writing: Writing, archive: Asking) -> None:
        """Take the model, and the archive, which is asked again what a model read."""
        self._writing = writing
        self._archive = archive
        self._places = asyncio.Semaphore(writing.at_once)

    async def written(self, quoted: Reply, told: Told, asked: Asked | None) -> Reply:
        """Return a reply with what the model wrote of it; the quoted one, whatever goes wrong.

        `asked`: the question, for the model to read where it was not understood.
        """
        try:
            return await self._apart(lambda: self._writing.write(self._reread(quoted, asked), told))
        except Exception as error:  # a defect of ours in writing is no reason for no answer
            log_incident("a reply could not be written", error)
            return quoted

    async def _apart(self, write: Callable[[], Reply]) -> Reply:
        """Write in a thread that keeps no process from ending, for a model may be silent long."""
        loop, future = asyncio.get_running_loop(), Future[Reply]()

        def run() -> None:
            try:
                future.set_result(write())
            except BaseException as error:
                future.set_exception(error)

        def leave(_: Future[Reply]) -> None:
            with suppress(RuntimeError):  # nobody waits any more: the process has stopped
                loop.call_soon_threadsafe(self._places.release)

        await self._places.acquire()
        # Whoever waits may leave, and the model goes on: the place is taken until it ends.
        future.set_running_or_notify_cancel()
        future.add_done_callback(leave)
        Thread(target=run, name="writing", daemon=True).start()
        return await asyncio.wrap_future(future)

    def _reread(self, quoted: Reply, asked: Asked | None) -> Reply:
        """Return the reply to what the model made of a message that the rules could not read."""
        if asked is None or not may_be_reread(quoted, asked.after):
            return quoted
        return self._writing.read(asked, quoted, self._archive)


def may_be_written(reply: Reply) -> bool:
    """Tell whether a model may make more of a reply."""
    return is_written(reply) or may_be_reread(reply)
