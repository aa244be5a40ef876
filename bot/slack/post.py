"""An answer that stands in Slack, to be changed while a model writes on."""

import logging
from collections.abc import Awaitable, Callable

from bot.inbox.surfaces import RetryLater
from bot.incidents import log_incident
from bot.replies import Reply
from bot.slack.calls import SlackCalls, SlackRefused
from bot.slack.incoming import Asking, Where
from bot.slack.lookups import Lookups
from bot.slack.shapes import Message


class SlackPost:
    """One message of ours: what `bot.chat.growing` changes."""

    def __init__(
        self,
        calls: SlackCalls,
        lookups: Lookups,
        asking: Asking,
        ts: str,
        draw: Callable[[Reply], Message],
    ) -> None:
        """Take Slack, what it answers, its time, and how a reply is drawn there."""
        self._calls = calls
        self._lookups = lookups
        self._asking = asking
        self._ts = ts
        self._draw = draw

    async def audiences(self) -> frozenset[str]:
        """Return for whom it may be written; a channel may have been shared meanwhile."""
        return await self._lookups.audience(self._asking, fresh=True)

    async def show(self, reply: Reply) -> None:
        """Put a reply in the place of what it shows, to be found by the same metadata."""
        await self._calls.update(self._asking.channel, self._ts, self._draw(reply))

    async def tell(self, *, writing: bool) -> None:
        """Show who is alone with us that it is being written, or no longer is."""
        asking, thread = self._asking, self._asking.answered_in
        if asking.where in {Where.DIRECT, Where.THREAD} and thread is not None:
            await if_possible(lambda: self._calls.session(asking.channel, thread, working=writing))


async def if_possible(call: Callable[[], Awaitable[None]]) -> None:
    """Show something beside an answer, which is none the worse without it."""
    try:
        await call()
    except (RetryLater, SlackRefused) as error:
        log_incident("what is shown beside an answer could not be", error, level=logging.INFO)
