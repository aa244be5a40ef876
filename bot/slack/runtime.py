"""The app while it runs: put together, checked against the workspace, connected, and let go of."""

import asyncio
from collections.abc import Mapping

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.answering import Answering
from bot.chat.growing import Growing
from bot.inbox.desk import Desk
from bot.inbox.surfaces import RetryLater
from bot.slack.app import SlackApp
from bot.slack.background import Background
from bot.slack.calls import SECONDS, LockedOut, SlackCalls, SlackRefused
from bot.slack.hearing.audiences import Audiences
from bot.slack.hearing.incoming import SURFACE
from bot.slack.hearing.lookups import Lookups
from bot.slack.hearing.socket import Socket
from bot.slack.intake import Intake
from bot.slack.manifest import missing_scopes
from bot.slack.pages import Pages
from bot.slack.pressing import Pressing
from bot.slack.surface import SlackSurface
from bot.slack.token import TokenWatch
from index.errors import ReferentError, SettingsError
from index.settings import Slack

CHANGES_A_MINUTE = 50
"""Of messages, in a workspace: what Slack allows of `chat.update` (tier 3)."""
PING = 10.0
"""Seconds between signs of life on the socket; one that is deaf is noticed in as many."""


class SlackUnreachable(ReferentError):
    """Slack does not answer, or refuses the tokens; the message says which and what to do."""


class SlackRuntime:
    """Referent in one Slack workspace."""

    def __init__(self, settings: Slack, answering: Answering, page_url: str | None) -> None:
        """Take the settings, who answers, and where people reach our web page, if they do."""
        self._settings = settings
        self._answering = answering
        self._page_url = page_url
        self._client = AsyncWebClient(
            settings.bot_token.get_secret_value(),
            base_url=settings.api_url,
            timeout=SECONDS,
            # A call that is repeated by itself may post twice.
            retry_handlers=[],
        )
        self._calls = SlackCalls(self._client)
        audiences = Audiences(_sets(settings.channels), _sets(settings.people))
        self._lookups = Lookups(self._calls, audiences, default="da")
        self._background = Background(self._calls, self._lookups)
        self._growing = Growing(answering, CHANGES_A_MINUTE)
        self.surface = SlackSurface(
            self._calls, answering, self._lookups, self._growing, settings.command, page_url
        )
        self._app: SlackApp | None = None
        self._socket: Socket | None = None
        self._watching: asyncio.Task[None] | None = None

    @property
    def name(self) -> str:
        """What questions of ours are known by in the inbox."""
        return SURFACE

    @property
    def app(self) -> SlackApp:
        """The app, once it is started."""
        assert self._app is not None, "not started"
        return self._app

    async def start(self, desk: Desk) -> None:
        """Check tokens and scopes, and begin to listen.

        Raises:
            SlackUnreachable, SettingsError: It cannot be started; the message says what to do.
        """
        installed = await self._checked()
        app_user = installed.bot_user_id
        assert app_user is not None, "Slack tells whose token it is"
        secret = self._settings.signing_secret
        self._app = SlackApp(
            # Without the token, which Bolt has from `installed`: it warns of one that it has twice.
            AsyncWebClient(base_url=self._settings.api_url, timeout=SECONDS, retry_handlers=[]),
            secret.get_secret_value() if secret else None,
            installed,
            intake=Intake(
                app_user,
                self._settings.command,
                desk,
                self._answering.archive.records,
                self._calls,
                self._lookups,
                self._background,
            ),
            pressing=Pressing(
                self._calls,
                self._answering,
                self._lookups,
                desk,
                self._page_url,
            ),
            pages=Pages(self._calls, self._answering, self._lookups, self._settings.command),
            surface=self.surface,
            lookups=self._lookups,
            background=self._background,
            suspect=self._calls.suspect,
        )
        self._watching = asyncio.create_task(
            TokenWatch(self._calls, lambda: desk.hurry(SURFACE)).run()
        )
        self._background.begin(self._lookups.check())
        # A token that held no more may be why some of it waits.
        await desk.hurry(SURFACE)
        if self._settings.mode == "socket":
            await self._connect()

    async def problem(self) -> str | None:
        """Return why nothing can be asked or answered at this moment, `None` where it can."""
        if self._app is None:
            return "Slack: not started yet"
        if self._calls.locked_out:
            return "Slack: the bot token does not hold; install the app again and restart"
        if self._socket is not None and not await self._socket.client.is_connected():
            return "Slack: the socket is not connected, so nothing is heard"
        return None

    async def stop(self, seconds: float) -> None:
        """Hear nothing any more, and let what is being drawn come to its end."""
        if self._watching is not None:
            self._watching.cancel()
        if self._socket is not None:
            await self._socket.close_async()  # type: ignore[no-untyped-call]
        await self._background.drain(seconds)

    async def let_go(self, seconds: float) -> None:
        """Let what is posted and still being written come to its end."""
        await self._growing.drain(seconds)

    async def _checked(self) -> AuthorizeResult:
        """Return what the app is installed as, where its token may do all that is needed."""
        try:
            who, granted = await self._calls.who_am_i()
        except (SlackRefused, LockedOut) as refused:
            raise SlackUnreachable(
                f"Slack refuses the bot token ({refused.code}): install the app again and copy the "
                "token from its page “OAuth & Permissions” into slack.bot_token."
            ) from None
        except RetryLater:
            raise SlackUnreachable(
                f"Slack does not answer at {self._settings.api_url}. Try again later; behind a "
                "proxy, set HTTPS_PROXY."
            ) from None
        # Where Slack does not say what was granted, the first call that is refused will.
        if granted and (missing := missing_scopes(granted)):
            told = "; ".join(f"{scope} ({why})" for scope, why in missing.items())
            raise SettingsError(
                f"The app lacks scopes: {told}. Paste the manifest that `referent slack manifest` "
                "prints into the app's page “App Manifest”, and install it again."
            )
        return AuthorizeResult(
            enterprise_id=who.get("enterprise_id"),
            team_id=who.get("team_id"),
            bot_id=who.get("bot_id"),
            bot_user_id=who["user_id"],
            bot_token=self._settings.bot_token.get_secret_value(),
        )

    async def _connect(self) -> None:
        token = self._settings.app_token
        assert token is not None, "checked when the settings were read"
        try:
            await self._calls.open_socket(token.get_secret_value())
        except (SlackRefused, RetryLater) as error:
            told = error.code if isinstance(error, SlackRefused | LockedOut) else "no answer"
            raise SlackUnreachable(
                "Slack refuses Socket Mode: check that it is turned on for the app, and that "
                "slack.app_token begins with xapp- and has the scope connections:write "
                f"({told})."
            ) from None
        self._socket = Socket(self.app.bolt, token.get_secret_value(), ping_interval=PING)
        await self._socket.connect_async()  # type: ignore[no-untyped-call]


def _sets(named: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {place: frozenset(audiences) for place, audiences in named.items()}
