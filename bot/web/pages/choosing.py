"""The switch between Danish and English."""

from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import Query, Request
from fastapi.responses import RedirectResponse

from bot.replies import Language
from bot.web.addresses import own_path
from bot.web.pages.languages import COOKIE
from bot.web.pages.routes import page_router

A_YEAR = 365 * 24 * 3600
"""Seconds for which a choice is remembered."""
ANSWERS = "/ask"

router = page_router()


@router.get("/language")
async def choose(
    request: Request,
    to: Annotated[Language, Query()],
    back: Annotated[str, Query(max_length=4_000)] = "/",
) -> RedirectResponse:
    """Remember the language and return to the page."""
    response = RedirectResponse(_redrawn(own_path(back), to), 303)
    response.set_cookie(
        COOKIE,
        to,
        max_age=A_YEAR,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


def _redrawn(address: str, to: Language) -> str:
    """Return an address; that of an answer with the language, which else is the question's."""
    parts = urlsplit(address)
    if parts.path != ANSWERS:
        return address
    kept = [pair for pair in parse_qsl(parts.query) if pair[0] != "lang"]
    return urlunsplit(parts._replace(query=urlencode([*kept, ("lang", to)])))
