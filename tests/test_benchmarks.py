"""What the benchmarks measure on: made-up minutes, vectors scattered about real ones, a report."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from benchmarks.__main__ import main
from benchmarks.files import write_files
from benchmarks.machine import Times, timed
from benchmarks.minutes import minutes, papers, questions
from benchmarks.report import Part, Row, written
from benchmarks.synthetic import scattered
from index.documents import SectionKind


def test_the_same_number_gives_the_same_meeting_and_another_number_another() -> None:
    assert minutes(7) == minutes(7)
    assert minutes(7).document.text != minutes(8).document.text
    assert minutes(7, seed=2) != minutes(7)


def test_every_span_of_made_up_minutes_is_true() -> None:
    for number in range(12):
        paper = minutes(number)
        document, text = paper.document, paper.document.text
        ends = [section.span for section in document.sections]
        assert all(a.end <= b.start for a, b in pairwise(ends))
        for passage in paper.passages:
            assert passage.span.of(text) == passage.text
            assert document.sections[passage.section].body == passage.span
        for item, decision in zip(document.items, document.decisions, strict=True):
            assert item.heading.of(text) == f"{item.number}. {item.title}"
            assert all(span.of(text).startswith("at ") for span in decision.recommendation)
            kinds = {section.kind for section in document.sections_of(item.index)}
            assert {SectionKind.RECOMMENDATION, SectionKind.DECISION} <= kinds
            assert all(item.span.contains(s.span) for s in document.sections_of(item.index))


def test_papers_are_made_until_there_are_enough_passages_and_have_ids_of_their_own() -> None:
    made = list(papers(300))
    ids = [passage.id for paper in made for passage in paper.passages]
    assert 300 <= len(ids) < 300 + len(made[-1].passages)
    assert len(set(ids)) == len(ids)


def test_files_come_in_three_formats_with_the_words_of_the_minutes(tmp_path: Path) -> None:
    write_files(tmp_path, 6, items=1)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(path.suffix for path in files) == [".html", ".html", ".md", ".md", ".txt", ".txt"]
    for number in range(6):
        document = minutes(number, items=1).document
        (file,) = tmp_path.rglob(f"{document.date}-referat.*")
        assert document.items[0].title in file.read_text("utf-8")


def test_questions_repeat_with_their_seed_and_leave_nothing_unfilled() -> None:
    assert questions(30) == questions(30) != questions(30, seed=2)
    assert not [text for text in questions(100) if "{" in text]


def test_scattered_vectors_are_as_many_as_asked_of_unit_length_and_near_their_anchors() -> None:
    chance = np.random.default_rng(3)
    about = chance.standard_normal((40, 16)).astype(np.float32) + 2
    about /= np.linalg.norm(about, axis=1, keepdims=True)
    rows = np.concatenate(list(scattered(about, 12_345)))
    assert rows.shape == (12_345, 16)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(12_345), abs=1e-5)
    nearest_anchor = (rows @ about.T).max(axis=1)
    assert nearest_anchor.mean() > (about @ about.T).mean()
    assert np.array_equal(rows, np.concatenate(list(scattered(about, 12_345))))


def test_times_are_in_milliseconds_and_the_first_run_does_not_count() -> None:
    done: list[str] = []
    times = timed(done.append, ["a", "b"])
    assert done == ["a", "a", "b"]
    assert len(times.seconds) == 2
    assert Times((0.001, 0.002, 0.009)).p50 == pytest.approx(2)
    assert Times((0.001, 0.002, 0.009)).p95 == pytest.approx(9)


def test_the_page_names_the_machine_and_sets_goal_and_baseline_beside_each_figure() -> None:
    part = Part("Speed", "With a stopwatch.", (Row("walking", "5 km/h", "≥ 4", "6 running"),))
    page = written([("cores", "2")], [part], datetime(2026, 11, 21, tzinfo=UTC), "measure")
    assert "By `measure` on 21 November 2026." in page
    assert "- cores: 2\n" in page
    assert "| walking | 5 km/h | ≥ 4 | 6 running |" in page


def test_a_part_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "weather"])
    assert "weather" in capsys.readouterr().err
