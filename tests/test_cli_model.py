"""`referent model`: whether one is set and answers, and what was spent."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from bot.models.attempts import Usage
from bot.models.calls import Call, End
from bot.models.opening import FOLDER
from bot.models.spending import Spending
from tests.model_endpoint import endpoint, nobody, said
from tests.model_opened import writer_at
from tests.paper_door import Run


def set_writer(home: Path, base_url: str, more: str = "") -> None:
    text = f'[writer]\nbase_url = "{base_url}"\nmodel = "prøve"\n{more}'
    (home / "settings.toml").write_text(text, encoding="utf-8")


def test_without_a_model_it_says_so(shell: Run) -> None:
    assert shell("model") == (
        0,
        "No model is set (writer.base_url, writer.model): answers quote.\n",
        "",
    )
    code, out, _ = shell("model", "--json")
    assert (code, json.loads(out)) == (0, {"model": None})


def test_a_model_that_answers_is_shown_with_what_it_cost(shell: Run, tmp_path: Path) -> None:
    with endpoint(said("Hvid", ".")) as e:
        set_writer(tmp_path, e.base_url, 'price_out = 10\ncurrency = "DKK"\n')
        code, out, _ = shell("model")
        assert e.was_let_go()
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == f"Model: prøve at {e.base_url}"
    assert lines[1].startswith("It answers: the first words came after ")
    assert lines[2] == "Limit of a day: none"
    assert "1 stopped" in lines[3]
    assert "2 written (partly estimated) · 0.0000 DKK" in lines[3]


def test_a_model_that_does_not_answer_fails_with_its_reason(shell: Run, tmp_path: Path) -> None:
    set_writer(tmp_path, nobody(), "first_seconds = 10\ntokens_a_day = 50000\n")
    code, out, _ = shell("model")
    assert code == 1
    assert "It does not answer (down): The model's server is not reached." in out
    assert "Limit of a day: 50,000 tokens" in out
    code, out, _ = shell("model", "--json")
    told = json.loads(out)
    assert (code, told["trial"]["answers"], told["trial"]["reason"]) == (1, False, "down")


def test_what_was_spent_is_told_to_the_last_digit(shell: Run, tmp_path: Path) -> None:
    prices = {"price_in": "0.15", "price_out": "0.6", "currency": "DKK"}
    with closing(Spending(tmp_path / FOLDER, writer_at("http://127.0.0.1:9/v1", **prices))) as kept:
        kept.settle(None, Call("prøve", "answer", End.WRITTEN, Usage(1, 1), 2.0, 0.5))
    set_writer(tmp_path, "http://127.0.0.1:9/v1")
    code, out, _ = shell("model", "--no-trial", "--json")
    told = json.loads(out)
    assert (code, told["trial"]) == (0, None)
    (spent,) = told["spent"]
    del spent["day"]
    assert spent == {
        "model": "prøve",
        "purpose": "answer",
        "end": "written",
        "calls": 1,
        "estimated": 0,
        "tokens_read": 1,
        "tokens_written": 1,
        "cost": "0.00000075",
        "currency": "DKK",
        "seconds": 2.0,
    }


def test_the_key_is_shown_nowhere(
    shell: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFERENT_WRITER__KEY", "sk-hemmelig")
    with endpoint(said("Hvid.")) as e:
        set_writer(tmp_path, e.base_url)
        assert "hemmelig" not in "".join(map(str, shell("model") + shell("model", "--json")))
