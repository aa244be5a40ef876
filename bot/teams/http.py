"""What Teams delivers over HTTP: checked to be Microsoft's before anything in it is done."""

import asyncio
from collections.abc import Callable
from typing import Protocol

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from bot.incidents import log_incident
from bot.teams.incoming import Payload, pressing_in
from bot.teams.message import notice
from bot.teams.senders import CannotTell, Senders

PATH = "/api/messages"
SECONDS = 10.0
"""For a press, whose answer is shown at once: Teams gives up after fifteen."""


class Hearing(Protocol):
    """What is done with that which is genuine."""

    async def take(self, activity: Payload) -> bool:
        """Keep what is asked; return whether it may be acknowledged."""
        ...

    async def press(self, activity: Payload) -> dict[str, object] | None:
        """Do what a button says, and return what is shown."""
        ...


class Messages:
    """Hands on what Teams has signed, and nothing else."""

    def __init__(self, senders: Senders, hearing: Callable[[], Hearing | None]) -> None:
        """Take who may be listened to, and what returns who hears, once it is started."""
        self._senders = senders
        self._hearing = hearing

    def mount(self, app: FastAPI) -> None:
        """Add the path to an application."""
        app.add_api_route(PATH, self.receive, methods=["POST"], include_in_schema=False)

    async def receive(self, request: Request) -> Response:
        """Answer a delivery."""
        activity = _activity(await request.body())
        if activity is None:
            return JSONResponse({"error": "no activity"}, 400)
        service_url = activity.get("serviceUrl")
        try:
            admitted = await self._senders.admits(
                request, service_url if isinstance(service_url, str) else ""
            )
        except CannotTell:
            return Response(status_code=503)
        if not admitted:
            return JSONResponse({"error": "Unauthorized"}, 401)
        hearing = self._hearing()
        if hearing is None:
            return Response(status_code=503)
        if activity.get("type") == "invoke":
            return await self._pressed(hearing, activity)
        return Response(status_code=200 if await hearing.take(activity) else 503)

    async def _pressed(self, hearing: Hearing, activity: Payload) -> Response:
        try:
            async with asyncio.timeout(SECONDS):
                shown = await hearing.press(activity)
        except Exception as error:  # whoever pressed is told, and others are not stopped
            reference = log_incident("something could not be shown", error)
            return JSONResponse(_sorry(activity, reference))
        return JSONResponse(shown if shown is not None else {})


def _sorry(activity: Payload, reference: str) -> dict[str, object]:
    hand = pressing_in(activity)
    told = notice("teams_error", hand.language if hand else "da", reference=reference)
    return {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": told.plain,
    }


def _activity(body: bytes) -> Payload | None:
    """Return the activity that a body holds; `None` where it holds none."""
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
