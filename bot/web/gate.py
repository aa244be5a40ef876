"""The gate that every request of a browser or a program comes through."""

from collections.abc import Set as AbstractSet

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.readers import Reader

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""Names of this machine to itself."""
ELSEWHERE = ("/slack/", "/api/messages", "/healthz", "/readyz")
"""Paths that others guard: what is signed, and what tells nothing of the archive."""


class Gate:
    """Says who reads, or that they may not."""

    def __init__(self, hosts: AbstractSet[str]) -> None:
        """Take the names by which we are asked for.

        A foreign page that leads a name of its own to this machine (DNS rebinding) would read the
        archive through its visitor's browser; such a name is none of ours.
        """
        self._hosts = hosts

    def around(self, app: ASGIApp) -> ASGIApp:
        """Return the application behind the gate."""

        async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http" or scope["path"].startswith(ELSEWHERE):
                await app(scope, receive, send)
                return
            if _host(HTTPConnection(scope)) not in self._hosts:
                refused = PlainTextResponse("This address is not one of Referent's.", 421)
                await refused(scope, receive, send)
                return
            scope.setdefault("state", {})["reader"] = Reader()
            await app(scope, receive, send)

        return guarded


def _host(connection: HTTPConnection) -> str:
    """Return the name without its port; an address of IPv6 stands in brackets."""
    told = connection.headers.get("host", "").lower()
    name, _, port = told.rpartition(":")
    return name if port.isdigit() else told
