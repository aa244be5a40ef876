"""What is read of a model's text, in all the ways in which servers send it."""

import json
import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.models.model import Message, ModelFailed
from tests.model_endpoint import (
    Answer,
    Line,
    Scripted,
    endpoint,
    event,
    line,
    nobody,
    raw,
    refusing,
    said,
    used,
    whole,
)
from tests.model_opened import ASKED, model_at, text_of

DONE = b"data: [DONE]\n\n"


def text(folder: Path, *script: Answer) -> str:
    with endpoint(*script) as e, model_at(folder, e.base_url) as model:
        return text_of(model)


def test_a_text_comes_in_pieces_as_they_are_written(tmp_path: Path) -> None:
    with endpoint(said("Broen ", "blev ", "bygget.")) as e, model_at(tmp_path, e.base_url) as model:
        assert list(model.stream(ASKED, "answer")) == ["Broen ", "blev ", "bygget."]
        assert e.was_let_go()


def test_a_server_is_asked_for_a_stream_without_chance(tmp_path: Path) -> None:
    with endpoint(said("Ja.")) as e, model_at(tmp_path, e.base_url, max_tokens=70) as model:
        text_of(model)
    (request,) = e.requests
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == "Bearer sk-hemmelig"
    assert request.body == {
        "model": "prøve",
        "messages": [
            {"role": "system", "content": "Skriv dansk."},
            {"role": "user", "content": "Hvornår blev broen bygget?"},
        ],
        "stream": True,
        "temperature": 0,
        "max_tokens": 70,
        "stream_options": {"include_usage": True},
    }


def test_what_else_the_endpoint_takes_is_sent_as_it_stands(tmp_path: Path) -> None:
    further = {"grammar": 'root ::= "Ja."', "chat_template_kwargs": {"enable_thinking": False}}
    with (
        endpoint(said("Ja.")) as e,
        model_at(tmp_path, e.base_url, parameters=further) as model,
    ):
        assert text_of(model) == "Ja."
    assert further.items() <= e.requests[0].body.items()


def test_without_a_key_none_is_sent(tmp_path: Path) -> None:
    with endpoint(said("Ja.")) as e, model_at(tmp_path, e.base_url, key=None) as model:
        text_of(model)
    assert not {"authorization", "api-key"} & set(e.requests[0].headers)


@pytest.mark.parametrize("path", ["", "/openai", "/openai/deployments/prøve"])
def test_azure_is_asked_for_a_deployment_of_a_version(tmp_path: Path, path: str) -> None:
    with endpoint(said("Ja.")) as e:
        base_url = e.base_url.removesuffix("/v1") + path
        with model_at(tmp_path, base_url, api_version="2024-10-21") as model:
            assert text_of(model) == "Ja."
    (request,) = e.requests
    where, version = request.path.split("?")
    assert where == "/openai/deployments/pr%C3%B8ve/chat/completions"
    assert version == "api-version=2024-10-21"
    assert request.headers["api-key"] == "sk-hemmelig"
    assert "authorization" not in request.headers


SNOW = event("Sne på Åsen ☃ 🎉.")
SOUND: dict[str, tuple[bytes, ...]] = {
    "bytes of a letter in two parts": (SNOW[:43], SNOW[43:52], SNOW[52:], event(end="stop"), DONE),
    "a part for each byte": tuple(bytes([b]) for b in SNOW + event(end="stop") + DONE),
    "lines that end as on Windows": (
        (SNOW + event(end="stop") + DONE).replace(b"\n\n", b"\r\n\r\n"),
    ),
    "comments that keep it alive": (
        b": ping\n\n",
        b":\n\n",
        SNOW,
        b": ping\n\n",
        event(end="stop"),
    ),
    "no last word": (SNOW, event(end="stop")),
    "an end together with the last piece": (
        line({"choices": [{"delta": {"content": "Sne på Åsen ☃ 🎉."}, "finish_reason": "stop"}]}),
        DONE,
    ),
    "a filter's finding first, as in Azure": (
        line({"choices": [], "prompt_filter_results": []}),
        SNOW,
        event(end="stop"),
    ),
    "an empty piece first": (event("", role="assistant"), SNOW, event(""), event(end="stop")),
    "thoughts of their own": (
        event(None, reasoning_content="Hm. Sne?"),
        event("", reasoning="Ja, sne."),
        SNOW,
        event(end="stop"),
    ),
    "thoughts in the text": (
        *map(event, ("<thi", "nk>Er der <b>sne</b>?", "</", "think>", "\n\n")),
        SNOW,
        event(end="stop"),
    ),
    "thoughts as parts, as with Mistral": (
        line({"choices": [{"delta": {"content": [{"type": "thinking", "thinking": []}]}}]}),
        line(
            {"choices": [{"delta": {"content": [{"type": "text", "text": "Sne på Åsen ☃ 🎉."}]}}]}
        ),
        event(end="stop"),
    ),
}


@pytest.mark.parametrize("kind", SOUND)
def test_a_text_is_the_same_however_it_is_sent(tmp_path: Path, kind: str) -> None:
    assert text(tmp_path, raw(*SOUND[kind])) == "Sne på Åsen ☃ 🎉."


def test_a_text_in_one_piece_is_taken_though_a_stream_was_asked_for(tmp_path: Path) -> None:
    assert text(tmp_path, whole("<think>Ja?</think>Ja.")) == "Ja."


def test_a_stream_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    assert text(tmp_path, raw(event("Ja."), event(end="stop"), kind="text/plain")) == "Ja."


def test_what_only_looks_like_a_thought_is_text(tmp_path: Path) -> None:
    assert text(tmp_path, said("Prisen er < 5 kr., ", "<th", ">", " og <thin")) == (
        "Prisen er < 5 kr., <th> og <thin"
    )


def test_half_a_character_in_json_harms_nobody(tmp_path: Path) -> None:
    half = rb'data: {"choices": [{"delta": {"content": "Ja \ud83c."}}]}' + b"\n\n"
    assert text(tmp_path, raw(half, event(end="stop"))) == "Ja ?."


def test_a_server_that_holds_the_line_after_the_end_does_not_hold_the_reader(
    tmp_path: Path,
) -> None:
    def holding(to: Line) -> None:
        to.begin()
        to.part(event("Ja.") + event(end="stop"))
        to.wait(10)

    with (
        endpoint(holding) as e,
        model_at(tmp_path, e.base_url) as model,
    ):
        assert text_of(model) == "Ja."
        assert model.spending.spent()[0].seconds < 4


REFUSALS = {
    "stream_options": {"detail": [{"loc": ["body", "stream_options"], "msg": "Extra inputs"}]},
    "temperature": {"error": {"message": "Only the default (1) is supported: 'temperature'."}},
    "max_tokens": {
        "error": {
            "message": "Unsupported parameter: use 'max_completion_tokens' instead.",
            "param": "max_tokens",
        }
    },
}


@pytest.mark.parametrize("refused", REFUSALS)
def test_what_a_server_does_not_take_is_not_sent_to_it_again(tmp_path: Path, refused: str) -> None:
    refusal = raw(json.dumps(REFUSALS[refused]).encode(), kind="application/json", status=400)
    with endpoint(refusal, said("Ja.")) as e, model_at(tmp_path, e.base_url) as model:
        assert text_of(model) == "Ja."
        assert text_of(model) == "Ja."
    first, second, third = (set(request.body) for request in e.requests)
    expected = first - {refused} | ({"max_completion_tokens"} if refused == "max_tokens" else set())
    assert second == third == expected


def test_a_refusal_of_the_text_is_not_taken_for_one_of_a_parameter(tmp_path: Path) -> None:
    too_long = refusing(400, "maximum context length is 4096; lower max_tokens")
    with (
        endpoint(too_long) as e,
        model_at(tmp_path, e.base_url) as model,
        pytest.raises(ModelFailed),
    ):
        text_of(model)
    assert len(e.requests) == 1


def test_usage_may_come_with_any_piece(tmp_path: Path) -> None:
    piece = line({"choices": [{"delta": {"content": "Ja."}}], "usage": used(9, 4)})
    with endpoint(raw(piece, event(end="stop"))) as e, model_at(tmp_path, e.base_url) as model:
        text_of(model)
        (spent,) = model.spending.spent()
    assert (spent.read, spent.written, spent.estimated) == (9, 4, 0)


def test_nothing_of_the_environment_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "fremmed")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: fremmed\nX-Other: fremmed")
    for name in ("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN", "OPENAI_API_VERSION"):
        monkeypatch.setenv(name, "fremmed")
    for name in ("OPENAI_BASE_URL", "AZURE_OPENAI_ENDPOINT", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, nobody())
    monkeypatch.setenv("ALL_PROXY", nobody())
    with endpoint(said("Ja.")) as e, caplog.at_level(logging.DEBUG):
        for version in (None, "2024-10-21"):
            with model_at(tmp_path, e.base_url, key=None, api_version=version) as model:
                assert text_of(model) == "Ja."
    assert [r for r in e.requests if "fremmed" in f"{r.headers}{r.path}{r.body}"] == []
    assert "Hvornår" not in caplog.text


def test_a_model_is_opened_without_loading_the_library(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from bot.models.opening import open_model\n"
        "from index.settings import Settings\n"
        "given = {'base_url': 'http://127.0.0.1:9/v1', 'model': 'm'}\n"
        "open_model(Settings(home=Path(sys.argv[1]), writer=given)).close()\n"
        "print({'openai', 'httpx2', 'httpcore2'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert run.stdout.strip() == "set()"


def test_one_model_serves_several_at_once(tmp_path: Path) -> None:
    def asked(e: Scripted) -> list[str]:
        with (
            model_at(tmp_path, e.base_url, at_once=4) as model,
            ThreadPoolExecutor(4) as pool,
        ):
            return [f.result() for f in [pool.submit(text_of, model) for _ in range(12)]]

    with endpoint(said("Ja, ", "den er.")) as e:
        assert asked(e) == ["Ja, den er."] * 12
        assert e.was_let_go(12)


def test_half_a_character_in_a_paper_is_not_sent(tmp_path: Path) -> None:
    with endpoint(said("Ja.")) as e, model_at(tmp_path, e.base_url) as model:
        assert list(model.stream([Message("user", "Bro\ud83c.")], "answer")) == ["Ja."]
    assert e.requests[0].body["messages"] == [{"role": "user", "content": "Bro?."}]
