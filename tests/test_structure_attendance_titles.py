"""Offices behind the names of a list, and trades before them."""

import pytest

from tests.structure_layouts import read

HEAD = "Referat\nMøde i Havneudvalget den 1. april 2020\n\n"
ITEM = "\n\n1. Budget\nSagsnr. 20/1234\n\nBeslutning\n\nGodkendt.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Medlemmer: Ib Krog (A) formand, Maja Dam (V) næstformand, Ove Stub (C)",
        "Medlemmer: Ib Krog (A) (formand), Maja Dam (V) (næstformand), Ove Stub (C)",
        "Medlemmer: Ib Krog (A), formand, Maja Dam (V), næstformand og Ove Stub (C)",
        "Medlemmer: Ib Krog formand (A), Maja Dam næstformand (V), Ove Stub (C)",
        "Deltagere\n\nIb Krog (A) formand\nMaja Dam (V) næstformand\nOve Stub (C)",
    ],
)
def test_an_office_behind_a_name_needs_no_comma(line: str) -> None:
    document = read(f"{HEAD}{line}\nFraværende: Ingen{ITEM}")
    assert [(a.name, a.role, a.organisation) for a in document.attendance] == [
        ("Ib Krog", "formand", "A"),
        ("Maja Dam", "næstformand", "V"),
        ("Ove Stub", None, "C"),
    ]
    assert document.chair == "Ib Krog"


def test_an_office_behind_a_party_may_be_numbered_or_of_another_body() -> None:
    document = read(
        f"{HEAD}Medlemmer: Ib Krog (A) 1. næstformand, Maja Dam (V) Formand for Kajudvalget, "
        f"direktør Ove Stub (Lindby) og Bo Friis (C){ITEM}"
    )
    assert [(a.name, a.role, a.organisation) for a in document.attendance] == [
        ("Ib Krog", "1. næstformand", "A"),
        ("Maja Dam", "Formand for Kajudvalget", "V"),
        ("Ove Stub", "direktør", "Lindby"),
        ("Bo Friis", None, "C"),
    ]


def test_a_title_of_any_trade_begins_the_next_person() -> None:
    document = read(
        f"{HEAD}Deltagere: Havnekaptajn Ib Krog (formand), sejlmager Maja Dam, teknisk ansvarlig "
        "bådebygger Ove Stub, Lis Holm (under pkt. 2), autoriseret dykker Bo Friis (B) og "
        f"kranfører Eva Lund (noter)\nAfbud: Marinbiolog Jo Lind{ITEM}"
    )
    assert [(a.name, a.role) for a in document.attendance] == [
        ("Ib Krog", "Havnekaptajn, formand"),
        ("Maja Dam", "sejlmager"),
        ("Ove Stub", "teknisk ansvarlig bådebygger"),
        ("Lis Holm", None),
        ("Bo Friis", "autoriseret dykker"),
        ("Eva Lund", "kranfører, noter"),
        ("Jo Lind", "Marinbiolog"),
    ]
    assert document.attendance[-1].presence.value == "apology"
    assert document.chair == "Ib Krog"


@pytest.mark.parametrize(
    "behind",
    [
        "udpeget af Foreningen Frie Sejlere",
        "rådgivningsfirmaet Bech Lund",
        "medlem af Danske Havne",
        "repræsenterer Odde Bådelaug",
        "værftet Nordre Kaj",
        "roklubben Søndre Kaj",
    ],
)
def test_where_somebody_is_from_is_no_other_person(behind: str) -> None:
    document = read(f"{HEAD}Deltagere: Ib Krog, {behind}, Maja Dam og Ove Stub{ITEM}")
    assert [a.name for a in document.attendance] == ["Ib Krog", "Maja Dam", "Ove Stub"]


def test_a_comma_may_stand_before_the_word_that_joins_the_last_persons() -> None:
    text = "Deltagere: Ib Krog, projektleder Maja Dam, samt kajchef Ove Stub, Lindby og Bo Friis"
    assert [(a.name, a.role, a.organisation) for a in read(HEAD + text + ITEM).attendance] == [
        ("Ib Krog", None, None),
        ("Maja Dam", "projektleder", None),
        ("Ove Stub", "kajchef", "Lindby"),
        ("Bo Friis", None, None),
    ]
