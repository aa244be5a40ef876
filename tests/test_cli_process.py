"""The commands as processes: pipes, bytes and encodings."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = (sys.executable, "-m", "tests.paper_door")


def start(
    arguments: Sequence[str | bytes], home: Path, **environment: str
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env={**os.environ, "REFERENT_HOME": str(home), **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    process = start(["ask", "--batch", "-"], tmp_path)
    assert process.stdin
    assert process.stdout
    assert process.stderr
    with process:
        process.stdin.write(b'{"question": "et?"}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["question"] == "et?"
        process.stdout.close()
        process.stdin.write(b'{"question": "to?"}\n' * 2000)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
    assert not (tmp_path / "log").exists()


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full, which is always full")
@pytest.mark.parametrize(
    "arguments", [["decisions"], ["decisions", "--json"], ["show", "x", "--json"]]
)
def test_an_output_that_takes_nothing_more_is_told_in_a_line(
    tmp_path: Path, arguments: list[str]
) -> None:
    with FULL.open("wb") as full:
        ended = subprocess.run(
            [*PROGRAM, *arguments],
            cwd=ROOT,
            env={**os.environ, "REFERENT_HOME": str(tmp_path)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 1
    last = ended.stderr.decode().splitlines()[-1]
    assert last == "The output could not be written: No space left on device."
    assert b"Traceback" not in ended.stderr
    assert not (tmp_path / "log").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close a stream")
@pytest.mark.parametrize(
    ("closed", "code", "told"),
    [(">&-", 1, "Standard output is closed"), ("2>&- >/dev/null", 0, "")],
)
def test_a_closed_stream_is_no_traceback(tmp_path: Path, closed: str, code: int, told: str) -> None:
    line = f"{shlex.join(PROGRAM)} decisions {closed}"
    ended = subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=ROOT,
        env={**os.environ, "REFERENT_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == code
    assert ended.stderr.decode().startswith(told)
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("module", ["typer", "ingest.cli", "importlib.metadata"])
def test_an_interruption_while_the_program_loads_prints_nothing(module: str) -> None:
    code = f"""
import sys
class Interrupted:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
sys.modules.pop({module!r}, None)
from referent import main
main()
"""
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


def test_a_batch_answers_each_line_before_it_reads_the_next(tmp_path: Path) -> None:
    process = start(["ask", "--batch", "-"], tmp_path)
    assert process.stdin
    assert process.stdout
    assert process.stderr
    with process:
        for question in ("et?", "to?"):
            process.stdin.write(json.dumps({"question": question}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
    assert process.returncode == 0


def test_bytes_that_are_no_text_are_told_in_a_line(tmp_path: Path) -> None:
    process = start(["ask", b"hvad er satsen i \xc5rhus?"], tmp_path, PYTHONUTF8="1")
    out, err = process.communicate()
    assert (process.returncode, out, err) == (2, b"", b"The question is not valid UTF-8.\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_is_utf8_and_text_is_printed_whatever_the_terminal_is_set_to(
    tmp_path: Path, encoding: str
) -> None:
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "1"}
    process = start(["show", "broer.md", "--json"], tmp_path, **environment)
    out, _ = process.communicate()
    assert "Åen er 14 meter bred" in json.loads(out.decode("utf-8"))["text"]

    process = start(["show", "broer.md"], tmp_path, **environment)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert b"en er 14 meter bred" in out


def test_a_command_without_a_terminal_prints_no_colours(tmp_path: Path) -> None:
    out, _ = start(["decisions"], tmp_path, TERM="xterm-256color", COLUMNS="40").communicate()
    assert b"\x1b" not in out
