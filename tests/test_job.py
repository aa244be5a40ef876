"""What a run makes of the folders it is given."""

from contextlib import closing
from pathlib import Path

import pytest

from index.catalogue.reading import Catalogue
from index.catalogue.records import RunRecord
from index.catalogue.seen import SeenCatalogue
from index.documents import OPEN
from index.errors import UsageError
from index.generation.home import IndexHome
from index.generation.verification import verify
from ingest.report import Outcome, Verdict
from tests.small_archive import (
    ANALYSIS,
    JUNE,
    MARCH,
    ToyEmbedder,
    contents,
    generation_in,
    toy_job,
    understood,
    write_sheets,
)
from tests.small_runs import NOTE, file_of, must_not_read, somewhere, verdicts


def test_a_first_run_indexes_every_file(home: Path, folder: Path) -> None:
    report = toy_job(home).run([folder])
    assert report.outcome is Outcome.PUBLISHED
    assert verdicts(report) == {"2020/3.txt": Verdict.INDEXED, "2020/6.txt": Verdict.INDEXED}
    assert (report.documents, report.passages, report.embedded) == (2, 9, 9)
    assert report.exit_code == 0
    assert set(contents(home)) == {
        passage.id
        for source, text in (("2020/3.txt", MARCH), ("2020/6.txt", JUNE))
        for passage in understood(source, text).passages
    }


def test_a_second_run_on_the_same_folder_does_nothing(home: Path, folder: Path) -> None:
    first = toy_job(home).run([folder])
    embedder = ToyEmbedder()
    report = toy_job(home, embedder=embedder, reader=must_not_read).run([folder])
    assert report.outcome is Outcome.UNCHANGED
    assert report.generation == first.generation
    assert set(verdicts(report).values()) == {Verdict.UNCHANGED}
    assert report.kept == first.kept
    assert embedder.asked == []


def test_a_copy_is_a_duplicate_until_its_original_goes(home: Path, folder: Path) -> None:
    write_sheets(folder, {"kopi/6.txt": JUNE})
    report = toy_job(home).run([folder])
    assert file_of(report, "kopi/6.txt").duplicate_of == "2020/6.txt"
    assert report.documents == 2
    assert toy_job(home).run([folder]).outcome is Outcome.UNCHANGED
    (folder / "2020/6.txt").unlink()
    after = toy_job(home).run([folder])
    assert verdicts(after)["kopi/6.txt"] is Verdict.INDEXED
    assert after.documents == 2


def test_what_the_home_holds_is_not_read_where_it_lies_in_the_folder(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH, "hjem/settings.toml": "x"})
    for outcome in (Outcome.PUBLISHED, Outcome.UNCHANGED):
        report = toy_job(folder / "hjem").run([folder])
        assert report.outcome is outcome
        assert list(verdicts(report)) == ["3.txt"]
        assert [passed.source for passed in report.passed_over] == ["hjem"]


@pytest.mark.parametrize("sheets", [{}, {"scan.txt": "%no text"}])
def test_an_archive_is_not_emptied_unasked(
    home: Path, folder: Path, tmp_path: Path, sheets: dict[str, str]
) -> None:
    first = toy_job(home).run([folder])
    before = contents(home)
    (tmp_path / "tom").mkdir()
    empty = write_sheets(tmp_path / "tom", sheets)
    report = toy_job(home).run([empty], replace=True)
    assert (report.outcome, report.exit_code) == (Outcome.REFUSED, 1)
    assert (report.generation, contents(home)) == (first.generation, before)
    allowed = toy_job(home).run([empty], allow_empty=True, replace=True)
    assert (allowed.outcome, allowed.documents) == (Outcome.PUBLISHED, 0)
    assert contents(home) == {}
    assert not somewhere(home, b"Punktet udsat")


def test_nothing_readable_makes_no_first_archive(home: Path, tmp_path: Path) -> None:
    empty = write_sheets(tmp_path / "tom", {"scan.txt": "%no text"})
    assert toy_job(home).run([empty]).outcome is Outcome.REFUSED
    assert IndexHome(home).current() is None


def test_the_archive_is_what_the_last_run_was_given(
    home: Path, folder: Path, tmp_path: Path
) -> None:
    other = write_sheets(tmp_path / "andet", {"n.txt": NOTE})
    toy_job(home).run([folder])
    both = toy_job(home).run([folder, other])
    assert (both.documents, both.removed) == (3, ())
    alone = toy_job(home).run([other], replace=True)
    assert (alone.documents, alone.removed) == (1, ("2020/3.txt", "2020/6.txt"))


def test_a_missing_folder_is_a_usage_error_and_changes_nothing(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    before = contents(home)
    with pytest.raises(UsageError, match="findes-ikke"):
        toy_job(home).run([folder, folder / "findes-ikke"])
    assert contents(home) == before


def test_every_published_generation_passes_its_own_verification(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    write_sheets(folder, {"n.txt": NOTE, "intern/m.txt": NOTE})
    toy_job(home).run([folder])
    verify(generation_in(home), ANALYSIS, contents(home))


def _last_run(home: Path, *audiences: str) -> RunRecord:
    with closing(Catalogue(generation_in(home).catalogue)) as catalogue:
        run = SeenCatalogue(catalogue, frozenset(audiences)).last_run
    assert run is not None
    return run


def test_what_a_run_did_is_kept_for_those_who_may_see_the_files(home: Path, folder: Path) -> None:
    def audience_of(source: str, root: Path) -> str:
        return "bestyrelse" if source.startswith("lukket/") else OPEN

    write_sheets(folder, {"lukket/n.txt": NOTE})
    toy_job(home, audience_of=audience_of).run([folder])
    assert _last_run(home, OPEN).new == ("2020/3.txt", "2020/6.txt")
    assert _last_run(home, OPEN, "bestyrelse").new == ("2020/3.txt", "2020/6.txt", "lukket/n.txt")
    (folder / "lukket/n.txt").unlink()
    (folder / "2020/6.txt").unlink()
    write_sheets(folder, {"2020/3.txt": MARCH.replace("marts", "maj"), "2020/9.txt": JUNE})
    toy_job(home, audience_of=audience_of).run([folder])
    seen = _last_run(home, OPEN)
    assert (seen.new, seen.changed) == (("2020/9.txt",), ("2020/3.txt",))
    assert seen.gone == (OPEN,)
    assert sorted(_last_run(home, OPEN, "bestyrelse").gone) == ["bestyrelse", OPEN]
