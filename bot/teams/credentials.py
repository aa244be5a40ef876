"""The app's own token, by which Teams knows who posts."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bot.inbox.surfaces import RetryLater
from bot.teams.sdk import ClientCredentials, TokenManager

Token = Callable[[], Awaitable[str | None]]
"""Returns a token that holds, or `None` where none is needed. Raises `NoToken`."""
LOCKED_OUT_FOR = timedelta(minutes=5)
"""How long a question waits for whose answer there is no token."""


class NoToken(RetryLater):
    """Microsoft gives no token: it cannot be reached, or the secret does not hold."""

    def __init__(self) -> None:
        super().__init__(LOCKED_OUT_FOR, nothing_posted=True)


class AppToken:
    """Asks Microsoft for a token; the library keeps it until it runs out."""

    def __init__(self, manager: TokenManager) -> None:
        """Take the library's own keeper of tokens."""
        self._manager = manager
        # The library looks the tenant up with a call that blocks, so it gets a thread.
        self._threads = ThreadPoolExecutor(1, "teams-credentials")

    async def __call__(self) -> str | None:
        """Return the token.

        Raises:
            NoToken: There is none.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._token)

    def _token(self) -> str | None:
        try:
            token = asyncio.run(self._manager.get_bot_token())
        except Exception as error:  # the library raises whatever its own libraries raise
            raise NoToken from error
        return str(token) if token is not None else None


def app_token(app_id: str, app_secret: str, tenant_id: str) -> AppToken:
    """Return what asks Microsoft for a token of an app registration."""
    return AppToken(
        TokenManager(
            ClientCredentials(client_id=app_id, client_secret=app_secret, tenant_id=tenant_id)
        )
    )


async def no_token() -> str | None:
    """Return no token: the client on this machine asks for none."""
    return None
