"""A case over meetings: by its number, by its titles, and where a number proves nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.cli.failures import run
from bot.replies import ReplyKind
from referent import app
from tests.asked_papers import ask, assistant_on


def minutes(body: str, day: str, title: str, decision: str, number: str = "") -> str:
    """Write minutes with one item, with a case number or without."""
    case = f"Sagsnr. {number}\n\n" if number else ""
    return f"""\
Referat af møde i {body}
den {day} kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer

1. {title}

{case}Sagsfremstilling
Der er set på sagen.

Indstilling
Sekretariatet indstiller, at forslaget godkendes.

Beslutning
{decision}
"""


PAPERS = {
    "a.txt": minutes("Havnerådet", "2. marts 2021", "Ny mole i Nordby", "Punktet udsat."),
    "b.txt": minutes("Havnerådet", "6. april 2021", "Ny mole i Nordby", "Godkendt.", "21/77"),
    "c.txt": minutes("Havnerådet", "4. maj 2021", "Opgravning af sand", "Drøftet.", "21/77"),
    "d.txt": minutes("Skovrådet", "8. juni 2021", "Ny mole i Nordby", "Ikke godkendt."),
    "e.txt": minutes("Havnerådet", "3. august 2021", "Bænke på kajen", "Punktet udsat.", "21/90"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Assistant]]:
    folder = tmp_path_factory.mktemp("steps")
    with assistant_on(folder, PAPERS) as assistant:
        yield folder / "home", assistant


def case(home: Path, words: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """Follow a case by words, as JSON."""
    capsys.readouterr()
    assert run(app, ["case", words, "--json", "--home", str(home)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_a_step_without_a_number_is_found_by_its_title_and_says_so(
    home: tuple[Path, Assistant], capsys: pytest.CaptureFixture[str]
) -> None:
    found = case(home[0], "Havnerådet ny mole i Nordby", capsys)
    steps = found["steps"]
    assert isinstance(steps, list)
    assert [(s["date"], s["matched_by"], s["likeness"]) for s in steps] == [
        ("2021-03-02", "title", 1.0),
        ("2021-04-06", "case_number", 1.0),
        ("2021-05-04", "case_number", 0.0),
    ]


def test_an_alike_title_of_another_body_is_another_case(
    home: tuple[Path, Assistant], capsys: pytest.CaptureFixture[str]
) -> None:
    found = case(home[0], "Havnerådet ny mole i Nordby", capsys)
    steps = found["steps"]
    assert isinstance(steps, list)
    assert {step["body"] for step in steps} == {"Havnerådet"}


def test_a_case_that_was_put_off_ends_with_whether_it_came_back(
    home: tuple[Path, Assistant], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(app, ["case", "21/90", "--home", str(home[0])]) == 0
    assert "Put off, and not found in the archive since." in capsys.readouterr().out
    assert run(app, ["case", "21/77", "--home", str(home[0])]) == 0
    assert "Put off, and" not in capsys.readouterr().out


def test_a_case_asked_for_in_words_is_told_with_the_same_steps(
    home: tuple[Path, Assistant],
) -> None:
    reply = ask(home[1], "Hvordan er det gået med molen i Nordby?")
    assert reply.kind is ReplyKind.CASE
    days = [str(entry.document.date) for entry in reply.decisions]
    assert days == ["2021-03-02", "2021-04-06", "2021-05-04"]
