"""Processes that share an inbox or are killed at it lose no question and answer none twice."""

import random
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from bot.inbox.store import Inbox
from tests.inbox_lives import QUESTIONS, deliveries, lines

SEED = 4
TOP = Path(__file__).parent.parent
ALL = {f"C/{n}" for n in range(QUESTIONS)}


def lived(folder: Path, *lives: str) -> list[str]:
    """Live some lives; return how each ended."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.inbox_lives", str(folder), *lives],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=True,
    )
    ends = [line.split()[0] for line in done.stdout.splitlines()]
    assert len(ends) == len(lives) + sum(life.count(",") for life in lives), done.stderr
    return ends


def must_all_be_answered_once(folder: Path, lists: int = 1) -> None:
    """Check the file of answers against what was acknowledged, and the inbox against both."""
    posted = [line.split() for line in lines(folder / "posted")]
    assert Counter(keys for _, keys in posted) == dict.fromkeys(ALL, 1)
    acknowledged = [lines(folder / f"acknowledged-{number}") for number in range(lists)]
    for number in range(lists):
        assert len(acknowledged[number]) == len(deliveries(number))
    ids = [id_ for one in acknowledged for id_ in one if id_ != "-"]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {id_ for id_, _ in posted}
    with closing(Inbox(folder / "inbox")) as inbox:
        assert inbox.counts().oldest is None
        questions = [inbox.question(id_) for id_, _ in posted]
        assert {q.state for q in questions if q} == {"answered"}
        assert None not in questions


@pytest.mark.slow
def test_a_hundred_kills_at_any_step_lose_no_question_and_repeat_no_answer(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    kills = [f"s{chance.randint(1, 400)}" for _ in range(100)]
    assert lived(tmp_path, *kills, "-") == ["-9"] * 100 + ["0"]
    must_all_be_answered_once(tmp_path)


@pytest.mark.slow
def test_kills_from_outside_at_any_moment_lose_no_question_and_repeat_no_answer(
    tmp_path: Path,
) -> None:
    chance = random.Random(SEED)
    kills = [f"t{chance.uniform(0.001, 0.025):.4f}" for _ in range(40)]
    ends = lived(tmp_path, *kills, "-")
    assert ends[-1] == "0"
    assert ends.count("-9") >= 5
    must_all_be_answered_once(tmp_path)


def test_two_processes_accept_and_answer_the_same_questions_once(tmp_path: Path) -> None:
    assert lived(tmp_path, "pair:-,-") == ["0", "0"]
    must_all_be_answered_once(tmp_path, lists=2)


@pytest.mark.slow
def test_what_a_killed_process_was_at_is_answered_by_the_other(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        step = chance.randint(300, 900)
        assert lived(folder, f"pair:s{step},-", "-") == ["-9", "0", "0"]
        must_all_be_answered_once(folder, lists=2)
