"""Requests for the head of a page alone: answered as the page would be, without its body."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.gate import API


def with_heads(app: ASGIApp) -> ASGIApp:
    """Return the application, whose pages tell their heads alone to whoever asks so.

    The API says of itself which methods it has, and that is none of them.
    """

    async def headed(scope: Scope, receive: Receive, send: Send) -> None:
        asks = scope["type"] == "http" and scope["method"] == "HEAD"
        if not asks or scope["path"].startswith(API):
            await app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        # A copy: the server knows by its own that no body is to follow.
        page: Scope = {**scope, "method": "GET"}
        try:
            await app(page, receive, told)
        finally:
            scope["route"] = page.get("route")

    return headed
