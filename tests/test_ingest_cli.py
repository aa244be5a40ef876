import io
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from index.errors import ModelUnusable, NoSpace, UsageError
from index.generation import space
from index.generation.home import IndexHome
from index.library import Library
from index.settings import FILE_NAME, Settings
from ingest import cli
from ingest.checks import Check, State
from ingest.doctor import examine
from ingest.progress import Lines, shown
from ingest.recipe import danish_analysis, reading_recipe
from ingest.rendering import as_text, checks_as_text
from ingest.sources import SourceFile
from ingest.understood import Understood
from tests.small_archive import (
    JUNE,
    MARCH,
    ToyEmbedder,
    contents,
    toy_job,
    understood,
    write_sheets,
)

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
    real = Path.iterdir

    def refused(path: Path) -> Iterator[Path]:
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    code, text = _invoke(app, "ingest", folder, "--home", tmp_path / "home")
    assert code == 1
    assert ".: not readable (no permission)" in text


def test_names_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"\x1b[31mrød.txt": "%no text", "3.txt": MARCH})
    text = as_text(toy_job(tmp_path / "home").run([folder]))
    assert "\x1b" not in text
    assert "[31mrød.txt: not readable" in text


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
    with closing(Library(home, None)) as library:  # type: ignore[arg-type]  # nothing is searched
        with library.view() as public:
            assert public.documents() == ()
        with library.view(frozenset({"x"})) as insider:
            assert len(insider.documents()) == 1


def test_what_was_left_out_is_counted_in_characters(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH})
    read = understood("3.txt", MARCH)
    account = replace(read.account, removed=(("markup", 1_094), ("side bar", 75)))

    def reader(file: SourceFile, audience: str) -> Understood:
        return replace(read, account=account)

    text = as_text(toy_job(tmp_path / "home", reader=reader).run([folder]))
    assert "characters kept; characters left out: 1,094 markup, 75 side bar." in text


def test_a_reader_that_holds_removed_text_is_told_of(tmp_path: Path) -> None:
    from index.generation.opening import OpenGeneration

    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH, "6.txt": JUNE})
    toy_job(tmp_path / "home").run([folder])
    reader = OpenGeneration.current(IndexHome(tmp_path / "home"))
    (folder / "6.txt").unlink()
    text = as_text(toy_job(tmp_path / "home").run([folder]))
    assert "still on the disk" in text
    reader.close()


# A full disk

_LIMITED = """
import resource, sys
from pathlib import Path
from index.errors import NoSpace
from tests.small_archive import toy_job
limit = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    toy_job(Path(sys.argv[1])).run([Path(sys.argv[2])])
except NoSpace as error:
    print(error)
    sys.exit(error.exit_code)
"""


@pytest.mark.parametrize("limit", [4_000, 40_000, 150_000, 250_000])
def test_a_full_disk_leaves_the_old_index_and_says_so(tmp_path: Path, limit: int) -> None:
    home = tmp_path / "home"
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH})
    toy_job(home).run([folder])
    before = contents(home)
    lines = "".join(f"Linje {n} om sag {n * 7919 % 1000}\n" for n in range(1_500))
    write_sheets(folder, {"stor.txt": f"Notat\nKEU · 2020-01-01\n{lines}"})
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(home), str(folder), str(limit)],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == NoSpace.exit_code, done.stderr
    assert "no space left" in done.stdout
    assert contents(home) == before
    assert IndexHome(home).remains() == []
    assert toy_job(home).run([folder]).documents == 2


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(28, "No space left on device"), True),
        (OSError(27, "File too large"), True),
        (OSError(13, "Permission denied"), False),
        (ValueError("IO error: No space left on device (os error 28)"), True),
        (ValueError("An error of another kind"), False),
    ],
)
def test_a_full_disk_is_recognised_however_a_library_says_it(error: Exception, full: bool) -> None:
    assert space.is_full(error) is full


def test_limits_are_left_as_they_were() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


# Progress


def test_plain_progress_tells_the_rate_and_the_time_left() -> None:
    now = [0.0]
    out = io.StringIO()
    lines = Lines(out, clock=lambda: now[0])
    lines.begin("embedding", 300)
    for _ in range(3):
        now[0] += 6
        lines.advance(60)
    lines.end()
    assert out.getvalue().splitlines() == [
        "embedding: 120/300, 10.0/s, 18 s left",
        "embedding: 180/300, 10.0/s, 12 s left",
    ]


def test_a_phase_with_nothing_to_do_is_not_told_of() -> None:
    out = io.StringIO()
    with shown(out) as progress:
        progress.begin("reading", 0)
        progress.end()
    assert out.getvalue() == ""


def test_a_terminal_gets_a_bar() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    with shown(out) as progress:
        progress.begin("embedding", 4)
        progress.advance(4)
        progress.end()
    assert "embedding" in out.getvalue()
    assert "4/4" in out.getvalue()


# The check-up


def _examined(home: Path) -> dict[str, Check]:
    checks = examine(Settings.load(home=home), ToyEmbedder)
    return {check.name: check for check in checks}


def test_a_healthy_index_passes_every_check(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH})
    toy_job(tmp_path / "home", analysis=danish_analysis()).run([folder])
    checks = _examined(tmp_path / "home")
    assert [c.name for c in checks.values() if c.failed] == []
    assert checks["index"].finding.endswith("1 documents, 7 passages") is True
    assert checks["index contents"].state is State.OK


def test_a_missing_index_and_a_lock_are_warnings_with_what_to_do(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from index.generation import locks

    index = IndexHome(tmp_path)
    index.make()
    with locks.writing(index.lock, datetime(2026, 11, 21, tzinfo=UTC)):
        checks = _examined(tmp_path)
    assert checks["index"].state is checks["lock"].state is State.WARN
    assert "referent ingest" in checks["index"].finding


def test_another_model_and_altered_files_are_failures(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH})
    embedder = ToyEmbedder()
    embedder.name = "toy 0"
    toy_job(tmp_path / "home", embedder=embedder, analysis=danish_analysis()).run([folder])
    current = IndexHome(tmp_path / "home").current()
    assert current is not None
    ids = current.vectors("open") / "ids.npy"
    ids.write_bytes(ids.read_bytes()[:-1] + b"7")
    checks = _examined(tmp_path / "home")
    assert "toy 0" in checks["index model"].finding
    assert checks["index model"].failed
    assert "vectors/open/ids.npy" in checks["index contents"].finding


def test_a_model_that_does_not_load_keeps_no_other_check_from_being_made(tmp_path: Path) -> None:
    def broken() -> ToyEmbedder:
        raise ModelUnusable("The weights are damaged.")

    checks = {c.name: c for c in examine(Settings.load(home=tmp_path), broken)}
    assert checks["model"].failed
    assert checks["lock"].state is State.OK


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


def test_the_recipe_changes_with_the_limits_and_with_ocr() -> None:
    limits = Settings.load().limits
    recipes = {
        reading_recipe(limits, None),
        reading_recipe(limits, "dan"),
        reading_recipe(limits.model_copy(update={"seconds": 5}), None),
    }
    assert len(recipes) == 3
    assert reading_recipe(limits, None) in recipes


def test_the_toy_understands_a_sheet() -> None:
    document = understood("3.txt", MARCH).document
    assert [(item.number, item.closed) for item in document.items] == [
        ("1", False),
        ("2", True),
        ("3", False),
    ]
