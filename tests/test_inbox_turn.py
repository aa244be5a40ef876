"""One question is answered once, and apologised for once where it cannot be."""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.inbox.desk import Desk
from bot.inbox.questions import Question, State
from bot.inbox.store import Inbox
from bot.inbox.surfaces import Posted, Posting, Refused, RetryLater
from bot.inbox.turn import Patience
from tests.inbox_scenes import QUICK, accepted, at_the_desk, ended, outcome, until
from tests.paper_inbox import PaperSurface


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    with closing(Inbox(tmp_path, settling=timedelta(milliseconds=1))) as inbox:
        yield inbox


def test_a_question_is_answered_and_noted_with_where_it_stands(inbox: Inbox) -> None:
    surface = PaperSurface()
    question = outcome(inbox, surface)
    assert surface.answers == [question.id]
    assert (question.state, question.where) == (State.ANSWERED, b"answer")
    assert (question.attempts, surface.looks) == (1, 0)


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


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(1, 2), (2, 4), (3, 8), (8, 256), (9, 300), (5000, 300)]
)
def test_pauses_double_up_to_a_limit(attempts: int, seconds: int) -> None:
    assert Patience().pause(attempts) == timedelta(seconds=seconds)


def test_what_is_refused_for_good_is_apologised_for_at_once(inbox: Inbox) -> None:
    surface = PaperSurface(Refused("too long"))
    question = outcome(inbox, surface)
    assert question.state is State.APOLOGISED
    assert (question.attempts, surface.answers) == (1, [])
    assert surface.apologies == [(question.id, question.reference)]


class _Shut(RetryLater):
    counts = False


def test_a_surface_that_is_shut_has_not_been_tried(inbox: Inbox) -> None:
    shut = [_Shut(timedelta(milliseconds=1), nothing_posted=True) for _ in range(30)]
    surface = PaperSurface(*shut)
    question = outcome(inbox, surface)
    assert question.state is State.ANSWERED
    assert question.attempts == 1


def test_what_waits_is_due_at_once_when_its_surface_listens_again(inbox: Inbox) -> None:
    question = inbox.claim(accepted(inbox, "Ev1"))
    assert question is not None
    inbox.retry(question, timedelta(hours=1), None)
    assert inbox.due(5) == []
    assert inbox.hurry("elsewhere") == 0
    assert inbox.hurry(question.surface) == 1
    assert inbox.due(5) == [question.id]
