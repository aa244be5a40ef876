"""What is done again and again while the process serves."""

import asyncio
import gc
from collections.abc import Callable

from bot.incidents import log_incident

EVERY = 3600.0
"""Seconds."""


async def keep_house(tidy: Callable[[], object], every: float = EVERY) -> None:
    """Tidy up now and every so often, until it is cancelled; a failure waits for the next time."""
    while True:
        try:
            await asyncio.to_thread(tidy)
            # An archive that another has replaced holds on to itself, and is seldom looked for.
            await asyncio.to_thread(gc.collect)
        except Exception as error:  # a full disk today is not one tomorrow
            log_incident("it could not be tidied up", error)
        await asyncio.sleep(every)
