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
    missing,
    rates,
)
from bot.web.pages.routes import page_router

router = page_router()
for part in (
    *(asking, documents, meetings, decisions, cases, rates, changes, archive),
    *(choosing, files),
    missing,  # takes every address that no other does
):
    router.include_router(part.router)
