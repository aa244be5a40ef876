"""SIGKILL at any moment leaves the old generation answering, and the next run does the rest."""

import random
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from index.documents import CLOSED, OPEN
from index.generation import locks
from index.generation.home import IndexHome
from index.generation.opening import OpenGeneration
from index.generation.verification import verify
from index.settings import Limits
from ingest.apart import sandboxed
from ingest.job import Job
from ingest.reading.sandbox import Sandbox
from ingest.report import Outcome
from tests.small_archive import (
    ANALYSIS,
    JUNE,
    MARCH,
    ToyEmbedder,
    contents,
    generation_in,
    toy_job,
    write_sheets,
)
from tests.small_runs import somewhere

SEED = 2
POINTS = 32
TOP = Path(__file__).parent.parent
NOTE = "Et notat\nom noget\nmed to linjer som ingen mangler\n"
AUDIENCES = frozenset({OPEN, CLOSED, "personale"})


def _runs(folder: Path, *runs: tuple[Path, int]) -> list[tuple[int, str]]:
    """Make runs that kill themselves; return status and steps of each."""
    command = [sys.executable, "-m", "tests.crashing_run", str(folder)]
    done = subprocess.run(
        [*command, *(f"{home}:{step}" for home, step in runs)],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.partition(" ") for line in done.stdout.splitlines()]
    assert len(lines) == len(runs), done.stderr
    return [(int(status), taken) for status, _, taken in lines]


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A home with an archive of three sheets."""
    sheets = {"3.txt": MARCH, "6.txt": JUNE, "gammelt/n.txt": NOTE}
    folder = write_sheets(tmp_path / "arkiv", sheets)
    toy_job(tmp_path / "home").run([folder])
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path, before: Path) -> Path:
    """The folder after a sheet was changed, one removed, one copied and two added."""
    folder = tmp_path / "arkiv"
    (folder / "gammelt/n.txt").unlink()
    more = "".join(f"Linje {number} om sag {number}\n" for number in range(12))
    return write_sheets(
        folder,
        {
            "6.txt": JUNE.replace("udsat", "vedtaget"),
            "9.txt": f"Referat september\nKEU · 2020-09-01\n{more}",
            "intern/9.txt": f"Notat\n{more}",
            "kopi/3.txt": MARCH,
        },
    )


def _asked(home: Path) -> tuple[str, list[tuple[str, float]], list[str]]:
    """Ask the generation that answers: what lies near a question, and what it lists."""
    with_everything = OpenGeneration.current(IndexHome(home))
    question = ToyEmbedder().embed_queries(["Beslutning om klynger"])[0]
    near = with_everything.vectors(AUDIENCES).nearest(question, 5)
    ids = sorted(with_everything.words(AUDIENCES).ids())
    name = with_everything.folder.name
    with_everything.close()
    return name, near, ids


@pytest.mark.slow
def test_a_run_killed_at_any_step_loses_nothing(tmp_path: Path, before: Path, folder: Path) -> None:
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(before, undisturbed)
    ((status, taken),) = _runs(folder, (undisturbed, 0))
    assert status == 0
    total = int(taken)
    assert total > 2 * POINTS
    expected, old = contents(undisturbed), contents(before)
    old_answers = _asked(before)
    # The last steps, around the turn of the pointer, are where most could go wrong: all of them.
    chosen = random.Random(SEED).sample(range(1, total - 11), POINTS - 12)
    homes = {s: tmp_path / f"home-{s}" for s in [*sorted(chosen), *range(total - 11, total + 1)]}
    for home in homes.values():
        shutil.copytree(before, home)
    killed = _runs(folder, *((home, step) for step, home in homes.items()))
    assert killed == [(-9, "")] * POINTS
    published = 0
    for step, home in homes.items():
        if _asked(home)[0] == old_answers[0]:
            assert (_asked(home), contents(home)) == (old_answers, old), step
        else:
            published += 1
            assert contents(home) == expected, step
        _recovers(home, folder, expected, step)
    assert 0 < published < POINTS, "some steps lie before the turn of the pointer, some after"


def _recovers(
    home: Path, folder: Path, expected: dict[str, tuple[str, str, bytes]], step: object
) -> None:
    assert locks.holder(IndexHome(home).lock) is None, step
    report = toy_job(home).run([folder])
    assert report.exit_code == 0, step
    assert contents(home) == expected, step
    current = generation_in(home)
    verify(current, ANALYSIS, expected)
    assert IndexHome(home).generations() == [current], step
    assert IndexHome(home).remains() == [], step
    assert not somewhere(home, b"som ingen mangler"), step
    assert toy_job(home).run([folder]).outcome is Outcome.UNCHANGED, step


@pytest.mark.slow
def test_a_first_run_that_is_killed_leaves_no_index_and_the_next_makes_it(
    tmp_path: Path, folder: Path
) -> None:
    ((_, taken),) = _runs(folder, (tmp_path / "undisturbed", 0))
    expected = contents(tmp_path / "undisturbed")
    for step in random.Random(SEED).sample(range(1, int(taken) + 1), 6):
        home = tmp_path / f"home-{step}"
        assert _runs(folder, (home, step)) == [(-9, "")]
        assert IndexHome(home).current() is None or contents(home) == expected, step
        _recovers(home, folder, expected, step)


@pytest.mark.slow
def test_a_run_killed_from_outside_while_it_reads_and_builds_loses_nothing(
    tmp_path: Path, before: Path, folder: Path
) -> None:
    expected = _understood_for_real(tmp_path / "undisturbed", folder)
    old = contents(before)
    chance = random.Random(SEED)
    for delay in [chance.uniform(0.2, 2.5) for _ in range(4)]:
        home = tmp_path / f"home-{delay:.3f}"
        shutil.copytree(before, home)
        program = [sys.executable, "-m", "tests.crashing_run"]
        command = [*program, "real", str(folder), str(home)]
        with subprocess.Popen(
            command, cwd=TOP, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as run:
            time.sleep(delay)
            run.kill()
        assert contents(home) in (old, expected), delay
        assert _understood_for_real(home, folder) == expected, delay
        assert IndexHome(home).remains() == [], delay


def _understood_for_real(home: Path, folder: Path) -> dict[str, tuple[str, str, bytes]]:
    """Run as `referent ingest` does, but for the model."""
    job: Job = toy_job(home, recipe="real")
    with Sandbox(Limits(), at_once=2) as box:
        replace(job, reader=sandboxed(box, Limits())).run([folder])
    return contents(home)
