"""Who was there and who was away, in papers as they are scraped from pages."""

import pytest

from tests.structure_layouts import decided, read


def away(text: str) -> list[tuple[str, str, int | None]]:
    found = read(text).attendance
    return [(a.name, a.presence.value, a.item) for a in found if a.presence.value != "present"]


HEAD = "Referat af møde i Kulturudvalget\n\nDen 9. juni 2021 kl. 16:00\n\n"


def test_names_below_a_label_are_of_those_who_were_absent_for_the_item() -> None:
    text = (
        f"{HEAD}Deltagere:\n\nBodil Hauge (A)\nOve Ravn (V)\n\n"
        "7.   Scenen i parken\n\nBeslutning\n\nGodkendt.\n\nFraværende\nOve Ravn (V)\n\n"
        "8.   Takster\n\nBeslutning\n\nUdsat.\n\nFraværende:\n\nOve Ravn (V)\n"
    )
    document = read(text)
    assert decided(document, "7") == ["Godkendt."]
    assert decided(document, "8") == ["Udsat."]
    assert away(text) == [("Ove Ravn", "absent", 0), ("Ove Ravn", "absent", 1)]


def test_who_did_not_take_part_in_the_meeting_decides_nothing() -> None:
    text = (
        f"{HEAD}1. Dagsorden\n\nBeslutning\n\nGodkendt\n"
        "Ove Ravn og Ida Krag deltog ikke på mødet.\n\n"
        "2. Regnskab\n\nBeslutning\n\nDeltog ikke: Ove Ravn.\n\nRegnskabet blev godkendt.\n"
    )
    document = read(text)
    assert decided(document, "1") == ["Godkendt"]
    assert decided(document, "2") == ["Regnskabet blev godkendt."]
    assert away(text) == [
        ("Ove Ravn", "absent", 0),
        ("Ida Krag", "absent", 0),
        ("Ove Ravn", "absent", 1),
    ]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_who_came_instead_stands_behind_a_dash(dash: str) -> None:
    text = (
        f"{HEAD}1. Dagsorden\n\nBeslutning\n\nGodkendt.\n\n"
        f"Fraværende: Ove Ravn (V) {dash} Ida Krag (V) mødte som stedfortræder.\n"
    )
    found = {a.name: a.presence.value for a in read(text).attendance}
    assert found == {"Ove Ravn": "absent", "Ida Krag": "present"}


def test_suppleants_in_a_list_of_apologies() -> None:
    text = (
        f"{HEAD}2. Dagsorden\n\nBeslutning\n\nGodkendt.\n\nFravær med afbud:\n\n"
        "  • Ove Ravn – Ida Krag deltager som suppleant\n\nFravær uden afbud: Bent Holt\n"
    )
    found = {a.name: a.presence.value for a in read(text).attendance}
    assert found == {"Ove Ravn": "apology", "Ida Krag": "present", "Bent Holt": "absent"}


def test_an_apology_of_one_first_name_ends_at_the_next_label() -> None:
    text = (
        "Referat\n\nGRUNDEJERFORENINGEN BAKKEN\n\nBestyrelsesmøde nr. 4\n\n"
        "Lørdag d. 3 marts 2018\n\n"
        "Afbud fra: Bodil\n\nBestyrelsen: Ove Ravn, Ida Krag, Bent Holt\n\n"
        "Meddelelser fra formanden:\n\nBommen er malet.\n"
    )
    found = {a.name: a.presence.value for a in read(text).attendance}
    assert found == {"Ove Ravn": "present", "Ida Krag": "present", "Bent Holt": "present"}


def test_who_was_absent_beside_who_came_tells_that_the_meeting_is_over() -> None:
    text = (
        "Bestyrelsesmøde den 19.04.2016\n\nMødedeltagere:\nOve Ravn, Ida Krag\n\n"
        "Fraværende:\nIngen\n\n"
        "Punkt 1: Græs\nDer slås græs 16 gange.\n\nPunkt 2: Møder\nDer holdes fem møder.\n"
    )
    assert read(text).kind.value == "minutes"
    invited = text.replace("Fraværende:\nIngen", "Kopi:\nMedlemmerne")
    assert read(invited).kind.value == "agenda"
