"""Pages for people, drawn by the server."""

from bot.web.pages import (
    archive,
    asking,
    cases,
    changes,
    choosing,
    decisions,
    documents,
    files,
    meetings,
    rates,
)
from bot.web.pages.missing import tell_of_missing_pages
from bot.web.pages.routes import page_router, refusal_page

__all__ = ["refusal_page", "router", "tell_of_missing_pages"]

router = page_router()
for part in (
    *(asking, documents, meetings, decisions, cases, rates, changes, archive),
    *(choosing, files),
):
    router.include_router(part.router)
