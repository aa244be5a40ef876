"""The head of drafts, of joint meetings, and of papers that only their folder names."""

from datetime import date

import pytest

from index.documents import Body
from tests.structure_layouts import read

BELOW = (
    "Fyrudvalget (FYU)\nMødedato: 3. maj 2021. Sted: Pakhuset\n"
    "Deltagere: Ib Krog (formand), Maja Dam\n"
    "Afbud: Eva Toft\n\n"
    "Lejen af fyret\n\nBaggrund. Lejemålet udløber.\nDet indstilles, at lejen forlænges.\n"
    "Beslutning. Lejen forlænges med otte år til 30. april 2029.\n\n"
    "Nyt lys\n\nBaggrund. Lyset er gammelt.\nDet indstilles, at lyset skiftes.\n"
    "Beslutning. Tiltrådt. Lyset tændes den 1. juni 2030.\n"
)


@pytest.mark.parametrize(
    "first",
    ["UDKAST til referat", "Udkast til referat\n", "Referat (udkast)\n", "UDKAST\n", "KLADDE"],
)
def test_a_first_line_that_says_how_far_minutes_have_come_is_no_item(first: str) -> None:
    document = read(f"{first}\n{BELOW}")
    assert document.body == Body("Fyrudvalget", "FYU")
    assert document.date == date(2021, 5, 3)
    assert document.status is not None
    assert document.status.value == "draft"
    assert [item.title for item in document.items] == ["Lejen af fyret", "Nyt lys"]
    assert [a.name for a in document.attendance] == ["Ib Krog", "Maja Dam", "Eva Toft"]


def test_a_day_in_a_decision_is_not_the_meetings() -> None:
    text = BELOW.replace("Mødedato: 3. maj 2021. ", "")
    assert read(f"Referat\n\n{text}").date is None


def test_a_day_over_a_decision_still_is() -> None:
    document = read(
        "Referat\n\n1. Lejen af fyret\nSagsnr. 21/77\n\n"
        "Beslutning i Fyrudvalget den 3. maj 2021: Forlænget til 30. april 2029.\n"
    )
    assert document.date == date(2021, 5, 3)


@pytest.mark.parametrize(
    "heading",
    [
        "Fællesmøde mellem Fyrudvalget og Kyst- og Naturrådet",
        "Referat af fælles møde for Fyrudvalget samt Kyst- og Naturrådet",
    ],
)
def test_a_joint_meeting_is_of_the_body_named_first(heading: str) -> None:
    document = read(f"{heading}\nMødedato: 3. maj 2021\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n")
    assert document.body is not None
    assert document.body.name == "Fyrudvalget"


PROSE = (
    "Møde den 3. maj 2021 i Pakhuset\nMed til mødet: Ib Krog og Maja Dam. Afbud fra Eva Toft.\n\n"
    "Ny kasserer\nRådet valgte Maja Dam.\n\nNyt lys\nRådet vedtog at skifte lyset.\n"
)


def test_minutes_in_prose_are_minutes_and_named_after_their_body() -> None:
    document = read(f"Kyst- og Naturrådet (KNR)\n{PROSE}")
    assert document.kind.value == "minutes"
    assert document.title == "Referat, Kyst- og Naturrådet (KNR), 3. maj 2021"


@pytest.mark.parametrize(
    ("folder", "body"),
    [
        ("Kyst- og Naturrådet", "Kyst- og Naturrådet"),
        ("Brugerrådet ved Nordfyr", "Brugerrådet ved Nordfyr"),
        ("Andre papirer om råd", None),
        ("Gamle referater 2019", None),
    ],
)
def test_a_folder_names_the_body_of_papers_that_do_not(folder: str, body: str | None) -> None:
    document = read(PROSE, source=f"{folder}/maj.txt")
    assert (document.body.name if document.body else None) == body
    assert "kasserer" not in document.title
