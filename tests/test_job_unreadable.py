"""Files that a run cannot read, or can no longer read."""

import time
from pathlib import Path

import pytest

from ingest.reading.extraction import Reason, Unreadable
from ingest.report import Outcome, Verdict
from ingest.sources import SourceFile
from ingest.understood import Understood
from tests.small_archive import JUNE, contents, toy_job, toy_reader, write_sheets
from tests.small_runs import NOTE, file_of, lock, must_not_read, somewhere, verdicts


def test_an_unreadable_file_stops_nothing_and_tells_its_reason(home: Path, folder: Path) -> None:
    write_sheets(folder, {"scan.txt": "%no text"})
    report = toy_job(home).run([folder])
    scan = file_of(report, "scan.txt")
    assert (scan.verdict, scan.reason) == (Verdict.UNREADABLE, Reason.NO_TEXT)
    assert (report.documents, report.exit_code) == (2, 3)
    again = toy_job(home, reader=must_not_read).run([folder])
    assert (again.outcome, again.exit_code) == (Outcome.UNCHANGED, 3)


@pytest.mark.parametrize("reason", [Reason.TIMED_OUT, Reason.CRASHED, Reason.NO_PERMISSION])
def test_what_may_have_been_chance_is_tried_again(home: Path, folder: Path, reason: Reason) -> None:
    write_sheets(folder, {"x.txt": NOTE})
    failing = _reader_failing_on("x.txt", reason)
    assert toy_job(home, reader=failing).run([folder]).exit_code == 3
    report = toy_job(home).run([folder])
    assert (verdicts(report)["x.txt"], report.exit_code) == (Verdict.INDEXED, 0)


def _reader_failing_on(source: str, reason: Reason) -> object:
    def reader(file: SourceFile, audience: str) -> Understood:
        if file.source == source:
            raise Unreadable(reason, "so it says")
        return toy_reader(file, audience)

    return reader


def test_a_file_that_can_no_longer_be_read_keeps_its_old_text(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    before = contents(home)
    write_sheets(folder, {"2020/6.txt": "%encrypted"})
    report = toy_job(home).run([folder])
    june = file_of(report, "2020/6.txt")
    assert (june.verdict, june.kept_from_before) == (Verdict.UNREADABLE, True)
    assert june.account is not None
    assert contents(home) == before
    (folder / "2020/6.txt").unlink()
    toy_job(home).run([folder])
    assert not somewhere(home, b"Punktet udsat")


def test_a_folder_out_of_reach_loses_nothing(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_sheets(folder, {"2021/n.txt": NOTE})
    toy_job(home).run([folder])
    before = contents(home)
    lock(monkeypatch, "2020")
    report = toy_job(home).run([folder])
    assert contents(home) == before
    assert report.exit_code == 3
    assert {s: f.kept_from_before for s, f in ((f.source, f) for f in report.files)} == {
        "2020": False,
        "2020/3.txt": True,
        "2020/6.txt": True,
        "2021/n.txt": False,
    }
    assert toy_job(home).run([folder]).outcome is Outcome.UNCHANGED
    monkeypatch.undo()
    back = toy_job(home).run([folder])
    assert (back.exit_code, back.embedded) == (0, 0)
    assert contents(home) == before


def test_a_file_that_changes_while_it_is_read_gets_a_second_chance(
    home: Path, folder: Path
) -> None:
    file = folder / "2020/6.txt"
    reads: list[str] = []

    def reader(found: SourceFile, audience: str) -> Understood:
        result = toy_reader(found, audience)
        if found.path == file:
            reads.append(found.source)
            if len(reads) == 1:
                time.sleep(0.02)
                file.write_text(JUNE.replace("udsat", "vedtaget"), encoding="utf-8")
        return result

    report = toy_job(home, reader=reader).run([folder])
    assert len(reads) == 2
    assert verdicts(report)["2020/6.txt"] is Verdict.INDEXED
    assert somewhere(home, b"Punktet vedtaget")
    assert not somewhere(home, b"Punktet udsat")


def test_a_file_that_is_written_to_without_end_is_not_taken(home: Path, folder: Path) -> None:
    file = folder / "2020/6.txt"

    def reader(found: SourceFile, audience: str) -> Understood:
        result = toy_reader(found, audience)
        if found.path == file:
            time.sleep(0.02)
            file.write_text(f"{JUNE}{time.time_ns()}\n", encoding="utf-8")
        return result

    report = toy_job(home, reader=reader).run([folder])
    assert file_of(report, "2020/6.txt").reason == Reason.CHANGED
    assert report.documents == 1
