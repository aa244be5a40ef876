"""The archive from above: its committees, their meetings, and what changed."""

from fastapi import APIRouter, Response

from bot.answers.changes import changes_within
from bot.rendering.as_json import ReplyObject, encoded, reply_object
from bot.rendering.lists_as_json import BodyObject, MeetingObject, body_object, meeting_objects
from bot.web.api.contract import described, listed_part, part, returned
from bot.web.api.failures import Guarded
from bot.web.api.parameters import (
    USUAL,
    Bodies,
    Limit,
    Offset,
    Since,
    SinceDay,
    Today,
    Tongue,
    Until,
    within,
)
from bot.web.readers import TheArchive, WhoReads
from index.archive import View
from index.documents import MEETING_PAPERS

router = APIRouter(route_class=Guarded)


@router.get("/bodies", responses=described(list[BodyObject]))
async def bodies(archive: TheArchive, reader: WhoReads) -> Response:
    """List the committees, by name."""

    def listed(view: View) -> str:
        return encoded([body_object(entry) for entry in view.bodies()])

    return returned(await archive.seen(listed, reader.audiences))


@router.get("/meetings", responses=described(list[MeetingObject], 400, 404, 422, paged=True))
async def meetings(
    archive: TheArchive,
    reader: WhoReads,
    body: Bodies,
    since: Since = None,
    until: Until = None,
    limit: Limit = USUAL,
    offset: Offset = 0,
) -> Response:
    """List meetings, newest first, each with its minutes and agendas."""

    def listed(view: View) -> tuple[str, int]:
        held = meeting_objects(
            view.documents(within(view, body, since, until, kinds=tuple(MEETING_PAPERS)))
        )
        return encoded(part(held, limit, offset)), len(held)

    return listed_part(*await archive.seen(listed, reader.audiences))


@router.get("/changes", responses=described(ReplyObject, 400, 404, 422))
async def changes(
    archive: TheArchive,
    reader: WhoReads,
    today: Today,
    since: SinceDay,
    body: Bodies,
    until: Until = None,
    language: Tongue = None,
) -> Response:
    """Tell what is dated since a day, and which paper replaced which."""

    def told(view: View) -> str:
        asked_for = within(view, body, since, until)
        return encoded(reply_object(changes_within(asked_for, view, today, language or "en")))

    return returned(await archive.seen(told, reader.audiences))
