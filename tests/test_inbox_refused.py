"""An inbox that cannot be trusted or written is refused, is said to be so, and is left as it is."""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.inbox.errors import InboxBusy, InboxDamaged, InboxTooNew
from bot.inbox.store import Inbox
from bot.inbox.store.file import NAME
from index.errors import NotWritable, ReferentError
from tests.paper_inbox import asked
from tests.test_read_only import read_only

TOP = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an inbox of twenty questions that nobody has open."""
    with closing(Inbox(tmp_path / "inbox")) as inbox:
        for n in range(20):
            inbox.accept(asked(f"Ev{n}", payload=b"ord " * 500))
    return tmp_path / "inbox"


def _scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 4] = b"\xff" * (4096 * 3)
    path.write_bytes(content)


def _of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE questions (id)")


def _shortened(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize(
    "damage",
    [
        _scribbled,
        _of_another_program,
        _shortened,
        lambda path: path.write_bytes(b"not a database at all" * 400),
        lambda path: path.write_bytes(b""),
    ],
    ids=["scribbled", "of another program", "shortened", "text", "empty"],
)
def test_a_broken_inbox_is_refused_by_name_and_never_overwritten(
    folder: Path, damage: Callable[[Path], object]
) -> None:
    path = folder / NAME
    damage(path)
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(InboxDamaged) as refusal:
            Inbox(folder)
        assert str(path) in str(refusal.value)
        assert "ord " not in str(refusal.value)
        assert path.read_bytes() == before


def test_an_inbox_of_a_newer_referent_is_refused_and_says_so(folder: Path) -> None:
    with closing(sqlite3.connect(folder / NAME)) as connection:
        connection.execute("PRAGMA user_version = 2")
    with pytest.raises(InboxTooNew, match="layout 2, written by a newer Referent"):
        Inbox(folder)


def test_what_is_left_of_a_removed_inbox_is_not_mixed_into_a_new_one(folder: Path) -> None:
    inbox = Inbox(folder)
    inbox.accept(asked("new"))
    (folder / NAME).unlink()
    with pytest.raises(InboxDamaged, match="sqlite-wal is still there"):
        Inbox(folder)
    with pytest.raises(InboxDamaged, match="removed or replaced while it was in use"):
        inbox.accept(asked("newer"))
    with pytest.raises(InboxDamaged, match="removed or replaced"):
        inbox.counts()
    inbox.close()


def test_an_inbox_that_is_replaced_while_in_use_takes_nothing_more(
    folder: Path, tmp_path: Path
) -> None:
    with closing(Inbox(folder)) as inbox:
        shutil.copy(folder / NAME, tmp_path / "copy")
        (tmp_path / "copy").rename(folder / NAME)
        with pytest.raises(InboxDamaged, match="replaced"):
            inbox.accept(asked("new"))


def test_an_inbox_whose_making_was_interrupted_is_made_by_the_next(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.new").write_bytes(b"half")
    with closing(Inbox(tmp_path)) as inbox:
        assert inbox.accept(asked("1"))
    assert not (tmp_path / f"{NAME}.new").exists()


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user may look into, as the folders of pytest are not."""
    path = Path(tempfile.mkdtemp(prefix="referent-test-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def test_a_folder_that_may_only_be_read_is_named(place: Path) -> None:
    Inbox(place / "inbox").close()
    for folder in (place / "inbox", place / "new"):
        with read_only(place), pytest.raises(NotWritable, match=str(folder / NAME)):
            Inbox(folder)


def test_a_program_that_holds_the_inbox_is_waited_for_and_then_named_as_the_reason(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.store.file.PATIENCE", 0.05)
    with closing(Inbox(folder)) as inbox:
        with (folder / "inbox.lock").open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with pytest.raises(InboxBusy, match="has been held by another process"):
                inbox.accept(asked("new"))
        assert inbox.accept(asked("new"))


def test_what_cannot_be_emptied_of_forgotten_words_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Inbox(folder)) as inbox, closing(sqlite3.connect(folder / NAME)) as other:
        inbox._file._connection.execute("PRAGMA busy_timeout = 10")
        inbox.accept(asked("new"))
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM questions").fetchone()
        with pytest.raises(InboxBusy, match="Another program is reading"):
            inbox.forget(asked("1").received)
        assert inbox.accept(asked("newer"))


_FILLING = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.inbox.questions import Incoming
from bot.inbox.store import Inbox
from index.errors import NoSpace
inbox = Inbox(Path(sys.argv[1]))
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), unlimited[1]))
def accept(n):
    return inbox.accept(Incoming("paper", (str(n),), b"hemmelige ord" * 300, datetime.now(UTC)))
kept = []
try:
    for n in range(200):
        kept.append(accept(n))
except NoSpace as error:
    print(error)
claimed = None
try:
    claimed = inbox.claim(kept[0])
except NoSpace:
    pass
resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
assert accept(len(kept)) is not None, "what was refused is new"
assert accept(0) is None
print(len(kept), inbox.counts().waiting + inbox.counts().at_work)
"""


@pytest.mark.parametrize("limit", [60_000, 200_000, 500_000])
def test_a_full_disk_refuses_questions_and_keeps_those_it_has(tmp_path: Path, limit: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FILLING, str(tmp_path), str(limit)],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said, counted = done.stdout.splitlines()
    assert said.startswith(f"There is no space left for the inbox {tmp_path / NAME} (")
    assert "hemmelige" not in said
    kept, owed = map(int, counted.split())
    assert 0 < kept < 200
    assert owed == kept + 1
    with closing(Inbox(tmp_path)) as inbox:
        assert len(inbox.due(300)) == owed
        assert inbox.counts().waiting == owed


def test_every_refusal_is_an_error_that_a_person_can_act_on() -> None:
    for kind in (InboxBusy, InboxDamaged, InboxTooNew):
        assert issubclass(kind, ReferentError)
