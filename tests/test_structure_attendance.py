"""Who was there: groups, tables, apologies and sentences."""

from index.documents import Body
from tests.structure_layouts import decided, item, layout, outcomes, read

HEAD = "Referat\nMøde i Havneudvalget den 1. april 2020\n\n"
ITEM = "\n\n1. Budget\nSagsnr. 20/1234\n\nBeslutning\n\nGodkendt.\n"


def listed(text: str) -> list[tuple[str, str, str | None]]:
    found = read(HEAD + text + ITEM).attendance
    return [(a.name, a.presence.value, a.organisation) for a in found]


def test_groups_tables_and_sentences_in_one_list() -> None:
    document = layout("attendance_groups")
    found = [
        (a.name, a.presence.value, a.role, a.organisation)
        for a in document.attendance
        if a.item is None
    ]
    assert found == [
        ("Viggo Bak", "present", "formand", "Regionsrådet"),
        ("Gerda Lyng", "present", None, "Regionsrådet"),
        ("Lone Dal", "present", None, "Fjordby Kommune"),
        ("Rie Kamp", "present", "Kontorchef", "Kommunerne"),
        ("Ove Stub", "present", None, "Lægerne"),
        ("Ida Brink", "apology", None, "Lægerne"),
        ("Tove Lind", "apology", None, None),
        ("Palle Vang", "present", "direktør", None),
        ("Sanne Holm", "present", "fuldmægtig", None),
    ]
    absent = [(a.name, a.presence.value) for a in document.attendance if a.item == 1]
    assert absent == [("Gerda Lyng", "absent")]
    assert document.chair == "Viggo Bak"


def test_who_was_absent_is_no_part_of_a_decision() -> None:
    document = layout("attendance_groups")
    assert decided(document, "1") == ["I øvrigt deltog alle."]
    assert decided(document, "2")[0] == "Godkendt. Fristen sættes dog til maj."
    assert not any("Gerda" in words for words in decided(document, "2"))
    assert outcomes(document)[1] == "approved_with_change"


def test_a_case_number_may_share_its_line() -> None:
    document = layout("attendance_groups")
    assert item(document, "1").case_numbers == ("22/1001",)


def test_a_body_has_the_short_form_that_the_text_uses() -> None:
    assert layout("attendance_groups").body == Body("Rådet for Nære Tilbud", "RNT")


def test_lists_under_labels_and_organisations() -> None:
    assert listed(
        "Deltagere:\nRederne:\nIb Krog\nMaja Dam, Lindby Kommune\n\nAfbud:\nBo Friis"
    ) == [
        ("Ib Krog", "present", "Rederne"),
        ("Maja Dam", "present", "Lindby Kommune"),
        ("Bo Friis", "apology", None),
    ]


def test_two_lists_on_one_line_are_parted() -> None:
    assert listed("Til stede: Ib Krog, Maja Dam Afbud: Bo Friis Referent: Eva Toft") == [
        ("Ib Krog", "present", None),
        ("Maja Dam", "present", None),
        ("Bo Friis", "apology", None),
    ]


def test_an_apology_outdoes_the_list_of_members() -> None:
    assert listed("Medlemmer: Direktør Ib Krog, Lindby Kommune og Maja Dam\nAfbud: Ib Krog") == [
        ("Maja Dam", "present", None),
        ("Ib Krog", "apology", "Lindby Kommune"),
    ]


def test_a_list_without_persons_names_nobody() -> None:
    assert listed("Deltagere: Se vedlagte deltagerliste") == []
