import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.documents import CLOSED, OPEN
from index.errors import IndexBusy, IndexDamaged, IndexMissing
from index.generation import locks, manifest
from index.generation.home import IndexHome
from index.generation.opening import OpenGeneration
from index.generation.publication import remove_old
from index.generation.verification import verify
from tests.small_archive import (
    ANALYSIS,
    JUNE,
    MARCH,
    generation_in,
    library_on,
    toy_job,
    write_sheets,
)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
INSIDERS = frozenset({OPEN, CLOSED})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sheets(tmp_path / "arkiv", {"3.txt": MARCH, "6.txt": JUNE})


@pytest.fixture
def home(tmp_path: Path, folder: Path) -> Path:
    toy_job(tmp_path / "home").run([folder])
    return tmp_path / "home"


def test_closed_passages_lie_in_a_collection_of_their_own(home: Path) -> None:
    held = manifest.read(generation_in(home))
    assert {c.access: c.passages for c in held.collections} == {"open": 7, "closed+open": 2}
    opened = OpenGeneration.current(IndexHome(home))
    assert opened.words(frozenset({OPEN})).passages == 7
    assert opened.vectors(frozenset({OPEN})).passages == 7
    assert opened.words(INSIDERS).passages == opened.vectors(INSIDERS).passages == 9
    assert opened.words(frozenset({CLOSED})).passages == 0
    opened.close()


def test_a_reader_keeps_its_generation_and_the_next_one_gets_the_new(
    home: Path, folder: Path
) -> None:
    library = library_on(home)
    with library.view() as before:
        write_sheets(folder, {"n.txt": "Et notat\nom noget\nmed to linjer\n"})
        assert toy_job(home).run([folder]).still_read == 1
        assert len(before.documents()) == 2
        assert before.document(before.documents()[0].id).text
        with library.view() as after:
            assert len(after.documents()) == 3
            assert after.generation != before.generation
        assert len(before.items()) == 4
    library.close()


def test_the_last_reader_of_an_old_generation_removes_it(home: Path, folder: Path) -> None:
    library = library_on(home)
    with library.view() as view:
        (folder / "6.txt").unlink()
        toy_job(home).run([folder])
        assert len(IndexHome(home).generations()) == 2
        assert view.generation == IndexHome(home).generations()[0].name
    library.refresh()
    assert IndexHome(home).generations() == [generation_in(home)]
    library.close()


def test_an_idle_reader_lets_go_when_it_is_told_to_look(home: Path, folder: Path) -> None:
    library = library_on(home)
    with library.view():
        pass
    (folder / "6.txt").unlink()
    toy_job(home).run([folder])
    assert len(IndexHome(home).generations()) == 2
    library.refresh()
    assert IndexHome(home).generations() == [generation_in(home)]


def test_a_reader_in_another_process_keeps_its_generation_until_it_dies(
    home: Path, folder: Path
) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from index.generation.home import IndexHome\n"
        "from index.generation.opening import OpenGeneration\n"
        "opened = OpenGeneration.current(IndexHome(Path(sys.argv[1])))\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, home],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parent.parent,
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"open\n"
        (folder / "6.txt").unlink()
        assert toy_job(home).run([folder]).still_read == 1
        reader.kill()
        reader.wait()
    assert remove_old(IndexHome(home)) == []
    assert IndexHome(home).generations() == [generation_in(home)]


def test_questions_are_answered_while_generations_are_published(home: Path, folder: Path) -> None:
    library = library_on(home)
    done = False

    def ask() -> int:
        asked = 0
        while not done or asked < 20:
            with library.view(INSIDERS) as view:
                documents = view.documents()
                # One view is of one generation: what it lists it can also open and count.
                assert {view.document(d.id).source for d in documents} == {
                    d.source for d in documents
                }
                passages = sum(len(view.document(d.id).sections) for d in documents)
                assert view.search(None) == passages  # type: ignore[arg-type, comparison-overlap]
            asked += 1
        return asked

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(ask) for _ in range(4)]
        try:
            for number in range(6):
                text = f"Notat {number}\nom noget\n" + "en linje\n" * number
                write_sheets(folder, {f"n{number % 3}.txt": text})
                toy_job(home).run([folder])
        finally:
            done = True
        assert all(reader.result() >= 20 for reader in readers)
    library.close()
    assert IndexHome(home).generations() == [generation_in(home)]


def test_no_index_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="referent ingest"), library_on(tmp_path).view():
        pass


DAMAGED = [b"000099-deadbeef\n", b"", b"\n", b"\xff\x00\xe6", b"../../etc\n", b"0" * 5000]
"""What may stand in the pointer, and names no generation."""


@pytest.mark.parametrize("pointer", DAMAGED)
def test_a_pointer_to_nothing_is_damage(home: Path, pointer: bytes) -> None:
    IndexHome(home).pointer.write_bytes(pointer)
    with pytest.raises(IndexDamaged, match=r"no readable index.*referent ingest"):
        library_on(home).audiences()


@pytest.mark.parametrize("pointer", DAMAGED)
def test_the_generation_that_is_open_goes_on_answering_when_the_pointer_is_damaged(
    home: Path, folder: Path, pointer: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    library = library_on(home)
    with library.view() as view:
        before = view.generation
    IndexHome(home).pointer.write_bytes(pointer)
    for _ in range(2):
        library.refresh()
        with library.view() as view:
            assert view.generation == before
            assert len(view.documents()) == 2
    assert [record.message.count("from before answers") for record in caplog.records] == [1]
    toy_job(home).run([folder])
    with library.view() as view:
        assert view.generation != before
    library.close()


@pytest.mark.parametrize("pointer", DAMAGED)
def test_a_run_makes_an_index_anew_whose_pointer_is_damaged(
    home: Path, folder: Path, pointer: bytes
) -> None:
    IndexHome(home).pointer.write_bytes(pointer)
    report = toy_job(home).run([folder])
    assert report.documents == 2
    assert IndexHome(home).generations() == [generation_in(home)]
    library = library_on(home)
    with library.view() as view:
        assert len(view.documents()) == 2
    library.close()


def test_a_run_that_fails_removes_nothing_while_nothing_tells_which_generation_counts(
    home: Path, tmp_path: Path
) -> None:
    before = IndexHome(home).generations()
    IndexHome(home).pointer.write_bytes(b"")
    assert remove_old(IndexHome(home)) == []
    assert IndexHome(home).generations() == before


def test_a_file_cut_short_is_noticed_before_anything_is_answered(home: Path) -> None:
    catalogue = generation_in(home).catalogue
    with catalogue.open("r+b") as file:
        file.truncate(catalogue.stat().st_size // 2)
    with pytest.raises(IndexDamaged, match=r"catalogue\.sqlite"), library_on(home).view():
        pass


def test_a_run_makes_a_damaged_index_anew(home: Path, folder: Path) -> None:
    generation_in(home).catalogue.write_bytes(b"")
    assert toy_job(home).run([folder]).documents == 2
    verify(generation_in(home), ANALYSIS)


def test_the_lock_tells_who_holds_it_and_is_free_afterwards(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    assert locks.holder(lock) is None
    with locks.writing(lock, NOW):
        holder = locks.holder(lock)
        assert holder is not None
        assert (holder.pid, holder.started) == (os.getpid(), NOW.isoformat())
        with pytest.raises(IndexBusy, match=f"process {os.getpid()} on "), locks.writing(lock, NOW):
            pass
    assert locks.holder(lock) is None


def test_the_lock_of_a_process_that_was_killed_is_free(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    program = (
        "import sys, os, signal; from pathlib import Path; from datetime import datetime\n"
        "from index.generation import locks\n"
        "with locks.writing(Path(sys.argv[1]), datetime.now()):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, lock], cwd=Path(__file__).parent.parent, check=False
    )
    assert done.returncode == -9
    assert '"pid"' in lock.read_text(encoding="utf-8")
    assert locks.holder(lock) is None
    with locks.writing(lock, NOW):
        pass


def test_an_audience_may_have_any_name(tmp_path: Path) -> None:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH})
    name = "../Ledelse & økonomi/ÆØÅ"
    toy_job(tmp_path / "home", audience_of=lambda *_: name).run([folder])
    library = library_on(tmp_path / "home")
    with library.view(frozenset({name})) as view:
        assert view.search(None) == 5  # type: ignore[arg-type, comparison-overlap]
    with library.view() as view:
        assert view.search(None) == 0  # type: ignore[arg-type, comparison-overlap]
    library.close()
    assert {p.name for p in (tmp_path / "home").iterdir()} == {"index"}
