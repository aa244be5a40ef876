"""A desk at work on an inbox, for as long as a scene takes."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.inbox.desk import Desk
from bot.inbox.questions import Question
from bot.inbox.store import Inbox
from bot.inbox.surfaces import Surface
from bot.inbox.turn import Patience
from tests.paper_inbox import asked

QUICK = Patience(attempts=3, first=timedelta(milliseconds=1), answer=timedelta(seconds=5))
LONG = 30.0
"""Seconds; a test that waits as long has failed."""


def at_the_desk(
    inbox: Inbox,
    surface: Surface,
    scene: Callable[[Desk], Awaitable[None]],
    *,
    patience: Patience = QUICK,
    at_once: int = 4,
    poll: float = 0.005,
    kept_for: timedelta | None = None,
) -> None:
    """Play a scene while a desk runs, and drain it."""

    async def play() -> None:
        desk = Desk(
            inbox,
            {"paper": surface},
            patience=patience,
            at_once=at_once,
            poll=poll,
            kept_for=kept_for,
        )
        running = asyncio.create_task(desk.run())
        await asyncio.wait_for(scene(desk), 2 * LONG)
        await desk.drain(LONG)
        await running

    asyncio.run(play())


async def until(holds: Callable[[], object]) -> None:
    """Wait for something to hold."""
    end = time.monotonic() + LONG
    while not holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.002)


def ended(inbox: Inbox, id_: str) -> Question | None:
    """Return a question if it has ended."""
    question = inbox.question(id_)
    return question if question and not question.state.is_open else None


def accepted(inbox: Inbox, *keys: str) -> str:
    id_ = inbox.accept(asked(*keys))
    assert id_ is not None
    return id_


def outcome(inbox: Inbox, surface: Surface, patience: Patience = QUICK) -> Question:
    """Have one question seen through, and return it."""
    id_ = accepted(inbox, "Ev1")

    async def scene(desk: Desk) -> None:
        await until(lambda: ended(inbox, id_))

    at_the_desk(inbox, surface, scene, patience=patience)
    question = ended(inbox, id_)
    assert question is not None
    return question
