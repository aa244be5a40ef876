"""What is shown beside the archive where people log in: that it failed, and that they have left."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from bot.web.addresses import START
from bot.web.pages.drawing import draw
from bot.web.pages.routes import error_page
from bot.web.readers import reader_of


async def login_failed(request: Request, status: int, reference: str) -> Response:
    """Return the page for a login that failed, with what to do about it."""
    sentence = "error_login_provider" if status >= 500 else "error_login"
    return await error_page(
        request,
        status,
        sentence=sentence,
        reference=reference,
        leads_to=(START, "login_again"),
    )


async def logged_out(request: Request) -> Response:
    """Show that nobody is logged in any more, and how to be again."""
    if reader_of(request).id is not None:
        return RedirectResponse("/", status_code=303)  # somebody still is
    return await draw(request, "logged_out.html", start=START)
