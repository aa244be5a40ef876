"""Referent running in the stand-in for Teams: the real app, inbox and archive."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import jwt

from bot.inbox.turn import Patience
from bot.serving.opening import opened
from bot.serving.server import create
from bot.writing.opening import Writing
from index.settings import Settings
from tests.slack_running import Archive, Referent, running
from tests.teams_person import APP_ID, TENANT
from tests.teams_workspace import TeamsWorkspace

APP_TOKEN = jwt.encode({"appid": APP_ID}, "a-secret-of-thirty-two-characters", algorithm="HS256")
"""What the bot shows when it posts."""


async def app_token() -> str | None:
    """Return the token without asking Microsoft."""
    return APP_TOKEN


def settings_for(
    teams: TeamsWorkspace, home: Path, drain_seconds: float = 20.0, **more: object
) -> Settings:
    """Return settings by which Referent takes the stand-in for Microsoft's connector."""
    told = {
        "app_id": APP_ID,
        "app_secret": "not-asked-for",
        "tenant_id": TENANT,
        "openid_url": teams.openid_url,
        **more,
    }
    return Settings.load(home=home, teams=told, serve={"drain_seconds": drain_seconds})


@asynccontextmanager
async def referent_in(
    teams: TeamsWorkspace,
    archive: Archive,
    home: Path,
    *,
    patience: Patience | None = None,
    drain_seconds: float = 20.0,
    writing: Writing | None = None,
    **more: Mapping[str, object],
) -> AsyncIterator[Referent]:
    """Run Referent in a workspace until the test ends. `more`: settings of the app in Teams."""
    settings = settings_for(teams, home, drain_seconds, **more)
    parts = opened(
        settings,
        archive.assistant.reply,
        archive.views,
        patience,
        teams_token=app_token,
        writing=writing,
    )
    async with running(create(parts)) as referent:
        teams.endpoint = f"{referent.url}/api/messages"
        yield referent
