"""What is done again and again while the process serves."""

import asyncio
from collections.abc import Callable

from bot.incidents import log_incident

EVERY = 3600.0
"""Seconds."""


async def keep_house(tidy: Callable[[], object], every: float = EVERY) -> None:
    """Tidy up now and every so often, until it is cancelled; a failure waits for the next time."""
    while True:
        try:
            await asyncio.to_thread(tidy)
        except Exception as error:  # a full disk today is not one tomorrow
            log_incident("it could not be tidied up", error)
        await asyncio.sleep(every)
