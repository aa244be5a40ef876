"""The log of the server: no library's words, and a JSON object a line where that is wanted."""

import json
import logging
from collections.abc import Iterator

import pytest

from bot.serving import logs

OURS, THEIRS = "referent", "slack_sdk"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the loggers as they were found."""
    named = [logging.getLogger(name) for name in (OURS, *logs.TALKATIVE)]
    kept = [(one, one.handlers, one.propagate, one.level) for one in named]
    yield
    for one, handlers, propagate, level in kept:
        one.handlers, one.propagate = handlers, propagate
        one.setLevel(level)


def _said(capsys: pytest.CaptureFixture[str], *, as_json: bool) -> list[str]:
    logs.set_up(as_json=as_json)
    logging.getLogger(OURS).info("question %s answered", "Q1")
    try:
        int("hvad er satsen?")
    except ValueError:
        logging.getLogger(THEIRS).exception("payload: hvad er satsen?")
    logging.getLogger("uvicorn.error").error("Application startup failed. Exiting.")
    return capsys.readouterr().err.splitlines()


def test_lines_tell_when_who_and_what(capsys: pytest.CaptureFixture[str]) -> None:
    ours, theirs = _said(capsys, as_json=False)
    assert ours.endswith("INFO referent: question Q1 answered")
    assert "ERROR slack_sdk: at test_serving_logs:" in theirs
    assert "ValueError at " in theirs
    assert "satsen" not in theirs


def test_as_json_a_line_is_an_object(capsys: pytest.CaptureFixture[str]) -> None:
    ours, theirs = map(json.loads, _said(capsys, as_json=True))
    assert ours.keys() == {"time", "level", "logger", "message"}
    assert (ours["level"], ours["message"]) == ("info", "question Q1 answered")
    assert theirs["message"].startswith("at test_serving_logs:")
    assert "satsen" not in json.dumps(theirs)
