"""Lists that tell behind each name whether that person came, and who came instead."""

import pytest

from index.documents import Attendee
from tests.structure_layouts import read

PAPER = """Møde i byrådet den 3. maj 2016

Medlemmer

 • Ida Vad: Deltog
 • Maja K. Dam: Afbud (Stedfortræder Ib Krog, fraværende ved sag 1. )
 • Bo Lund: Afbud
 • Eva Skov: Deltog ikke

1. Ny bro

Beslutning

Godkendt.

2. Ny vej

Beslutning

Udsat.
"""


def _whole(attendance: tuple[Attendee, ...]) -> dict[str, str]:
    return {a.name: a.presence.value for a in attendance if a.item is None}


def test_each_came_or_not_as_the_word_behind_the_name_says() -> None:
    assert _whole(read(PAPER).attendance) == {
        "Ida Vad": "present",
        "Maja K. Dam": "apology",
        "Ib Krog": "present",
        "Bo Lund": "apology",
        "Eva Skov": "absent",
    }


def test_an_office_may_stand_between() -> None:
    paper = PAPER.replace("Ida Vad: Deltog", "Ida Vad Formand Deltog").replace(
        "Bo Lund: Afbud", "Bo Lund Medlem Afbud"
    )
    found = read(paper)
    assert _whole(found.attendance)["Bo Lund"] == "apology"
    assert [a.role for a in found.attendance if a.name == "Ida Vad"] == ["formand"]


@pytest.mark.parametrize(
    "absent",
    [
        "Afbud: Maja Dam (B) stedfortræder Ib Krog (B)",
        "Afbud: Maja Dam, B - Ib Krog stedfortræder",
        "Afbud: Maja Dam - Ib Krog deltager som stedfortræder.",
    ],
)
def test_who_came_instead_stands_behind_who_did_not(absent: str) -> None:
    paper = read(
        f"Referat af byrådets møde den 3. maj 2016\n\n{absent}\n\n"
        "1. Ny bro\n\nBeslutning\n\nGodkendt.\n"
    )
    assert _whole(paper.attendance) == {"Maja Dam": "apology", "Ib Krog": "present"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Alle medlemmer var mødt undtagen Maja K. Dam, der havde meldt afbud.", ["Maja K. Dam"]),
        (
            "Alle var mødt, undtagen Ib V. Krog og Eva Skov, som havde meldt afbud.",
            ["Ib V. Krog", "Eva Skov"],
        ),
        ("Alle medlemmer var mødt undtagen fra Eva Skov og Bo Lund.", ["Eva Skov", "Bo Lund"]),
    ],
)
def test_an_initial_ends_no_sentence_on_who_was_absent(sentence: str, names: list[str]) -> None:
    paper = read(
        f"Referat af byrådets møde den 3. maj 2016\n\n{sentence}\n\n"
        "1. Ny bro\n\nBeslutning\n\nGodkendt.\n"
    )
    assert [a.name for a in paper.attendance] == names


def test_who_came_back_missed_no_later_item() -> None:
    words = "Ida Vad forlod mødet kl. 12.03 og kom tilbage kl. 12.45."
    paper = read(PAPER.replace("Godkendt.\n", f"Godkendt.\n\n{words}\n"))
    assert [a.item for a in paper.attendance if a.name == "Ida Vad"] == [None]


def test_a_draft_of_something_on_the_agenda_makes_no_draft_of_the_minutes() -> None:
    paper = (
        "Referat af byrådets møde den 3. maj 2016\n\nDagsorden: 1. Ny bro 2. Udkast til budget\n\n"
    )
    paper += (
        "1. Ny bro\n\nBeslutning\n\nGodkendt.\n\n2. Udkast til budget\n\nBeslutning\n\nUdsat.\n"
    )
    assert read(paper).status is None


def test_several_stand_ins_are_named_each_with_whom_they_stood_in_for() -> None:
    paper = read(
        "Referat af byrådets møde den 3. maj 2016\n\n"
        "Alle medlemmer var mødt undtagen Eva Skov og Bo Lund.\n\n"
        "I stedet deltog stedfortræderne Ib Krog i stedet for Eva Skov, Maja Dam i stedet for "
        "Bo Lund. Der deltog ikke stedfortrædere for Ida Vad.\n\n"
        "1. Ny bro\n\nBeslutning\n\nGodkendt.\n"
    )
    assert _whole(paper.attendance) == {
        "Eva Skov": "apology",
        "Bo Lund": "apology",
        "Ib Krog": "present",
        "Maja Dam": "present",
    }


def test_an_office_and_a_party_may_stand_on_the_lines_below_a_name() -> None:
    paper = read(
        "Møde i byrådet den 3. maj 2016\n\nMedlemmer:\n\nIda Vad\n\nFormand\n\n(A)\n\n"
        "Bo Lund\n\n(V)\n\n"
        "Fraværende:\n\nEva Skov\n\n(C)\n\n1. Ny bro\n\nBeslutning\n\nGodkendt.\n"
    )
    assert paper.chair == "Ida Vad"
    assert [(a.name, a.organisation, a.presence.value) for a in paper.attendance] == [
        ("Ida Vad", "A", "present"),
        ("Bo Lund", "V", "present"),
        ("Eva Skov", "C", "absent"),
    ]


def test_who_stayed_away_without_an_apology_below_those_who_sent_one() -> None:
    paper = read(
        "Møde i byrådet den 3. maj 2016\n\nAfbud\nIda Vad.\n"
        "Bo Lund og Eva Skov fraværende uden afbud.\n\n"
        "1. Ny bro\n\nBeslutning\n\nGodkendt.\n"
    )
    assert _whole(paper.attendance) == {
        "Ida Vad": "apology",
        "Bo Lund": "absent",
        "Eva Skov": "absent",
    }
