"""Readiness: an archive that cannot be read is told of, also while the one from before answers."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.serving.readiness import readable_archive, reading, roomy
from bot.serving.server import Check
from index.errors import NotWritable
from index.generation.home import IndexHome
from index.library import Library
from tests.small_archive import MARCH, generation_in, library_on, toy_job, write_sheets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sheets(tmp_path / "arkiv", {"3.txt": MARCH})


@pytest.fixture
def home(tmp_path: Path, folder: Path) -> Path:
    toy_job(tmp_path / "home").run([folder])
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    library = library_on(home)
    yield library
    library.close()


def _found(check: Check) -> str | None:
    async def found() -> str | None:
        return await check()

    return asyncio.run(found())


def _problem(library: Library, home: Path) -> str | None:
    return _found(readable_archive(library.view, IndexHome(home)))


def _spoil_pointer(home: Path) -> None:
    IndexHome(home).pointer.write_bytes(b"000009-deadbeef\n")


def _spoil_generation(home: Path) -> None:
    generation_in(home).catalogue.write_bytes(b"")


def test_an_archive_that_answers_is_no_problem(library: Library, home: Path, folder: Path) -> None:
    assert _problem(library, home) is None
    toy_job(home).run([folder])
    assert _problem(library, home) is None


def test_no_archive_yet_is_a_problem_that_says_what_to_do(tmp_path: Path) -> None:
    empty = library_on(tmp_path)
    assert "referent ingest" in (_problem(empty, tmp_path) or "")


@pytest.mark.parametrize("spoil", [_spoil_pointer, _spoil_generation])
def test_an_archive_that_is_answered_from_in_the_place_of_the_newest_is_told_of(
    library: Library,
    home: Path,
    folder: Path,
    spoil: Callable[[Path], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with library.view() as view:
        before = view.generation
        write_sheets(folder, {"4.txt": MARCH.replace("marts", "april")})
        toy_job(home).run([folder])
        spoil(home)
        for _ in range(2):
            assert "referent ingest" in (_problem(library, home) or "")
    with library.view() as view:
        assert view.generation == before
    assert [record.message.count("from before answers") for record in caplog.records] == [1]
    toy_job(home).run([folder])
    assert _problem(library, home) is None


def test_damage_that_comes_again_is_logged_again(
    library: Library, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pointer = IndexHome(home).pointer
    sound = pointer.read_bytes()
    for written in (sound, b"", sound, b""):
        pointer.write_bytes(written)
        _problem(library, home)
    assert len(caplog.records) == 2


def test_what_else_cannot_be_read_is_told_with_its_name() -> None:
    def read() -> None:
        raise NotWritable("The disk is full.")

    assert _found(reading("Inbox", read)) == "Inbox: The disk is full."


def test_a_disk_without_room_for_a_question_is_told_of_before_one_is_refused(
    tmp_path: Path,
) -> None:
    assert _found(roomy(tmp_path)) is None
    assert "full" in (_found(roomy(tmp_path, needed=2**62)) or "")


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert "cannot be written" in (_found(roomy(gone)) or "")
