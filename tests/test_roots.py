import os
from contextlib import closing
from pathlib import Path

import pytest

from index.catalogue.reading import Catalogue
from index.errors import UsageError
from ingest.report import Outcome
from ingest.roots import resolved
from tests.small_archive import JUNE, MARCH, contents, generation_in, toy_job, write_sheets
from tests.small_runs import NOTE, must_not_read


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    return write_sheets(tmp_path / "alt/referater", {"3.txt": MARCH, "6.txt": JUNE})


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_sheets(tmp_path / "alt/notater", {"n.txt": NOTE})


def _recorded(home: Path) -> tuple[str, ...]:
    with closing(Catalogue(generation_in(home).catalogue)) as catalogue:
        run = catalogue.last_run()
    assert run is not None
    return run.roots


def test_a_run_that_leaves_a_folder_out_reads_nothing_and_says_what_would_leave(
    home: Path, minutes: Path, notes: Path
) -> None:
    toy_job(home).run([minutes, notes])
    before = contents(home)
    with pytest.raises(UsageError) as caught:
        toy_job(home, reader=must_not_read).run([notes])
    message = str(caught.value)
    assert repr(str(minutes)) in message
    assert repr(str(notes)) not in message
    assert "2 of its 3 documents would leave" in message
    assert "--replace" in message
    assert contents(home) == before


def test_a_folder_left_out_is_told_of_before_a_new_one_is_read(
    home: Path, minutes: Path, notes: Path
) -> None:
    toy_job(home).run([minutes])
    with pytest.raises(UsageError, match="2 of its 2 documents"):
        toy_job(home, reader=must_not_read).run([notes], allow_empty=True)


def test_a_copy_in_a_folder_that_stays_keeps_its_document(
    home: Path, minutes: Path, notes: Path
) -> None:
    write_sheets(notes, {"kopi.txt": JUNE})
    toy_job(home).run([minutes, notes])
    with pytest.raises(UsageError, match="1 of its 3 documents"):
        toy_job(home).run([notes])


def test_a_folder_is_named_under_any_of_its_names(
    home: Path, minutes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(minutes)
    toy_job(home).run([tmp_path / "link"])
    monkeypatch.chdir(minutes.parent)
    for name in (Path("referater"), Path("../alt/referater"), tmp_path / "link"):
        assert toy_job(home).run([name]).outcome is Outcome.UNCHANGED
    assert _recorded(home) == (str(minutes),)


def test_the_folder_above_names_all_in_it_but_what_it_passes_over(
    home: Path, minutes: Path, notes: Path, tmp_path: Path
) -> None:
    hidden = write_sheets(tmp_path / "alt/.skjult", {"h.txt": NOTE + "og én til\n"})
    toy_job(home).run([minutes, notes])
    assert toy_job(home).run([tmp_path / "alt"]).documents == 3
    toy_job(home).run([tmp_path / "alt", hidden])
    with pytest.raises(UsageError, match="skjult"):
        toy_job(home).run([tmp_path / "alt"])


def test_the_folder_above_is_not_named_by_one_in_it(home: Path, minutes: Path, notes: Path) -> None:
    toy_job(home).run([minutes.parent])
    with pytest.raises(UsageError, match=r"alt', which"):
        toy_job(home).run([minutes, notes])


def test_a_folder_that_is_gone_is_left_out_only_when_that_is_asked_for(
    home: Path, minutes: Path, tmp_path: Path
) -> None:
    toy_job(home).run([minutes])
    moved = minutes.rename(tmp_path / "flyttet")
    with pytest.raises(UsageError, match="no longer there"):
        toy_job(home).run([moved])
    toy_job(home, reader=must_not_read).run([moved], replace=True)
    assert _recorded(home) == (str(moved),)
    assert toy_job(home).run([moved]).outcome is Outcome.UNCHANGED


def test_a_folder_without_a_document_belongs_to_the_archive_too(
    home: Path, minutes: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "tom"
    empty.mkdir()
    toy_job(home).run([minutes])
    toy_job(home).run([minutes, empty])
    with pytest.raises(UsageError, match="0 of its 2 documents"):
        toy_job(home).run([minutes])


def test_a_name_that_is_no_text_can_be_recorded(home: Path, tmp_path: Path) -> None:
    odd = write_sheets(tmp_path / os.fsdecode(b"m\xf8der"), {"3.txt": MARCH})
    toy_job(home).run([odd])
    assert _recorded(home) == (str(tmp_path / "m\\xf8der"),)
    assert toy_job(home).run([odd]).outcome is Outcome.UNCHANGED
    assert resolved(resolved([odd])) == resolved([odd])
