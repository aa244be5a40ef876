"""The desk answers what is due, once, and apologises once where it cannot."""

import asyncio
import logging
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.inbox.desk import Desk
from bot.inbox.questions import Question, State
from bot.inbox.store import Inbox
from bot.inbox.surfaces import Posted, Posting, RetryLater, Surface
from bot.inbox.turn import Patience
from index.errors import NoSpace
from tests.paper_inbox import PaperSurface, asked

QUICK = Patience(attempts=3, first=timedelta(milliseconds=1), answer=timedelta(seconds=5))
LONG = 5.0
"""Seconds; a test that waits as long has failed."""


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    with closing(Inbox(tmp_path, settling=timedelta(milliseconds=1))) as inbox:
        yield inbox


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


def test_a_question_is_answered_and_noted_with_where_it_stands(inbox: Inbox) -> None:
    surface = PaperSurface()
    question = outcome(inbox, surface)
    assert surface.answers == [question.id]
    assert (question.state, question.where) == (State.ANSWERED, b"answer")
    assert (question.attempts, surface.looks) == (1, 0)


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

    async def counting(question: Question, posting: Posting) -> Posted:
        nonlocal now, most
        now += 1
        most = max(most, now)
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


def test_a_surface_that_is_told_to_wait_is_asked_again_no_sooner(inbox: Inbox) -> None:
    surface = PaperSurface(RetryLater(timedelta(seconds=0.2), nothing_posted=True))
    begun = time.monotonic()
    question = outcome(inbox, surface)
    assert question.state is State.ANSWERED
    assert time.monotonic() - begun >= 0.2
    assert question.attempts == 2


def test_an_answer_that_fails_is_tried_again_and_then_apologised_for_once(
    inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    surface = PaperSurface(*(ZeroDivisionError("hvad er satsen?") for _ in range(3)))
    question = outcome(inbox, surface)
    assert (question.state, question.where) == (State.APOLOGISED, b"apology")
    assert surface.answers == []
    assert surface.apologies == [(question.id, question.reference)]
    assert f"reference {question.reference}: question {question.id} (paper)" in caplog.text
    assert "ZeroDivisionError at " in caplog.text
    assert "paper_inbox.py" in caplog.text
    assert "satsen" not in caplog.text
    assert len([r for r in caplog.records if r.levelno == logging.ERROR]) == 3


def test_an_apology_that_fails_is_tried_again_and_then_abandoned_in_the_log(
    inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    surface = PaperSurface(*(OSError() for _ in range(6)))
    question = outcome(inbox, surface)
    assert (question.state, question.attempts) == (State.ABANDONED, 6)
    assert (surface.answers, surface.apologies) == ([], [])
    assert f"reference {question.reference}: question {question.id}" in caplog.text
    assert "abandoned" in caplog.messages[-1]
    assert inbox.counts().abandoned == 1


@settings(max_examples=40, deadline=None)
@given(
    mishaps=st.lists(
        st.sampled_from(
            ["none", "before", "refused", "lost"],
        ),
        max_size=5,
    )
)
def test_nothing_is_posted_twice_whatever_fails_in_whatever_order(
    tmp_path_factory: pytest.TempPathFactory, mishaps: list[str]
) -> None:
    errors = {
        "none": None,
        "before": ValueError(),
        "refused": RetryLater(nothing_posted=True),
        "lost": None,
    }
    surface = PaperSurface(*(errors[mishap] for mishap in mishaps))
    surface.lost_replies = mishaps.count("lost")
    folder = tmp_path_factory.mktemp("inbox")
    with closing(Inbox(folder, settling=timedelta(milliseconds=1))) as inbox:
        question = outcome(inbox, surface)
    assert len(surface.answers) + len(surface.apologies) == 1
    assert question.state is (State.ANSWERED if surface.answers else State.APOLOGISED)


def test_a_post_whose_reply_was_lost_is_looked_for_and_not_repeated(inbox: Inbox) -> None:
    surface = PaperSurface()
    surface.lost_replies = 1
    question = outcome(inbox, surface)
    assert (len(surface.answers), surface.looks) == (1, 1)
    assert (question.state, question.where) == (State.ANSWERED, b"answer")


def test_an_apology_whose_reply_was_lost_is_looked_for_and_not_repeated(inbox: Inbox) -> None:
    surface = PaperSurface(*(OSError() for _ in range(3)))
    surface.lost_replies = 1
    question = outcome(inbox, surface)
    assert (len(surface.apologies), surface.looks) == (1, 1)
    assert question.state is State.APOLOGISED


def test_while_nobody_can_look_nothing_is_posted(inbox: Inbox) -> None:
    surface = PaperSurface()
    surface.lost_replies = 1

    async def blind(question: Question) -> Posted | None:
        raise OSError

    surface.look_up = blind  # type: ignore[method-assign]
    question = outcome(inbox, surface)
    assert question.state is State.ABANDONED
    assert (len(surface.answers), surface.apologies) == (1, [])


def test_a_surface_that_may_not_look_yet_does_not_post_again(inbox: Inbox) -> None:
    surface = PaperSurface()
    surface.lost_replies = 1
    look_up = surface.look_up
    refusals = [RetryLater(nothing_posted=True), RetryLater(nothing_posted=True)]

    async def refused(question: Question) -> Posted | None:
        if refusals:
            raise refusals.pop()
        return await look_up(question)

    surface.look_up = refused  # type: ignore[method-assign]
    question = outcome(inbox, surface, Patience(attempts=4, first=timedelta(milliseconds=1)))
    assert question.state is State.ANSWERED
    assert (surface.answers, question.attempts) == ([question.id], 4)


def test_an_answer_that_takes_for_ever_is_cut_off_and_apologised_for(inbox: Inbox) -> None:
    surface = PaperSurface()

    async def never(question: Question, posting: Posting) -> Posted:
        await asyncio.sleep(60)
        raise AssertionError

    surface.answer = never  # type: ignore[method-assign]
    patience = Patience(2, timedelta(milliseconds=1), answer=timedelta(milliseconds=30))
    question = outcome(inbox, surface, patience)
    assert question.state is State.APOLOGISED


def test_a_question_that_ends_every_process_is_given_up(tmp_path: Path) -> None:
    with closing(Inbox(tmp_path)) as first:
        id_ = accepted(first, "Ev1")
    for _ in range(2 * QUICK.attempts):
        with closing(Inbox(tmp_path)) as dying:
            assert dying.due(1) == [id_]
            assert dying.claim(id_)
    surface = PaperSurface()
    with closing(Inbox(tmp_path)) as inbox:

        async def scene(desk: Desk) -> None:
            await until(lambda: ended(inbox, id_))

        at_the_desk(inbox, surface, scene)
        question = ended(inbox, id_)
    assert question is not None
    assert question.state is State.ABANDONED
    assert question.reference
    assert (surface.answers, surface.apologies) == ([], [])


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


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(1, 2), (2, 4), (3, 8), (8, 256), (9, 300), (5000, 300)]
)
def test_pauses_double_up_to_a_limit(attempts: int, seconds: int) -> None:
    assert Patience().pause(attempts) == timedelta(seconds=seconds)
