"""A real small model, where one is installed: it is streamed from, counted and stopped."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.models.calls import End
from bot.models.model import Failure, Message, ModelFailed
from tests.model_opened import model_at
from tests.real_model import NAME, real_model

PASSAGE = "Udvalget besluttede den 2. maj 2024 at bygge en ny bro over åen ved Hov."
BEGUN = [Message("system", PASSAGE), Message("user", "Hvad besluttede udvalget? Udvalget")]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with real_model(tmp_path_factory.mktemp("model")) as running:
        yield running


@pytest.mark.slow
def test_a_real_model_writes_up_to_its_limit_and_tells_what_it_used(
    address: str, tmp_path: Path
) -> None:
    limits: dict[str, Any] = {"model": NAME, "seconds": 60, "first_seconds": 30, "max_tokens": 60}
    pieces: list[str] = []
    # A base model seldom comes to an end.
    with model_at(tmp_path, address, **limits) as model, suppress(ModelFailed):
        pieces.extend(model.stream(BEGUN, "answer"))
    with model_at(tmp_path, address, **limits) as model:
        (spent,) = model.spending.spent()
    assert spent.end in (End.WRITTEN, Failure.TOO_LONG)
    assert len(pieces) > 3
    assert (spent.estimated, spent.written <= 60) == (0, True)


@pytest.mark.slow
def test_a_real_model_is_stopped_halfway_and_takes_the_next_question(
    address: str, tmp_path: Path
) -> None:
    limits: dict[str, Any] = {"model": NAME, "seconds": 60, "first_seconds": 30, "max_tokens": 4000}
    with model_at(tmp_path, address, **limits) as model:
        for _ in range(2):
            begun = time.monotonic()
            pieces = model.stream(BEGUN, "answer")
            assert next(pieces)
            pieces.close()
            # The one slot of the server is free again: it noticed that nobody reads.
            assert time.monotonic() - begun < 15
        assert [(spent.end, spent.calls) for spent in model.spending.spent()] == [("stopped", 2)]
