"""What the report of a run says in words."""

from dataclasses import replace
from pathlib import Path

from index.generation.home import IndexHome
from index.generation.opening import OpenGeneration
from ingest.rendering import as_text
from ingest.sources import SourceFile
from ingest.understood import Understood
from tests.small_archive import JUNE, MARCH, toy_job, understood, write_sheets


def test_names_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"\x1b[31mrød.txt": "%no text", "3.txt": MARCH})
    text = as_text(toy_job(tmp_path / "home").run([folder]))
    assert "\x1b" not in text
    assert "[31mrød.txt: not readable" in text


def test_what_was_left_out_is_counted_in_characters(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH})
    read = understood("3.txt", MARCH)
    account = replace(read.account, removed=(("markup", 1_094), ("side bar", 75)))

    def reader(file: SourceFile, audience: str) -> Understood:
        return replace(read, account=account)

    text = as_text(toy_job(tmp_path / "home", reader=reader).run([folder]))
    assert "characters kept; characters left out: 1,094 markup, 75 side bar." in text


def test_a_reader_that_holds_removed_text_is_told_of(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH, "6.txt": JUNE})
    toy_job(tmp_path / "home").run([folder])
    reader = OpenGeneration.current(IndexHome(tmp_path / "home"))
    (folder / "6.txt").unlink()
    text = as_text(toy_job(tmp_path / "home").run([folder]))
    assert "still on the disk" in text
    reader.close()
