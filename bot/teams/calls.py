"""What Referent asks of Teams, with its refusals told as what they mean for a question."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

import httpx

from bot.inbox.surfaces import RetryLater
from bot.incidents import log_incident
from bot.teams.credentials import NoToken, Token
from bot.teams.drawn import CARD, Card, Drawn
from bot.teams.sdk import (
    Attachment,
    CardAction,
    CardActionType,
    CitationAppearance,
    CitationIconName,
    Client,
    ClientOptions,
    ConversationClient,
    MessageActivityInput,
    SuggestedActions,
    TypingActivityInput,
)

SECONDS = 10.0
"""For one call."""
_NOT_TAKEN = frozenset({400, 413})
_LOCKED_OUT = 401
_BUSY = frozenset({412, 429, 503})
"""Teams asks for patience and has posted nothing ("Optimize your bot with rate limiting")."""


class TeamsRefused(Exception):
    """Teams refused a call; waiting changes nothing."""

    def __init__(self, status: int) -> None:
        """Take the status of HTTP."""
        super().__init__(str(status))
        self.status = status


class NotTaken(TeamsRefused):
    """Teams does not take a message as it was drawn; a plainer one it may."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is posted."""

    service_url: str
    conversation: str
    person: str
    """To whom questions are suggested, as Teams names people in chats."""
    locale: str


class TeamsCalls:
    """The Bot Connector, as far as it is used.

    Raises:
        RetryLater: From every method: Teams asks for patience, cannot be reached, or there is no
            token (`NoToken`).
        TeamsRefused: From every method: the call is refused.
    """

    def __init__(self, token: Token) -> None:
        """Take what gives the app's token."""
        self._token = token
        self._http = Client(ClientOptions(timeout=SECONDS))
        self.locked_out = False
        """Whether the last call found that no token of ours holds."""

    async def sign_in(self) -> None:
        """See whether a token is given."""
        await self._current_token()

    async def post(self, place: Place, drawn: Drawn) -> str:
        """Post a message without its card, its words alone where no more is taken.

        Returns its id in the conversation, empty where Teams tells none.
        """
        try:
            return await self._send(place, activity_of(drawn, place))
        except NotTaken as refused:
            log_incident("a message was not taken as it was drawn", refused)
        return await self._send(place, _plain(drawn, place))

    async def update(self, place: Place, message: str, drawn: Drawn) -> None:
        """Put a message in the place of one of ours, in the same way."""
        try:
            await self._change(place, message, activity_of(drawn, place))
        except NotTaken as refused:
            log_incident("a message was not taken as it was drawn", refused)
            await self._change(place, message, _plain(drawn, place))

    async def post_card(self, place: Place, card: Card) -> str:
        """Post a card below a message; return its id, empty where Teams tells none."""
        return await self._send(place, _card(card, place))

    async def update_card(self, place: Place, message: str, card: Card) -> None:
        """Put a card in the place of one of ours."""
        await self._change(place, message, _card(card, place))

    async def show_that_it_works(self, place: Place) -> None:
        """Show that an answer is being written."""
        await self._send(place, TypingActivityInput())

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.http.aclose()

    async def _send(
        self, place: Place, activity: MessageActivityInput | TypingActivityInput
    ) -> str:
        api = await self._api(place)
        async with self._translated():
            sent = await api.create_activity(place.conversation, activity)
        return sent.id if sent.id and not sent.id.startswith("DO_NOT_USE") else ""

    async def _change(self, place: Place, message: str, activity: MessageActivityInput) -> None:
        activity.id = message
        api = await self._api(place)
        async with self._translated():
            # The library wants to be told the id once more, which not every connector does.
            with suppress(KeyError, ValueError, TypeError):
                await api.update_activity(place.conversation, message, activity)

    async def _api(self, place: Place) -> ConversationClient:
        token = await self._current_token()
        http = self._http.clone(ClientOptions(token=token), share_http=True)
        return ConversationClient(place.service_url, http)

    async def _current_token(self) -> str | None:
        try:
            token = await self._token()
        except NoToken:
            self.locked_out = True
            raise
        self.locked_out = False
        return token

    @asynccontextmanager
    async def _translated(self) -> AsyncIterator[None]:
        try:
            yield
        except httpx.HTTPStatusError as error:
            raise self._meaning(error.response) from error
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise RetryLater(nothing_posted=True) from error
        except httpx.HTTPError as error:
            raise RetryLater from error

    def _meaning(self, response: httpx.Response) -> Exception:
        status = response.status_code
        if status in _NOT_TAKEN:
            return NotTaken(status)
        if status == _LOCKED_OUT:
            self.locked_out = True
            return NoToken()
        if status in _BUSY:
            return RetryLater(_patience(response), nothing_posted=True)
        return RetryLater(_patience(response)) if status >= 500 else TeamsRefused(status)


def _patience(response: httpx.Response) -> timedelta:
    told = response.headers.get("retry-after", "")
    return timedelta(seconds=min(int(told), 3600)) if told.isdigit() else timedelta()


def _plain(drawn: Drawn, place: Place) -> MessageActivityInput:
    return MessageActivityInput(text=drawn.plain, text_format="plain", locale=place.locale or None)


def _card(card: Card, place: Place) -> MessageActivityInput:
    made = MessageActivityInput(locale=place.locale or None)
    return made.add_attachments(Attachment(content_type=CARD, content=card))


def activity_of(drawn: Drawn, place: Place) -> MessageActivityInput:
    """Return a message as the library posts it; a card is one of its own."""
    made = MessageActivityInput(
        text=drawn.text, text_format="markdown", locale=place.locale or None
    )
    if drawn.by_model:
        # Before the citations: added to them, the library fills them with nulls, which are refused.
        made.add_ai_generated()
    for chip in drawn.chips:
        appearance = CitationAppearance(
            name=chip.name,
            abstract=chip.abstract,
            keywords=list(chip.keywords) or None,
            url=chip.url,
            icon=CitationIconName(chip.icon) if chip.icon else None,
        )
        made.add_citation(chip.number, appearance)
    if drawn.judged:
        made.add_feedback("default")
    if drawn.prompts:
        actions = [
            CardAction(type=CardActionType.IM_BACK, title=prompt, value=prompt)
            for prompt in drawn.prompts
        ]
        made.with_suggested_actions(SuggestedActions(to=[place.person], actions=actions))
    return made
