"""The whole way, nothing replaced: files in a folder, an index, a question, a cited answer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.failures import run
from referent import app

MINUTES = """\
Referat af møde i Brobyggerudvalget (BBU)
den 3. maj 2021 kl. 16.00

1. Godkendelse af dagsorden

Beslutning
Godkendt.

Sagsnr. 21/10034

2. Ny gangbro over åen

Sagsfremstilling
Den gamle gangbro er rådden og har været spærret siden jul.

Indstilling
Administrationen indstiller,
at gangbroen males grøn, og
at den indvies i juni.

Beslutning
Indstillingen blev godkendt, idet broen males blå.
"""

MEMO = """\
Notat om åen
12. april 2020

Åen er 14 meter bred ved stien. Den blev senest målt i sommeren 2019.
"""

Shell = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = tmp_path_factory.mktemp("archive")
    (archive / "bbu").mkdir()
    (archive / "bbu" / "2021-05-03.txt").write_text(MINUTES, encoding="utf-8")
    (archive / "notat.md").write_text(MEMO, encoding="utf-8")
    home = tmp_path_factory.mktemp("home")
    assert run(app, ["ingest", str(archive), "--home", str(home), "--json"]) == 0
    return home


@pytest.fixture
def shell(home: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    def shell(*arguments: str) -> tuple[int, str]:
        code = run(app, [*arguments, "--home", str(home)])
        return code, capsys.readouterr().out

    return shell


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "source", "words"),
    [
        (
            "Hvad besluttede BBU om gangbroen?",
            "bbu/2021-05-03.txt",
            "Indstillingen blev godkendt, idet broen males blå.",
        ),
        ("Hvor bred er åen?", "notat.md", "Åen er 14 meter bred ved stien."),
    ],
)
def test_a_question_is_answered_with_words_that_stand_where_it_says(
    shell: Shell, question: str, source: str, words: str
) -> None:
    code, out = shell("ask", question, "--json")
    reply = json.loads(out)
    first = reply["citations"][0]
    assert code == 0
    assert first["document"]["source"] == source
    assert words in first["quote"] or first["quote"] in words

    place = ["--start", str(first["start"]), "--end", str(first["end"])]
    shown = json.loads(shell("show", source, *place, "--json")[1])
    start = first["start"] - shown["start"]
    assert shown["text"][start:].startswith(first["quote"])


@pytest.mark.slow
def test_the_lists_agree_with_the_folder(shell: Shell) -> None:
    documents = json.loads(shell("documents", "--json")[1])
    assert {d["source"] for d in documents} == {"bbu/2021-05-03.txt", "notat.md"}
    decisions = json.loads(shell("decisions", "--body", "BBU", "--json")[1])
    assert [(d["item"]["number"], d["outcome"]) for d in decisions] == [
        ("1", "approved"),
        ("2", "approved_with_change"),
    ]
    case = json.loads(shell("case", "21/10034", "--json")[1])
    assert [step["decision"] for step in case["steps"]] == [
        "Indstillingen blev godkendt, idet broen males blå."
    ]
    hits = json.loads(shell("search", "rådden gangbro", "--json")[1])
    assert "rådden" in hits[0]["citation"]["quote"]


@pytest.mark.slow
def test_what_is_not_there_is_refused(shell: Shell) -> None:
    reply = json.loads(shell("ask", "What is the capital of France?", "--json")[1])
    assert reply["kind"] == "not_found"
    assert reply["language"] == "en"


@pytest.mark.slow
def test_the_healthy_index_passes_its_examination(shell: Shell) -> None:
    assert shell("doctor")[0] == 0
