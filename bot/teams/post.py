"""An answer that stands in Teams, to be changed while a model writes on."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from bot.inbox.surfaces import Refused, RetryLater
from bot.incidents import log_incident
from bot.replies import Reply
from bot.teams.audiences import Audiences
from bot.teams.calls import TeamsCalls, TeamsRefused
from bot.teams.drawn import Card, Drawn
from bot.teams.incoming import Asking
from bot.teams.intake import place_of

PATIENCE = timedelta(seconds=10)
"""The longest that a card is waited for; what is asked on meanwhile waits with it."""
SHORTEST = timedelta(seconds=1)


class TeamsPost:
    """A message of ours with its card below: what `bot.chat.growing` changes.

    They are two messages: of one with both Teams makes two and tells the name of neither, so it
    could neither be changed nor be known by those who judge it.
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
            self._card_id = await self._posted(card)
            self._card = card
        except (RetryLater, TeamsRefused) as error:
            log_incident("a card could not be posted below its answer", error)

    async def _posted(self, card: Card) -> str:
        """Post the card, once more where Teams asks for a little patience; return its id."""
        try:
            return await self._calls.post_card(place_of(self._asking), card)
        except RetryLater as later:
            if not later.nothing_posted or later.after > PATIENCE:
                raise
            await asyncio.sleep(max(later.after, SHORTEST).total_seconds())
            return await self._calls.post_card(place_of(self._asking), card)

    async def audiences(self) -> frozenset[str]:
        """Return for whom it may be written; Teams tells of a shared channel with a question."""
        return self._audiences.of(self._asking)

    async def show(self, reply: Reply) -> None:
        """Put a reply in the place of what it shows."""
        drawn = self._draw(reply)
        try:
            await self._calls.update(place_of(self._asking), self._message, drawn)
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
