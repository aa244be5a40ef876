"""`referent rates`, `rates load` and `rates review`, as typed."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.failures import run
from index.archive import RateEntry
from index.errors import ReferentError
from index.rates.reviews import Choice, Reviews, Verdict, fingerprint
from referent import app
from tests.paper_archive import MEMO, entry_of
from tests.test_rate_values import rate

TODAY = date(2026, 11, 22)
PAPER = """Notat om broen

Brotaksten er 12 kr. pr. tur i 2023.

Brotaksten er 15 kr. pr. tur i 2024.

Lodser honoreres med 985 kr. pr. time.
"""
TABLE = "Navn;Beløb;Enhed;Gyldig fra\nKajleje;12,50 kr.;kr. pr. døgn;2024-01-01\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "notat.txt").write_text(PAPER, encoding="utf-8")
    assert run(app, ["ingest", str(archive), "--home", str(tmp_path / "home")]) == 0
    return tmp_path / "home"


def listed(home: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(app, ["rates", *more, "--json", "--home", str(home)]) == 0
    read: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return read


def test_rates_are_listed_by_name_and_time(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = listed(home, capsys)
    assert [(r["name"], r["amount"], r["status"], r["verified"]) for r in found] == [
        ("Brotaksten", "12", "expired", False),
        ("Brotaksten", "15", "expired", False),
        ("Lodser", "985", "undated", False),
    ]
    assert found[0]["citation"]["quote"] == "Brotaksten er 12 kr. pr. tur i 2023."


def test_on_a_day_only_what_applies_is_listed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [r["amount"] for r in listed(home, capsys, "--on", "2024-05-01")] == ["15"]
    both = listed(home, capsys, "brotakst", "--on", "2024-05-01", "--history")
    assert [r["status"] for r in both] == ["expired", "in_force"]


def test_the_history_is_drawn_a_bar_a_period(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(app, ["rates", "brotakst", "--history", "--home", str(home)]) == 0
    bars = [line for line in capsys.readouterr().out.splitlines() if "█" in line]
    assert [line.split("█")[0].strip() for line in bars] == [
        "2023-01-01 – 2023-12-31",
        "2024-01-01 – 2024-12-31",
    ]
    assert [line.count("█") for line in bars] == [24, 30]


def test_an_unknown_name_is_an_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["rates", "drager", "--home", str(home)]) == 1
    assert "No rate 'drager' in the archive" in capsys.readouterr().err


def test_a_loaded_table_stays_and_a_wrong_one_changes_nothing(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "takster.csv"
    table.write_text(TABLE, encoding="utf-8")
    assert run(app, ["rates", "load", str(table), "--home", str(home)]) == 0
    assert [r["verified"] for r in listed(home, capsys, "kajleje")] == [True]

    table.write_text(TABLE.replace("12,50 kr.", "efter aftale"), encoding="utf-8")
    assert run(app, ["rates", "load", str(table), "--home", str(home)]) == 1
    assert "takster.csv, row 2, column B (Beløb): 'efter aftale' is no" in capsys.readouterr().err
    assert run(app, ["ingest", str(tmp_path / "archive"), "--home", str(home)]) == 0
    assert [r["amount"] for r in listed(home, capsys, "kajleje")] == ["12.50"]

    table.write_text(TABLE.replace("12,50", "13"), encoding="utf-8")
    assert run(app, ["rates", "load", str(table), "--home", str(home)]) == 0
    assert [r["amount"] for r in listed(home, capsys, "kajleje")] == ["13"]
    assert len(listed(home, capsys)) == 4


def test_a_table_may_be_loaded_before_anything_is_ingested(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    new = tmp_path / "new"
    assert run(app, ["rates", "load", str(tmp_path / "t.csv"), "--home", str(new)]) == 0
    assert [r["name"] for r in listed(new, capsys)] == ["Kajleje"]


def test_a_document_cannot_be_loaded_as_a_table(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, ["rates", "load", str(tmp_path / "archive/notat.txt"), "--home", str(home)])
    assert "not a table of rates" in capsys.readouterr().err


def test_a_table_in_a_folder_that_turns_wrong_keeps_its_old_rates(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "archive"
    (archive / "t.csv").write_text(TABLE, encoding="utf-8")
    assert run(app, ["ingest", str(archive), "--home", str(home)]) == 0
    (archive / "t.csv").write_text(TABLE + "Kajleje;x;kr.;2025-01-01\n", encoding="utf-8")
    assert run(app, ["ingest", str(archive), "--home", str(home)]) == 3
    assert "t.csv, row 3, column B (Beløb): 'x' is no amount" in capsys.readouterr().out
    assert [r["amount"] for r in listed(home, capsys, "kajleje")] == ["12.50"]


def test_a_review_decides_and_its_choices_survive_a_new_ingest(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "y\nc\n15,50\n\n\n\n\n=\n=\ny\nn\n"
    reviewed = CliRunner().invoke(app, ["rates", "review", "--home", str(home)], input=typed)
    assert reviewed.exit_code == 0, reviewed.output
    assert "“Brotaksten er 12 kr. pr. tur i 2023.”" in reviewed.output
    assert "3 decided, 0 left." in reviewed.output

    (tmp_path / "archive/notat.txt").write_text("Ny linje\n\n" + PAPER, encoding="utf-8")
    assert run(app, ["ingest", str(tmp_path / "archive"), "--home", str(home)]) == 0
    found = listed(home, capsys)
    assert [(r["amount"], r["as_printed"], r["verified"]) for r in found] == [
        ("12", "12 kr. pr. tur i 2023", True),
        ("15.50", "15 kr. pr. tur i 2024", True),
    ]


def test_a_corrected_rate_is_answered_with_what_is_printed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "s\nc\n15,50\n\n\n\n\n=\n=\ny\nq\n"
    CliRunner().invoke(app, ["rates", "review", "--home", str(home)], input=typed)
    capsys.readouterr()
    asked = ["ask", "hvad var brotaksten i 2024?", "--json", "--home", str(home)]
    assert run(app, asked) == 0
    reply = json.loads(capsys.readouterr().out)
    assert reply["rates"][0]["amount"] == "15.50"
    assert "15,50 kr. (rettet; i kilden står “15 kr. pr. tur i 2024”)" in reply["text"]


# Choices -----------------------------------------------------------------------------------------


def entries() -> tuple[RateEntry, ...]:
    return (RateEntry(entry_of(MEMO), rate()), RateEntry(entry_of(MEMO), replace(rate(), name="b")))


def test_choices_are_applied_and_noticed_at_once(tmp_path: Path) -> None:
    reviews, other = Reviews(tmp_path / "r.json"), Reviews(tmp_path / "r.json")
    rates = entries()
    assert reviews.applied(rates) is rates
    other.choose(rates[0].rate, Choice(Verdict.REJECTED, TODAY))
    assert [e.rate.name for e in reviews.applied(rates)] == ["b"]
    other.choose(rates[1].rate, Choice(Verdict.CORRECTED, TODAY, amount=Decimal(7), unit="kr./km"))
    (left,) = reviews.applied(rates)
    assert (left.rate.amount, left.rate.unit.per) == (Decimal(7), ("km",))
    assert (left.rate.verified, left.rate.corrected) == (True, True)


def test_a_choice_ends_when_the_words_change_and_not_when_their_place_does(tmp_path: Path) -> None:
    read = rate()
    moved = replace(read, span=replace(read.span, end=99))
    assert fingerprint(moved) == fingerprint(read)
    assert fingerprint(replace(read, printed="12,60 kr.")) != fingerprint(read)


def test_the_file_of_choices_holds_no_words_of_a_document(tmp_path: Path) -> None:
    Reviews(tmp_path / "r.json").choose(rate(), Choice(Verdict.CONFIRMED, TODAY))
    assert "brotakst" not in (tmp_path / "r.json").read_text("utf-8")


def test_a_damaged_file_of_choices_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text("{", encoding="utf-8")
    with pytest.raises(ReferentError, match=r"r\.json"):
        Reviews(tmp_path / "r.json").applied(entries())


def test_a_correction_can_be_left_again_and_a_wrong_answer_is_asked_anew(home: Path) -> None:
    typed = "c\nb\nc\n\n\n\n\n\n\n\nc\nmange\n12,50\nkr. pr. banan\n\n\n\n\n=\n=\ny\nq\n"
    reviewed = CliRunner().invoke(app, ["rates", "review", "--home", str(home)], input=typed)
    assert reviewed.exit_code == 0, reviewed.output
    assert "'mange' is no amount." in reviewed.output
    assert "'kr. pr. banan' is not known" in reviewed.output
    assert "1 decided, 2 left." in reviewed.output


def test_a_name_that_says_nothing_is_listed_with_what_stands_above_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "archive").mkdir()
    text = "# Notat\n\n## Fællesbad ved havnen\n\nTaksten er 65 kr. pr. kuvert i 2024.\n"
    (tmp_path / "archive/notat.md").write_text(text, encoding="utf-8")
    home = tmp_path / "home"
    assert run(app, ["ingest", str(tmp_path / "archive"), "--home", str(home)]) == 0
    capsys.readouterr()
    assert run(app, ["rates", "--home", str(home)]) == 0
    assert "Taksten (Fællesbad ved havnen)" in " ".join(capsys.readouterr().out.split())


def test_what_began_by_a_day_and_has_no_end_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    paper = "Notat om kajen\n\nKajtaksten er 20 kr. pr. tur fra 1. marts 2024.\n"
    (archive / "notat.txt").write_text(PAPER + "\n" + paper, encoding="utf-8")
    where = ["--home", str(tmp_path / "home")]
    assert run(app, ["ingest", str(archive), *where]) == 0
    capsys.readouterr()
    assert run(app, ["rates", "--on", "2024-05-01", *where]) == 0
    assert "1 more began by then" in capsys.readouterr().out
    assert run(app, ["rates", "--on", "2024-02-01", *where]) == 0
    assert "more began" not in capsys.readouterr().out
