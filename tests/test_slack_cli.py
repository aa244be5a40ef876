"""The commands around Slack: the manifest, what keeps `serve` from starting, and feedback."""

import json
import socket
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.cli.failures import run
from bot.conversation.turns import Turn
from bot.evaluation.questions import read_questions
from bot.records.answers import Answer, CitedPlace
from bot.records.store import Records
from bot.replies import ReplyKind
from bot.serving.opening import FOLDER
from referent import app
from tests.slack_installation import Installation


def manifest(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    assert run(app, ["slack", "manifest", *options]) == 0
    made = json.loads(capsys.readouterr().out)
    assert isinstance(made, dict)
    return made


def test_slack_takes_the_manifest_and_leaves_nothing_of_it_dead(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = Installation.of(manifest(capsys))
    assert asked.complaints() == []
    assert asked.commands == {"/referent"}
    assert asked.home_tab
    assert asked.agent


def test_without_an_address_the_manifest_is_for_socket_mode(
    capsys: pytest.CaptureFixture[str],
) -> None:
    by_socket = manifest(capsys)
    by_http = manifest(capsys, "--request-url", "https://referent.example/slack/events")
    assert by_socket["settings"]["socket_mode_enabled"] is True  # type: ignore[index]
    assert "https" not in json.dumps(by_socket)
    assert by_http["settings"]["socket_mode_enabled"] is False  # type: ignore[index]
    assert json.dumps(by_http).count("https://referent.example/slack/events") == 3


@pytest.mark.parametrize(
    "options", [("--name", "x" * 36), ("--language", "fr"), ("--request-url", "http://x")]
)
def test_what_slack_would_not_take_is_refused(
    capsys: pytest.CaptureFixture[str], options: tuple[str, str]
) -> None:
    assert run(app, ["slack", "manifest", *options]) == 2
    assert options[0] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"BOT_TOKEN": "xoxp-1"}, "xoxb-"),
        ({"BOT_TOKEN": "xoxb-1"}, "xapp-"),
        ({"BOT_TOKEN": "xoxb-1", "MODE": "http"}, "signing_secret"),
    ],
)
def test_serve_says_which_setting_is_missing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, str],
    told: str,
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(f"REFERENT_SLACK__{name}", value)
    assert run(app, ["serve", "--home", str(tmp_path)]) != 0
    assert told in capsys.readouterr().err


def kept(id_: str, kind: ReplyKind, *places: CitedPlace) -> Answer:
    question = f"Hvad kostede bro {id_}?"
    return Answer(
        id=id_,
        surface="slack",
        conversation=id_,
        question=question,
        understood=question,
        language="da",
        kind=kind,
        text="",
        places=places,
        audiences=frozenset({"open"}),
        turn=Turn(question, "da"),
        answered=datetime(2024, 5, 2, 12, tzinfo=UTC),
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    records = Records(tmp_path / FOLDER)
    place = CitedPlace("d1", "broer/2024.txt", 0, 5, "5 kr.")
    for id_, good in (("GOOD", True), ("BAD", False)):
        records.keep(kept(id_, ReplyKind.FACT, place))
        records.judge(id_, "U1", good=good)
    records.keep(kept("NONE", ReplyKind.NOT_FOUND))
    records.close()
    return tmp_path


def test_feedback_lists_what_was_judged_and_what_found_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, ["feedback", "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert "Judged: 2" in told
    assert "1 bad · Hvad kostede bro BAD?" in told
    assert "“5 kr.” broer/2024.txt" in told
    assert "Nothing found: 1" in told
    assert run(app, ["feedback", "--home", str(home), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["judged"]) == 2


def test_that_there_is_none_is_no_question_that_found_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = Records(home / FOLDER)
    records.keep(replace(kept("NOBODY", ReplyKind.NOT_FOUND), is_none=True))
    records.close()
    assert run(app, ["feedback", "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert "Nothing found: 1" in told
    assert "NOBODY" not in told


def test_what_was_asked_often_in_vain_stands_once(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = Records(home / FOLDER)
    again = replace(kept("AGAIN", ReplyKind.NOT_FOUND), understood="Hvad kostede bro NONE?")
    records.keep(replace(again, answered=datetime(2024, 6, 3, 12, tzinfo=UTC)))
    records.close()
    assert run(app, ["feedback", "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert "Nothing found: 2" in told
    assert "  2024-06-03 · 2 times · Hvad kostede bro NONE?" in told
    assert told.count("bro NONE") == 1


def test_feedback_quotes_closed_papers_to_their_audience_alone(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = Records(home / FOLDER)
    place = CitedPlace("d2", "lukket/2024.txt", 0, 6, "90 kr.")
    closed = replace(
        kept("CLOSED", ReplyKind.FACT, place),
        understood="og hvad kostede det under “Færgen” i Havneudvalget?",
        audiences=frozenset({"open", "havnen"}),
        text="“90 kr.” [1]",
    )
    records.keep(closed)
    records.judge("CLOSED", "U1", good=False)
    records.close()
    for form in ([], ["--json"], ["--as-questions"]):
        assert run(app, ["feedback", "--home", str(home), *form]) == 0
        told = capsys.readouterr().out
        assert "Hvad kostede bro CLOSED?" in told
        assert not any(word in told for word in ("90 kr.", "lukket/", "Færgen"))
    assert run(app, ["feedback", "--home", str(home)]) == 0
    assert "what it quotes is shown with --audience havnen" in capsys.readouterr().out
    assert run(app, ["feedback", "--home", str(home), "--audience", "havnen"]) == 0
    assert "“90 kr.” lukket/2024.txt" in capsys.readouterr().out


def test_feedback_becomes_a_file_of_questions(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, ["feedback", "--home", str(home), "--as-questions"]) == 0
    file = tmp_path / "questions.jsonl"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    questions = {one.id: one for one in read_questions(file)}
    assert questions["GOOD"].quote == ("5 kr.",)
    assert questions["BAD"].quote == ()
    assert set(questions) == {"GOOD", "BAD", "NONE"}
    assert questions["NONE"].on == date(2024, 5, 2)


def test_a_port_that_is_taken_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("REFERENT_SLACK__BOT_TOKEN", "xoxb-1")
        monkeypatch.setenv("REFERENT_SLACK__APP_TOKEN", "xapp-1")
        monkeypatch.setenv("REFERENT_SERVE__PORT", str(port))
        assert run(app, ["serve", "--home", str(tmp_path)]) == 1
    assert f"Port {port}" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ['{"kvalitet": ["a"]}', '{"C0123456": "a"}'])
def test_a_channel_that_is_none_is_told(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    wrong: str,
) -> None:
    monkeypatch.setenv("REFERENT_SLACK__BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("REFERENT_SLACK__APP_TOKEN", "xapp-1")
    monkeypatch.setenv("REFERENT_SLACK__CHANNELS", wrong)
    assert run(app, ["serve", "--home", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "slack.channels" in told
    assert "must be the id of a channel" in told or "must be a list" in told
    assert "[key]" not in told
