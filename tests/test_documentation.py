"""The documentation says what is there, and nothing that is not."""

import re
import shlex
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel
from typer.core import TyperGroup
from typer.main import get_command

from bot.replies import ReplyKind
from index.decisions import Outcome
from index.settings import Settings
from referent import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")}

_group = get_command(app)
assert isinstance(_group, TyperGroup)


def _commands(group: TyperGroup) -> dict[str, set[str]]:
    """Return commands with their options; a group's first command goes by the group's name."""
    found: dict[str, set[str]] = {}
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            within = _commands(command)
            found[name] = within.pop(next(iter(within)))
            found |= {f"{name} {inner}": options for inner, options in within.items()}
        else:
            found[name] = {o for p in command.params for o in p.opts if o.startswith("--")}
            found[name] -= {"--help"}
    return found


OPTIONS = _commands(_group)
"""Command → its options."""


def section_of(command: str) -> str:
    """Return what the README says under the heading of a command."""
    match = re.search(rf"^### `referent {command}\b.*?(?=^##)", README + "\n##", re.S | re.M)
    return match[0] if match else ""


@pytest.mark.parametrize("command", sorted(OPTIONS))
def test_every_command_has_a_section_that_names_all_its_options(command: str) -> None:
    section = section_of(command)
    assert section, f"no section on {command}"
    # Said once for all commands, above the first of them.
    everywhere = {"--home", "--json", "--audience"}
    named = set(re.findall(r"--[a-z][a-z-]*", section))
    assert OPTIONS[command] - everywhere <= named
    assert named <= OPTIONS[command]


@pytest.mark.parametrize("option", ["--home", "--json", "--audience", "--version", "--help"])
def test_the_options_of_all_commands_are_explained(option: str) -> None:
    before = README.split("### `referent ")[0]
    assert option in before


def settings_of(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Yield the names of settings, with those of a group after a full stop."""
    for name, field in model.model_fields.items():
        # A group that may be left out is one of "the group, or nothing".
        kind = next(iter(get_args(field.annotation)), field.annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from settings_of(kind, f"{prefix}{name}.")
        else:
            yield prefix + name


@pytest.mark.parametrize("setting", list(settings_of(Settings)))
def test_every_setting_is_documented(setting: str) -> None:
    assert f"| `{setting}` |" in README


def test_no_setting_is_documented_that_does_not_exist() -> None:
    table = re.search(r"^\| Setting \|.*?\n\n", README, re.S | re.M)
    assert table
    named = re.findall(r"^\| `([a-z_.]+)` \|", table[0], re.M)
    assert set(named) == set(settings_of(Settings))


@pytest.mark.parametrize(("column", "values"), [("kind", ReplyKind), ("outcome", Outcome)])
def test_every_value_of_a_reply_is_explained_and_no_other(
    column: str, values: type[StrEnum]
) -> None:
    table = re.search(rf"^\| `{column}` \|.*?(?=^\n\| `|^In a)", README, re.S | re.M)
    assert table
    explained = re.findall(r"^\| `([a-z_]+)` \|", table[0], re.M)[1:]
    reserved = re.findall(r"^(`.*) reserved", table[0], re.M)
    named = [*explained, *re.findall(r"`([a-z]+)`", " ".join(reserved))]
    assert sorted(named) == sorted(value.value for value in values)


@pytest.mark.parametrize("block", re.findall(r"^```toml\n(.*?)^```", README, re.S | re.M))
def test_the_settings_shown_are_accepted(block: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(block, encoding="utf-8")
    assert (
        Settings.load(home=tmp_path).model_dump() != Settings.load(home=tmp_path / "x").model_dump()
    )


def shell_lines() -> Iterator[tuple[str, str]]:
    """Yield each line of the shell blocks of our pages, with the page."""
    for page, text in PAGES.items():
        for block in re.findall(r"^```sh\n(.*?)^```", text, re.S | re.M):
            for line in block.splitlines():
                if line.strip() and not line.startswith("#"):
                    yield page, line


@pytest.mark.parametrize(("page", "line"), list(shell_lines()))
def test_the_shell_lines_of_the_documentation_can_be_typed(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        words.pop(0)
    program = words[0].removeprefix(".venv/bin/")
    if program == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
        assert {w for w in words[1:] if "=" not in w} <= set(targets)
    elif program == "referent":
        assert words[1] in OPTIONS
        given = {w.split("=")[0] for w in words[2:] if w.startswith("--")}
        assert given <= OPTIONS[words[1]]
    else:
        known = {"git", "cd", "pip", "export", "sudo", "pytest", "ruff", "mypy", "lint-imports"}
        assert program in known | {"python", "python3.11", "cat", "cp", "sh", "curl"}, page


def test_every_link_between_pages_leads_somewhere() -> None:
    for text in PAGES.values():
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            assert (ROOT / target).exists(), target


def modules_named() -> Iterator[str]:
    """Yield the modules in the tables of DESIGN.md, as paths from the root."""
    design = (ROOT / "DESIGN.md").read_text("utf-8")
    for package, table in re.findall(r"^### `(\w+)/`.*?\n(.*?)(?=^#|\Z)", design, re.S | re.M):
        for cell in re.findall(r"^\| (`.+?) \|", table, re.M):
            for name in re.findall(r"`([\w./]+)`", cell):
                yield f"{package}/{name}"


@pytest.mark.parametrize("module", list(modules_named()))
def test_the_module_map_names_what_exists(module: str) -> None:
    assert (ROOT / module).exists()
