"""The commands that ingest and examine, on a folder of small files."""

import json
from contextlib import closing
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from index.errors import UsageError
from index.library import Library
from index.settings import FILE_NAME
from ingest import cli
from ingest.checks import Check, State
from ingest.rendering import checks_as_text
from tests.small_archive import ToyEmbedder, contents, write_sheets
from tests.small_runs import lock, no_searcher

MINUTES = """Referat af møde i Praksisudvalget den 11. marts 2020

1. Godkendelse af dagsorden
Beslutning
Dagsordenen blev godkendt.

2. Supervision af nye læger
Indstilling
Administrationen indstiller, at ordningen fortsætter i to år.
Beslutning
Indstillingen blev godkendt.
"""


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> typer.Typer:
    """The real commands; only the model is a toy, which needs no time."""
    monkeypatch.setattr("index.embedding.open_embedder", lambda model, cache: ToyEmbedder())
    monkeypatch.setattr("ingest.doctor.open_embedder", lambda model, cache: ToyEmbedder())
    app = typer.Typer()
    app.add_typer(cli.commands)
    return app


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sheets(
        tmp_path / "arkiv",
        {"2020/marts.txt": MINUTES, "2020/kopi.txt": MINUTES, "tom.txt": "", ".skjult": "x"},
    )


def _invoke(app: typer.Typer, *arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    return result.exit_code, result.stdout


def test_the_report_accounts_for_every_file_and_says_what_to_do(
    app: typer.Typer, folder: Path, tmp_path: Path
) -> None:
    code, text = _invoke(app, "ingest", folder, "--home", tmp_path / "home")
    assert code == 3
    assert "Files: 1 indexed, 1 duplicate, 1 unreadable." in text
    assert "2020/marts.txt: the same as 2020/kopi.txt" in text
    assert "tom.txt: not readable (no text)" in text
    assert "Passed over, as no documents: 1" in text


def test_the_json_report_holds_all_of_it(app: typer.Typer, folder: Path, tmp_path: Path) -> None:
    code, text = _invoke(app, "ingest", folder, "--json", "--home", tmp_path / "home")
    report = json.loads(text)
    assert code == 3
    assert report["outcome"] == "published"
    assert report["counts"] == {"indexed": 1, "unchanged": 0, "duplicate": 1, "unreadable": 1}
    assert report["passed_over"] == [{"source": ".skjult", "reason": "hidden"}]
    (read,) = (file for file in report["files"] if file["state"] == "indexed")
    ink = sum(map(len, MINUTES.split()))
    account = read["account"]
    assert account["kept"] + sum(account["removed"].values()) == ink
    assert report["characters"]["kept"] == account["kept"]
    assert report["roots"] == [str(folder)]


def test_a_second_run_says_that_nothing_has_changed(
    app: typer.Typer, folder: Path, tmp_path: Path
) -> None:
    (folder / "tom.txt").unlink()
    assert _invoke(app, "ingest", folder, "--home", tmp_path / "home")[0] == 0
    code, text = _invoke(app, "ingest", folder, "--home", tmp_path / "home")
    assert code == 0
    assert text.startswith("Nothing has changed")


def test_an_archive_is_emptied_only_when_that_is_asked_for(
    app: typer.Typer, folder: Path, tmp_path: Path
) -> None:
    home, empty = tmp_path / "home", tmp_path / "tom"
    empty.mkdir()
    _invoke(app, "ingest", folder, "--home", home)
    code, text = _invoke(app, "ingest", empty, "--replace", "--home", home)
    assert (code, text.startswith("Not done: nothing readable")) == (1, True)
    assert "out of the archive" not in text
    assert len(contents(home)) > 0
    asked = ("--allow-empty", "--replace")
    assert _invoke(app, "ingest", empty, "--home", home, *asked)[0] == 0
    assert contents(home) == {}


def test_a_missing_folder_is_a_usage_error_that_names_it(app: typer.Typer, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="findes-ikke") as caught:
        _invoke(app, "ingest", tmp_path / "findes-ikke", "--home", tmp_path / "home")
    assert caught.value.exit_code == 2


def test_a_folder_that_is_left_out_is_a_usage_error_until_that_is_asked_for(
    app: typer.Typer, folder: Path, tmp_path: Path
) -> None:
    home, other = tmp_path / "home", write_sheets(tmp_path / "andet", {"n.txt": MINUTES})
    _invoke(app, "ingest", folder, "--home", home)
    with pytest.raises(UsageError, match="--replace") as caught:
        _invoke(app, "ingest", other, "--home", home)
    assert caught.value.exit_code == 2
    code, text = _invoke(app, "ingest", other, "--home", home, "--replace")
    assert (code, text.startswith("Done")) == (0, True)


def test_a_folder_that_may_not_be_read_ends_in_a_reason(
    app: typer.Typer, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(monkeypatch, folder.name)
    code, text = _invoke(app, "ingest", folder, "--home", tmp_path / "home")
    assert code == 1
    assert ".: not readable (no permission)" in text


def test_a_listed_folder_that_holds_no_file_is_warned_of(
    app: typer.Typer, folder: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / FILE_NAME).write_text('[audiences]\n"2020" = "x"\nFotroligt = "x"\n')
    _, text = _invoke(app, "ingest", folder, "--home", home)
    assert text.splitlines()[1].startswith("WARNING: Setting 'audiences' lists 'Fotroligt'")
    assert text.count("WARNING") == 1
    report = json.loads(_invoke(app, "ingest", folder, "--home", home, "--json")[1])
    assert report["unmatched_audiences"] == ["Fotroligt"]
    assert "'Fotroligt'" in report["warnings"][0]


def test_an_ingested_folder_that_is_itself_listed_is_closed(
    app: typer.Typer, folder: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / FILE_NAME).write_text('[audiences]\n"2020" = "x"\n')
    _, text = _invoke(app, "ingest", folder / "2020", "--home", home)
    assert "WARNING" not in text
    with closing(Library(home, no_searcher)) as library:
        with library.view() as public:
            assert public.documents() == ()
        with library.view(frozenset({"x"})) as insider:
            assert len(insider.documents()) == 1


def test_the_check_up_prints_a_line_a_check_and_fails_where_one_does(
    app: typer.Typer, tmp_path: Path
) -> None:
    code, text = _invoke(app, "doctor", "--json", "--home", tmp_path)
    assert code == 0
    assert {"name", "state", "finding", "advice"} == set(json.loads(text)[0])
    (tmp_path / "index" / "current").write_text("000009-00000000", encoding="ascii")
    code, text = _invoke(app, "doctor", "--home", tmp_path)
    assert code == 1
    assert "fail  index: " in text
    assert checks_as_text([Check("a", State.WARN, "b", "c")]) == "warn  a: b\n      c\n"
