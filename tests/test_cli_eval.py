"""The command that measures answers against questions with a known answer."""

import json
from pathlib import Path

from tests.paper_door import LockedDoor, Run

QUESTION = {
    "id": "q1",
    "lang": "da",
    "kind": "decision",
    "question": "hvad blev besluttet 2021?",
    "source": "2021-05-03",
    "quote": ["broen males blå"],
    "answer": [["blå", "blue"]],
    "on": "2021-06-01",
}


def write_questions(folder: Path, *questions: object) -> str:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(json.dumps(q) for q in questions), encoding="utf-8")
    return str(file)


def test_eval_prints_figures_by_language_and_kind(shell: Run, tmp_path: Path) -> None:
    code, out, _ = shell("eval", write_questions(tmp_path, QUESTION))
    assert code == 0
    groups = [line.split()[0] for line in out.splitlines()[1:4]]
    assert groups == ["all", "da", "decision"]
    assert "100% (1/1)" in out
    assert "Right in every respect: 100.0% of 1 questions." in out


def test_eval_lists_failures_and_can_fail_below_a_share(shell: Run, tmp_path: Path) -> None:
    wrong = QUESTION | {"answer": ["grøn bro"]}
    file = write_questions(tmp_path, wrong)
    code, out, _ = shell("eval", file, "--failures", "--at-least", "0.9")
    assert code == 1
    assert "answer missing: grøn bro" in out
    assert shell("eval", file)[0] == 0


def test_eval_as_json_has_figures_and_every_reply(shell: Run, tmp_path: Path) -> None:
    _, out, _ = shell("eval", write_questions(tmp_path, QUESTION), "--json")
    evaluation = json.loads(out)
    assert evaluation["scores"][0]["passage_at_1"] == {"good": 1, "of": 1}
    assert evaluation["questions"][0]["reply"]["kind"] == "decision"


def test_eval_counts_a_crash_as_a_failure_and_goes_on(shell: Run, tmp_path: Path) -> None:
    file = write_questions(tmp_path, QUESTION | {"question": "explode"}, QUESTION)
    code, out, _ = shell("eval", file, "--failures")
    assert code == 0
    assert "50.0% of 2 questions" in out
    assert "error: Something went wrong (reference " in out


def test_eval_names_the_bad_line_before_anything_runs(shell: Run, tmp_path: Path) -> None:
    file = write_questions(tmp_path, QUESTION, {"id": "q2"})
    code, out, err = shell("eval", file, door=LockedDoor())
    assert (code, out) == (2, "")
    assert f"{file}, line 2:" in err


CONVERSATION = {
    "id": "c1",
    "lang": "da",
    "turns": [
        {"say": "hvad blev besluttet?", "expect": {"source": "2021-05-03", "answer": ["blå"]}},
        {"say": "tak", "expect": {"talk": True}},
        {"say": "og den anden?", "expect": {"asks_back": True}},
    ],
}


def test_eval_holds_conversations_and_counts_turns(shell: Run, tmp_path: Path) -> None:
    file = write_questions(tmp_path, CONVERSATION)
    code, out, _ = shell("eval", file, "--failures", "--at-least", "0.9")
    assert code == 1
    head, whole, danish = (line.split() for line in out.splitlines()[:3])
    assert head[0] == "conversations"
    assert (whole[0], danish[0], whole[-1]) == ("all", "da", "1")
    assert "Right in every respect: 66.7% of 3 turns." in out
    assert "c1.3 · og den anden? · told another matter" in out
    assert "should have asked back" in out
    assert shell("eval", file, "--at-least", "0.6")[0] == 0


def test_eval_of_conversations_as_json_has_figures_and_every_turn(
    shell: Run, tmp_path: Path
) -> None:
    _, out, _ = shell("eval", write_questions(tmp_path, CONVERSATION), "--json")
    told = json.loads(out)
    assert told["scores"][0]["subject"] == {"good": 2, "of": 3}
    assert [turn["right"] for turn in told["turns"]] == [True, True, False]
    assert told["turns"][1]["reply"] is None
    assert told["turns"][2]["misled"] is True


def test_eval_names_the_bad_line_of_conversations(shell: Run, tmp_path: Path) -> None:
    file = write_questions(tmp_path, CONVERSATION, CONVERSATION | {"turns": 3})
    code, _, err = shell("eval", file, door=LockedDoor())
    assert code == 2
    assert f"{file}, line 2:" in err
