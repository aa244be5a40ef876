"""A full disk leaves the old index answering."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import NoSpace
from index.generation import space
from index.generation.home import IndexHome
from tests.small_archive import MARCH, contents, toy_job, write_sheets

_LIMITED = """
import resource, sys
from pathlib import Path
from index.errors import NoSpace
from tests.small_archive import toy_job
limit = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    toy_job(Path(sys.argv[1])).run([Path(sys.argv[2])])
except NoSpace as error:
    print(error)
    sys.exit(error.exit_code)
"""


@pytest.mark.parametrize("limit", [10, 4_000, 40_000, 150_000, 250_000])
def test_a_full_disk_leaves_the_old_index_and_says_so(tmp_path: Path, limit: int) -> None:
    home = tmp_path / "home"
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH})
    toy_job(home).run([folder])
    before = contents(home)
    lines = "".join(f"Linje {n} om sag {n * 7919 % 1000}\n" for n in range(1_500))
    write_sheets(folder, {"stor.txt": f"Notat\nKEU · 2020-01-01\n{lines}"})
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(home), str(folder), str(limit)],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == NoSpace.exit_code, done.stderr
    assert "no space left" in done.stdout
    assert contents(home) == before
    assert IndexHome(home).remains() == []
    assert toy_job(home).run([folder]).documents == 2


_FAILING = """
import resource, sys
from pathlib import Path
from bot.cli.failures import told_defect
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
print(told_defect(ZeroDivisionError("bang"), Path(sys.argv[1]))[0])
"""


def test_a_log_that_cannot_be_written_is_told_in_the_same_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FAILING, str(tmp_path)],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    (line,) = done.stdout.splitlines()
    assert line.endswith("ZeroDivisionError; the log could not be written: File too large.")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(28, "No space left on device"), True),
        (OSError(27, "File too large"), True),
        (OSError(13, "Permission denied"), False),
        (ValueError("IO error: No space left on device (os error 28)"), True),
        (ValueError("An error of another kind"), False),
    ],
)
def test_a_full_disk_is_recognised_however_a_library_says_it(error: Exception, full: bool) -> None:
    assert space.is_full(error) is full


def test_limits_are_left_as_they_were() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
