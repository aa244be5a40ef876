"""How a page fails: with a sentence, and where it is our fault with a reference to the log."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from bot.asked import LONGEST
from bot.chat.answering import Busy
from bot.incidents import log_incident
from bot.web.pages.drawing import draw
from index.errors import IndexDamaged, IndexMissing, NotInArchive, UsageError

PATIENCE = 5
"""Seconds after which those who were too many may try again."""

STATUSES_WITH_A_PAGE = frozenset({400, 401, 404, 405, 413, 414, 429, 500, 503})
"""Those that have a sentence of their own; of others, what is refused is told as 400."""


class Refused(Exception):
    """A page that is not shown, and why.

    Args of the constructor: the status, and the name of the sentence where it is not the status's.
    """

    def __init__(self, status: int, sentence: str | None = None) -> None:
        super().__init__(sentence or str(status))
        self.status = status
        self.sentence = sentence


class PageRoute(APIRoute):
    """A path whose failures are pages too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, around which failures are caught."""
        handler = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handler(request)
            except Exception as error:  # whoever asked gets a page, whatever went wrong
                return await failed(request, error)

        return handled

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; one by a method that the path has not is told so in a page."""
        try:
            await super().handle(scope, receive, send)
        except HTTPException as error:
            if not asks_for_a_page(scope):
                raise
            page = await failed(Request(scope, receive), error)
            page.headers.update(error.headers or {})
            await page(scope, receive, send)


def asks_for_a_page(scope: Scope) -> bool:
    """Tell whether a person looks at the answer: a browser says that it reads HTML."""
    accepted = Headers(scope=scope).get("accept", "")
    if "text/html" in accepted:
        return True
    return scope["method"] == "GET" and "json" not in accepted


def page_router() -> APIRouter:
    """Return a router for pages, which are no part of what programs are told of."""
    return APIRouter(route_class=PageRoute, include_in_schema=False)


async def failed(request: Request, error: Exception) -> Response:
    """Return the page for a failure. What was asked is in no log."""
    match error:
        case Refused():
            return await error_page(request, error.status, sentence=error.sentence)
        case NotInArchive():
            return await error_page(request, 404)
        case UsageError() | RequestValidationError():
            return await error_page(request, 400)
        case Busy():
            return await error_page(request, 503, sentence="error_busy")
        case IndexMissing():
            return await error_page(request, 503, sentence="error_no_archive")
        case IndexDamaged():
            reference = log_incident("the archive could not be read for a page", error)
            return await error_page(request, 503, sentence="error_damaged", reference=reference)
        case HTTPException():
            known = error.status_code if error.status_code in STATUSES_WITH_A_PAGE else 400
            return await error_page(request, known)
        case _:
            reference = log_incident("a page could not be drawn", error)
            return await error_page(request, 500, reference=reference)


async def refusal_page(request: Request, refused: Response) -> Response:
    """Return the page for what the gate refuses; a foreign name of ours gets no page."""
    if refused.status_code not in STATUSES_WITH_A_PAGE:
        return refused
    page = await error_page(request, refused.status_code)
    if (patience := refused.headers.get("retry-after")) is not None:
        page.headers["retry-after"] = patience
    return page


async def error_page(
    request: Request,
    status: int,
    *,
    sentence: str | None = None,
    reference: str | None = None,
    leads_to: tuple[str, str] = ("/", "error_home"),
) -> Response:
    """Return a page that says what went wrong, in the reader's language.

    `leads_to`: an address to go on to, and the name of what the link says.
    """
    response = await draw(
        request,
        "error.html",
        status=status,
        sentence=sentence or f"error_{status}",
        reference=reference,
        leads_to=leads_to,
        asked=request.query_params.get("q", "")[:LONGEST],
    )
    response.status_code = status
    if status in {429, 503}:
        response.headers["retry-after"] = str(PATIENCE)
    return response
