"""What is dated since a day, and what it replaced."""

from datetime import timedelta

from fastapi import Request, Response

from bot.answers.changes import changes_within
from bot.replies import Reply
from bot.web.pages.drawing import draw
from bot.web.pages.languages import language_of
from bot.web.pages.narrowing import Chosen, chosen_of, day_of
from bot.web.pages.routes import page_router
from bot.web.pages.telling import told
from bot.web.readers import TheArchive, WhoReads
from index.archive import View

USUAL = timedelta(days=365)
"""How far back one looks who names no day."""

router = page_router()


@router.get("/changes")
async def changes(
    request: Request, archive: TheArchive, reader: WhoReads, since: str = ""
) -> Response:
    """List new meetings, decisions, rates and papers."""
    today = archive.today()
    day = day_of(since) or today - USUAL

    def read(view: View) -> tuple[Chosen, Reply]:
        chosen = chosen_of(view, {"body": request.query_params.get("body", ""), "from": str(day)})
        return chosen, changes_within(chosen.filter(), view, today, language_of(request))

    chosen, reply = await archive.seen(read, reader.audiences)
    return await draw(
        request, "changes.html", chosen=chosen, told=told(reply, language_of(request)), since=day
    )
