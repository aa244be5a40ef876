"""That what is not to be kept goes away while the process runs, not only when it starts."""

import asyncio
import gc
import logging
import weakref

import pytest

from bot.serving.housekeeping import keep_house

pytestmark = [pytest.mark.anyio]


async def _kept_for_a_while(tidy: list[str], *, fails_at: int | None = None) -> None:
    done = asyncio.Event()

    def once() -> None:
        tidy.append("tidied")
        if len(tidy) == fails_at:
            raise OSError("no space left, in words of somebody's question")
        if len(tidy) >= 3:
            loop.call_soon_threadsafe(done.set)

    loop = asyncio.get_running_loop()
    keeping = asyncio.create_task(keep_house(once, every=0.001))
    # Collecting what all the tests of a process hold takes its time.
    await asyncio.wait_for(done.wait(), 60)
    keeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await keeping


async def test_it_is_tidied_at_once_and_again() -> None:
    tidied: list[str] = []
    await _kept_for_a_while(tidied)
    assert len(tidied) >= 3


class _Ring:
    """Holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


async def test_what_holds_on_to_itself_is_let_go() -> None:
    gc.disable()
    try:
        ring = weakref.ref(_Ring())
        await _kept_for_a_while([])
        assert ring() is None
    finally:
        gc.enable()


async def test_a_failure_is_logged_without_its_words_and_ends_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tidied: list[str] = []
    with caplog.at_level(logging.INFO, "referent"):
        await _kept_for_a_while(tidied, fails_at=1)
    assert len(tidied) >= 3
    assert "could not be tidied up" in caplog.text
    assert "somebody's question" not in caplog.text
