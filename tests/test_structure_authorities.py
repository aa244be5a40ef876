"""Whose council a paper is of; what an institution is, is not its name."""

import pytest

from index.catalogue.bodies import Named, resolve
from index.documents import Body
from tests.structure_layouts import read

ITEMS = "\n\n1. Molen\nBeslutning\nGodkendt.\n\n2. Kajen\nBeslutning\nUdsat.\n"


def body_of(head: str) -> str | None:
    body = read(head + ITEMS).body
    return body.name if body is not None else None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Odde Kommune\nBYRÅDET\nReferat af møde den 4. maj 2022", "Byrådet, Odde Kommune"),
        ("Vig Kommune – Byrådet\nReferat fra mødet den 4. maj 2022", "Byrådet, Vig Kommune"),
        ("ODDE KOMMUNE – ÆLDRERÅDET\nMødereferat 4. maj 2022", "Ældrerådet, Odde Kommune"),
        ("Byrådet\nReferat af møde den 4. maj 2022", "Byrådet"),
        (
            "Fælles Beredskabskommission\nOdde Kommune\nReferat af møde den 4. maj 2022",
            "Fælles Beredskabskommission",
        ),
        (
            "Byrådet\nReferat af møde den 4. maj 2022\nDeltagere:\nBorgmester Ib Dam, Vig Kommune",
            "Byrådet",
        ),
    ],
)
def test_a_council_is_named_with_its_municipality(head: str, name: str) -> None:
    assert body_of(head) == name


@pytest.mark.parametrize(
    "head",
    [
        "ODDE HAVN\nSelvstyrehavn\n\nHavnebestyrelsen - beslutningsprotokol\nMøde den 4. maj 2022",
        "Odde Havn – Havnebestyrelsen\nBeslutningsprotokol. Møde den 4. maj 2022",
    ],
)
def test_what_sort_of_institution_it_is_names_no_board(head: str) -> None:
    assert body_of(head) == "Havnebestyrelsen for Odde Havn"


def test_a_short_name_with_capitals_in_its_second_half_is_one() -> None:
    head = "Hoved-MED, Odde Kommune\nReferat af møde i Hovedudvalget den 4. maj 2022"
    text = head + ITEMS + "\nHoved-MED mødes igen.\n"
    body = read(text).body
    assert body is not None
    assert body.abbreviation == "Hoved-MED"


def test_councils_of_several_municipalities_are_several_bodies() -> None:
    names = ["Byrådet, Odde Kommune", "Byrådet, Vig Kommune", "Ældrerådet, Vig Kommune"]
    found = resolve([Named(number, Body(name)) for number, name in enumerate(names)])
    assert [one.body.name for one in found] == [
        "Ældrerådet",
        "Byrådet, Odde Kommune",
        "Byrådet, Vig Kommune",
    ]
