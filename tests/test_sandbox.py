import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from index.settings import Limits
from index.spans import Span
from ingest.reading.extraction import Extraction, Reason, Unreadable
from ingest.reading.reader import read
from ingest.reading.sandbox import Sandbox

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

LIMITS = Limits(seconds=60, memory_mb=512, characters=100_000)
HASTY = LIMITS.model_copy(update={"seconds": 3})
"""Limits for what never ends, of which a test wants to see the end."""


# What runs in the child ------------------------------------------------------------------------


def double(number: int) -> int:
    return 2 * number


def span(start: int, end: int) -> Span:
    return Span(start, end)


def encrypted() -> int:
    raise Unreadable(Reason.ENCRYPTED, "med adgangskode")


def loop_for_ever() -> int:
    while True:
        pass


def sleep_for_ever() -> int:
    time.sleep(60)
    return 1


def ignore_signals_and_sleep() -> int:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGXCPU):
        signal.signal(number, signal.SIG_IGN)
    return sleep_for_ever()


def fill_the_memory() -> int:
    held = []
    while True:
        held.append(bytearray(100_000_000))


def recurse() -> int:
    return 1 + recurse()


def touch_nothing() -> int:
    ctypes.string_at(0)
    return 1


def leave() -> int:
    os._exit(3)


def kill_itself() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 1


def kill_the_server() -> int:
    os.kill(os.getppid(), signal.SIGKILL)
    return sleep_for_ever()


def stop_the_server() -> int:
    os.kill(os.getppid(), signal.SIGSTOP)
    return sleep_for_ever()


def print_a_lot() -> int:
    sys.stdout.write("støj" * 10_000)
    sys.stdout.flush()
    os.write(1, b"\0" * 100)
    return 7


def write_a_novel() -> str:
    return "x" * 5_000_000


def lie() -> int:
    return "et tal"  # type: ignore[return-value]


def span_backwards() -> Span:
    return {"start": 5, "end": 1}  # type: ignore[return-value]


def fail() -> int:
    raise KeyError("sagsnummer")


def leave_a_process_behind(file: str) -> int:
    process = subprocess.Popen(["sleep", "50"])
    Path(file).write_text(str(process.pid), encoding="utf-8")
    return 1


def process_id() -> int:
    return os.getpid()


# -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    with Sandbox(LIMITS) as box:
        yield box


@pytest.fixture(scope="module")
def hasty() -> Iterator[Sandbox]:
    with Sandbox(HASTY) as box:
        yield box


def test_a_value_comes_back_in_its_own_type(box: Sandbox) -> None:
    assert box.run(double, 21) == 42
    assert box.run(span, 3, 5) == Span(3, 5)


def test_every_file_has_a_process_of_its_own(box: Sandbox) -> None:
    ids = {box.run(process_id) for _ in range(5)}
    assert len(ids) == 5
    assert os.getpid() not in ids


def test_what_the_reader_says_comes_through(box: Sandbox) -> None:
    with pytest.raises(Unreadable) as caught:
        box.run(encrypted)
    assert (caught.value.reason, caught.value.detail) == (Reason.ENCRYPTED, "med adgangskode")


@pytest.mark.parametrize("function", [loop_for_ever, sleep_for_ever, ignore_signals_and_sleep])
def test_what_does_not_end_is_given_up_and_the_next_file_is_read(
    hasty: Sandbox, function: Callable[[], object]
) -> None:
    with pytest.raises(Unreadable, match="3 seconds") as caught:
        hasty.run(function)
    assert caught.value.reason is Reason.TIMED_OUT
    assert hasty.run(double, 4) == 8


@pytest.mark.parametrize(
    ("function", "reason", "words"),
    [
        pytest.param(
            fill_the_memory, Reason.TOO_LARGE, "512 MiB",
            marks=pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not limit it"),
        ),
        (recurse, Reason.DAMAGED, "nested"),
        (touch_nothing, Reason.CRASHED, "SIGSEGV"),
        (leave, Reason.CRASHED, "halfway"),
        (kill_itself, Reason.CRASHED, "SIGKILL"),
        (kill_the_server, Reason.CRASHED, "ended"),
        (write_a_novel, Reason.TOO_LARGE, "more text"),
        (lie, Reason.CRASHED, "something else"),
        (span_backwards, Reason.CRASHED, "something else"),
        (fail, Reason.CRASHED, "KeyError"),
    ],
)  # fmt: skip
def test_whatever_goes_wrong_has_its_reason_and_the_next_file_is_read(
    box: Sandbox, function: Callable[[], object], reason: Reason, words: str
) -> None:
    with pytest.raises(Unreadable, match=words) as caught:
        box.run(function)
    assert caught.value.reason is reason
    assert box.run(double, 4) == 8


def test_a_server_that_hangs_is_replaced(hasty: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.reading.sandbox.GRACE", 0.2)
    with pytest.raises(Unreadable) as caught:
        hasty.run(stop_the_server)
    assert caught.value.reason is Reason.TIMED_OUT
    monkeypatch.undo()
    assert hasty.run(double, 4) == 8


def test_what_a_library_prints_gets_into_no_answer(
    box: Sandbox, capfd: pytest.CaptureFixture[str]
) -> None:
    assert box.run(print_a_lot) == 7
    assert capfd.readouterr() == ("", "")


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    with Sandbox(LIMITS) as box:
        assert box.run(leave_a_process_behind, str(file)) == 1
    with Sandbox(HASTY) as box, pytest.raises(Unreadable):
        box.run(sleep_for_ever)
    after = {child.pid for child in psutil.Process().children(recursive=True)}
    assert after <= before
    left = int(file.read_text(encoding="utf-8"))
    assert not psutil.pid_exists(left) or psutil.Process(left).status() == psutil.STATUS_ZOMBIE


def test_two_are_read_at_once_and_more_wait_their_turn() -> None:
    running = []
    with Sandbox(LIMITS, at_once=2) as box:

        def work(number: int) -> None:
            running.append(box.run(double, number))

        threads = [threading.Thread(target=work, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(running) == [2 * n for n in range(12)]


def test_a_closed_sandbox_ends_its_server() -> None:
    before = set(psutil.Process().children())
    closing = Sandbox(LIMITS)
    assert closing.run(double, 1) == 2
    (server,) = set(psutil.Process().children()) - before
    closing.close()
    assert not server.is_running()


def test_a_file_is_read_in_the_sandbox_as_it_is_outside(tmp_path: Path) -> None:
    path = tmp_path / "mødereferat.md"
    path.write_text("# 1. Økonomi\n\nUdvalget godkendte indstillingen.", encoding="utf-8")
    with Sandbox(Limits()) as box:
        extraction = box.run(read, path, Limits())
    assert isinstance(extraction, Extraction)
    assert extraction == read(path, Limits())


def test_a_pipe_does_not_keep_the_run_waiting(box: Sandbox, tmp_path: Path) -> None:
    pipe = tmp_path / "rør"
    os.mkfifo(pipe)
    with pytest.raises(Unreadable) as caught:
        box.run(read, pipe, LIMITS)
    assert caught.value.reason is Reason.UNKNOWN_FORMAT
