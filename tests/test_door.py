"""Who may be named at the door, as somebody that the archive is opened for."""

import gc
import json
from datetime import date
from pathlib import Path

import pytest

from bot.asked import Asked
from bot.cli.door import Door
from bot.cli.failures import run
from index.documents import CLOSED, OPEN
from index.errors import IndexMissing, UsageError
from referent import app
from tests.asked_papers import ask, assistant_on
from tests.small_archive import JUNE, MARCH, toy_job, write_sheets

PERSONNEL = MARCH.replace("Referat", "Internt referat")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = write_sheets(tmp_path / "arkiv", {"6.txt": JUNE, "intern/3.txt": PERSONNEL})
    toy_job(tmp_path / "home").run([folder])
    return tmp_path / "home"


def _seen(home: Path, *audiences: str) -> int:
    with Door().view(home, frozenset({OPEN, *audiences})) as view:
        return len(view.documents())


def test_an_audience_of_a_document_may_be_named(home: Path) -> None:
    assert (_seen(home), _seen(home, "personale")) == (1, 2)


def test_an_audience_that_nothing_is_for_is_refused_with_those_there_are(home: Path) -> None:
    with pytest.raises(UsageError, match=r"'personalet'.*Known: closed, personale\.") as caught:
        _seen(home, "personale", "personalet")
    assert caught.value.exit_code == 2


def test_an_audience_of_the_settings_needs_no_document_yet(home: Path) -> None:
    (home / "settings.toml").write_text('[audiences]\nny = "ledelse"\n', encoding="utf-8")
    assert _seen(home, "ledelse") == 1
    with pytest.raises(UsageError, match="Known: closed, ledelse, personale"):
        _seen(home, "ledelsen")


def test_closed_may_be_named_where_nothing_is_closed(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"6.txt": JUNE})
    toy_job(tmp_path / "home").run([folder])
    assert _seen(tmp_path / "home", CLOSED) == 1


def test_a_question_is_refused_just_so(home: Path) -> None:
    asked = Asked("Hvad blev besluttet?", date(2026, 1, 1), frozenset({OPEN, "bestyrelse"}), None)
    with Door().assistant(home) as assistant, pytest.raises(UsageError, match="'bestyrelse'"):
        assistant.reply(asked)


def test_a_command_ends_with_the_names(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["documents", "--audience", "sekretaritat", "--home", str(home), "--json"]
    assert run(app, arguments) == 2
    told = json.loads(capsys.readouterr().out)
    assert "'sekretaritat'" in told["error"]


def test_without_an_index_that_is_what_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        _seen(tmp_path, "personale")


def test_what_was_left_in_peace_is_looked_through_again_once_it_is_closed(tmp_path: Path) -> None:
    usual = gc.get_threshold()
    with assistant_on(tmp_path, {"6.txt": JUNE}) as assistant:
        ask(assistant, "Hvad blev besluttet om broen?")
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == usual
