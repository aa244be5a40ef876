"""What asks something is on the disk before it is acknowledged; what cannot be kept is told of."""

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime

from bot.chat.pace import Pace
from bot.inbox.desk import Desk
from bot.inbox.questions import Incoming
from bot.inbox.surfaces import RetryLater
from bot.incidents import log_incident
from bot.teams.calls import Place, TeamsCalls, TeamsRefused
from bot.teams.drawn import Drawn
from bot.teams.incoming import SURFACE, Asking, Payload, asking_in, encoded
from bot.teams.message import notice
from index.errors import ReferentError


class Intake:
    """Takes questions in."""

    def __init__(self, desk: Desk, calls: TeamsCalls) -> None:
        """Take who does the work, and Teams for what is told at once."""
        self._desk = desk
        self._calls = calls
        self._pace = Pace()
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, activity: Payload) -> bool:
        """Keep what an activity asks, and return whether it may be acknowledged.

        Of what is not kept its asker is told: Teams does not always deliver it again.
        """
        asking = asking_in(activity)
        if asking is None:
            return True
        if not self._pace.allows(asking.account):
            if self._pace.is_to_be_told(asking.account):
                self._begin(self._tell(asking, notice("teams_slower", asking.language)))
            return True
        incoming = Incoming(SURFACE, asking.keys, encoded(asking), datetime.now(UTC))
        try:
            if await self._desk.accept(incoming) is not None:
                self._pace.count(asking.account)
        except ReferentError as error:
            reference = log_incident("a question could not be kept", error, told=True)
            told = notice("teams_error", asking.language, reference=reference)
            self._begin(self._tell(asking, told))
            return False
        return True

    async def drain(self, seconds: float) -> None:
        """Wait for what is being told."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell(self, asking: Asking, drawn: Drawn) -> None:
        try:
            await self._calls.post(place_of(asking), drawn)
        except (RetryLater, TeamsRefused) as error:
            log_incident("somebody could not be told", error)


def place_of(asking: Asking) -> Place:
    """Return where the answer to a question is posted."""
    return Place(asking.service_url, asking.conversation, asking.account, asking.locale)
