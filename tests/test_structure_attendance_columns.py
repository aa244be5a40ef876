"""Attendance in tables with a person in every cell, and names behind what an office is of."""

import pytest

from ingest.structure.people import parse_person, split_names
from tests.structure_layouts import read


def listed(head: str) -> dict[str, str]:
    minutes = read(
        f"Havnerådet\nReferat fra mødet den 18. april 2024\n\n{head}\n\n"
        "1. Molen\nBeslutning: Godkendt.\n\n2. Kajen\nBeslutning: Udsat.\n"
    )
    return {a.name: a.presence.value for a in minutes.attendance}


@pytest.mark.parametrize(
    "head",
    [
        "Ledelsesside · Medarbejderside\nDirektør Ib Krog · FTR Maja Dam, HK\nOle Holm ·",
        "Ledelsesside: Ib Krog · Medarbejderside: AMR Maja Dam\nLedelsesside: Ole Holm · "
        "Medarbejderside:",
        "Deltagere\nIb Krog · Maja Dam\nOle Holm · Liv Bo",
    ],
)
def test_every_cell_of_a_table_of_members_is_a_person(head: str) -> None:
    found = listed(head)
    assert {"Ib Krog", "Maja Dam", "Ole Holm"} <= set(found)
    assert set(found.values()) == {"present"}


def test_a_column_says_what_became_of_its_persons() -> None:
    head = "Til stede · Afbud\nIb Krog · Maja Dam\nOle Holm ·"
    assert listed(head) == {"Ib Krog": "present", "Maja Dam": "apology", "Ole Holm": "present"}


def test_a_member_of_the_table_who_sent_an_apology_was_not_there() -> None:
    head = "Ledelsesside · Medarbejderside\nIb Krog · TR Maja Dam\n\nAfbud: TR Maja Dam"
    assert listed(head) == {"Ib Krog": "present", "Maja Dam": "apology"}


def test_a_column_of_deputies_lists_nobody_who_came() -> None:
    assert listed("Medlem · Stedfortræder\nIb Krog · Maja Dam\nOle Holm · Liv Bo") == {}


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        (
            "Repræsentant for de pårørende Maja von Dam",
            "Maja von Dam",
            "Repræsentant for de pårørende",
        ),
        ("Formand for Havnelauget Ib Andersen", "Ib Andersen", "Formand for Havnelauget"),
        (
            "Repræsentant for ansatte ved Havnen Ole Dam",
            "Ole Dam",
            "Repræsentant for ansatte ved Havnen",
        ),
        (
            "Koordinator for unge og ældre Ole Holm Krog",
            "Ole Holm Krog",
            "Koordinator for unge og ældre",
        ),
        ("FTR Maja Dam", "Maja Dam", "FTR"),
        ("Direktør Maja Dam", "Maja Dam", "Direktør"),
    ],
)
def test_a_name_behind_an_office_is_read_with_it(words: str, name: str, role: str) -> None:
    person = parse_person(words)
    assert person is not None
    assert (person.name, person.role) == (name, role)


@pytest.mark.parametrize(
    "words",
    [
        "Formand for bestyrelsen",
        "Formand for Havnerådet",
        "Repræsentant for Røde Kors",
        "Repræsentant for Dansk Røde Kors",
        "Repræsentant for Røde Kors Ib Dam",
    ],
)
def test_an_office_without_a_sure_name_names_nobody(words: str) -> None:
    assert parse_person(words) is None


def test_what_an_office_is_of_parts_no_persons() -> None:
    words = "Ib Dam, formand for Dansk Røde Kors, Ole Holm, repræsentant for Havnelauget Odde Syd"
    assert [piece.split(",")[0] for _, piece in split_names(words)] == ["Ib Dam", "Ole Holm"]
