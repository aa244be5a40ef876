"""Lists of rates on a terminal, by status, by a part of a name; the chart; a review's way out."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.answers.rates.lists import Listed, list_rates
from bot.cli.door import Door
from bot.cli.failures import run
from bot.rendering.rates import rates_text
from bot.rendering.screen import Screen
from index.documents import OPEN
from referent import app

DRAFT = """\
# Referat af møde i Havnerådet

**Dato:** 3. maj 2024{mark}

## 1. Slusen

Prisen for en passage er 28 kr. pr. båd i 2024.

*Indstilling:* Direktionen indstiller, at prisen for en passage gennem den gamle sluse ved \
Vesterport fastsættes til 30 kr. pr. båd fra 1. januar 2025.

*Beslutning:* Godkendt, idet havnerådet ønsker en evaluering af prisen.
"""
PAPERS = {
    "havnerådets protokoller for foråret 2024/udkast.md": DRAFT.format(mark="  \n*Udkast*"),
    "havnerådets protokoller for foråret 2024/godkendt.md": DRAFT.format(
        mark="  \n*Godkendt referat*"
    ),
    "aftale.txt": (
        "Notat om guider\n\nTimeprisen for fremmødeguidning er 300 kr. pr. time i 2024.\n"
    ),
    "takster.csv": (
        "Navn;Beløb;Enhed;Gyldig fra;Bemærkning\nKajleje;10;kr. pr. døgn;2023-01-01;\n"
        "Kajleje;11;kr. pr. døgn;2024-01-01;\nKajleje;12;kr. pr. døgn;2025-01-01;foreslået\n"
    ),
}
DAY = date(2024, 6, 1)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("screens")
    for name, text in PAPERS.items():
        path = base / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert run(app, ["ingest", str(base / "archive"), "--home", str(base / "home")]) == 0
    return base / "home"


def listed(home: Path, words: str = "", *, history: bool = True) -> list[Listed]:
    with Door().view(home, frozenset({OPEN})) as view:
        return list_rates(view, words, DAY, history=history)


def told(home: Path, *typed: str, said: str = "") -> str:
    result = CliRunner().invoke(app, ["rates", *typed, "--home", str(home)], input=said)
    return result.output


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_no_line_is_wider_than_the_terminal(home: Path, columns: int) -> None:
    text = rates_text(listed(home), Screen(columns=columns), chart=True)
    assert max(map(len, text.splitlines())) <= columns
    assert "30  2025-01-01 – " in text
    assert "proposed" in text


def test_in_a_pipe_no_value_is_cut_and_every_rate_has_its_line(home: Path) -> None:
    rows = rates_text(listed(home), Screen(), chart=False).splitlines()
    assert max(map(len, rows)) <= 100
    told = ("in force", "expired", "not yet", "undated", "proposed")
    assert sum(any(word in row for word in told) for row in rows) == len(listed(home))
    assert all(one.citation.document.source in "\n".join(rows) for one in listed(home))
    assert not any("…" in row for row in rows)


def test_only_one_status_may_be_listed(home: Path) -> None:
    proposed = told(home, "--status", "proposed")
    assert "Kajleje" in proposed
    assert "in force" not in proposed
    assert run(app, ["rates", "--status", "vedtaget", "--home", str(home)]) == 2


def test_the_chart_draws_no_proposal(home: Path) -> None:
    text = rates_text(listed(home, "kajleje"), Screen(), chart=True)
    bars = [line for line in text.splitlines() if "█" in line]
    assert [line.split()[-1] for line in bars] == ["10", "11"]


def test_a_part_of_a_name_finds_it_and_no_proposal_is_in_force(home: Path) -> None:
    found = listed(home, "guid", history=False)
    assert [one.entry.rate.name for one in found] == ["Timeprisen for fremmødeguidning"]
    assert all(not one.entry.rate.proposed for one in listed(home, history=False))


def test_a_review_shows_the_approved_paper_and_what_was_decided(home: Path) -> None:
    review = " ".join(told(home, "review", said="s\n" * 9).split())
    assert "godkendt.md" in review
    assert "udkast.md" not in review
    assert "Decided on the item: “Godkendt, idet havnerådet ønsker en evaluering" in review


def test_a_correction_can_be_left_for_good(home: Path) -> None:
    review = told(home, "review", said="c\nq\n")
    assert review.rstrip().splitlines()[-1].endswith("left.")
    assert "0 decided" in review
