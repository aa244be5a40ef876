"""The web application: health, and whatever surfaces deliver over HTTP."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Protocol

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from bot.inbox.desk import Desk
from bot.incidents import log_incident
from bot.serving.asking import is_of_this_machine
from bot.serving.bodies import LimitedBodies
from bot.serving.housekeeping import keep_house
from index.errors import IndexMissing, ReferentError


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


Check = Callable[[], Awaitable[str | None]]
"""Returns a sentence on what is wrong, `None` where nothing is."""


LONGEST_WARM_UP = 30.0
"""Seconds after which questions are taken up all the same; they are heard and kept before."""


@dataclass(frozen=True, slots=True)
class Serving:
    """What one process serves."""

    desk: Desk
    surfaces: Sequence[Running]
    checks: Sequence[Check] = ()
    """Of what all surfaces share: the archive, the inbox."""
    mounts: Sequence[Callable[[FastAPI], None]] = ()
    """Adds the paths of a surface."""
    warm_up: Callable[[], object] = lambda: None
    """Loads what the first question would have to wait for."""
    tidy: Callable[[], object] = lambda: None
    """Forgets what is not to be kept; done at the start and every hour."""
    drain_seconds: float = 20.0
    let_go: Sequence[Callable[[float], Awaitable[None]]] = ()
    """Ends, in so many seconds, what goes on after the last answer: writing, connections."""
    close: Callable[[], None] = lambda: None
    """Lets go of what was opened for all, when all else has ended."""


def create(serving: Serving) -> FastAPI:
    """Return the application.

    Its state says whether it has `started`, and the `failure` that kept a surface from starting.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        working = asyncio.create_task(_at_work(serving))
        housekeeping = asyncio.create_task(keep_house(serving.tidy))
        try:
            for surface in serving.surfaces:
                await surface.start(serving.desk)
            app.state.started = True
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

    _tell_of_health(app, serving)
    for mount in serving.mounts:
        mount(app)
    app.add_middleware(LimitedBodies)
    return app


def _tell_of_health(app: FastAPI, serving: Serving) -> None:
    @app.get("/healthz")
    async def healthz() -> Response:
        """Tell that the process runs."""
        return JSONResponse({"status": "ok"})

    @app.get("/readyz")
    async def readyz(request: Request) -> Response:
        """Tell whether questions are heard and answered, and this machine also why not."""
        wrong = await _problems(serving) if app.state.started else ["not started yet"]
        told = {"status": "not ready" if wrong else "ready"}
        why = {"problems": wrong} if is_of_this_machine(request) else {}
        return JSONResponse({**told, **why}, status_code=503 if wrong else 200)


async def _at_work(serving: Serving) -> None:
    """Warm up, and then work: what ends a process that is still loading, no question has spent."""
    warming = asyncio.ensure_future(asyncio.to_thread(_warmed, serving))
    await asyncio.wait([warming], timeout=LONGEST_WARM_UP)
    await serving.desk.run()


def _warmed(serving: Serving) -> None:
    try:
        serving.warm_up()
    except IndexMissing:
        pass  # whoever started it has been told
    except Exception as error:  # the first question tells of it, if it lasts
        log_incident("the archive could not be warmed up", error)


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
    """Stop listening, finish what was begun, and put back or leave what takes too long."""
    until = time.monotonic() + serving.drain_seconds
    for surface in serving.surfaces:
        try:
            await surface.stop(serving.drain_seconds)
        except Exception as error:  # the others must be stopped as well
            log_incident("a surface could not be stopped", error)
    await serving.desk.drain(serving.drain_seconds)
    working.cancel()  # it may still be warming up
    with suppress(asyncio.CancelledError):
        await working
    for let_go in serving.let_go:
        await let_go(max(0.0, until - time.monotonic()))
    serving.close()
