import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.documents import OPEN
from index.errors import IndexBusy, UsageError
from index.generation import locks
from index.generation.home import IndexHome
from index.generation.verification import verify
from index.library import Library
from index.view import Searcher, Stores
from ingest.reading.extraction import Reason
from ingest.report import FileReport, Outcome, Report, Verdict
from ingest.sources import SourceFile
from ingest.understood import Understood
from tests.small_archive import (
    ANALYSIS,
    JUNE,
    MARCH,
    ToyEmbedder,
    contents,
    toy_job,
    toy_reader,
    understood,
    write_sheets,
)

NOTE = "Et notat\nom noget andet\nmed to linjer\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sheets(tmp_path / "arkiv", {"2020/3.txt": MARCH, "2020/6.txt": JUNE})


def _states(report: Report) -> dict[str, Verdict]:
    return {file.source: file.verdict for file in report.files}


def _file(report: Report, source: str) -> FileReport:
    (found,) = (file for file in report.files if file.source == source)
    return found


def _lock(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let nobody look into the folders of that name."""
    real = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)


def _no_searcher(stores: Stores) -> Searcher:
    raise NotImplementedError


def test_a_first_run_indexes_every_file(home: Path, folder: Path) -> None:
    report = toy_job(home).run([folder])
    assert report.outcome is Outcome.PUBLISHED
    assert _states(report) == {"2020/3.txt": Verdict.INDEXED, "2020/6.txt": Verdict.INDEXED}
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
    report = toy_job(home, embedder=embedder, reader=_must_not_read).run([folder])
    assert report.outcome is Outcome.UNCHANGED
    assert report.generation == first.generation
    assert set(_states(report).values()) == {Verdict.UNCHANGED}
    assert report.kept == first.kept
    assert embedder.asked == []


def _must_not_read(file: SourceFile, audience: str) -> Understood:
    raise AssertionError(f"{file.source} was read")


def test_only_the_passages_that_changed_are_embedded(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    write_sheets(folder, {"2020/6.txt": JUNE.replace("udsat", "udsat til august")})
    embedder = ToyEmbedder()
    report = toy_job(home, embedder=embedder).run([folder])
    assert _states(report) == {"2020/3.txt": Verdict.UNCHANGED, "2020/6.txt": Verdict.INDEXED}
    assert embedder.asked == ["Referat juni\nBeslutning: Punktet udsat til august"]


def test_a_file_that_moves_is_not_embedded_again(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    (folder / "2020/6.txt").rename(folder / "juni.txt")
    embedder = ToyEmbedder()
    report = toy_job(home, embedder=embedder).run([folder])
    assert report.removed == ("2020/6.txt",)
    assert embedder.asked == []
    assert understood("juni.txt", JUNE).passages[0].id in contents(home)
    assert understood("2020/6.txt", JUNE).passages[0].id not in contents(home)


def test_what_left_the_folder_is_in_no_file_of_the_index(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    gone = understood("2020/6.txt", JUNE)
    vector = contents(home)[gone.passages[1].id][2]
    assert _somewhere(home, b"Punktet udsat")
    assert _somewhere(home, vector)
    (folder / "2020/6.txt").unlink()
    report = toy_job(home).run([folder])
    assert (report.removed, report.still_read) == (("2020/6.txt",), 0)
    for left in (b"Punktet udsat", vector, gone.document.id.encode(), b"2020/6.txt", b"klynger"):
        assert not _somewhere(home, left), left
    assert _somewhere(home, b"Indstillingen blev godkendt")


def _somewhere(home: Path, content: bytes) -> bool:
    return any(content in path.read_bytes() for path in home.rglob("*") if path.is_file())


@pytest.mark.slow
def test_what_left_the_folder_is_in_no_graph_either(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.vectors.EXACT_UP_TO", 3)
    toy_job(home).run([folder])
    gone = understood("2020/6.txt", JUNE)
    vector = contents(home)[gone.passages[1].id][2]
    assert any(path.name == "chroma.sqlite3" for path in home.rglob("*"))
    (folder / "2020/6.txt").unlink()
    toy_job(home).run([folder])
    assert any(path.name == "chroma.sqlite3" for path in home.rglob("*"))
    assert not _somewhere(home, vector)
    assert not _somewhere(home, gone.document.id.encode())


def test_text_that_was_changed_leaves_no_trace_either(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    write_sheets(folder, {"2020/3.txt": MARCH.replace("Astrid Holm", "Carl Dam")})
    toy_job(home).run([folder])
    assert not _somewhere(home, b"Astrid Holm")
    assert _somewhere(home, b"Carl Dam")


def test_a_copy_is_a_duplicate_until_its_original_goes(home: Path, folder: Path) -> None:
    write_sheets(folder, {"kopi/6.txt": JUNE})
    report = toy_job(home).run([folder])
    assert _file(report, "kopi/6.txt").duplicate_of == "2020/6.txt"
    assert report.documents == 2
    assert toy_job(home).run([folder]).outcome is Outcome.UNCHANGED
    (folder / "2020/6.txt").unlink()
    after = toy_job(home).run([folder])
    assert _states(after)["kopi/6.txt"] is Verdict.INDEXED
    assert after.documents == 2


def test_a_copy_for_another_audience_is_indexed_for_that_audience(home: Path, folder: Path) -> None:
    write_sheets(folder, {"intern/6.txt": JUNE})
    report = toy_job(home).run([folder])
    assert _states(report)["intern/6.txt"] is Verdict.INDEXED
    library = Library(home, _no_searcher)
    with library.view() as public, library.view(frozenset({"personale"})) as staff:
        assert [d.source for d in public.documents()] == ["2020/6.txt", "2020/3.txt"]
        assert [d.source for d in staff.documents()] == ["intern/6.txt"]
    library.close()


def test_what_the_home_holds_is_not_read_where_it_lies_in_the_folder(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH, "hjem/settings.toml": "x"})
    for outcome in (Outcome.PUBLISHED, Outcome.UNCHANGED):
        report = toy_job(folder / "hjem").run([folder])
        assert report.outcome is outcome
        assert list(_states(report)) == ["3.txt"]
        assert [passed.source for passed in report.passed_over] == ["hjem"]


def test_a_file_that_changes_audience_moves_to_it(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    report = toy_job(home, audience_of=lambda *_: "personale").run([folder])
    assert set(_states(report).values()) == {Verdict.INDEXED}
    library = Library(home, _no_searcher)
    with library.view() as public:
        assert public.documents() == ()
    library.close()


def test_an_unreadable_file_stops_nothing_and_tells_its_reason(home: Path, folder: Path) -> None:
    write_sheets(folder, {"scan.txt": "%no text"})
    report = toy_job(home).run([folder])
    scan = _file(report, "scan.txt")
    assert (scan.verdict, scan.reason) == (Verdict.UNREADABLE, Reason.NO_TEXT)
    assert (report.documents, report.exit_code) == (2, 3)
    again = toy_job(home, reader=_must_not_read).run([folder])
    assert (again.outcome, again.exit_code) == (Outcome.UNCHANGED, 3)


@pytest.mark.parametrize("reason", [Reason.TIMED_OUT, Reason.CRASHED, Reason.NO_PERMISSION])
def test_what_may_have_been_chance_is_tried_again(home: Path, folder: Path, reason: Reason) -> None:
    write_sheets(folder, {"x.txt": NOTE})
    failing = _reader_failing_on("x.txt", reason)
    assert toy_job(home, reader=failing).run([folder]).exit_code == 3
    report = toy_job(home).run([folder])
    assert (_states(report)["x.txt"], report.exit_code) == (Verdict.INDEXED, 0)


def _reader_failing_on(source: str, reason: Reason) -> object:
    from ingest.reading.extraction import Unreadable

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
    june = _file(report, "2020/6.txt")
    assert (june.verdict, june.kept_from_before) == (Verdict.UNREADABLE, True)
    assert june.account is not None
    assert contents(home) == before
    (folder / "2020/6.txt").unlink()
    toy_job(home).run([folder])
    assert not _somewhere(home, b"Punktet udsat")


def test_old_text_is_not_kept_for_an_audience_the_file_has_left(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    write_sheets(folder, {"2020/6.txt": "%encrypted"})
    report = toy_job(home, audience_of=lambda *_: "personale").run([folder])
    assert not _file(report, "2020/6.txt").kept_from_before
    assert not _somewhere(home, b"Punktet udsat")


def test_a_folder_out_of_reach_loses_nothing(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_sheets(folder, {"2021/n.txt": NOTE})
    toy_job(home).run([folder])
    before = contents(home)
    _lock(monkeypatch, "2020")
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


def test_text_out_of_reach_is_not_kept_for_an_audience_its_folder_has_left(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(source: str, root: Path) -> str:
        return "personale" if root == folder and source.startswith("2020/") else OPEN

    write_sheets(folder, {"2021/n.txt": NOTE})
    toy_job(home).run([folder])
    _lock(monkeypatch, "2020")
    report = toy_job(home, audience_of=closed).run([folder])
    assert report.outcome is Outcome.PUBLISHED
    assert not _file(report, "2020/6.txt").kept_from_before
    assert _file(report, "2020/6.txt").verdict is Verdict.UNREADABLE
    assert not _somewhere(home, b"Punktet udsat")
    assert toy_job(home, audience_of=closed).run([folder]).outcome is Outcome.UNCHANGED
    monkeypatch.undo()
    back = toy_job(home, audience_of=closed).run([folder])
    assert (back.exit_code, _file(back, "2020/6.txt").verdict) == (0, Verdict.INDEXED)


def test_text_out_of_reach_stays_as_closed_as_it_was(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toy_job(home, audience_of=lambda *_: "personale").run([folder])
    before = contents(home)
    _lock(monkeypatch, "2020")
    report = toy_job(home, audience_of=lambda *_: OPEN).run([folder])
    assert _file(report, "2020/6.txt").kept_from_before
    assert contents(home) == before


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
    assert not _somewhere(home, b"Punktet udsat")


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


def test_another_model_embeds_everything_anew_and_reads_nothing(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    embedder = ToyEmbedder()
    embedder.name = "toy 2"
    report = toy_job(home, embedder=embedder, reader=_must_not_read).run([folder])
    assert report.embedded == len(embedder.asked) == 9


def test_another_recipe_reads_everything_and_embeds_nothing(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    embedder = ToyEmbedder()
    report = toy_job(home, recipe="toy 2", embedder=embedder).run([folder])
    assert set(_states(report).values()) == {Verdict.INDEXED}
    assert embedder.asked == []


def test_another_analysis_makes_the_word_index_anew(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    backwards = replace(
        ANALYSIS, name="backwards", terms=lambda text: [w[::-1] for w in ANALYSIS.terms(text)]
    )
    assert toy_job(home, analysis=backwards).run([folder]).outcome is Outcome.PUBLISHED
    library = Library(home, _no_searcher)
    with library.view() as view:
        words = view._stores().words
        assert words.document_frequency("negnindro") == 1
        assert words.document_frequency("ordningen") == 0
    library.close()


def test_touching_a_file_reads_nothing(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    os.utime(folder / "2020/6.txt")
    report = toy_job(home, reader=_must_not_read).run([folder])
    assert set(_states(report).values()) == {Verdict.UNCHANGED}


def test_the_same_size_and_modification_time_do_not_hide_a_change(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    file = folder / "2020/6.txt"
    old = file.stat()
    file.write_text(JUNE.replace("udsat", "vedta"), encoding="utf-8")
    os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert file.stat().st_size == old.st_size
    report = toy_job(home).run([folder])
    assert _states(report)["2020/6.txt"] is Verdict.INDEXED
    assert _somewhere(home, b"Punktet vedta")


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
    assert _states(report)["2020/6.txt"] is Verdict.INDEXED
    assert _somewhere(home, b"Punktet vedtaget")
    assert not _somewhere(home, b"Punktet udsat")


def test_a_file_that_is_written_to_without_end_is_not_taken(home: Path, folder: Path) -> None:
    file = folder / "2020/6.txt"

    def reader(found: SourceFile, audience: str) -> Understood:
        result = toy_reader(found, audience)
        if found.path == file:
            time.sleep(0.02)
            file.write_text(f"{JUNE}{time.time_ns()}\n", encoding="utf-8")
        return result

    report = toy_job(home, reader=reader).run([folder])
    assert _file(report, "2020/6.txt").reason == Reason.CHANGED
    assert report.documents == 1


def test_a_second_run_is_told_who_holds_the_lock(home: Path, folder: Path) -> None:
    index = IndexHome(home)
    index.make()
    started = datetime(2026, 11, 21, 12, tzinfo=UTC)
    with (
        locks.writing(index.lock, started),
        pytest.raises(IndexBusy, match=rf"process {os.getpid()} on .*2026-11-21T12"),
    ):
        toy_job(home).run([folder])
    assert toy_job(home).run([folder]).outcome is Outcome.PUBLISHED


def test_a_defect_in_the_model_leaves_the_old_generation(home: Path, folder: Path) -> None:
    class Broken(ToyEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            raise RuntimeError("no more numbers")

    toy_job(home).run([folder])
    before = contents(home)
    write_sheets(folder, {"n.txt": NOTE})
    with pytest.raises(RuntimeError, match="no more numbers"):
        toy_job(home, embedder=Broken()).run([folder])
    assert contents(home) == before
    assert IndexHome(home).remains() == []


def test_what_a_failed_run_has_embedded_is_not_embedded_again(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tiring(ToyEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            if self.asked:
                raise RuntimeError("tired")
            return super().embed_passages(texts)

    monkeypatch.setattr("ingest.embedding.BATCH", 4)
    tiring, fresh = Tiring(), ToyEmbedder()
    with pytest.raises(RuntimeError, match="tired"):
        toy_job(home, embedder=tiring).run([folder])
    report = toy_job(home, embedder=fresh).run([folder])
    assert (len(tiring.asked), len(fresh.asked), report.passages) == (4, 5, 9)
    assert set(tiring.asked).isdisjoint(fresh.asked)
    assert not IndexHome(home).embedded.exists()


def test_vectors_of_a_change_that_was_taken_back_lie_nowhere(home: Path, folder: Path) -> None:
    class Failing(ToyEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            if self.asked:
                raise RuntimeError("tired")
            return super().embed_passages(texts)

    toy_job(home).run([folder])
    lines = "".join(f"linje {n}\n" for n in range(70))
    write_sheets(folder, {"n.txt": f"Notat\nuden udvalg\n{lines}"})
    with pytest.raises(RuntimeError, match="tired"):
        toy_job(home, embedder=Failing()).run([folder])
    assert IndexHome(home).embedded.exists()
    (folder / "n.txt").unlink()
    assert toy_job(home).run([folder]).outcome is Outcome.UNCHANGED
    assert not IndexHome(home).embedded.exists()


def test_every_published_generation_passes_its_own_verification(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    write_sheets(folder, {"n.txt": NOTE, "intern/m.txt": NOTE})
    toy_job(home).run([folder])
    current = IndexHome(home).current()
    assert current is not None
    verify(current, ANALYSIS, contents(home))
