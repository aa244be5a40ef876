"""A workspace of Teams with two people, in which Referent answers from a small archive."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.inbox.turn import Patience
from bot.writing.opening import Writing
from tests.slack_running import Archive, Referent
from tests.teams_person import Person
from tests.teams_running import referent_in
from tests.teams_workspace import TeamsWorkspace

CHANNEL = "19:parken@thread.tacv2"
GROUP = "19:gruppen@thread.v2"
SUM = "12.000 kr."


@dataclass
class Scene:
    """Karen, Danish, and Bo, English, in an organisation in which Referent runs."""

    teams: TeamsWorkspace
    karen: Person
    bo: Person
    referent: Referent


@asynccontextmanager
async def scene(
    archive: Archive, home: Path, *, writing: Writing | None = None, **more: object
) -> AsyncIterator[Scene]:
    patience = more.pop("patience", None)
    assert patience is None or isinstance(patience, Patience)
    async with TeamsWorkspace() as teams:
        karen, bo = teams.person("Karen"), teams.person("Bo", locale="en-GB")
        people = {karen.id.upper(): more.pop("karen_reads", [])}
        channels = {CHANNEL: more.pop("channel_reads", [])}
        running = referent_in(
            teams,
            archive,
            home,
            patience=patience,
            writing=writing,
            people=people,
            channels=channels,
        )
        async with running as referent:
            yield Scene(teams, karen, bo, referent)
