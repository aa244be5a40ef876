"""An answer that stands in Teams, to be changed while a model writes on."""

from collections.abc import Callable
from dataclasses import replace

from bot.inbox.surfaces import Refused, RetryLater
from bot.incidents import log_incident
from bot.replies import Reply
from bot.teams.audiences import Audiences
from bot.teams.calls import TeamsCalls, TeamsRefused
from bot.teams.drawn import Card, Drawn
from bot.teams.incoming import Asking
from bot.teams.intake import place_of


class TeamsPost:
    """A message of ours with its card below: what `bot.chat.growing` changes.

    They are two messages: together in one, they could not be changed.
    """

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
        self._card: Card | None = None
        self._card_id = ""

    async def add(self, card: Card | None) -> None:
        """Post the card below the message, which is none the worse without it."""
        if card is None:
            return
        try:
            self._card_id = await self._calls.post_card(place_of(self._asking), card)
            self._card = card
        except (RetryLater, TeamsRefused) as error:
            log_incident("a card could not be posted below its answer", error)

    async def audiences(self) -> frozenset[str]:
        """Return for whom it may be written; Teams tells of a shared channel with a question."""
        return self._audiences.of(self._asking)

    async def show(self, reply: Reply) -> None:
        """Put a reply in the place of what it shows."""
        drawn = self._draw(reply)
        try:
            await self._calls.update(
                place_of(self._asking), self._message, replace(drawn, card=None)
            )
        except TeamsRefused as refused:
            raise Refused(str(refused)) from refused
        await self._show_card(drawn.card)

    async def _show_card(self, card: Card | None) -> None:
        if not self._card_id or card is None or card == self._card:
            return
        try:
            await self._calls.update_card(place_of(self._asking), self._card_id, card)
            self._card = card
        except TeamsRefused as refused:
            log_incident("a card could not be changed", refused)

    async def tell(self, *, writing: bool) -> None:
        """Show nothing: Teams has no place beside a message for it."""
