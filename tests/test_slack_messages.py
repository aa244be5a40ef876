"""The messages of every kind of reply, compared with files that somebody looked at."""

from pathlib import Path

import pytest

from tests.slack_messages import CASES, FILES, drawn, replies, written
from tests.slack_rules import Json, broken_rules

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    home: Path = tmp_path_factory.mktemp("slack") / "home"
    return drawn(*replies(home))


def test_every_file_is_drawn_as_it_was_when_somebody_looked_at_it(
    messages: dict[str, Json],
) -> None:
    files = {path.stem: path.read_text("utf-8") for path in FILES.glob("*.json")}
    now = {name: written(value) for name, value in messages.items()}
    other = sorted(name for name in files.keys() | now.keys() if files.get(name) != now.get(name))
    assert not other, (
        f"{other} are drawn in another way, or answered otherwise. "
        "`python -m tests.slack_messages` writes them anew; look at what changed."
    )


def test_slack_takes_every_one_of_them(messages: dict[str, Json]) -> None:
    for name, value in messages.items():
        for part in ("message", "one_line", "passage", "view"):
            assert broken_rules(value[part]) == [] if part in value else True, (name, part)


def test_every_kind_of_reply_has_its_file(messages: dict[str, Json]) -> None:
    kinds = {value["kind"] for value in messages.values() if "kind" in value}
    assert kinds == {
        *("decision", "rate", "fact", "definition", "list", "case", "people", "intro", "changes"),
        *("not_found", "not_decided", "closed", "not_in_archive"),
    }
    assert {name.rsplit("_", 1)[1] for name in CASES} == {"da", "en"}
