"""What a change makes a run do again, and what it leaves as it is."""

import os
from dataclasses import replace
from pathlib import Path

from index.library import Library
from ingest.report import Outcome, Verdict
from tests.small_archive import (
    ANALYSIS,
    JUNE,
    ToyEmbedder,
    contents,
    toy_job,
    understood,
    write_sheets,
)
from tests.small_runs import must_not_read, no_searcher, somewhere, verdicts


def test_only_the_passages_that_changed_are_embedded(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    write_sheets(folder, {"2020/6.txt": JUNE.replace("udsat", "udsat til august")})
    embedder = ToyEmbedder()
    report = toy_job(home, embedder=embedder).run([folder])
    assert verdicts(report) == {"2020/3.txt": Verdict.UNCHANGED, "2020/6.txt": Verdict.INDEXED}
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


def test_another_model_embeds_everything_anew_and_reads_nothing(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    embedder = ToyEmbedder()
    embedder.name = "toy 2"
    report = toy_job(home, embedder=embedder, reader=must_not_read).run([folder])
    assert report.embedded == len(embedder.asked) == 9


def test_another_recipe_reads_everything_and_embeds_nothing(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    embedder = ToyEmbedder()
    report = toy_job(home, recipe="toy 2", embedder=embedder).run([folder])
    assert set(verdicts(report).values()) == {Verdict.INDEXED}
    assert embedder.asked == []


def test_another_analysis_makes_the_word_index_anew(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    backwards = replace(
        ANALYSIS, name="backwards", terms=lambda text: [w[::-1] for w in ANALYSIS.terms(text)]
    )
    assert toy_job(home, analysis=backwards).run([folder]).outcome is Outcome.PUBLISHED
    library = Library(home, no_searcher)
    with library.view() as view:
        words = view._stores().words
        assert words.document_frequency("negnindro") == 1
        assert words.document_frequency("ordningen") == 0
    library.close()


def test_touching_a_file_reads_nothing(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    os.utime(folder / "2020/6.txt")
    report = toy_job(home, reader=must_not_read).run([folder])
    assert set(verdicts(report).values()) == {Verdict.UNCHANGED}


def test_the_same_size_and_modification_time_do_not_hide_a_change(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    file = folder / "2020/6.txt"
    old = file.stat()
    file.write_text(JUNE.replace("udsat", "vedta"), encoding="utf-8")
    os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert file.stat().st_size == old.st_size
    report = toy_job(home).run([folder])
    assert verdicts(report)["2020/6.txt"] is Verdict.INDEXED
    assert somewhere(home, b"Punktet vedta")
