"""What is recorded of an item beside its outcome: absences, dissent, what is to follow."""

import json
from pathlib import Path

import pytest

from bot.answers.matters.register import NOTHING, Recorded, recorded
from bot.cli.failures import run
from index.documents import Document
from referent import app
from tests.asked_papers import ask, assistant_on

MINUTES = """\
Referat af møde i Skoleudvalget
den 3. maj 2022 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

1. Ny skolegård

Indstilling
Forvaltningen indstiller, at gården anlægges.

Beslutning
{decision}
"""


def told(tmp_path: Path, decision: str) -> tuple[Document, Recorded]:
    """Read minutes with one decision, and return what is recorded of it."""
    papers = {"sku/2022-05-03.txt": MINUTES.format(decision=decision)}
    with assistant_on(tmp_path, papers) as assistant:
        reply = ask(assistant, "Hvad besluttede Skoleudvalget om ny skolegård?")
    document = reply.citations[0].document
    return document, recorded(document, 0)


@pytest.mark.parametrize(
    ("decision", "follows"),
    [
        (
            "Godkendt. Udvalget ønsker en status på næste møde.",
            "Udvalget ønsker en status på næste møde.",
        ),
        ("Udsat. Sagen genoptages på mødet i juni.", "Sagen genoptages på mødet i juni."),
        (
            "Godkendt. Forvaltningen vender tilbage med et program.",
            "Forvaltningen vender tilbage med et program.",
        ),
        (
            "Godkendt. Forvaltningen skal indhente to tilbud.",
            "Forvaltningen skal indhente to tilbud.",
        ),
        ("Godkendt. Udvalget bad om et notat om støj.", "Udvalget bad om et notat om støj."),
        (
            "Godkendt. Ordningen evalueres efter et år.",
            "Ordningen evalueres efter et år.",
        ),
    ],
)
def test_what_is_asked_for_next_is_kept_in_its_words(
    tmp_path: Path, decision: str, follows: str
) -> None:
    document, register = told(tmp_path, decision)
    assert [span.of(document.text) for span in register.follow_up] == [follows]


@pytest.mark.parametrize(
    "decision",
    ["Godkendt.", "Taget til efterretning.", "Godkendt, idet gården males blå."],
)
def test_a_plain_decision_asks_for_nothing(tmp_path: Path, decision: str) -> None:
    _, register = told(tmp_path, decision)
    assert register == NOTHING


def test_who_was_against_is_kept_in_its_words(tmp_path: Path) -> None:
    document, register = told(tmp_path, "Godkendt. Ulla Friis stemte imod forslaget.")
    assert [span.of(document.text) for span in register.dissent] == [
        "Ulla Friis stemte imod forslaget."
    ]


def test_the_register_prints_all_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decision = (
        "Godkendt. Ulla Friis stemte imod. Udvalget ønsker en status i juni.\n\n"
        "Bent Sommer deltog ikke i behandlingen af punktet."
    )
    papers = {"sku/2022-05-03.txt": MINUTES.format(decision=decision)}
    with assistant_on(tmp_path, papers):
        pass
    capsys.readouterr()
    assert run(app, ["decisions", "--json", "--home", str(tmp_path / "home")]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["status"] == "approved"
    assert entry["dissent"] == ["Ulla Friis stemte imod."]
    assert entry["follow_up"] == ["Udvalget ønsker en status i juni."]
    assert entry["absent"] == ["Bent Sommer"]
    assert entry["authority"] is None
