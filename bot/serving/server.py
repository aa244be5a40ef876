"""The web application: health, and whatever surfaces deliver over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Protocol

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from bot.inbox.desk import Desk
from bot.inbox.incidents import log_incident
from bot.serving.housekeeping import keep_house
from index.errors import ReferentError

LARGEST_BODY = 1_000_000
"""Bytes of a request; no surface sends as much."""


class Running(Protocol):
    """A surface while it runs."""

    async def start(self, desk: Desk) -> None:
        """Begin to listen."""
        ...

    async def problem(self) -> str | None:
        """Return why nothing can be asked or answered, `None` where it can."""
        ...

    async def stop(self, seconds: float) -> None:
        """Hear nothing any more."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


Check = Callable[[], Awaitable[str | None]]
"""Returns a sentence on what is wrong, `None` where nothing is."""
Receive = Callable[[bytes, Request], Awaitable[Response]]
"""Takes the body of a request."""


@dataclass(frozen=True, slots=True)
class Serving:
    """What one process serves."""

    desk: Desk
    surfaces: Sequence[Running]
    checks: Sequence[Check] = ()
    """Of what all surfaces share: the archive, the inbox."""
    routes: Sequence[tuple[str, Receive]] = ()
    """Paths at which surfaces are posted to."""
    warm_up: Callable[[], object] = lambda: None
    """Loads what the first question would have to wait for."""
    tidy: Callable[[], object] = lambda: None
    """Forgets what is not to be kept; done at the start and every hour."""
    drain_seconds: float = 20.0
    close: Callable[[], None] = lambda: None
    """Lets go of what was opened for all, when all else has ended."""


def create(serving: Serving) -> FastAPI:
    """Return the application.

    Its state says whether it has `started`, and the `failure` that kept a surface from starting.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        working = asyncio.create_task(serving.desk.run())
        housekeeping = asyncio.create_task(keep_house(serving.tidy))
        try:
            for surface in serving.surfaces:
                await surface.start(serving.desk)
            app.state.started = True
            app.state.warming = asyncio.create_task(_warmed(serving))
            yield
        except ReferentError as error:
            app.state.failure = error
            raise
        finally:
            housekeeping.cancel()
            await _stopped(serving, working)

    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.started = False
    app.state.failure = None

    @app.get("/healthz")
    async def healthz() -> Response:
        """Tell that the process runs."""
        return JSONResponse({"status": "ok"})

    @app.get("/readyz")
    async def readyz() -> Response:
        """Tell whether questions are heard and answered."""
        wrong = await _problems(serving) if app.state.started else ["not started yet"]
        return JSONResponse(
            {"status": "not ready" if wrong else "ready", "problems": wrong},
            status_code=503 if wrong else 200,
        )

    for path, receive in serving.routes:
        _mount(app, path, receive)
    return app


async def _warmed(serving: Serving) -> None:
    try:
        await asyncio.to_thread(serving.warm_up)
    except Exception as error:  # the first question tells of it, if it lasts
        log_incident("the archive could not be warmed up", error)


def _mount(app: FastAPI, path: str, receive: Receive) -> None:
    async def endpoint(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        return await receive(body, request)

    app.add_api_route(path, endpoint, methods=["POST"], include_in_schema=False)


async def _body(request: Request) -> bytes | None:
    """Return what was sent, `None` where it is more than anybody has reason to send."""
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > LARGEST_BODY:
        return None
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


async def _problems(serving: Serving) -> list[str]:
    checks = [*serving.checks, *(surface.problem for surface in serving.surfaces)]
    found = []
    for check in checks:
        try:
            found.append(await check())
        except Exception as error:  # a check that fails is a problem, and no reason to be silent
            found.append(f"a check failed (reference {log_incident('a check failed', error)})")
    return [problem for problem in found if problem is not None]


async def _stopped(serving: Serving, working: asyncio.Task[None]) -> None:
    """Stop listening, finish what was begun, and put back what takes too long."""
    for surface in serving.surfaces:
        try:
            await surface.stop(serving.drain_seconds)
        except Exception as error:  # the others must be stopped as well
            log_incident("a surface could not be stopped", error)
    await serving.desk.drain(serving.drain_seconds)
    with suppress(asyncio.CancelledError):
        await working
    for surface in serving.surfaces:
        surface.close()
    serving.close()
