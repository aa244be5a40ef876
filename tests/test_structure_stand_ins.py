"""Who came instead of somebody: they were there, whatever list they stand in."""

import pytest

from index.documents import Presence
from tests.structure_layouts import read


def presences(head: str) -> dict[str, str]:
    minutes = read(
        f"Havnerådet\nReferat fra mødet den 18. april 2024\n\n{head}\n\n"
        "1. Molen\nBeslutning: Godkendt.\n\n2. Kajen\nBeslutning: Udsat.\n"
    )
    return {a.name: a.presence.value for a in minutes.attendance}


@pytest.mark.parametrize(
    "head",
    [
        "Fraværende: Ib Krog (K). Suppleant for Ib Krog: Maja Dam (K).",
        "Afbud:\nIb Krog (K)\nSuppleant for Ib Krog: Maja Dam (K)",
        "Fraværende: Ib Krog (K). Som stedfortræder deltog Maja Dam (K).",
        "Fraværende: Ib Krog (K). For Ib Krog mødte Maja Dam (K).",
        "Fraværende: Ib Krog (K). I stedet for Ib Krog deltog Maja Dam (K).",
        "Fraværende: Ib Krog (K). I hans sted mødte Maja Dam (K).",
        "Fraværende: Ib Krog (K). Maja Dam (K) deltog som suppleant for Ib Krog.",
        "Fraværende: Ib Krog (K). Maja Dam mødte i stedet for Ib Krog.",
        "Fraværende: Ib Krog (K). Maja Dam deltog i stedet.",
        "Fraværende: Ib Krog (K)\nSuppleanter:\nMaja Dam (K)",
        "Fraværende: Ib Krog (K)\nStedfortræder: Maja Dam (K)",
        "Som stedfortræder for Ib Krog (K) er indkaldt Maja Dam (K).\n\nFraværende: Ib Krog (K)",
        "Fraværende: Ib Krog (K)\nStedfortræder: Maja Dam (K) for Ib Krog",
        "Fraværende: Ib Krog (K)\nSuppleanter: Maja Dam for Ib Krog (K)",
        "Til stede: Maja Dam (stedfortræder for Ib Krog), Ole Holm\nFraværende: Ib Krog (K)",
    ],
)
def test_who_came_instead_was_there(head: str) -> None:
    found = presences(head)
    assert found["Maja Dam"] == Presence.PRESENT.value
    assert found["Ib Krog"] != Presence.PRESENT.value


def test_the_list_goes_on_below_a_stand_in() -> None:
    head = "Afbud:\nIb Krog (K)\nSuppleant for Ib Krog: Maja Dam (K)\nOle Holm (L)"
    assert presences(head) == {"Ib Krog": "apology", "Maja Dam": "present", "Ole Holm": "apology"}


def test_where_it_is_not_said_who_came_nobody_is_called_absent() -> None:
    assert presences("Fraværende: Ib Krog (K), stedfortræder Maja Dam (K)") == {"Ib Krog": "absent"}


def test_a_substitute_who_sent_an_apology_was_not_there() -> None:
    head = "Afbud: Suppleant Maja Dam, Ib Krog"
    assert presences(head) == {"Maja Dam": "apology", "Ib Krog": "apology"}


@pytest.mark.parametrize(
    "head",
    [
        "Fraværende: Ib Krog (stedfortræder: Maja Dam), Ole Holm",
        "Afbud:\nIb Krog (suppleant: Maja Dam)\nOle Holm",
        "Fraværende: Ib Krog (i stedet mødte Maja Dam), Ole Holm",
    ],
)
def test_who_came_instead_may_stand_in_a_bracket_behind_the_absent(head: str) -> None:
    found = presences(head)
    assert found["Maja Dam"] == Presence.PRESENT.value
    assert Presence.PRESENT.value not in {found["Ib Krog"], found["Ole Holm"]}


def test_an_apology_in_the_bracket_makes_the_stand_in_present() -> None:
    head = "Medlemmer: Ib Krog (afbud, stedfortræder: Maja Dam), Ole Holm"
    assert presences(head) == {"Ib Krog": "apology", "Maja Dam": "present", "Ole Holm": "present"}


def test_a_members_own_deputy_was_not_there_for_being_named() -> None:
    head = "Medlemmer: Ib Krog (stedfortræder: Maja Dam), Ole Holm"
    assert presences(head) == {"Ib Krog": "present", "Ole Holm": "present"}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Som stedfortræder for Ib Krog deltog Maja Dam (K).", "stedfortræder"),
        ("Maja Dam (K) deltog som suppleant for Ib Krog.", "suppleant"),
        ("For Ib Krog mødte Maja Dam (K).", "stedfortræder"),
    ],
)
def test_a_count_of_members_is_no_list_and_the_one_named_is_named_as_stand_in(
    sentence: str, role: str
) -> None:
    minutes = read(
        "Havnerådet\nReferat fra mødet den 18. april 2024\n\n"
        f"Medlemmer til stede: 8 af 9. Afbud: Ib Krog (K). {sentence}\n\n"
        "1. Molen\nBeslutning: Godkendt.\n\n2. Kajen\nBeslutning: Udsat.\n"
    )
    found = [(a.name, a.presence.value, a.role) for a in minutes.attendance]
    assert found == [("Ib Krog", "apology", None), ("Maja Dam", "present", role)]
