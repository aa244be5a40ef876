"""An answer that stands in Teams, to be changed while a model writes on."""

from collections.abc import Callable

from bot.inbox.surfaces import Refused
from bot.replies import Reply
from bot.teams.audiences import Audiences
from bot.teams.calls import TeamsCalls, TeamsRefused
from bot.teams.drawn import Drawn
from bot.teams.incoming import Asking
from bot.teams.intake import place_of


class TeamsPost:
    """One message of ours: what `bot.chat.growing` changes."""

    def __init__(
        self,
        calls: TeamsCalls,
        audiences: Audiences,
        asking: Asking,
        message: str,
        draw: Callable[[Reply], Drawn],
    ) -> None:
        """Take Teams, who may read what, what it answers, its id, and how a reply is drawn."""
        self._calls = calls
        self._audiences = audiences
        self._asking = asking
        self._message = message
        self._draw = draw

    async def audiences(self) -> frozenset[str]:
        """Return for whom it may be written; Teams tells of a shared channel with a question."""
        return self._audiences.of(self._asking)

    async def show(self, reply: Reply) -> None:
        """Put a reply in the place of what it shows."""
        try:
            await self._calls.update(place_of(self._asking), self._message, self._draw(reply))
        except TeamsRefused as refused:
            raise Refused(str(refused)) from refused

    async def tell(self, *, writing: bool) -> None:
        """Show nothing: Teams has no place beside a message for it."""
