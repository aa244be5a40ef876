"""The app package that an administrator uploads to Teams: its manifest and two pictures."""

import io
import json
import zipfile
from dataclasses import dataclass
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from bot.replies import Language
from bot.teams.icons import BLUE, color_png, outline_png
from bot.teams.menu import COMMANDS, described, typed
from bot.wording import phrase
from index.errors import UsageError

MANIFEST_VERSION = "1.16"
"""Of the schema: the oldest that has all we use, so that no client is too old for it."""
SCHEMA = f"MicrosoftTeams-{MANIFEST_VERSION}.schema.json"
SCOPES = ("personal", "team", "groupChat")


@dataclass(frozen=True, slots=True)
class App:
    """What the manifest tells of this installation."""

    app_id: str
    version: str
    name: str
    developer: str
    website: str
    """Where people read of the app; https."""
    privacy: str
    terms: str
    language: Language


def manifest(app: App) -> dict[str, Any]:
    """Return the app's manifest."""
    language = app.language
    commands = [
        {"title": typed(one, language), "description": described(one, language)} for one in COMMANDS
    ]
    host = urlsplit(app.website).hostname
    return {
        "$schema": "https://developer.microsoft.com/json-schemas/teams/"
        f"v{MANIFEST_VERSION}/MicrosoftTeams.schema.json",
        "manifestVersion": MANIFEST_VERSION,
        "version": app.version,
        "id": app.app_id,
        "developer": {
            "name": app.developer,
            "websiteUrl": app.website,
            "privacyUrl": app.privacy,
            "termsOfUseUrl": app.terms,
        },
        "name": {"short": app.name, "full": app.name},
        "description": {
            "short": phrase("teams_app_short", language),
            "full": phrase("teams_app_full", language),
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#" + bytes(BLUE[:3]).hex(),
        "bots": [
            {
                "botId": app.app_id,
                "scopes": list(SCOPES),
                "supportsFiles": False,
                "isNotificationOnly": False,
                "commandLists": [{"scopes": list(SCOPES), "commands": commands}],
            }
        ],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [host] if host else [],
    }


def checked(made: dict[str, Any]) -> dict[str, Any]:
    """Return a manifest that Microsoft's schema admits.

    Raises:
        UsageError: It does not; the message names the place.
    """
    import jsonschema  # noqa: PLC0415 - takes long to load

    text = resources.files(__package__).joinpath("schema", SCHEMA).read_text("utf-8")
    validator = jsonschema.Draft4Validator(json.loads(text))
    wrong = sorted(validator.iter_errors(made), key=lambda error: list(error.absolute_path))
    if wrong:
        place = ".".join(str(part) for part in wrong[0].absolute_path)
        raise UsageError(f"Teams would not take the manifest: {place}: {wrong[0].message}.")
    return made


def package(app: App) -> bytes:
    """Return the package as a zip file, the same bytes for the same app.

    Raises:
        UsageError: Teams would not take it; the message says why.
    """
    told = json.dumps(checked(manifest(app)), ensure_ascii=False, indent=2) + "\n"
    files = {
        "manifest.json": told.encode(),
        "color.png": color_png(),
        "outline.png": outline_png(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return made.getvalue()
