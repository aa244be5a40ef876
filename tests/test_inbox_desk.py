"""The desk takes up what is due, some at once, and puts back what it cannot finish."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.inbox.desk import Desk
from bot.inbox.questions import Question, State
from bot.inbox.store import Inbox
from bot.inbox.surfaces import Posted, Posting
from index.errors import NoSpace
from tests.inbox_scenes import LONG, accepted, at_the_desk, ended, outcome, until
from tests.paper_inbox import PaperSurface, asked


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    with closing(Inbox(tmp_path, settling=timedelta(milliseconds=1))) as inbox:
        yield inbox


def test_a_question_handed_in_is_answered_at_once_and_its_duplicate_dropped(inbox: Inbox) -> None:
    surface = PaperSurface()

    async def scene(desk: Desk) -> None:
        await asyncio.sleep(0.05)
        id_ = await desk.accept(asked("Ev1"))
        assert id_ is not None
        assert await desk.accept(asked("Ev1")) is None
        await until(lambda: ended(inbox, id_))

    at_the_desk(inbox, surface, scene, poll=LONG)
    assert len(surface.answers) == 1


def test_a_question_from_another_thread_is_answered_at_once_when_told_of(inbox: Inbox) -> None:
    surface = PaperSurface()

    async def scene(desk: Desk) -> None:
        await asyncio.sleep(0.05)

        def hand_in() -> None:
            accepted(inbox, "Ev1")
            desk.notify()

        thread = threading.Thread(target=hand_in)
        thread.start()
        await until(lambda: surface.answers)
        thread.join()

    at_the_desk(inbox, surface, scene, poll=LONG)
    Desk(inbox, {}).notify()


def test_acceptance_never_waits_for_an_answer(inbox: Inbox) -> None:
    surface = PaperSurface()
    free = threading.Event()
    answer = surface.answer

    async def slowly(question: Question, posting: Posting) -> Posted:
        await asyncio.to_thread(free.wait)
        return await answer(question, posting)

    surface.answer = slowly  # type: ignore[method-assign]

    async def scene(desk: Desk) -> None:
        # More than there are threads that asyncio shares out.
        for n in range(60):
            await asyncio.wait_for(desk.accept(asked(f"Ev{n}")), LONG)
        assert inbox.counts().waiting == 20
        free.set()
        await until(lambda: len(surface.answers) == 60)

    at_the_desk(inbox, surface, scene, at_once=40)


@pytest.mark.parametrize("at_once", [1, 3])
def test_no_more_questions_are_worked_on_at_once_than_allowed(inbox: Inbox, at_once: int) -> None:
    surface = PaperSurface()
    answer = surface.answer
    now, most = 0, 0
    full = asyncio.Event()

    async def counting(question: Question, posting: Posting) -> Posted:
        nonlocal now, most
        now += 1
        most = max(most, now)
        if now == at_once:
            full.set()
        await full.wait()
        await asyncio.sleep(0.01)
        now -= 1
        return await answer(question, posting)

    surface.answer = counting  # type: ignore[method-assign]
    ids = [accepted(inbox, f"Ev{n}") for n in range(10)]

    async def scene(desk: Desk) -> None:
        await until(lambda: all(ended(inbox, id_) for id_ in ids))

    # It looks again when one has ended, not only when it polls.
    at_the_desk(inbox, surface, scene, at_once=at_once, poll=LONG)
    assert most == at_once
    assert sorted(surface.answers) == sorted(ids)


def test_draining_waits_for_what_runs_and_takes_nothing_more(inbox: Inbox) -> None:
    surface = PaperSurface()
    answer = surface.answer
    begun = asyncio.Event()

    async def slowly(question: Question, posting: Posting) -> Posted:
        begun.set()
        await asyncio.sleep(0.1)
        return await answer(question, posting)

    surface.answer = slowly  # type: ignore[method-assign]
    first, second = accepted(inbox, "Ev1"), accepted(inbox, "Ev2")

    async def scene() -> None:
        desk = Desk(inbox, {"paper": surface}, at_once=1)
        running = asyncio.create_task(desk.run())
        await begun.wait()
        assert await desk.drain(LONG) == 0
        await running
        assert await desk.accept(asked("Ev3"))

    asyncio.run(scene())
    assert surface.answers == [first]
    assert second in inbox.due(5)
    assert inbox.counts().waiting == 2


@pytest.mark.parametrize("posting_begun", [False, True])
def test_what_draining_cuts_off_is_put_back_for_the_next_desk(
    inbox: Inbox, posting_begun: bool
) -> None:
    surface = PaperSurface()
    begun = asyncio.Event()

    async def hangs(question: Question, posting: Posting) -> Posted:
        if posting_begun:
            await posting()
        begun.set()
        await asyncio.sleep(60)
        raise AssertionError

    surface.answer = hangs  # type: ignore[method-assign]
    id_ = accepted(inbox, "Ev1")

    async def scene() -> None:
        desk = Desk(inbox, {"paper": surface})
        running = asyncio.create_task(desk.run())
        await begun.wait()
        assert await desk.drain(0.01) == 1
        await running

    asyncio.run(scene())
    time.sleep(0.01)
    question = inbox.claim(id_)
    assert question is not None
    assert question.attempts == 1
    assert question.state is (State.POSTING if posting_begun else State.ACCEPTED)


def test_a_desk_that_is_cancelled_leaves_nothing_taken_up(inbox: Inbox) -> None:
    for n in range(20):
        accepted(inbox, f"Ev{n}")
    surface = PaperSurface()

    async def scene() -> None:
        desk = Desk(inbox, {"paper": surface})
        running = asyncio.create_task(desk.run())
        await until(lambda: surface.answers)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        await desk.drain(LONG)

    asyncio.run(scene())
    assert inbox.counts().waiting == 20 - len(surface.answers)


class _FullDisk:
    """Fails every call of a kind, for a while."""

    def __init__(self, inbox: Inbox, name: str, times: int) -> None:
        self._call = getattr(inbox, name)
        self.left = times

    def __call__(self, *given: object) -> object:
        if self.left:
            self.left -= 1
            raise NoSpace("There is no space left for the inbox /there/inbox.sqlite.")
        return self._call(*given)


@pytest.mark.parametrize("call", ["due", "claim", "posting", "answered", "retry"])
def test_a_disk_that_is_full_for_a_while_stops_nothing_and_repeats_nothing(
    inbox: Inbox, call: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.inbox.ledger._FIRST_PAUSE", 0.005)
    surface = PaperSurface(*([OSError()] if call == "retry" else []))
    full = _FullDisk(inbox, call, 2)
    monkeypatch.setattr(Inbox, call, lambda self, *given: full(*given))
    question = outcome(inbox, surface)
    assert full.left == 0
    assert question.state is State.ANSWERED
    assert surface.answers == [question.id]
    assert "reference " in caplog.text
    if call != "posting":  # there it comes by way of the surface, whose words are not logged
        assert "no space left for the inbox /there/inbox.sqlite" in caplog.text


def test_the_words_of_ended_questions_are_forgotten_after_their_time(inbox: Inbox) -> None:
    question = inbox.claim(accepted(inbox, "Ev0"))
    assert question is not None
    inbox.answered(question, b"there")

    async def scene(desk: Desk) -> None:
        await until(lambda: (kept := inbox.question(question.id)) and kept.payload is None)

    at_the_desk(inbox, PaperSurface(), scene, kept_for=timedelta())
