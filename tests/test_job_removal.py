"""What left the folder leaves no trace in the index."""

from pathlib import Path

import pytest

from index.generation.home import IndexHome
from ingest.report import Outcome
from tests.small_archive import (
    JUNE,
    MARCH,
    contents,
    toy_job,
    understood,
    write_sheets,
)
from tests.small_runs import TiringEmbedder, somewhere


def test_what_left_the_folder_is_in_no_file_of_the_index(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    gone = understood("2020/6.txt", JUNE)
    vector = contents(home)[gone.passages[1].id][2]
    assert somewhere(home, b"Punktet udsat")
    assert somewhere(home, vector)
    (folder / "2020/6.txt").unlink()
    report = toy_job(home).run([folder])
    assert (report.removed, report.still_read) == (("2020/6.txt",), 0)
    for left in (b"Punktet udsat", vector, gone.document.id.encode(), b"2020/6.txt", b"klynger"):
        assert not somewhere(home, left), left
    assert somewhere(home, b"Indstillingen blev godkendt")


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
    assert not somewhere(home, vector)
    assert not somewhere(home, gone.document.id.encode())


def test_text_that_was_changed_leaves_no_trace_either(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    write_sheets(folder, {"2020/3.txt": MARCH.replace("Astrid Holm", "Carl Dam")})
    toy_job(home).run([folder])
    assert not somewhere(home, b"Astrid Holm")
    assert somewhere(home, b"Carl Dam")


def test_vectors_of_a_change_that_was_taken_back_lie_nowhere(home: Path, folder: Path) -> None:
    toy_job(home).run([folder])
    lines = "".join(f"linje {n}\n" for n in range(70))
    write_sheets(folder, {"n.txt": f"Notat\nuden udvalg\n{lines}"})
    with pytest.raises(RuntimeError, match="tired"):
        toy_job(home, embedder=TiringEmbedder()).run([folder])
    assert IndexHome(home).embedded.exists()
    (folder / "n.txt").unlink()
    assert toy_job(home).run([folder]).outcome is Outcome.UNCHANGED
    assert not IndexHome(home).embedded.exists()
