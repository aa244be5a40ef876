"""An answer that stands in Slack, to be changed while a model writes on."""

from collections.abc import Callable

from bot.replies import Reply
from bot.slack.calls import SlackCalls
from bot.slack.drawing.shapes import Message
from bot.slack.hearing.incoming import Asking
from bot.slack.hearing.lookups import Lookups
from bot.slack.work import Work


class SlackPost:
    """One message of ours: what `bot.chat.growing` changes."""

    def __init__(
        self,
        calls: SlackCalls,
        lookups: Lookups,
        work: Work,
        asking: Asking,
        ts: str,
        draw: Callable[[Reply], Message],
    ) -> None:
        """Take Slack, what it answers, its time, and how a reply is drawn there."""
        self._calls = calls
        self._lookups = lookups
        self._work = work
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
        await self._work.show(self._asking, working=writing)
