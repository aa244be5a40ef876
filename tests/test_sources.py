import os
import sys
import unicodedata
from pathlib import Path

import pytest

from index.errors import UsageError
from ingest.sources import Passed, PassReason, sha256, walk


def write(path: Path, text: str = "tekst") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def reasons(folder: Path) -> dict[str, PassReason]:
    return {each.source: each.reason for each in walk([folder]).passed}


def test_files_come_sorted_by_their_path_below_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "b.txt")
    write(tmp_path / "a" / "z.txt", "længere")
    found = walk([tmp_path])
    assert [file.source for file in found] == ["a/z.txt", "b.txt"]
    first = found.files[0]
    assert first.path == tmp_path.resolve() / "a" / "z.txt"
    assert first.size == len("længere".encode())
    assert first.mtime_ns == first.path.stat().st_mtime_ns
    assert found.passed == ()


def test_a_file_given_itself_is_named_by_its_name(tmp_path: Path) -> None:
    assert [file.source for file in walk([write(tmp_path / "x" / "referat.txt")])] == [
        "referat.txt"
    ]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="findes-ikke"):
        walk([tmp_path / "findes-ikke"])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".DS_Store", PassReason.HIDDEN),
        ("Thumbs.db", PassReason.HIDDEN),
        ("~$referat.docx", PassReason.LOCK_FILE),
        (".~lock.referat.odt#", PassReason.LOCK_FILE),
        ("~WRL0001.tmp", PassReason.TEMPORARY),
        ("referat.docx.part", PassReason.TEMPORARY),
        ("noter.txt~", PassReason.TEMPORARY),
    ],
)
def test_what_programs_leave_behind_is_accounted_for(
    tmp_path: Path, name: str, reason: PassReason
) -> None:
    write(tmp_path / name)
    (passed,) = walk([tmp_path]).passed
    assert passed == Passed(name, reason, tmp_path)
    assert passed.harmless


def test_danish_names_are_one_however_they_are_spelled(tmp_path: Path) -> None:
    write(tmp_path / unicodedata.normalize("NFD", "Mødereferat på ø.txt"))
    (file,) = walk([tmp_path])
    assert file.source == unicodedata.normalize("NFC", "Mødereferat på ø.txt")
    assert file.path.exists()


@pytest.mark.skipif(sys.platform == "darwin", reason="this file system has one spelling only")
def test_two_names_that_look_alike_do_not_hide_each_other(tmp_path: Path) -> None:
    write(tmp_path / unicodedata.normalize("NFD", "å.txt"), "den ene")
    write(tmp_path / unicodedata.normalize("NFC", "å.txt"), "den anden")
    found = walk([tmp_path])
    assert len(found.files) == 1
    assert [each.reason for each in found.passed] == [PassReason.SAME_NAME]
    assert not found.passed[0].harmless


def test_the_same_name_in_two_folders_is_a_problem_that_names_both(tmp_path: Path) -> None:
    one, two = write(tmp_path / "2019" / "referat.txt"), write(tmp_path / "2020" / "referat.txt")
    found = walk([tmp_path / "2019", tmp_path / "2020"])
    assert len(found.files) == 1
    assert str(one.resolve()) in found.passed[0].detail
    assert str(two.resolve()) in found.passed[0].detail


def test_a_folder_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.txt")
    found = walk([tmp_path, tmp_path / "a"])
    assert [file.source for file in found] == ["a/x.txt"]
    assert [each.reason for each in found.passed] == [PassReason.TWICE]


def test_odd_names_are_kept(tmp_path: Path) -> None:
    names = {"linje\nskift.txt", "emoji 🎉.txt", "mellem  rum.txt", "'citat\".txt"}
    for name in names:
        write(tmp_path / name)
    assert {file.source for file in walk([tmp_path])} == names


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_utf8_is_spelled_out(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/m\xf8de.txt"
    with open(path, "wb") as stream:  # noqa: PTH123  # pathlib takes no bytes
        stream.write(b"x")
    (file,) = walk([tmp_path])
    assert file.source == "m\\xf8de.txt"
    assert file.path.read_bytes() == b"x"


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need POSIX")
def test_links_and_pipes_end_in_a_reason_and_never_in_a_loop(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.txt")
    (tmp_path / "a" / "op").symlink_to(tmp_path)
    (tmp_path / "væk.txt").symlink_to(tmp_path / "findes ikke")
    (tmp_path / "sig-selv").symlink_to(tmp_path / "sig-selv")
    os.mkfifo(tmp_path / "rør")
    assert reasons(tmp_path) == {
        "a/op": PassReason.CYCLE,
        "væk.txt": PassReason.BROKEN_LINK,
        "sig-selv": PassReason.CYCLE,
        "rør": PassReason.NOT_A_FILE,
    }
    assert [file.source for file in walk([tmp_path])] == ["a/x.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need POSIX")
def test_a_link_is_followed_in_the_given_folders_and_says_where_it_leads(tmp_path: Path) -> None:
    one, two = tmp_path / "et", tmp_path / "to"
    write(one / "a" / "x.txt")
    write(two / "b" / "y.txt")
    (one / "fil.txt").symlink_to(one / "a" / "x.txt")
    (one / "mappe").symlink_to(two / "b")
    (one / "alt").symlink_to(two)
    found = {file.source: file.linked for file in walk([one, two])}
    assert found == {
        "a/x.txt": None,
        "b/y.txt": None,
        "fil.txt": ("a/x.txt", one),
        "mappe/y.txt": ("b/y.txt", two),
        "alt/b/y.txt": ("b/y.txt", two),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="links need POSIX")
def test_a_link_that_leads_out_of_the_given_folders_is_not_followed(tmp_path: Path) -> None:
    folder, file = tmp_path / "arkiv", write(tmp_path / "andet" / "hemmeligt.txt")
    write(folder / "referat.txt")
    for name, target in {
        "fil.txt": file,
        "mappe": file.parent,
        "op": tmp_path,
        "kæde": folder / "fil.txt",
        "væk": tmp_path / "findes ikke",
    }.items():
        (folder / name).symlink_to(target)
    found = walk([folder])
    assert [file.source for file in found] == ["referat.txt"]
    assert {one.source: one.reason for one in found.passed} == dict.fromkeys(
        ("fil.txt", "mappe", "op", "kæde", "væk"), PassReason.LEADS_OUT
    )
    assert not any(one.harmless for one in found.passed)
    assert str(file) in found.passed[0].detail
    assert {"fil.txt", "hemmeligt.txt"} < {one.source for one in walk([folder, file])}


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="this user may read everything"
)
def test_a_folder_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "lukket" / "x.txt")
    (tmp_path / "lukket").chmod(0)
    try:
        assert reasons(tmp_path) == {"lukket": PassReason.NO_PERMISSION}
    finally:
        (tmp_path / "lukket").chmod(0o700)


def test_the_hash_is_that_of_the_content(tmp_path: Path) -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256(write(tmp_path / "tom.txt", "")) == empty
    one, two = (
        write(tmp_path / "1.txt", "x" * 3_000_000),
        write(tmp_path / "2.txt", "x" * 3_000_000),
    )
    assert sha256(one) == sha256(two) != empty


def test_the_home_folder_is_passed_over_whatever_leads_there(tmp_path: Path) -> None:
    folder, home = tmp_path / "arkiv", tmp_path / "arkiv" / "referent"
    write(home / "settings.toml")
    write(home / "index" / "current")
    write(folder / "referat.txt")
    (folder / "genvej").symlink_to(home)
    (folder / "ind").symlink_to(home / "index")
    found = walk([folder], home)
    assert [file.source for file in found] == ["referat.txt"]
    assert [(each.source, each.reason) for each in found.passed] == [
        ("genvej", PassReason.HOME),
        ("ind", PassReason.HOME),
        ("referent", PassReason.HOME),
    ]
    assert all(each.harmless for each in found.passed)
    assert len(walk([folder], tmp_path / "findes-ikke").files) == 6


def test_the_home_folder_itself_is_no_archive_but_a_folder_in_it_may_be(tmp_path: Path) -> None:
    write(tmp_path / "arkiv" / "referat.txt")
    with pytest.raises(UsageError, match="home folder"):
        walk([tmp_path], tmp_path)
    assert [file.source for file in walk([tmp_path / "arkiv"], tmp_path)] == ["referat.txt"]


def test_a_file_knows_the_folder_that_was_ingested(tmp_path: Path) -> None:
    file = write(tmp_path / "a" / "b" / "x.txt")
    for given, root in (
        (tmp_path, tmp_path),
        (tmp_path / "a", tmp_path / "a"),
        (file, file.parent),
    ):
        (found,) = walk([given])
        assert found.root == root.resolve()
