"""Who sent a request: Microsoft's connector, by the token it signed, and nobody else.

The library checks signature, audience, issuer, times and that the token is for the address that the
answer goes to. It fetches Microsoft's keys with a call that blocks, so it works in threads of ours:
a slow key server must not hold up Slack and the web page.
"""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import Protocol
from urllib.parse import urlsplit

import jwt
from starlette.requests import Request

from bot.incidents import log_incident
from bot.teams.sdk import PUBLIC, TokenValidator, with_overrides

AT_ONCE = 4
"""Tokens that are checked at the same time; more than one only matters while keys are fetched."""
MOST_WAITING = 500
"""Requests that wait for that; of more, the connector is told to come again."""
_BEARER = re.compile(r"Bearer ([\w-]+\.[\w-]+\.[\w-]+)", re.ASCII)
LONGEST_TOKEN = 8_000


class CannotTell(Exception):
    """Whether a request is genuine cannot be told at this moment; it may come again."""


class Senders(Protocol):
    """Tells who may be listened to."""

    problem: str | None
    """Why nobody can be told to be genuine at this moment."""

    async def admits(self, request: Request, service_url: str) -> bool:
        """Tell whether a request is genuine that wants its answer sent to an address.

        Raises:
            CannotTell: Not now.
        """
        ...


class Signed:
    """Admits what Microsoft's connector has signed for our app and for that very address."""

    def __init__(self, app_id: str, openid_url: str) -> None:
        """Take our app's id, and where the keys are told."""
        # Not the validator that also takes tokens of Entra ID: those name no address, and the
        # tenant whose keys would be fetched is whatever the caller has written into the token.
        cloud = with_overrides(PUBLIC, openid_metadata_url=openid_url)
        self._validator = TokenValidator.for_service(app_id, cloud=cloud)
        self._threads = ThreadPoolExecutor(AT_ONCE, "teams-tokens")
        self._waiting = 0
        self.problem: str | None = None

    async def admits(self, request: Request, service_url: str) -> bool:
        """Tell whether the token of a request holds."""
        header = request.headers.get("authorization", "")
        token = _BEARER.fullmatch(header) if len(header) <= LONGEST_TOKEN else None
        # Without an address, the library would not compare it with the token's.
        if token is None or not service_url:
            return False
        if self._waiting >= MOST_WAITING:
            raise CannotTell
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._holds, token[1], service_url)
        finally:
            self._waiting -= 1

    def _holds(self, token: str, service_url: str) -> bool:
        try:
            asyncio.run(self._validator.validate_token(token, service_url))
        except jwt.PyJWKClientConnectionError as error:
            log_incident("Microsoft's keys cannot be fetched", error)
            self.problem = "Teams: Microsoft's keys cannot be fetched, so nobody is listened to"
            raise CannotTell from error
        except (jwt.PyJWTError, ValueError, TypeError, AttributeError):
            return False
        self.problem = None
        return True


class OnThisMachine:
    """Admits whatever comes from this machine, unsigned. For development only.

    A tunnel or a proxy would come from this machine as well; it is known by what it adds.
    """

    problem: str | None = None

    async def admits(self, request: Request, service_url: str) -> bool:
        """Tell whether sender, address and the name that was called are all of this machine."""
        passed_on = any(name.startswith("x-forwarded") for name in request.headers)
        if passed_on or "forwarded" in request.headers or "via" in request.headers:
            return False
        sender = request.client.host if request.client else ""
        called = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
        return all(map(_is_this_machine, (sender, called, _host(service_url))))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
