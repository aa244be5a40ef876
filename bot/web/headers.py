"""What every answer to a browser says of how it may be used, in one place."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
)
"""No script and no style but our files: what a document smuggles in is never run."""

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # A page's address holds the question that was asked.
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# What one reader is shown is kept for no other, and not on the disk of a shared machine.
UNKEPT = "no-store"


def with_headers(app: ASGIApp, provider: str | None = None) -> ASGIApp:
    """Return the application, all of whose answers carry the headers that they lack.

    Args:
        app: The application.
        provider: Where people log in: a form that is sent when a login has ended leads there.
    """
    policy = "; ".join(POLICY) + (f" {provider}" if provider else "")
    told_of_all = {"content-security-policy": policy, **HEADERS}

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in told_of_all.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", UNKEPT)
            await send(message)

        await app(scope, receive, told if scope["type"] == "http" else send)

    return guarded
