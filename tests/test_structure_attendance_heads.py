"""Who came, as heads tell it: lists without headings, sentences, offices, reasons of absence."""

import pytest

from tests.structure_layouts import AN_ITEM, read

HEAD = "Referat\nMøde i Fyrudvalget den 3. maj 2021\n\n"


def came(text: str) -> dict[str, str]:
    """Return the presence of everybody at the meeting itself."""
    return {a.name: a.presence.value for a in read(text).attendance if a.item is None}


def told(text: str) -> dict[str, str]:
    return came(f"{HEAD}{text}{AN_ITEM}")


WITHOUT_ITEMS = (
    "Fyrrådet\nReferat fra mødet den 3. maj 2021\n"
    "Til stede: Ib Krog, Maja Dam og Per Ravn (kommunen), Lone Vig (Lodslauget), "
    "Bo Friis (skipperne)\n"
    "Afbud: Eva Toft og Kaj Lund. I formandens fravær ledede Maja Dam mødet.\n"
    "Sekretær: Tim Holt\n"
    "Sag 1/21: Nyt lys\n"
    "Lyset er fra 1962, og reservedelene er sluppet op hos leverandøren, som lukker til sommer.\n"
    "Rådet vedtog: Lyset skiftes.\n"
)


def test_the_lists_of_a_paper_without_items_end_where_the_next_label_begins() -> None:
    assert came(WITHOUT_ITEMS) == {
        "Ib Krog": "present",
        "Maja Dam": "present",
        "Per Ravn": "present",
        "Lone Vig": "present",
        "Bo Friis": "present",
        "Eva Toft": "apology",
        "Kaj Lund": "apology",
    }


def test_who_led_in_the_absence_of_the_chair_is_the_chair() -> None:
    assert read(WITHOUT_ITEMS).chair == "Maja Dam"
    text = "Formand: Ib Krog\nMødt: Maja Dam, Bo Friis\nIkke mødt: Ib Krog\n"
    text += "Mødet blev ledet af Bo Friis."
    assert read(f"{HEAD}{text}{AN_ITEM}").chair == "Bo Friis"


def test_a_list_for_each_side_tells_for_whom_its_persons_sit() -> None:
    document = read(
        f"{HEAD}Til stede for rederne: Ib Krog (formand), Maja Dam\n"
        "Til stede for Lods-Vest: Bo Friis\n"
        f"Fraværende: Eva Toft (uden afbud), Kaj Lund (afbud){AN_ITEM}"
    )
    assert [(a.name, a.organisation, a.presence.value) for a in document.attendance] == [
        ("Ib Krog", "rederne", "present"),
        ("Maja Dam", "rederne", "present"),
        ("Bo Friis", "Lods-Vest", "present"),
        ("Eva Toft", None, "absent"),
        ("Kaj Lund", None, "apology"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Til stede var formanden Ib Krog, Maja Dam og Bo Friis; "
            "fraværende var Eva Toft og Kaj Lund.",
            {
                "Ib Krog": "present",
                "Maja Dam": "present",
                "Bo Friis": "present",
                "Eva Toft": "absent",
                "Kaj Lund": "absent",
            },
        ),
        (
            "Mødt var Ib Krog samt Maja Dam, mens Bo Friis var forhindret.",
            {"Ib Krog": "present", "Maja Dam": "present", "Bo Friis": "apology"},
        ),
        (
            "Eva Toft havde meldt afbud på grund af snevejr, og Kaj Lund var udeblevet.",
            {"Eva Toft": "apology", "Kaj Lund": "absent"},
        ),
        (
            "Formanden Ib Krog bød velkommen til Maja Dam og Bo Friis, der mødte for Eva Toft.",
            {"Ib Krog": "present", "Maja Dam": "present", "Bo Friis": "present"},
        ),
        (
            "Fra værftet deltog tømrermester Per Ravn, som viste tegningerne.",
            {"Per Ravn": "present"},
        ),
        ("Formanden Ib Krog bød velkommen til det tredje møde.", {}),
        ("Afbud havde Eva Toft og Kaj Lund.", {"Eva Toft": "apology", "Kaj Lund": "apology"}),
        ("Til stede var alle undtagen Eva Toft.", {"Eva Toft": "apology"}),
        ("Til stede var beboere fra tolv huse (blandt andre Ib Krog (IK) og Maja Dam (MD).", {}),
    ],
)
def test_sentences_of_a_head(sentence: str, expected: dict[str, str]) -> None:
    assert told(sentence) == expected


def test_a_part_called_for_who_came_is_read_as_the_head_is() -> None:
    text = (
        "Fyrrådet\nReferat af rådets møde den 3. maj 2021\n\nHvem var med\n"
        "Ib Krog bød velkommen til Maja Dam og Bo Friis. Eva Toft var udeblevet.\n\n"
        "Nyt lys\nMaja Dam fortalte om lyset. Kaj Lund var til stede ved tændingen i 1990.\n"
    )
    assert came(text) == {
        "Ib Krog": "present",
        "Maja Dam": "present",
        "Bo Friis": "present",
        "Eva Toft": "absent",
    }


def test_those_in_office_are_among_who_came() -> None:
    table = "Formand · Fyrmester Ib Krog\nNæstformand · Maja Dam\n"
    table += "Deltagere · Bo Friis\nAfbud · Eva Toft"
    assert told(table) == {
        "Ib Krog": "present",
        "Maja Dam": "present",
        "Bo Friis": "present",
        "Eva Toft": "apology",
    }
    assert read(f"{HEAD}{table}{AN_ITEM}").chair == "Ib Krog"
    rows = "Formand · Ib Krog\nMedlem · Maja Dam\nMedlem · Bo Friis"
    assert set(told(rows).values()) == {"present"}


def test_an_officer_among_the_absent_stays_absent() -> None:
    assert told("Formand · Ib Krog\nDeltagere · Maja Dam\nAfbud · Ib Krog") == {
        "Maja Dam": "present",
        "Ib Krog": "apology",
    }


def test_who_is_called_to_a_meeting_is_not_present() -> None:
    agenda = (
        "Dagsorden\nMøde i Fyrudvalget den 3. maj 2027\n\nIndkaldt:\n"
        "Rederne: Ib Krog, Maja Dam\nFra Lodslauget: Bo Friis, Per Ravn\n\n"
        "Afbud: Per Ravn\n\n1. Nyt lys\n2. Budget\n3. Eventuelt\n"
    )
    assert came(agenda) == {"Per Ravn": "apology"}


def test_why_somebody_was_away_is_no_organisation() -> None:
    document = read(
        f"{HEAD}Deltagere: Ib Krog, Maja Dam (ny)\nFraværende: Bo Friis (orlov), Eva Toft (ferie), "
        f"Kaj Lund (udtrådt 1. marts 2021), Per Ravn - sygdom{AN_ITEM}"
    )
    assert [(a.name, a.role, a.organisation) for a in document.attendance] == [
        ("Ib Krog", None, None),
        ("Maja Dam", "ny", None),
        ("Bo Friis", None, None),
        ("Eva Toft", None, None),
        ("Kaj Lund", None, None),
        ("Per Ravn", None, None),
    ]


def test_a_stand_in_behind_whose_name_the_other_stands_came() -> None:
    document = read(
        f"{HEAD}Deltagere: Ib Krog, Maja Dam (suppleant for Eva Toft)\nAfbud: Eva Toft{AN_ITEM}"
    )
    assert [(a.name, a.role, a.presence.value) for a in document.attendance] == [
        ("Ib Krog", None, "present"),
        ("Maja Dam", "suppleant", "present"),
        ("Eva Toft", None, "apology"),
    ]


def test_a_representative_who_stayed_for_a_part_has_that_as_remark() -> None:
    document = read(
        f"{HEAD}Mødt: Ib Krog, Maja Dam. "
        f"Værftet var repræsenteret ved Per Ravn til og med drøftelsen af lyset.{AN_ITEM}"
    )
    found = {a.name: a.remark for a in document.attendance}
    assert found == {
        "Ib Krog": None,
        "Maja Dam": None,
        "Per Ravn": "til og med drøftelsen af lyset",
    }


def test_who_steps_aside_in_a_paper_without_items_was_at_the_meeting() -> None:
    text = (
        "Puljen for Kystens Fugle\nBestyrelsens uddelingsmøde den 3. maj 2021\n\n"
        "Bestyrelse: Ib Krog (formand), Maja Dam, Bo Friis, Eva Toft. Fraværende: Eva Toft. "
        "Referent: Tim Holt.\n\n"
        "Puljen er på 90.000 kr. i 2021, og bestyrelsen behandlede de to, der var kommet.\n\n"
        "Ansøgning 21-2: Ternekasser\n\n"
        "Bevilget: 20.000 kr. Maja Dam erklærede sig inhabil og forlod lokalet.\n"
    )
    document = read(text)
    assert (document.kind.value, document.body and document.body.name) == (
        "minutes",
        "Bestyrelsen for Puljen for Kystens Fugle",
    )
    assert came(text) == {
        "Ib Krog": "present",
        "Maja Dam": "present",
        "Bo Friis": "present",
        "Eva Toft": "absent",
    }
