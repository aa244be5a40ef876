"""What models cost: counted once, kept over a restart, and never more than may be spent."""

import multiprocessing
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.models.attempts import Usage
from bot.models.calls import Call, End
from bot.models.model import Failure, ModelFailed
from bot.models.spending import NAME, Spending, SpendingDamaged
from tests.model_endpoint import endpoint, said
from tests.model_opened import ASKED, model_at, text_of, writer_at

NOON = datetime(2024, 5, 2, 12).astimezone()
PRICED: dict[str, Any] = {"price_in": "1.5", "price_out": "6", "currency": "DKK"}


def spending(folder: Path, now: datetime = NOON, **settings: Any) -> Spending:
    return Spending(folder, writer_at("http://127.0.0.1:9/v1", **settings), clock=lambda: now)


def call(read: int = 100, written: int = 50, end: End | Failure = End.WRITTEN) -> Call:
    return Call("prøve", "answer", end, Usage(read, written), 0.5, 0.1)


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Spending]:
    with closing(spending(tmp_path, **PRICED)) as opened:
        yield opened


def test_calls_of_a_day_are_added_up_to_the_last_digit(account: Spending) -> None:
    for _ in range(3):
        account.settle(account.hold(200, 100), call())
    account.settle(account.hold(200, 100), call(7, 0, Failure.CUT))
    cut, written = account.spent()
    assert (written.day, written.model, written.end) == (date(2024, 5, 2), "prøve", "written")
    assert (written.calls, written.read, written.written) == (3, 300, 150)
    # 300 at 1.5 and 150 at 6 a million.
    assert (written.cost, written.currency) == (Decimal("0.00135"), "DKK")
    assert (cut.end, cut.calls, cut.cost) == ("cut", 1, Decimal("0.0000105"))


def test_without_prices_there_is_no_cost(tmp_path: Path) -> None:
    with closing(spending(tmp_path)) as account:
        account.settle(account.hold(200, 100), call())
        (spent,) = account.spent()
    assert (spent.cost, spent.currency) == (None, None)


@pytest.mark.parametrize(
    "limit", [{"tokens_a_day": 400}, {"cost_a_day": "0.0017", **PRICED}], ids=["tokens", "cost"]
)
def test_nothing_is_begun_that_could_cost_more_than_is_left(
    tmp_path: Path, limit: dict[str, Any]
) -> None:
    with closing(spending(tmp_path, **limit)) as account:
        first = account.hold(200, 100)
        with pytest.raises(ModelFailed) as refused:
            account.hold(200, 100)
        assert refused.value.reason is Failure.OVER_BUDGET
        # It cost less than was set aside, and the next fits in what is left.
        account.settle(first, call(20, 10))
        assert account.hold(200, 100) is not None


def test_the_budget_of_a_day_holds_after_a_restart_and_for_other_processes(tmp_path: Path) -> None:
    with closing(spending(tmp_path, tokens_a_day=200)) as account:
        account.settle(account.hold(100, 60), call(100, 60))
    with (
        closing(spending(tmp_path, tokens_a_day=200)) as account,
        pytest.raises(ModelFailed) as refused,
    ):
        account.hold(30, 20)
    assert refused.value.reason is Failure.OVER_BUDGET


def test_a_new_day_has_a_budget_of_its_own(tmp_path: Path) -> None:
    with closing(spending(tmp_path, tokens_a_day=200)) as account:
        account.settle(account.hold(100, 60), call(100, 60))
    with closing(spending(tmp_path, NOON + timedelta(days=1), tokens_a_day=200)) as account:
        assert account.hold(100, 60) is not None


def test_what_was_begun_before_midnight_is_of_that_day(tmp_path: Path) -> None:
    now = [datetime(2024, 5, 2, 23, 59).astimezone()]
    writer = writer_at("http://127.0.0.1:9/v1")
    with closing(Spending(tmp_path, writer, clock=lambda: now[0])) as account:
        hold = account.hold(10, 10)
        now[0] += timedelta(minutes=2)
        account.settle(hold, call())
        assert [spent.day for spent in account.spent()] == [date(2024, 5, 2)]


def test_what_a_dead_process_held_stays_spent(tmp_path: Path) -> None:
    with closing(spending(tmp_path, tokens_a_day=200)) as account:
        account.hold(100, 60)
    with (
        closing(spending(tmp_path, tokens_a_day=200)) as account,
        pytest.raises(ModelFailed),
    ):
        account.hold(100, 60)


def _take(folder: str, taken: "multiprocessing.Queue[int]") -> None:
    with closing(spending(Path(folder), tokens_a_day=1_000)) as account:
        held = 0
        for _ in range(20):
            try:
                account.settle(account.hold(20, 30), call(20, 30))
            except ModelFailed:
                continue
            held += 1
        taken.put(held)


def test_many_processes_at_once_do_not_spend_more_than_there_is(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    taken: multiprocessing.Queue[int] = context.Queue()
    processes = [context.Process(target=_take, args=(str(tmp_path), taken)) for _ in range(2)]
    for process in processes:
        process.start()
    assert sum(taken.get(timeout=60) for _ in processes) == 20
    for process in processes:
        process.join()
    taken.close()
    taken.join_thread()
    with closing(spending(tmp_path)) as account:
        assert [(s.calls, s.read + s.written) for s in account.spent()] == [(20, 1_000)]


def test_many_threads_at_once_do_not_spend_more_than_there_is(account: Spending) -> None:
    limited = writer_at("http://127.0.0.1:9/v1", tokens_a_day=1_000)
    account._writer = limited

    def held(_: int) -> bool:
        try:
            return account.hold(20, 30) is not None
        except ModelFailed:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(held, range(40))) == 20


def test_old_days_are_forgotten(tmp_path: Path) -> None:
    for days in (0, 1, 2):
        with closing(spending(tmp_path, NOON - timedelta(days=days))) as account:
            account.settle(account.hold(1, 1), call())
            account.hold(1, 1)
    with closing(spending(tmp_path)) as account:
        assert account.forget(NOON.date() - timedelta(days=1)) == 1
        assert [spent.day.day for spent in account.spent()] == [2, 1]


def test_only_this_user_reads_the_file(tmp_path: Path) -> None:
    with closing(spending(tmp_path / "bot")):
        assert (tmp_path / "bot" / NAME).stat().st_mode & 0o777 == 0o600
        assert (tmp_path / "bot").stat().st_mode & 0o777 == 0o700


def test_a_file_that_is_another_s_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("PRAGMA application_id = 7")
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(SpendingDamaged, match="another program"):
        spending(tmp_path)


def test_a_file_of_a_later_layout_is_left_alone(tmp_path: Path) -> None:
    spending(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / NAME)) as later:
        later.execute("PRAGMA user_version = 9")
    with pytest.raises(SpendingDamaged, match="layout 9"):
        spending(tmp_path)


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no database at all, but long enough to be looked at" * 99)
    with pytest.raises(SpendingDamaged, match=NAME):
        spending(tmp_path)


def _break(folder: Path) -> None:
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as other:
        other.execute("DROP TABLE held")
        other.execute("DROP TABLE calls")


def test_what_cannot_be_counted_is_written_where_nothing_is_limited(tmp_path: Path) -> None:
    with endpoint(said("Ja.")) as e, model_at(tmp_path, e.base_url) as model:
        _break(tmp_path)
        assert text_of(model) == "Ja."


def test_what_cannot_be_counted_is_not_written_where_there_is_a_limit(tmp_path: Path) -> None:
    with (
        endpoint(said("Ja.")) as e,
        model_at(tmp_path, e.base_url, tokens_a_day=100_000) as model,
    ):
        _break(tmp_path)
        with pytest.raises(ModelFailed) as refused:
            text_of(model)
    assert refused.value.reason is Failure.UNCOUNTED
    assert e.requests == []


def test_a_model_over_its_budget_is_not_asked(tmp_path: Path) -> None:
    limits: dict[str, Any] = {"tokens_a_day": 130, "max_tokens": 100}
    with endpoint(said("Ja.", usage=(40, 60))) as e, model_at(tmp_path, e.base_url, **limits) as m:
        assert text_of(m) == "Ja."
        for _ in range(4):
            with pytest.raises(ModelFailed) as refused:
                text_of(m)
            assert refused.value.reason is Failure.OVER_BUDGET
        ends = {
            spent.end: (spent.calls, spent.read + spent.written) for spent in m.spending.spent()
        }
    assert ends == {"over_budget": (4, 0), "written": (1, 100)}
    assert len(e.requests) == 1


def test_where_a_server_tells_no_usage_it_is_estimated_rather_too_high(tmp_path: Path) -> None:
    with (
        endpoint(said("Broen ", "er ", "bygget.", usage=None)) as e,
        model_at(tmp_path, e.base_url) as m,
    ):
        text_of(m)
        (spent,) = m.spending.spent()
    assert (spent.estimated, spent.written) == (1, 2 + 1 + 3)
    assert spent.read > sum(len(message.text) for message in ASKED) / 4


def test_the_day_is_that_of_this_machine(tmp_path: Path) -> None:
    now = datetime(2024, 5, 2, 12, tzinfo=UTC)
    with closing(spending(tmp_path, now)) as account:
        account.settle(account.hold(1, 1), call())
        assert account.spent()[0].day == now.astimezone().date()
