"""Addresses without the numbers of persons: what is typed into a box is the page's address."""

from urllib.parse import parse_qsl, urlencode

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.gate import API, ELSEWHERE
from index.danish.personal_numbers import masked

LOGIN = "/login"
"""What a login's provider sends along is not ours to change, and nobody's words."""
CASES = "/cases"
"""A number that is looked up there is taken for a case's."""


def without_numbers(app: ASGIApp) -> ASGIApp:
    """Return the application, which is told no personal number that an address asks for.

    So no page can repeat one, in its words, in a link, or as the place to come back to; and a
    browser is led to the address without it, which so stands in its history, and not the other.
    """

    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope.get("query_string") and _is_asked(scope["path"]):
            safe = _without(scope["query_string"])
            if safe != scope["query_string"] and _is_a_page(scope):
                # The same path, whatever it is: nobody can be led elsewhere.
                led = Response(status_code=303, headers={"location": f"?{safe.decode('ascii')}"})
                await led(scope, receive, send)
                return
            # In its place: what is around this counts by what the application makes of it.
            scope["query_string"] = safe
        await app(scope, receive, send)

    return told


def _is_asked(path: str) -> bool:
    return path != CASES and not path.startswith(LOGIN)


def _is_a_page(scope: Scope) -> bool:
    return scope["method"] in {"GET", "HEAD"} and not scope["path"].startswith((*ELSEWHERE, API))


def _without(query: bytes) -> bytes:
    given = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    safe = [(name, masked(value)) for name, value in given]
    return query if safe == given else urlencode(safe).encode("ascii")
