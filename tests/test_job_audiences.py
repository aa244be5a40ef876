"""Who may see what a run has read, when that changes and when a file cannot be read."""

from pathlib import Path

import pytest

from index.documents import OPEN
from index.library import Library
from ingest.report import Outcome, Verdict
from tests.small_archive import contents, toy_job, write_sheets
from tests.small_runs import NOTE, file_of, lock, no_searcher, somewhere, verdicts


def test_copies_in_two_closed_folders_are_indexed_for_each(home: Path, folder: Path) -> None:
    write_sheets(folder, {"intern/n.txt": NOTE, "lukket/n.txt": NOTE})
    closed = {"intern": "personale", "lukket": "ledelse"}
    job = toy_job(home, audience_of=lambda source, _: closed.get(source.split("/")[0], OPEN))
    assert set(verdicts(job.run([folder])).values()) == {Verdict.INDEXED}
    library = Library(home, no_searcher)
    for audience, source in (("personale", "intern/n.txt"), ("ledelse", "lukket/n.txt")):
        with library.view(frozenset({audience})) as view:
            assert [d.source for d in view.documents()] == [source]
    library.close()


def test_a_file_that_changes_audience_moves_to_it(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    report = toy_job(home, audience_of=lambda *_: "personale").run([folder])
    assert set(verdicts(report).values()) == {Verdict.INDEXED}
    library = Library(home, no_searcher)
    with library.view() as public:
        assert public.documents() == ()
    library.close()


def test_old_text_is_not_kept_for_an_audience_the_file_has_left(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    write_sheets(folder, {"2020/6.txt": "%encrypted"})
    report = toy_job(home, audience_of=lambda *_: "personale").run([folder])
    assert not file_of(report, "2020/6.txt").kept_from_before
    assert not somewhere(home, b"Punktet udsat")


def test_text_out_of_reach_is_not_kept_for_an_audience_its_folder_has_left(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(source: str, root: Path) -> str:
        return "personale" if root == folder and source.startswith("2020/") else OPEN

    write_sheets(folder, {"2021/n.txt": NOTE})
    toy_job(home).run([folder])
    lock(monkeypatch, "2020")
    report = toy_job(home, audience_of=closed).run([folder])
    assert report.outcome is Outcome.PUBLISHED
    assert not file_of(report, "2020/6.txt").kept_from_before
    assert file_of(report, "2020/6.txt").verdict is Verdict.UNREADABLE
    assert not somewhere(home, b"Punktet udsat")
    assert toy_job(home, audience_of=closed).run([folder]).outcome is Outcome.UNCHANGED
    monkeypatch.undo()
    back = toy_job(home, audience_of=closed).run([folder])
    assert (back.exit_code, file_of(back, "2020/6.txt").verdict) == (0, Verdict.INDEXED)


def test_text_out_of_reach_stays_as_closed_as_it_was(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toy_job(home, audience_of=lambda *_: "personale").run([folder])
    before = contents(home)
    lock(monkeypatch, "2020")
    report = toy_job(home, audience_of=lambda *_: OPEN).run([folder])
    assert file_of(report, "2020/6.txt").kept_from_before
    assert contents(home) == before
