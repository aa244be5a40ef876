"""Bodies of requests: read whole and no further than anybody has reason to send."""

from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 1_000_000
"""Bytes; no surface sends as much."""


class LimitedBodies:
    """Refuses what is too large before anything of it is parsed or signed for."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        """Take the application and the limit in bytes."""
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on with its whole body, or answer 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = dict(scope["headers"]).get(b"content-length", b"")
        if told.isdigit() and int(told) > self._largest:
            await _refused(scope, receive, send)
            return
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return  # whoever asked is gone
            body += message.get("body", b"")
            if len(body) > self._largest:
                await _refused(scope, receive, send)
                return
            if not message.get("more_body", False):
                break
        whole: Message | None = {"type": "http.request", "body": bytes(body), "more_body": False}

        async def again() -> Message:
            nonlocal whole
            first, whole = whole, None
            return first if first is not None else await receive()

        await self._app(scope, again, send)


async def _refused(scope: Scope, receive: Receive, send: Send) -> None:
    refused = Response(status_code=413)
    if scope["path"].startswith("/api/"):
        told = {"error": "The body is too large.", "reference": None, "line": None}
        refused = JSONResponse(told, 413)
    await refused(scope, receive, send)
