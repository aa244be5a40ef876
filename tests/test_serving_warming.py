"""While the archive is warmed up, questions are kept and none is spent an attempt on."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from bot.serving import server
from bot.serving.server import Serving, create


@dataclass
class PaperDesk:
    """A desk that only tells whether it works."""

    works: asyncio.Event = field(default_factory=asyncio.Event)
    drained: bool = False

    async def run(self) -> None:
        self.works.set()

    async def drain(self, timeout: float) -> int:
        self.drained = True
        return 0


def _while_it_runs(serving: Serving, then: Callable[[], Awaitable[None]]) -> None:
    async def lived() -> None:
        app = create(serving)
        async with app.router.lifespan_context(app):
            assert app.state.started
            await then()

    asyncio.run(lived())


def test_the_desk_works_when_the_archive_is_warm() -> None:
    warm, desk = threading.Event(), PaperDesk()

    async def then() -> None:
        await asyncio.sleep(0.05)
        assert not desk.works.is_set()
        warm.set()
        await asyncio.wait_for(desk.works.wait(), 5)

    _while_it_runs(Serving(desk, (), warm_up=lambda: warm.wait(5)), then)  # type: ignore[arg-type]
    assert desk.drained


def test_an_archive_that_cannot_be_warmed_up_holds_nobody_up() -> None:
    desk = PaperDesk()

    def fails() -> None:
        raise OSError("nothing there")

    async def then() -> None:
        await asyncio.wait_for(desk.works.wait(), 5)

    _while_it_runs(Serving(desk, (), warm_up=fails), then)  # type: ignore[arg-type]


def test_what_warms_up_too_long_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "LONGEST_WARM_UP", 0.05)
    warm, desk = threading.Event(), PaperDesk()

    async def then() -> None:
        await asyncio.wait_for(desk.works.wait(), 5)
        warm.set()

    _while_it_runs(Serving(desk, (), warm_up=lambda: warm.wait(5)), then)  # type: ignore[arg-type]
