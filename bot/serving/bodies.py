"""Bodies of requests: read whole and no further than anybody has reason to send."""

import asyncio

from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATIENCE = 30.0
"""Seconds for a whole body; whoever sends slower holds a connection and keeps us from stopping."""
LARGEST = 1_000_000
"""Bytes; no surface sends as much."""


class LimitedBodies:
    """Refuses what is too large before anything of it is parsed or signed for."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST, patience: float = PATIENCE) -> None:
        """Take the application, the limit in bytes, and the seconds for a whole body."""
        self._app = app
        self._largest = largest
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on with its whole body, or answer 408 or 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = dict(scope["headers"]).get(b"content-length", b"")
        announced = int(told) if told.isdigit() else 0
        try:
            async with asyncio.timeout(self._patience):
                body = await self._body(receive, announced)
        except _TooLarge:
            await _refused(413, "The body is too large.", scope, receive, send)
            return
        except TimeoutError:
            await _refused(408, "The body did not come in time.", scope, receive, send)
            return
        if body is None:
            return  # whoever asked is gone
        whole: Message | None = {"type": "http.request", "body": body, "more_body": False}

        async def again() -> Message:
            nonlocal whole
            first, whole = whole, None
            return first if first is not None else await receive()

        await self._app(scope, again, send)

    async def _body(self, receive: Receive, announced: int) -> bytes | None:
        if announced > self._largest:
            raise _TooLarge
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return None
            body += message.get("body", b"")
            if len(body) > self._largest:
                raise _TooLarge
            if not message.get("more_body", False):
                return bytes(body)


class _TooLarge(Exception):
    """More was sent than anybody has reason to send."""


async def _refused(status: int, words: str, scope: Scope, receive: Receive, send: Send) -> None:
    refused = Response(status_code=status)
    if scope["path"].startswith("/api/"):
        refused = JSONResponse({"error": words, "reference": None, "line": None}, status)
    # What was not read to its end would be taken for the next request.
    refused.headers["connection"] = "close"
    await refused(scope, receive, send)
