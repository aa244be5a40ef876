"""Runs that fail or may not start."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.errors import IndexBusy
from index.generation import locks
from index.generation.home import IndexHome
from ingest.report import Outcome
from tests.small_archive import ToyEmbedder, contents, toy_job, write_sheets
from tests.small_runs import NOTE, TiringEmbedder


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
    monkeypatch.setattr("ingest.embedding.BATCH", 4)
    tiring, fresh = TiringEmbedder(), ToyEmbedder()
    with pytest.raises(RuntimeError, match="tired"):
        toy_job(home, embedder=tiring).run([folder])
    report = toy_job(home, embedder=fresh).run([folder])
    assert (len(tiring.asked), len(fresh.asked), report.passages) == (4, 5, 9)
    assert set(tiring.asked).isdisjoint(fresh.asked)
    assert not IndexHome(home).embedded.exists()
