"""Each way in which a model fails: how it is told, how long it takes, and that nothing is left."""

import socket
import threading
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from bot.models.breaker import Breaker
from bot.models.calls import Call, End
from bot.models.model import Failure, ModelFailed
from tests.model_endpoint import (
    JSON,
    PAGE,
    Answer,
    Line,
    broken,
    cut,
    dripping,
    endpoint,
    event,
    line,
    nobody,
    raw,
    refusing,
    said,
    slowly,
    whole,
)
from tests.model_opened import ASKED, HASTY, model_at, text_of


def failed(call: Callable[[], object]) -> ModelFailed:
    """Return how a call fails, none of whose secrets are told."""
    with pytest.raises(ModelFailed) as caught:
        call()
    assert "hemmelig" not in str(caught.value)
    assert "broen" not in str(caught.value)
    return caught.value


def flood(to: Line) -> None:
    to.begin()
    for _ in range(100):
        to.part(event("nej " * 25_000))


def flood_of_thoughts(to: Line) -> None:
    to.begin()
    for _ in range(100):
        to.part(event(None, reasoning_content="hm " * 33_000))


def flood_without_a_line(to: Line) -> None:
    to.begin()
    for _ in range(100):
        to.part(b"x" * 100_000)


def elsewhere(to: Line) -> None:
    to.begin(307, JSON, Location=nobody())
    to.end()


ONE_ATTEMPT: dict[str, tuple[Answer, Failure]] = {
    "slow to begin": (slowly("Ja.", first=60), Failure.SLOW),
    "slow to go on": (slowly("Ja, ", "den er.", between=60), Failure.SLOW),
    "drips the status": (dripping(b"HTTP/1.1 200 OK-", begun=False), Failure.SLOW),
    "drips a stream": (dripping(b"data: {"), Failure.SLOW),
    "drips comments": (dripping(b": ping\n\n", every=0.01), Failure.SLOW),
    "drips empty pieces": (dripping(event(""), every=0.001), Failure.SLOW),
    "empty": (said(), Failure.EMPTY),
    "only white space": (said(" ", "\n\n", "\t"), Failure.EMPTY),
    "only thoughts": (said("<think>", "Ja?", "</think>", "\n"), Failure.EMPTY),
    "thoughts without an end": (said("<think>Hm. ", "Hm."), Failure.EMPTY),
    "a whole that is empty": (whole(""), Failure.EMPTY),
    "broken JSON": (raw(b'data: {"choices": [{\n\n'), Failure.GARBLED),
    "JSON that is something else": (raw(b'data: {"x": 1}\n\n'), Failure.GARBLED),
    "JSON that is no object": (raw(b"data: 5\n\ndata: []\n\n"), Failure.GARBLED),
    "choices of another kind": (raw(line({"choices": "ja"})), Failure.GARBLED),
    "text of another kind": (raw(line({"choices": [{"delta": {"content": 5}}]})), Failure.GARBLED),
    "deep JSON": (raw(b"data: " + b"[" * 100_000 + b"\n\n"), Failure.GARBLED),
    "bytes that are no text": (raw(b"data: \xff\xfe\n\n"), Failure.GARBLED),
    "a whole of another kind": (raw(b'{"answer": "ja"}', kind=JSON), Failure.GARBLED),
    "a whole that is broken": (raw(b'{"choices": [', kind=JSON), Failure.GARBLED),
    "a web page": (raw(b"<html>Log ind</html>", kind=PAGE), Failure.GARBLED),
    "a redirect": (elsewhere, Failure.GARBLED),
    "packed": (raw(b"\x1f\x8b", Content_Encoding="gzip"), Failure.GARBLED),
    "calls a tool": (said("Ja.", end="tool_calls"), Failure.GARBLED),
    "10 MB of text": (flood, Failure.TOO_LONG),
    "10 MB of thoughts": (flood_of_thoughts, Failure.TOO_LONG),
    "10 MB without a line": (flood_without_a_line, Failure.TOO_LONG),
    "as many tokens as it may": (said("Ja, ", end="length"), Failure.TOO_LONG),
    "cut after some text": (cut("Broen "), Failure.CUT),
    "ended without an end": (raw(event("Broen ")), Failure.CUT),
    "an error after some text": (raw(event("Ja "), line({"error": {"message": "x"}})), Failure.CUT),
    "held back": (said("Ja", end="content_filter"), Failure.REFUSED),
    "a wrong key": (refusing(401, "Incorrect key sk-hemmelig"), Failure.REFUSED),
    "a forbidden model": (refusing(403), Failure.REFUSED),
    "an unknown model": (refusing(404, code="model_not_found"), Failure.REFUSED),
    "a wrong request": (refusing(400, "broen?"), Failure.REFUSED),
    "too long a text": (refusing(413), Failure.REFUSED),
    "a page as refusal": (raw(b"<html>", kind=PAGE, status=403), Failure.REFUSED),
    "no money": (refusing(429, code="insufficient_quota"), Failure.REFUSED),
}


@pytest.mark.parametrize("kind", ONE_ATTEMPT)
def test_a_failure_is_told_in_time_after_one_attempt(tmp_path: Path, kind: str) -> None:
    answer, reason = ONE_ATTEMPT[kind]
    limits: dict[str, Any] = HASTY if reason is Failure.SLOW else {}
    calls: list[Call] = []
    with (
        endpoint(answer) as e,
        model_at(tmp_path, e.base_url, **limits) as model,
    ):
        model.tell(calls.append)
        threads = threading.active_count()
        assert failed(lambda: text_of(model)).reason is reason
        # A second of silence; the rest is for a machine that has much to do.
        assert calls[0].seconds < 15
        assert e.was_let_go()
        assert threading.active_count() <= threads + 1  # the endpoint's own
        assert [s.end for s in model.spending.spent()] == [reason]
    assert len(e.requests) == 1
    assert [call.end for call in calls] == [reason]


SEVERAL_ATTEMPTS: dict[str, tuple[Answer, Failure]] = {
    "the server failed": (refusing(500), Failure.DOWN),
    "the server is starting": (refusing(503, "Loading model"), Failure.DOWN),
    "broken off before anything": (broken, Failure.DOWN),
    "cut before any text": (cut(), Failure.CUT),
    "an error before any text": (raw(line({"error": {"message": "x"}})), Failure.CUT),
    "ended before any text": (raw(b": ping\n\n"), Failure.CUT),
    "too much to do": (refusing(429), Failure.BUSY),
}


@pytest.mark.parametrize("kind", SEVERAL_ATTEMPTS)
def test_what_may_pass_is_tried_three_times(tmp_path: Path, kind: str) -> None:
    answer, reason = SEVERAL_ATTEMPTS[kind]
    pauses: list[float] = []
    with (
        endpoint(answer) as e,
        model_at(tmp_path, e.base_url, pauses=pauses) as model,
    ):
        assert failed(lambda: text_of(model)).reason is reason
        assert e.was_let_go(3)
    assert len(e.requests) == 3
    assert [0.25 <= pauses[0] <= 0.5, 0.5 <= pauses[1] <= 1.0] == [True, True]


@pytest.mark.parametrize("kind", SEVERAL_ATTEMPTS)
def test_what_has_passed_leaves_no_trace_in_the_text(tmp_path: Path, kind: str) -> None:
    with (
        endpoint(SEVERAL_ATTEMPTS[kind][0], said("Ja.")) as e,
        model_at(tmp_path, e.base_url) as model,
    ):
        assert text_of(model) == "Ja."
        assert [s.end for s in model.spending.spent()] == [End.WRITTEN]


def test_nobody_at_the_address_is_told_at_once(tmp_path: Path) -> None:
    calls: list[Call] = []
    with model_at(tmp_path, nobody()) as model:
        model.tell(calls.append)
        assert failed(lambda: text_of(model)).reason is Failure.DOWN
    assert calls[0].seconds < 15


@pytest.mark.parametrize("host", ["findes-ikke.invalid", "a" * 70 + ".invalid"])
def test_a_name_that_nobody_has_is_told_as_down(tmp_path: Path, host: str) -> None:
    with model_at(tmp_path, f"https://{host}/v1") as model:
        assert failed(lambda: text_of(model)).reason is Failure.DOWN


def test_a_server_that_speaks_no_tls_is_told_as_down(tmp_path: Path) -> None:
    with endpoint(said("Ja.")) as e:
        address = e.base_url.replace("http:", "https:")
        with model_at(tmp_path, address) as model:
            assert failed(lambda: text_of(model)).reason is Failure.DOWN


def test_a_connection_that_nobody_takes_up_is_given_up(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=1) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        with model_at(tmp_path, address, **HASTY) as model:
            assert failed(lambda: text_of(model)).reason is Failure.SLOW


def test_the_whole_has_a_limit_however_steadily_it_comes(tmp_path: Path) -> None:
    steady = slowly(*["Ja. "] * 100, between=0.1)
    limits: dict[str, Any] = {"seconds": 1.5, "first_seconds": 1.5}
    calls: list[Call] = []
    with endpoint(steady) as e, model_at(tmp_path, e.base_url, **limits) as model:
        model.tell(calls.append)
        assert failed(lambda: text_of(model)).reason is Failure.SLOW
        assert 1.4 < calls[0].seconds < 9  # all of it would take ten
        assert e.was_let_go()


def test_what_came_before_a_cut_has_been_read(tmp_path: Path) -> None:
    pieces: list[str] = []
    with (
        endpoint(cut("Broen ", "blev "), said("Nej.")) as e,
        model_at(tmp_path, e.base_url) as model,
        pytest.raises(ModelFailed),
    ):
        pieces.extend(model.stream(ASKED, "answer"))
    assert pieces == ["Broen ", "blev "]
    assert len(e.requests) == 1


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [
        ("0.7", 0.7, 0.7),
        ("0", 0.25, 0.5),
        ("-5", 0.25, 0.5),
        ("nan", 0.25, 0.5),
        ("snart", 0.25, 0.5),
    ],
)
def test_a_server_is_left_alone_for_as_long_as_it_asks(
    tmp_path: Path, asked: str, least: float, most: float
) -> None:
    pauses: list[float] = []
    busy = refusing(429, Retry_After=asked)
    with (
        endpoint(busy, said("Ja.")) as e,
        model_at(tmp_path, e.base_url, pauses=pauses) as model,
    ):
        assert text_of(model) == "Ja."
    assert least <= pauses[0] <= most


def test_a_server_may_ask_to_be_left_alone_until_a_time_of_day(tmp_path: Path) -> None:
    pauses: list[float] = []
    busy = refusing(503, Retry_After=formatdate(time.time() + 10, usegmt=True))
    with (
        endpoint(busy, said("Ja.")) as e,
        model_at(tmp_path, e.base_url, pauses=pauses) as model,
    ):
        assert text_of(model) == "Ja."
    assert 7 < pauses[0] <= 10


@pytest.mark.parametrize("asked", ["21", "60", "inf", "1e400"])
def test_nobody_waits_for_longer_than_there_is_time(tmp_path: Path, asked: str) -> None:
    pauses: list[float] = []
    with (
        endpoint(refusing(429, Retry_After=asked)) as e,
        model_at(tmp_path, e.base_url, pauses=pauses, seconds=20, first_seconds=20) as model,
    ):
        assert failed(lambda: text_of(model)).reason is Failure.BUSY
    assert (len(e.requests), pauses) == (1, [])


def test_whoever_has_enough_stops_the_model_and_what_was_used_is_counted(tmp_path: Path) -> None:
    with (
        endpoint(slowly("Ja, ", "den er ", "smuk", first=0, between=0.2)) as e,
        model_at(tmp_path, e.base_url) as model,
    ):
        pieces = model.stream(ASKED, "answer")
        assert next(pieces) == "Ja, "
        pieces.close()
        assert e.was_let_go()
        (spent,) = model.spending.spent()
    assert (spent.end, spent.estimated, spent.written) == ("stopped", 1, 2)
    assert spent.read > 10


def test_a_model_that_keeps_failing_rests_and_is_then_tried_once(tmp_path: Path) -> None:
    now = [0.0]
    breaker = Breaker(2, 60, clock=lambda: now[0])
    wrong, right = refusing(401), said("Ja.")
    with (
        endpoint(wrong, wrong, wrong, right) as e,
        model_at(tmp_path, e.base_url, breaker=breaker) as model,
    ):
        reasons = [failed(lambda: text_of(model)).reason for _ in range(3)]
        assert reasons == [Failure.REFUSED, Failure.REFUSED, Failure.RESTING]
        now[0] = 61
        assert failed(lambda: text_of(model)).reason is Failure.REFUSED
        assert failed(lambda: text_of(model)).reason is Failure.RESTING
        now[0] = 122
        assert text_of(model) == "Ja."
        assert text_of(model) == "Ja."
    assert len(e.requests) == 5


def test_while_one_tries_a_resting_model_the_others_do_not_wait(tmp_path: Path) -> None:
    now = [0.0]
    breaker = Breaker(1, 60, clock=lambda: now[0])
    with (
        endpoint(refusing(401), slowly("Ja, ", "da.", between=0.3)) as e,
        model_at(tmp_path, e.base_url, breaker=breaker) as model,
    ):
        failed(lambda: text_of(model))
        now[0] = 61
        trial = model.stream(ASKED, "answer")
        assert next(trial) == "Ja, "
        assert failed(lambda: text_of(model)).reason is Failure.RESTING
        assert list(trial) == ["da."]
        assert text_of(model) == "Ja, da."


@pytest.mark.parametrize("answer", [refusing(400), said("Ja", end="content_filter"), refusing(413)])
def test_what_lies_in_a_question_makes_no_model_rest(tmp_path: Path, answer: Answer) -> None:
    with (
        endpoint(answer, answer, said("Ja.")) as e,
        model_at(tmp_path, e.base_url, breaker=Breaker(1)) as model,
    ):
        for _ in range(2):
            assert failed(lambda: text_of(model)).reason is Failure.REFUSED
        assert text_of(model) == "Ja."


def test_no_more_are_written_at_once_than_may_be(tmp_path: Path) -> None:
    with (
        endpoint(slowly("Ja, ", "da.", between=0.4)) as e,
        model_at(tmp_path, e.base_url, at_once=1) as model,
    ):
        one = model.stream(ASKED, "answer")
        assert next(one) == "Ja, "
        assert failed(lambda: text_of(model)).reason is Failure.BUSY
        assert list(one) == ["da."]
        assert text_of(model) == "Ja, da."
    assert len(e.requests) == 2
