"""The inbox keeps every question once, and lets one at a time be at it."""

import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.inbox.errors import ClaimLost
from bot.inbox.questions import Counts, Incoming, Question, State
from bot.inbox.store import Inbox
from tests.inbox_scenes import accepted
from tests.paper_inbox import MORNING, HandClock, asked


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def inbox(tmp_path: Path, clock: HandClock) -> Iterator[Inbox]:
    with closing(Inbox(tmp_path, clock)) as inbox:
        yield inbox


def claimed(inbox: Inbox, *keys: str) -> Question:
    question = inbox.claim(accepted(inbox, *keys))
    assert question is not None
    return question


def test_a_question_is_kept_as_it_came(inbox: Inbox) -> None:
    id_ = accepted(inbox, "Ev1", "C1/17.5")
    assert inbox.question(id_) == Question(
        id=id_,
        surface="paper",
        payload=b"hvad er satsen?",
        received=MORNING,
        state=State.ACCEPTED,
        attempts=0,
        not_before=MORNING,
    )
    assert inbox.question("ANOTHER1") is None


def test_an_id_is_eight_letters_that_nobody_mistakes(inbox: Inbox) -> None:
    ids = {accepted(inbox, f"Ev{n}") for n in range(50)}
    assert len(ids) == 50
    assert {len(id_) for id_ in ids} == {8}
    assert not set("".join(ids)) & set("AEIOUY01L")


def test_any_known_key_makes_a_duplicate_and_tells_of_its_other_keys(inbox: Inbox) -> None:
    accepted(inbox, "Ev1", "C1/17.5")
    assert inbox.accept(asked("Ev1")) is None
    assert inbox.accept(asked("Ev2", "C1/17.5")) is None
    assert inbox.accept(asked("Ev2", "C1/18.0")) is None
    assert inbox.accept(asked("C1/18.0")) is None
    assert inbox.accept(asked("C1/19.0")) is not None


def test_the_keys_of_two_surfaces_are_apart(inbox: Inbox) -> None:
    accepted(inbox, "1")
    assert inbox.accept(asked("1", surface="other")) is not None


def test_duplicates_are_known_after_a_restart(tmp_path: Path) -> None:
    with closing(Inbox(tmp_path)) as inbox:
        id_ = accepted(inbox, "Ev1")
    with closing(Inbox(tmp_path)) as inbox:
        assert inbox.accept(asked("Ev1")) is None
        assert inbox.due(5) == [id_]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_a_mention_its_twin_and_their_retries_are_one_question_in_any_order(
    inbox: Inbox, order: tuple[int, ...]
) -> None:
    deliveries = [("Ev1", "C/1"), ("Ev1", "C/1"), ("Ev2", "C/1"), ("Ev2", "C/1")]
    ids = [inbox.accept(asked(*deliveries[place])) for place in order]
    assert [id_ is None for id_ in ids] == [False, True, True, True]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=3), max_size=12), st.data())
def test_a_delivery_is_new_where_none_of_its_keys_was_ever_seen(
    tmp_path_factory: pytest.TempPathFactory, deliveries: list[list[int]], data: st.DataObject
) -> None:
    restart = data.draw(st.integers(0, 12))
    folder = tmp_path_factory.mktemp("inbox")
    inbox = Inbox(folder)
    seen: set[int] = set()
    for number, keys in enumerate(deliveries):
        if number == restart:
            inbox.close()
            inbox = Inbox(folder)
        new = inbox.accept(asked(*map(str, keys))) is not None
        assert new is not bool(seen & set(keys))
        seen |= set(keys)
    inbox.close()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Incoming("", ("1",), b"", MORNING),
        lambda: Incoming("paper", (), b"", MORNING),
        lambda: Incoming("paper", ("1", ""), b"", MORNING),
        lambda: Incoming("paper", ("1",), b"", datetime(2026, 1, 1)),  # noqa: DTZ001
    ],
)
def test_a_question_without_what_tells_it_apart_cannot_be_made(
    wrong: Callable[[], Incoming],
) -> None:
    with pytest.raises(ValueError, match="question"):
        wrong()


def test_what_is_printed_holds_no_word_of_a_question(inbox: Inbox) -> None:
    incoming = asked("Ev1", payload=b"cpr 010203-1234")
    id_ = inbox.accept(incoming)
    assert id_ is not None
    question = inbox.question(id_)
    assert question is not None
    assert question.payload == b"cpr 010203-1234"
    assert "010203" not in f"{incoming!r}{incoming}{question!r}{question}"
    assert "Ev1" not in f"{incoming!r}"


def test_the_longest_due_comes_first_and_nothing_before_its_time(
    inbox: Inbox, clock: HandClock
) -> None:
    first, second, third = (accepted(inbox, f"Ev{n}") for n in range(3))
    assert inbox.due(2) == [first, second]
    question = inbox.claim(first)
    assert question is not None
    inbox.retry(question, timedelta(seconds=30), "A1B2C3")
    assert inbox.due(5) == [second, third]
    assert inbox.claim(first) is None
    clock.passes(30)
    assert inbox.due(5) == [second, third, first]
    again = inbox.claim(first)
    assert again is not None
    assert (again.attempts, again.reference) == (2, "A1B2C3")


def test_only_questions_of_the_named_surfaces_are_due(inbox: Inbox) -> None:
    accepted(inbox, "Ev1")
    other = inbox.accept(asked("Ev1", surface="other"))
    assert inbox.due(5, {"other", "third"}) == [other]
    assert inbox.due(5, []) == []


def test_a_question_goes_through_its_states_and_is_due_no_more(
    inbox: Inbox, clock: HandClock
) -> None:
    question = claimed(inbox, "Ev1")
    assert inbox.due(5) == []
    assert inbox.claim(question.id) is None
    posting = inbox.posting(question)
    assert posting.state is State.POSTING
    clock.passes(2)
    ended = inbox.answered(posting, b"C1/18.1")
    assert inbox.question(question.id) == ended
    assert ended.state is State.ANSWERED
    assert (ended.where, ended.ended) == (b"C1/18.1", MORNING + timedelta(seconds=2))
    clock.passes(3600)
    assert inbox.due(5) == []
    assert inbox.claim(question.id) is None


def test_a_question_that_is_not_ours_any_more_cannot_be_changed(inbox: Inbox) -> None:
    question = claimed(inbox, "Ev1")
    posting = inbox.posting(question)
    for late in (inbox.posting, inbox.unposted, inbox.release):
        with pytest.raises(ClaimLost, match=question.id):
            late(question)
    inbox.answered(posting, b"there")
    with pytest.raises(ClaimLost):
        inbox.answered(posting, b"there again")
    with pytest.raises(ClaimLost):
        inbox.apologised(posting, b"elsewhere")
    with pytest.raises(ClaimLost):
        inbox.retry(posting, timedelta(), None)
    with pytest.raises(ClaimLost):
        inbox.posting(replace(question, id="ANOTHER1"))
    unchanged = inbox.question(question.id)
    assert unchanged is not None
    assert unchanged.where == b"there"


def test_a_question_given_back_counts_no_attempt(inbox: Inbox) -> None:
    question = claimed(inbox, "Ev1")
    inbox.release(question)
    assert inbox.due(5) == [question.id]
    again = inbox.claim(question.id)
    assert again is not None
    assert again.attempts == 1


def test_what_was_being_posted_is_not_looked_for_at_once(inbox: Inbox, clock: HandClock) -> None:
    for give_back in (inbox.release, lambda q: inbox.retry(q, timedelta(), None)):
        question = inbox.posting(claimed(inbox, f"Ev{clock.now}"))
        give_back(question)
        assert inbox.due(5) == []
        clock.passes(5)
        assert inbox.due(5) == [question.id]
        again = inbox.claim(question.id)
        assert again is not None
        assert again.state is State.POSTING
        inbox.abandon(inbox.unposted(again), "A1B2C3")


def test_what_a_closed_inbox_was_at_is_taken_up_by_the_next(
    tmp_path: Path, clock: HandClock
) -> None:
    before = Inbox(tmp_path, clock)
    question = claimed(before, "Ev1")
    posting = before.posting(claimed(before, "Ev2"))
    with closing(Inbox(tmp_path, clock)) as after:
        assert after.due(5) == []
        before.close()
        assert after.due(5) == [question.id]
        clock.passes(5)
        assert after.due(5) == [question.id, posting.id]
        again = after.claim(posting.id)
        assert again is not None
        assert (again.state, again.attempts) == (State.POSTING, 2)


def test_what_is_owed_is_counted(inbox: Inbox, clock: HandClock) -> None:
    assert inbox.counts() == Counts(0, 0, 0, 0, None)
    assert inbox.counts().longest_wait(clock.now) == timedelta()
    clock.passes(90)
    inbox.answered(claimed(inbox, "Ev0"), b"")
    inbox.abandon(claimed(inbox, "Ev1"), "A1B2C3")
    claimed(inbox, "Ev2")
    inbox.posting(claimed(inbox, "Ev3"))
    accepted(inbox, "Ev4")
    accepted(inbox, "Ev5")
    counts = inbox.counts()
    assert counts == Counts(waiting=2, at_work=1, posting=1, abandoned=1, oldest=MORNING)
    assert counts.longest_wait(clock.now) == timedelta(seconds=90)


def test_what_people_wrote_is_forgotten_and_their_retries_are_still_duplicates(
    tmp_path: Path, clock: HandClock
) -> None:
    secret = b"Kirstens egne ord, " * 300
    with closing(Inbox(tmp_path, clock)) as inbox:
        id_ = inbox.accept(asked("Ev1", payload=secret))
        assert id_ is not None
        question = inbox.claim(id_)
        assert question is not None
        inbox.answered(question, b"Kirstens tr\xc3\xa5d")
        owed = accepted(inbox, "Ev2")
        assert inbox.forget(MORNING) == 0
        clock.passes(1)
        assert inbox.forget(clock.now) == 1
        assert inbox.forget(clock.now) == 0
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert len(files) >= 3
        assert not any(b"Kirstens" in path.read_bytes() for path in files)
        forgotten = inbox.question(id_)
        assert forgotten is not None
        assert (forgotten.payload, forgotten.where) == (None, None)
        assert inbox.accept(asked("Ev1")) is None
        assert inbox.due(5) == [owed]
        inbox.forget(clock.now + timedelta(days=30))
        assert inbox.question(id_) is None
        assert inbox.accept(asked("Ev1")) is not None
        assert inbox.accept(asked("Ev2")) is None


def test_keys_do_not_lie_on_the_disk_as_they_are(tmp_path: Path) -> None:
    with closing(Inbox(tmp_path)) as inbox:
        accepted(inbox, "C0DANA/1763801234.000100")
    assert not any(b"C0DANA" in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())


def test_the_inbox_is_readable_by_its_user_only(tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "mappe"
    with closing(Inbox(folder)) as inbox:
        accepted(inbox, "Ev1")
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir() if p.is_file()}
    assert modes.keys() >= {"inbox.sqlite", "inbox.sqlite-wal", "inbox.lock"}
    assert set(modes.values()) == {0o600}
    (folder / "inbox.sqlite").chmod(0o644)
    Inbox(folder).close()
    assert stat.S_IMODE((folder / "inbox.sqlite").stat().st_mode) == 0o600
