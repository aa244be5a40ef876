"""Waiting for something to come about that only looking tells."""

import asyncio
from collections.abc import Callable
from typing import Any

_SHORTEST = 0.005
"""Seconds between two looks at first."""
_SHARE = 0.05
"""Of the time waited, from one look to the next: hundreds that wait for a minute, as under load,
would else look so often that nothing is left to what they wait for."""


async def come_about(condition: Callable[[], Any], within: float) -> Any:
    """Wait until something holds, and return it.

    Raises:
        TimeoutError: It does not within so many seconds.
    """
    time = asyncio.get_running_loop().time
    begun = time()
    async with asyncio.timeout(within):
        while not (held := condition()):
            await asyncio.sleep(max(_SHORTEST, _SHARE * (time() - begun)))
    return held
