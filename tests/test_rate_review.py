"""The dialogue of `referent rates review`: what is shown, asked for, echoed and kept."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.failures import run
from referent import app

PAPERS = {
    "a.txt": "Notat om broen\n\nBrotaksten er 12 kr. pr. tur i 2023.\n",
    "b.md": (
        "*UDKAST – ikke godkendt*\n\n# Referat af møde i Havnerådet\n\n**Dato:** 3. maj 2024\n\n"
        "## 1. Slusen\n\n*Indstilling:* Direktionen indstiller, at slusetaksten fastsættes til "
        "30 kr. pr. båd.\n\n*Beslutning:* Udsat.\n"
    ),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "archive").mkdir()
    for name, text in PAPERS.items():
        (tmp_path / "archive" / name).write_text(text, encoding="utf-8")
    assert run(app, ["ingest", str(tmp_path / "archive"), "--home", str(tmp_path / "home")]) == 0
    return tmp_path / "home"


def review(home: Path, *typed: str) -> str:
    told = CliRunner().invoke(
        app, ["rates", "review", "--home", str(home)], input="".join(f"{t}\n" for t in typed)
    )
    assert told.exit_code == 0, told.output
    return " ".join(told.output.split())


def listed(home: Path, capsys: pytest.CaptureFixture[str], name: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(app, ["rates", name, "--json", "--home", str(home)]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_what_was_read_stands_in_brackets_and_the_example_apart(home: Path) -> None:
    told = review(home, "c", "", "kr. pr. time", "", "", "", "", "", "n", "q")
    assert "Amount [12]" in told
    assert "Valid from [2023-01-01] (a day such as 2024-04-01;" in told
    assert "Valid to [2023-12-31]" in told


def test_nothing_is_kept_that_was_not_seen_and_confirmed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = review(home, "c", "13", "", "", "", "", "=", "=", "n", "q")
    assert "Brotaksten · 13 kr. per trip · from 2023-01-01 · to 2023-12-31 Keep it" in told
    assert "0 decided" in told
    assert [r["verified"] for r in listed(home, capsys, "brotaksten")] == [False]


def test_another_amount_takes_over_no_period_unasked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = review(home, "c", "13", "", "", "", "", "", "-", "-", "y", "q")
    assert "say from when to when" in told
    (rate,) = listed(home, capsys, "brotaksten")
    assert (rate["amount"], rate["verified"]) == ("13", True)
    assert (rate["valid_from"], rate["valid_to"]) == (None, None)


def test_a_period_can_be_given_anew(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(home, "c", "13", "", "", "", "", "2024-01-01", "2024-12-31", "y", "q")
    (rate,) = listed(home, capsys, "brotaksten")
    assert (rate["valid_from"], rate["valid_to"]) == ("2024-01-01", "2024-12-31")


def test_a_proposal_and_a_draft_are_marked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = review(home, "s", "q")
    assert "Proposed where it stands, not decided. The paper is a draft of the minutes." in told
    capsys.readouterr()
    assert run(app, ["rates", "--home", str(home)]) == 0
    lines = capsys.readouterr().out.splitlines()
    row = next(below for line, below in pairwise(lines) if line.startswith("slusetaksten"))
    assert "proposed" in row
    assert "draft" in row


def test_rates_are_listed_by_the_name_of_their_agreement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "archive").mkdir()
    text = (
        "Aftale om isbrydning\nmellem Havnen og Bryderne\n\nAftalen gælder fra 1. januar 2024 til "
        "31. december 2026.\n\n§ 2 Betaling\nBugserbåde honoreres med 900 kr. pr. time.\n"
    )
    (tmp_path / "archive/aftale.txt").write_text(text, encoding="utf-8")
    home = tmp_path / "home"
    assert run(app, ["ingest", str(tmp_path / "archive"), "--home", str(home)]) == 0
    assert [r["name"] for r in listed(home, capsys, "isbrydning")] == ["Bugserbåde"]


def test_an_ingest_says_which_decisions_no_longer_hold(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review(home, "y", "q")
    archive = home.parent / "archive"
    again = ["ingest", str(archive), "--home", str(home)]
    assert run(app, again) == 0
    assert "decided on in a review" not in capsys.readouterr().out
    paper = archive / "a.txt"
    paper.write_text(PAPERS["a.txt"].replace("Brotaksten", "Taksten for broen"), encoding="utf-8")
    assert run(app, again) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "a.txt: Brotaksten, 12 kr. pr. tur i 2023" in told
    assert "decided on in a review, and its words are others now" in told


AGREEMENT = """\
Aftale om brovagt

mellem Havnen og Brovagterne

Aftalen træder i kraft den 1. april 2023 og gælder til og med den {until}.

Brovagter honoreres med 310 kr. pr. vagt.
"""


def test_what_was_confirmed_holds_for_the_period_it_had_then(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, home = tmp_path / "archive", tmp_path / "home"
    archive.mkdir()
    again = ["ingest", str(archive), "--home", str(home)]
    (archive / "aftale.txt").write_text(AGREEMENT.format(until="31. marts 2026"), encoding="utf-8")
    assert run(app, again) == 0
    review(home, "y")
    (rate,) = listed(home, capsys, "brovagter")
    assert (rate["verified"], rate["valid_to"]) == (True, "2026-03-31")
    (archive / "aftale.txt").write_text(AGREEMENT.format(until="31. marts 2036"), encoding="utf-8")
    assert run(app, again) == 0
    (rate,) = listed(home, capsys, "brovagter")
    assert (rate["verified"], rate["valid_to"]) == (False, "2036-03-31")
    assert "1/1" in review(home, "y")
    assert listed(home, capsys, "brovagter")[0]["verified"]


def test_a_figure_that_was_corrected_makes_no_other_doubtful(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, home = tmp_path / "archive", tmp_path / "home"
    archive.mkdir()
    (archive / "notat.txt").write_text(
        "Aftale om brovagt\n\n§ 1. Vagthonoraret er i første aftaleår 355 kr. pr. time, i andet "
        "aftaleår 36,20 kr. pr. time og i tredje aftaleår 371 kr. pr. time.\n",
        encoding="utf-8",
    )
    assert run(app, ["ingest", str(archive), "--home", str(home)]) == 0
    assert [len(r["doubts"]) for r in listed(home, capsys, "vagthonoraret")] == [0, 1, 1]
    review(home, "s", "c", "362,00", "", "", "", "", "-", "-", "y", "q")
    rates = listed(home, capsys, "vagthonoraret")
    assert [(r["amount"], r["doubts"]) for r in rates] == [("355", []), ("362.00", []), ("371", [])]


SERIES = """\
Aftale om isbrydning

mellem Havnen og Bryderne

Aftalen træder i kraft den 1. april 2023.

Isbryderne honoreres med 410 kr. pr. time i år 1, 422 kr. pr. time i år 2 og 435 kr. \
pr. time i år 3.
"""


def agreed(folder: Path, text: str = SERIES) -> Path:
    (folder / "archive").mkdir()
    (folder / "archive/aftale.txt").write_text(text, encoding="utf-8")
    assert run(app, ["ingest", str(folder / "archive"), "--home", str(folder / "home")]) == 0
    return folder / "home"


def test_the_years_of_one_sentence_are_confirmed_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = agreed(tmp_path)
    told = review(home, "y")
    assert "[y] all 3 right" in told
    assert "3 decided, 0 left." in told
    found = {r["amount"]: r["verified"] for r in listed(home, capsys, "isbrydning")}
    assert found == {"410": True, "422": True, "435": True}


def test_the_years_of_one_sentence_may_be_taken_one_by_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = agreed(tmp_path)
    told = review(home, "o", "y", "s", "n")
    assert "2 decided, 1 left." in told
    found = {r["amount"]: r["verified"] for r in listed(home, capsys, "isbrydning")}
    assert found == {"410": True, "422": False}


def test_a_misprint_is_asked_about_by_itself(tmp_path: Path) -> None:
    home = agreed(tmp_path, SERIES.replace("435 kr.", "4,35 kr."))
    told = review(home, "y", "s")
    assert "[y] all 2 right" in told
    assert "2 decided, 1 left." in told


def test_in_a_pipe_rates_are_read_within_100_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = agreed(tmp_path)
    capsys.readouterr()
    assert run(app, ["rates", "--home", str(home)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 100
    assert sum("aftale.txt" in line for line in lines) == 3
