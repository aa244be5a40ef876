"""A posted answer grows while a model writes, and is right and whole at every moment."""

import asyncio
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import growing
from bot.chat.answering import Answering, Archive
from bot.chat.growing import Growing
from bot.chat.tempo import MINUTE, Tempo
from bot.inbox.surfaces import Refused, RetryLater
from bot.models.model import Failure
from bot.records.store import Records
from bot.replies import Reply
from bot.writing.writer import Told
from tests.prose_papers import quoting
from tests.slow_pen import SlowPen
from tests.test_writing_served import Ferry, due, ferry_views

pytestmark = pytest.mark.anyio
FIRST = "Rådet godkendte indstillingen, men bevillingen må højst være 650.000 kroner [1]."
SECOND = "Bevillingen kan højst udgøre 650.000 kroner [1]."
LIE = "Motoren kommer fra Japan [1]."
QUOTED = quoting(["1"]).text


@pytest.fixture(autouse=True)
def swiftly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second between changes be a blink."""
    monkeypatch.setattr(growing, "APART", 0.02)
    monkeypatch.setattr(growing, "REST", 0.05)


class Broken(SlowPen):
    """Has a defect."""

    def write(self, quoted: Reply, told: Told = lambda _: None) -> Reply:
        raise ZeroDivisionError("kaboom")


class Wall:
    """Where an answer is posted, with all that stood there."""

    def __init__(self, *troubles: Exception | None) -> None:
        self.shown: list[str] = []
        self.told: list[bool] = []
        self.readers = frozenset({"open"})
        self._troubles: Iterator[Exception | None] = iter(troubles)

    async def audiences(self) -> frozenset[str]:
        return self.readers

    async def show(self, reply: Reply) -> None:
        if trouble := next(self._troubles, None):
            raise trouble
        self.shown.append(reply.text)

    async def tell(self, *, writing: bool) -> None:
        self.told.append(writing)


class Scene:
    """An answer that is posted on a wall."""

    def __init__(self, folder: Path, pen: SlowPen, *troubles: Exception | None) -> None:
        self.records = Records(folder)
        self.pen = pen
        self.answering = Answering(Archive(Ferry().reply, ferry_views, self.records), writing=pen)
        self.growing = Growing(self.answering, 1000)
        self.wall = Wall(*troubles)

    async def begin(self) -> None:
        answered = await self.answering.answer(due("hvad blev besluttet?"))
        self.growing.begin(answered, self.wall)

    async def ended(self) -> list[str]:
        await self.growing.drain(5)
        return self.wall.shown

    @property
    def kept(self) -> str:
        answer = self.records.answer("q1")
        assert answer is not None
        return answer.text


async def until(condition: object, within: float = 5.0) -> None:
    assert callable(condition)
    async with asyncio.timeout(within):
        while not condition():
            await asyncio.sleep(0.002)


async def test_it_grows_sentence_by_sentence_and_says_who_wrote_it_from_the_first_on(
    tmp_path: Path,
) -> None:
    s = Scene(tmp_path, SlowPen(FIRST, LIE, SECOND))
    await s.begin()
    s.pen.let(2)
    await until(lambda: s.wall.shown)
    assert s.kept == s.wall.shown[0]
    s.pen.let(3)
    first, *_, last = await s.ended()
    for text in (first, last):
        assert text.startswith(FIRST)
        assert "Skrevet af en sprogmodel" in text
        assert text.endswith(QUOTED)
        assert "Japan" not in text
    assert SECOND not in first
    assert SECOND in last
    assert s.kept == last
    assert s.wall.told == [True, False]


async def test_what_comes_quickly_is_shown_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "APART", 1.0)
    s = Scene(tmp_path, SlowPen(FIRST, SECOND, free=True))
    await s.begin()
    shown = await s.ended()
    assert len(shown) == 1
    assert SECOND in shown[0]


@pytest.mark.parametrize(
    ("pen", "said"),
    [
        (SlowPen(LIE, free=True), "Sprogmodellen skrev intet, som kilderne bærer"),
        (SlowPen(failure=Failure.SLOW, free=True), "Sprogmodellen"),
    ],
)
async def test_where_nothing_stands_the_quotation_stays_and_says_why(
    tmp_path: Path, pen: SlowPen, said: str
) -> None:
    s = Scene(tmp_path, pen)
    await s.begin()
    (last,) = await s.ended()
    assert last.startswith(QUOTED)
    assert said in last


async def test_a_model_that_breaks_off_leaves_what_it_has_written(tmp_path: Path) -> None:
    s = Scene(tmp_path, SlowPen(FIRST, SECOND, failure=Failure.CUT, free=True))
    await s.begin()
    shown = await s.ended()
    assert shown[-1].startswith(FIRST)
    assert shown[-1].endswith(QUOTED)
    assert SECOND not in shown[-1]
    assert s.kept == shown[-1]


async def test_a_defect_of_ours_changes_nothing(tmp_path: Path) -> None:
    s = Scene(tmp_path, Broken(FIRST))
    await s.begin()
    assert await s.ended() == []
    assert s.kept == QUOTED
    assert s.wall.told == [True, False]


async def test_a_change_that_has_to_wait_is_made_later(tmp_path: Path) -> None:
    wait = RetryLater(timedelta(seconds=0.3), nothing_posted=True)
    s = Scene(tmp_path, SlowPen(FIRST, free=True), wait)
    began = time.monotonic()
    await s.begin()
    (last,) = await s.ended()
    assert last.startswith(FIRST)
    assert time.monotonic() - began >= 0.3


async def test_a_change_that_never_comes_through_is_let_be(tmp_path: Path) -> None:
    s = Scene(tmp_path, SlowPen(FIRST, free=True), *[RetryLater() for _ in range(20)])
    await s.begin()
    assert await s.ended() == []


async def test_a_change_that_is_refused_ends_the_writing_and_leaves_the_record_as_shown(
    tmp_path: Path,
) -> None:
    s = Scene(tmp_path, SlowPen(FIRST, SECOND, LIE), Refused("gone"))
    await s.begin()
    s.pen.let(2)
    await until(lambda: s.wall.told == [True, False])
    assert (s.wall.shown, s.kept) == ([], QUOTED)
    s.pen.let(2)
    await until(lambda: s.pen.ended)


async def test_what_not_all_may_read_any_more_is_not_shown(tmp_path: Path) -> None:
    s = Scene(tmp_path, SlowPen(FIRST, SECOND))
    await s.begin()
    s.wall.readers = frozenset()
    s.pen.let(3)
    assert await s.ended() == []
    assert s.kept == QUOTED


async def test_a_stop_leaves_what_is_there_and_lets_the_model_stop(tmp_path: Path) -> None:
    s = Scene(tmp_path, SlowPen(FIRST, SECOND, LIE, LIE, LIE))
    await s.begin()
    s.pen.let(1)
    await until(lambda: s.wall.shown)
    await s.growing.drain(0.1)
    s.answering.close()
    assert not s.pen.ended  # nobody waited for it
    assert len(s.wall.shown) == 1
    assert s.wall.told == [True, False]
    s.pen.let(1)
    await until(lambda: s.pen.ended)
    assert len(s.wall.shown) == 1


async def test_nothing_begins_once_the_process_stops(tmp_path: Path) -> None:
    s = Scene(tmp_path, SlowPen(FIRST, free=True))
    await s.growing.drain(1)
    await s.begin()
    assert await s.ended() == []


async def test_of_more_than_can_be_written_soon_the_rest_stay_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "MOST", 2)
    s = Scene(tmp_path, SlowPen(FIRST))
    for _ in range(5):
        await s.begin()
    await asyncio.sleep(0.05)
    assert s.wall.told == [True, True]
    s.pen.let(9)
    await s.ended()


def test_no_more_changes_are_made_in_a_minute_than_allowed_and_some_are_kept_for_last_ones() -> (
    None
):
    now = [100.0]
    tempo = Tempo(10, lambda: now[0])
    assert [tempo.take(last=False) for _ in range(8)] == [0.0] * 8
    assert tempo.take(last=False) == MINUTE
    assert [tempo.take(last=True) for _ in range(2)] == [0.0] * 2
    assert tempo.take(last=True) == MINUTE
    now[0] += MINUTE
    assert tempo.take(last=False) == 0.0


def test_it_rests_when_told_to() -> None:
    now = [100.0]
    tempo = Tempo(10, lambda: now[0])
    tempo.rest(7)
    assert tempo.take(last=True) == 7
    now[0] += 7
    assert tempo.take(last=True) == 0.0
