"""A model opened at an endpoint of a test, with its account in a folder of the test."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from bot.models.breaker import Breaker
from bot.models.guarded import GuardedModel
from bot.models.model import Message
from bot.models.openai_compatible import OpenAICompatible
from bot.models.slots import Slots
from bot.models.spending import Spending
from index.writer_settings import Writer

ASKED = [Message("system", "Skriv dansk."), Message("user", "Hvornår blev broen bygget?")]

HASTY: dict[str, Any] = {"seconds": 20, "first_seconds": 3}
"""Limits for an answer that never comes, of which a test wants to see the end."""


def writer_at(base_url: str, **settings: Any) -> Writer:
    """Return settings with patience for a machine that has much else to do."""
    given = {"model": "prøve", "key": "sk-hemmelig", "seconds": 60, "first_seconds": 30}
    return Writer.model_validate({"base_url": base_url, **given, **settings})


@contextmanager
def model_at(
    folder: Path,
    base_url: str,
    *,
    breaker: Breaker | None = None,
    slots_wait: float = 0.1,
    pauses: list[float] | None = None,
    **settings: Any,
) -> Iterator[GuardedModel]:
    """Open a model that does not really pause between attempts, and notes how long it would."""
    writer = writer_at(base_url, **settings)
    model = GuardedModel(
        OpenAICompatible(writer),
        writer,
        Spending(folder, writer),
        breaker=breaker,
        slots=Slots(writer.at_once, slots_wait),
        sleep=(pauses if pauses is not None else []).append,
    )
    with closing(model):
        yield model


def text_of(model: GuardedModel) -> str:
    """Return the whole text that a model writes."""
    return "".join(model.stream(ASKED, "answer"))
