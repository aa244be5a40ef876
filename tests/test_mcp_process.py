"""`referent mcp` as another assistant starts it: a process, spoken to over its input and output."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp_types import TextContent

from bot.cli.failures import run
from referent import app
from tests.slack_scene import BENCHES, PAPERS, SETTINGS

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

COMMAND = ["-c", "from referent import main; main()", "mcp"]

FIRST = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}
"""What a client says before all else."""


def write(folder: Path, papers: dict[str, str]) -> Path:
    for name, text in papers.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@asynccontextmanager
async def session(home: Path, *options: str) -> AsyncIterator[Client]:
    """Start the command as a client does, and speak with it."""
    command = StdioServerParameters(
        command=sys.executable,
        args=[*COMMAND, "--home", str(home), *options],
        env=dict(os.environ),
        cwd=Path(__file__).parents[1],
    )
    with anyio.fail_after(90):
        async with Client(command) as client:
            yield client


async def asked(client: Client, question: str) -> Any:
    result = await client.call_tool("ask", {"question": question})
    (content,) = result.content
    assert isinstance(content, TextContent)
    return result.structured_content or content.text


async def test_what_is_ingested_during_a_session_is_found_in_it(tmp_path: Path) -> None:
    home, papers = tmp_path / "home", tmp_path / "arkiv"
    home.mkdir()
    (home / "settings.toml").write_text(SETTINGS, encoding="utf-8")

    def ingest() -> None:
        command = [sys.executable, "-c", "from referent import main; main()", "ingest"]
        subprocess.run(
            [*command, str(papers), "--home", str(home), "--json"],
            cwd=Path(__file__).parents[1],
            check=True,
            capture_output=True,
        )

    async with session(home, "--audience", "ledelsen") as client:
        assert "referent ingest" in await asked(client, BENCHES)
        write(papers, {name: PAPERS[name] for name in ("park/2023-02-07.txt",)})
        await anyio.to_thread.run_sync(ingest)
        before = await asked(client, BENCHES)
        assert "seks bænke" not in json.dumps(before, ensure_ascii=False)
        write(papers, PAPERS)
        await anyio.to_thread.run_sync(ingest)
        after = await asked(client, BENCHES)
        assert after["citations"][0]["quote"] == "Godkendt, dog kun seks bænke."
        leaders = await asked(client, "hvad fik parkchefen i tillæg?")
        assert "12.000" in leaders["text"]


async def test_two_questions_at_once_are_both_answered(tmp_path: Path) -> None:
    home = tmp_path / "home"
    folder = write(tmp_path / "arkiv", PAPERS)
    assert run(app, ["ingest", str(folder), "--home", str(home), "--json"]) == 0
    answers: dict[str, Any] = {}
    questions = [BENCHES, "hvad besluttede Parkudvalget om hundeskoven?"]
    async with session(home) as client, anyio.create_task_group() as tasks:

        async def ask(question: str) -> None:
            answers[question] = await asked(client, question)

        for question in questions:
            tasks.start_soon(ask, question)
    assert {question: answers[question]["question"] for question in questions} == {
        question: question for question in questions
    }


def test_nothing_but_the_protocol_is_printed_and_it_ends_with_its_input(tmp_path: Path) -> None:
    lines = [json.dumps(FIRST), "this is no message", '{"jsonrpc": "2.0"', "[]", "\x00", ""]
    spoken = subprocess.run(
        [sys.executable, *COMMAND, "--home", str(tmp_path)],
        input="\n".join(lines),
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert spoken.returncode == 0, spoken.stderr
    told = [json.loads(line) for line in spoken.stdout.splitlines()]
    assert all(message["jsonrpc"] == "2.0" for message in told)
    assert told[0]["result"]["serverInfo"]["name"] == "referent"
    assert "this is no message" not in spoken.stderr


def test_an_audience_that_there_is_not_is_refused_at_the_start(tmp_path: Path) -> None:
    home = tmp_path / "home"
    folder = write(tmp_path / "arkiv", {"a.txt": PAPERS["park/2024-03-05.txt"]})
    assert run(app, ["ingest", str(folder), "--home", str(home), "--json"]) == 0
    assert run(app, ["mcp", "--home", str(home), "--audience", "ledelse"]) == 2


@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_when_it_is_told_to(signal_: signal.Signals, tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, *COMMAND, "--home", str(tmp_path)],
        cwd=Path(__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdin is not None
    assert running.stdout is not None
    with running:
        running.stdin.write(json.dumps(FIRST) + "\n")
        running.stdin.flush()
        assert "serverInfo" in running.stdout.readline()
        running.send_signal(signal_)
        assert running.wait(10) == -signal_
