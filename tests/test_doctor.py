"""What a check-up finds."""

from datetime import UTC, datetime
from pathlib import Path

from index.errors import ModelUnusable
from index.generation import locks
from index.generation.home import IndexHome
from index.settings import Settings
from ingest.checks import Check, State
from ingest.doctor import examine
from ingest.recipe import danish_analysis
from tests.small_archive import MARCH, ToyEmbedder, generation_in, toy_job, write_sheets


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
    ids = generation_in(tmp_path / "home").vectors("open") / "ids.npy"
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
