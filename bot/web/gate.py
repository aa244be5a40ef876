"""The gate that every request of a browser or a program comes through."""

from collections.abc import Awaitable, Callable
from collections.abc import Set as AbstractSet
from urllib.parse import quote

from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.chat.pace import Pace
from bot.web.addresses import CALLBACK, END, START
from bot.web.readers import KnowsReaders, Reader

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""Names of this machine to itself."""
ELSEWHERE = ("/slack/", "/api/messages", "/healthz", "/readyz", "/metrics")
"""Paths that others guard: what is signed, and what tells nothing of the archive."""
WITHOUT_LOGIN = (START, CALLBACK, END)
STATIC = "/static/"
API = "/api/"
ASKING = ("/ask", "/api/ask", "/api/search")
"""Paths whose answers cost as much as all others together."""
PAGES_A_QUESTION = 10
"""Other requests that somebody may make for each question."""


Drawn = Callable[[Request, Response], Awaitable[Response]]
"""Makes a page, in the reader's language, of what is told in plain words."""


class Gate:
    """Says who reads, or that they may not."""

    def __init__(
        self,
        hosts: AbstractSet[str],
        login: KnowsReaders | None = None,
        questions_a_minute: int = 120,
    ) -> None:
        """Take the names by which we are asked for, the login if there is one, and the limit.

        A foreign page that leads a name of its own to this machine (DNS rebinding) would read the
        archive through its visitor's browser; such a name is none of ours.
        """
        self._hosts = hosts
        self._login = login
        self._questions = Pace(questions_a_minute)
        self._others = Pace(questions_a_minute * PAGES_A_QUESTION)

    def around(self, app: ASGIApp, drawn: Drawn | None = None) -> ASGIApp:
        """Return the application behind the gate; `drawn` makes a page of a refusal."""

        async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http" or scope["path"].startswith(ELSEWHERE):
                await app(scope, receive, send)
                return
            refused = self._refusal(scope)
            if refused is not None and drawn is not None and isinstance(refused, PlainTextResponse):
                refused = await drawn(Request(scope, receive), refused)
            await (refused or app)(scope, receive, send)

        return guarded

    def _refusal(self, scope: Scope) -> Response | None:
        """Say who reads in the scope, or return why nobody does."""
        asked = HTTPConnection(scope)
        path: str = scope["path"]
        if host_of(asked) not in self._hosts:
            return _told(path, "This address is not one of Referent's.", 421)
        reader = Reader() if self._login is None else self._login.reader(scope)
        if reader is None and (path in WITHOUT_LOGIN or path.startswith(STATIC)):
            reader = Reader(audiences=frozenset())
        if reader is None:
            return _to_login(asked)
        who = reader.id or (asked.client.host if asked.client else "")
        pace = self._questions if path.startswith(ASKING) else self._others
        if not path.startswith(STATIC):
            if not pace.allows(who):
                slower = _told(path, "Too much at once. Wait a minute.", 429)
                slower.headers["retry-after"] = "60"
                return slower
            pace.count(who)
        scope.setdefault("state", {})["reader"] = reader
        return None


def _to_login(asked: HTTPConnection) -> Response:
    path: str = asked.scope["path"]
    if asked.scope["method"] != "GET" or path.startswith(API):
        return _told(path, "Log in first.", 401)
    query = asked.scope["query_string"].decode("latin-1")
    login = f"{START}?next={quote(f'{path}?{query}'.rstrip('?'))}"
    if asked.headers.get("hx-request") == "true":
        # A script may not follow to the provider: the page as a whole goes there.
        return Response(status_code=204, headers={"hx-redirect": login})
    return RedirectResponse(login, status_code=303)


def _told(path: str, words: str, status: int) -> Response:
    if path.startswith(API):
        return JSONResponse({"error": words, "reference": None, "line": None}, status)
    return PlainTextResponse(words + "\n", status)


def host_of(connection: HTTPConnection) -> str:
    """Return the name without its port; an address of IPv6 stands in brackets."""
    told = connection.headers.get("host", "").lower()
    name, _, port = told.rpartition(":")
    return name if port.isdigit() else told
