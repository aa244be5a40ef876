"""A file that holds several meetings, over the runs of an archive."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from index.catalogue.reading import Catalogue
from index.generation.verification import verify
from index.settings import Limits
from ingest.bookkeeping import Reader
from ingest.report import Outcome, Verdict
from ingest.sources import SourceFile
from ingest.structure.papers import NOT_PARTED
from ingest.understanding import understand_file
from ingest.understood import Understood
from tests.small_archive import ANALYSIS, contents, generation_in, toy_job
from tests.small_runs import file_of, must_not_read, somewhere, verdicts


def reader(file: SourceFile, audience: str) -> Understood:
    """Read a file as a run does, in this process."""
    return understand_file(file.path, file.source, audience, date(2012, 1, 1), Limits())


READER: Reader = reader


def meeting(day: str, decision: str) -> str:
    """Return the minutes of one meeting."""
    return (
        f"Referat af møde den {day}\nTil stede: Ane Bæk, Bo Dal\n\n1. Hegn\n\nIndstilling\n"
        f"at hegnet sættes.\n\nBeslutning\n{decision}\n\n"
    )


MARCH = meeting("3. marts 2010", "Godkendt hurtigt.")
APRIL = meeting("7. april 2010", "Forkastet bagefter.")
MAY = meeting("5. maj 2010", "Udsat igen.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a protocol of three meetings."""
    path = tmp_path / "papirer"
    path.mkdir()
    (path / "2010.txt").write_text("Vejudvalget\n\n" + MARCH + APRIL + MAY, encoding="utf-8")
    return path


def texts(home: Path) -> list[str]:
    """Return the passages of the generation that answers."""
    return [text for _, text, _ in contents(home).values()]


def audiences(home: Path) -> frozenset[str]:
    """Return whom anything is for."""
    with closing(Catalogue(generation_in(home).catalogue)) as catalogue:
        return catalogue.audiences()


def test_every_meeting_is_a_document_of_the_one_file(home: Path, folder: Path) -> None:
    report = toy_job(home, reader=READER).run([folder])
    assert verdicts(report) == {"2010.txt": Verdict.INDEXED}
    assert report.documents == 3
    told = file_of(report, "2010.txt")
    assert told.document is not None
    assert len({told.document, *told.further}) == 3
    assert told.account is not None
    assert "holds 3 meetings" in told.account.warnings[0]
    verify(generation_in(home), ANALYSIS)


def test_an_unchanged_protocol_is_not_read_again_and_keeps_its_documents(
    home: Path, folder: Path
) -> None:
    first = toy_job(home, reader=READER).run([folder])
    again = toy_job(home, reader=must_not_read).run([folder])
    assert again.outcome is Outcome.UNCHANGED
    assert file_of(again, "2010.txt").further == file_of(first, "2010.txt").further


def test_a_meeting_that_leaves_the_file_leaves_the_archive(home: Path, folder: Path) -> None:
    toy_job(home, reader=READER).run([folder])
    (folder / "2010.txt").write_text("Vejudvalget\n\n" + MARCH, encoding="utf-8")
    report = toy_job(home, reader=READER).run([folder])
    assert (report.documents, file_of(report, "2010.txt").further) == (1, ())
    assert not any("Forkastet" in text for text in texts(home))


def test_a_protocol_that_is_removed_leaves_nothing_behind(home: Path, folder: Path) -> None:
    (folder / "note.txt").write_text("Et notat om stier og veje.\n", encoding="utf-8")
    toy_job(home, reader=READER).run([folder])
    (folder / "2010.txt").unlink()
    report = toy_job(home, reader=READER).run([folder])
    assert report.documents == 1
    assert not somewhere(home, b"Forkastet bagefter")


def test_a_copy_of_a_protocol_is_one_duplicate_and_a_closed_one_closes_all_of_it(
    home: Path, folder: Path
) -> None:
    for name in ("kopi", "intern"):
        (folder / name).mkdir()
    (folder / "kopi/2010.txt").write_bytes((folder / "2010.txt").read_bytes())
    report = toy_job(home, reader=READER).run([folder])
    assert (report.documents, verdicts(report)["kopi/2010.txt"]) == (3, Verdict.DUPLICATE)
    (folder / "intern/2010.txt").write_bytes((folder / "2010.txt").read_bytes())
    toy_job(home, reader=READER).run([folder])
    assert audiences(home) == {"personale"}


def test_a_file_that_cannot_be_parted_is_reported(home: Path, folder: Path) -> None:
    head = "Referat af møde den 7. april 2010\nTil stede: Ane Bæk\n\nIntet.\n"
    text = "Vejudvalget\n\n" + MARCH + head
    (folder / "2010.txt").write_text(text, encoding="utf-8")
    told = file_of(toy_job(home, reader=READER).run([folder]), "2010.txt")
    assert told.account is not None
    assert told.account.warnings == (NOT_PARTED,)
