"""The app package: what an administrator uploads, as Microsoft's schema and its rules have it."""

import io
import json
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.chat.commands import asks_help, command_in
from bot.cli.failures import run
from bot.teams.icons import color_png, outline_png
from bot.teams.menu import COMMANDS
from bot.teams.message import help_message
from bot.teams.package import App, checked, manifest, package
from index.errors import UsageError
from referent import app
from tests.teams_person import APP_ID, TENANT

SITE = "https://referent.example"
OURS = App(APP_ID, "0.1.0", "Referent", "Sekretariatet", SITE, SITE, SITE, "da")


def pixels(png: bytes) -> tuple[int, int, set[tuple[int, ...]]]:
    """Return width, height and the colours of a picture whose rows are not filtered."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    size = struct.unpack(">I", png[33:37])[0]
    raw = zlib.decompress(png[41 : 41 + size])
    rows = [raw[y * (4 * width + 1) + 1 : (y + 1) * (4 * width + 1)] for y in range(height)]
    return width, height, {tuple(row[x : x + 4]) for row in rows for x in range(0, len(row), 4)}


def test_the_package_holds_manifest_and_both_pictures_and_is_the_same_each_time() -> None:
    made = package(OURS)
    assert made == package(OURS)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["manifest.json", "color.png", "outline.png"]
        told = json.loads(archive.read("manifest.json"))
    assert (told["id"], told["bots"][0]["botId"]) == (APP_ID, APP_ID)
    assert told["bots"][0]["scopes"] == ["personal", "team", "groupChat"]


def test_the_pictures_are_of_the_size_and_kind_that_teams_takes() -> None:
    width, height, colours = pixels(color_png())
    assert (width, height) == (192, 192)
    assert {colour[3] for colour in colours} == {255}
    width, height, colours = pixels(outline_png())
    assert (width, height) == (32, 32)
    assert {colour[:3] for colour in colours} == {(255, 255, 255)}
    assert {0, 255} <= {colour[3] for colour in colours}


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("da", ["sats", "beslutninger", "sag", "intro", "hjælp"]),
        ("en", ["rate", "decisions", "case", "intro", "help"]),
    ],
)
def test_the_menu_is_in_the_language_of_the_package_and_understood(
    language: Any, titles: list[str]
) -> None:
    listed = manifest(replace(OURS, language=language))["bots"][0]["commandLists"][0]["commands"]
    assert [one["title"] for one in listed] == titles
    for name, typed in zip(COMMANDS, titles, strict=True):
        assert command_in(f"{typed} x").name == name or asks_help(typed)
    for one in listed[:-1]:
        assert f": {one['title']} " in one["description"]


def test_the_help_names_the_commands_as_the_menu_does() -> None:
    told = help_message("da").plain
    assert all(f"{typed} " in told for typed in ("sats", "beslutninger", "sag", "intro", "hjælp"))
    assert "decisions" not in told


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"name": "x" * 31}, "name.short"),
        ({"developer": "x" * 33}, "developer.name"),
        ({"app_id": "no-guid"}, "bots.0.botId"),
        ({"website": "ftp://x"}, "developer.websiteUrl"),
    ],
)
def test_what_teams_would_not_take_is_refused_by_its_place(
    changes: dict[str, Any], place: str
) -> None:
    with pytest.raises(UsageError, match=place):
        checked(manifest(replace(OURS, **changes)))


@pytest.mark.parametrize("language", ["da", "en"])
def test_descriptions_fit_in_both_languages(language: Any) -> None:
    assert checked(manifest(replace(OURS, language=language)))


def test_the_command_writes_the_package_with_the_settings_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = f'[teams]\napp_id = "{APP_ID}"\napp_secret = "x"\ntenant_id = "{TENANT}"\n'
    (tmp_path / "settings.toml").write_text(settings + f'[serve]\npublic_url = "{SITE}"\n')
    file = tmp_path / "app.zip"
    assert run(app, ["teams", "package", str(file), "--home", str(tmp_path)]) == 0
    with zipfile.ZipFile(file) as archive:
        told = json.loads(archive.read("manifest.json"))
    assert (told["id"], told["developer"]["websiteUrl"]) == (APP_ID, SITE)
    assert told["validDomains"] == ["referent.example"]
    assert "app.zip" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "teams.app_id"),
        (["--language", "fr"], "--language"),
    ],
)
def test_what_is_missing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert run(app, ["teams", "package", "--home", str(tmp_path), *options]) == 2
    assert told in capsys.readouterr().err
