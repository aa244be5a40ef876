"""Many questions in one run, a line each."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.paper_door import Run

LINES = [
    b'{"question": "et?"}',
    b"",
    b'{"question": "to?", "on": "2020-02-01", "audience": ["board"], "language": "en"}',
    b"not json",
    b'{"question": "fire?", "colour": "red"}',
    b'{"question": "\\u0000"}',
    b"\xff\xfe",
    b'{"question": "explode"}',
    b'{"question": "syv?", "audience": "board"}',
]


def test_a_batch_answers_line_by_line_and_a_bad_line_spoils_no_other(
    shell: Run, tmp_path: Path
) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(b"\n".join(LINES))
    code, out, _ = shell("ask", "--batch", str(file), "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [a.get("question") or a["line"] for a in answers] == [
        "et?",
        "to?",
        4,
        5,
        6,
        7,
        8,
        "syv?",
    ]
    assert answers[1]["text"] == "Spurgt den 2020-02-01 af board,open. [1]"
    assert answers[-1]["text"] == "Spurgt den None af board,open. [1]"
    assert "colour" in answers[3]["error"]
    assert answers[6]["reference"] in (tmp_path / "log" / "referent.log").read_text()


def test_a_batch_is_read_from_standard_input(shell: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b'{"question": "et?"}\n'))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, out, _ = shell("ask", "--batch", "-")
    assert code == 0
    assert json.loads(out)["question"] == "et?"


@pytest.mark.parametrize("after", ['"et?"', '["et?"]'])
def test_a_line_of_a_batch_may_name_what_was_asked_before_it(
    shell: Run, tmp_path: Path, after: str
) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(f'{{"question": "og to?", "after": {after}}}')
    _, out, _ = shell("ask", "--batch", str(file))
    assert json.loads(out)["understood_as"] == "et? og to?"


def test_a_batch_that_is_not_there_is_wrong_usage(shell: Run) -> None:
    code, out, err = shell("ask", "--batch", "nowhere.jsonl")
    assert (code, out) == (2, "")
    assert err.startswith("Cannot read the questions in nowhere.jsonl:")


def test_a_batch_takes_no_question_beside_it(shell: Run) -> None:
    assert shell("ask", "hvad?", "--batch", "-")[0] == 2
