"""Broken, encrypted and odd files among good ones: the run ends, and answers as before.

The files lie outside the project, where it is developed; elsewhere this is skipped, visibly.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.asked import Asked
from bot.cli.door import Door
from bot.cli.failures import run
from bot.replies import Reply
from referent import app

SHARED = Path(__file__).parents[2] / "shared"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (SHARED / "hostile").is_dir(), reason="needs ../shared/hostile"),
]

Ingest = Callable[[Path, Path], dict[str, object]]


@pytest.fixture
def ingest(capsys: pytest.CaptureFixture[str]) -> Ingest:
    def ingest(archive: Path, home: Path) -> dict[str, object]:
        code = run(app, ["ingest", str(archive), "--home", str(home), "--json"])
        assert code in {0, 3}
        report: dict[str, object] = json.loads(capsys.readouterr().out)
        return report

    return ingest


def answers(home: Path) -> list[Reply]:
    """Return the replies to every question that the seeds answer."""
    lines = (SHARED / "questions" / "dev.jsonl").read_text("utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    with Door().assistant(home) as assistant:
        return [assistant.reply(Asked(q["question"])) for q in asked if q["kind"] != "abstain"]


def test_hostile_files_change_no_answer_and_each_is_accounted_for(
    tmp_path: Path, ingest: Ingest
) -> None:
    archive, home = tmp_path / "archive", tmp_path / "home"
    shutil.copytree(SHARED / "seeds", archive / "seeds")
    ingest(archive, home)
    before = answers(home)
    shutil.copytree(SHARED / "hostile", archive / "hostile")
    report = ingest(archive, home)
    files = report["files"]
    assert isinstance(files, list)
    on_disk = {p.relative_to(archive).as_posix() for p in archive.rglob("*") if p.is_file()}
    assert {file["source"] for file in files} >= on_disk
    assert all(file.get("reason") for file in files if file["state"] == "unreadable")
    for old, new in zip(before, answers(home), strict=True):
        first, now = old.citations[0], new.citations[0]
        assert new.kind is old.kind
        # Words weigh by how rare they are in the archive, so a neighbouring sentence may come or
        # go; the place that answers stays.
        assert (now.document.id, now.span.overlaps(first.span)) == (first.document.id, True)
