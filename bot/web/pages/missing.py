"""Addresses that lead nowhere."""

from fastapi import FastAPI, Request
from starlette.types import Receive, Scope, Send

from bot.web.gate import API, ELSEWHERE
from bot.web.pages.routes import asks_for_a_page, error_page


def tell_of_missing_pages(app: FastAPI) -> None:
    """Let whoever looks for a page that is not there get one that says so.

    Only where no path of the application matches, whenever it was added; and where a program asks,
    the application's own answer stays.
    """
    otherwise = app.router.default

    async def missing(scope: Scope, receive: Receive, send: Send) -> None:
        is_a_page = (
            scope["type"] == "http"
            and not scope["path"].startswith((*ELSEWHERE, API))
            and asks_for_a_page(scope)
        )
        if not is_a_page:
            await otherwise(scope, receive, send)
            return
        page = await error_page(Request(scope, receive), 404)
        await page(scope, receive, send)

    app.router.default = missing
