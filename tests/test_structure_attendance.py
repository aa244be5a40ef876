"""Who was there: groups, tables, apologies and sentences."""

import pytest

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


def test_a_table_below_its_column_names_without_a_heading() -> None:
    document = read(
        "Færgeudvalget – referat\nMandag den 5. maj 2014 kl. 9.00\n\n"
        "Medlem · Parti · Deltog\nBo Friis (formand) · A · Ja\n"
        "Eva Toft (1. næstformand) · V · Fra kl. 9.40\n"
        "Ida Krog · F · Nej – afbud\nKaj Dam · C · Nej\n" + ITEM
    )
    assert [(a.name, a.role, a.organisation, a.presence.value) for a in document.attendance] == [
        ("Bo Friis", "formand", "A", "present"),
        ("Eva Toft", "1. næstformand", "V", "present"),
        ("Ida Krog", None, "F", "apology"),
        ("Kaj Dam", None, "C", "absent"),
    ]
    assert document.chair == "Bo Friis"


def test_columns_that_are_ticked_and_remarks_that_name_an_office() -> None:
    assert listed("Deltagere\nNavn · Til stede · Afbud\nBo Friis · x · \nIda Krog ·  · x") == [
        ("Bo Friis", "present", None),
        ("Ida Krog", "apology", None),
    ]
    document = read(HEAD + "Deltagere\nNavn: Bo Friis · Bemærkning: Formand\n" + ITEM)
    assert document.chair == "Bo Friis"


def test_who_led_the_meeting_was_there_under_a_name_without_title() -> None:
    document = read(
        HEAD + "Deltagere\n\nMødeleder: Borgmester Bo Friis (A)\n\nAfbud: Ida Krog.\n" + ITEM
    )
    assert document.chair == "Bo Friis"
    assert [(a.name, a.presence.value) for a in document.attendance] == [
        ("Bo Friis", "present"),
        ("Ida Krog", "apology"),
    ]


def test_lists_that_end_in_mid_line_part_at_their_sentences() -> None:
    assert listed(
        "Til stede: Bo Friis (formand), Ida Krog (ref.). Gæster: havnefoged Kaj Dam (ad 2). "
        "Tillige deltog ingeniør O. Lund. Afbud fra Eva Toft (V) og Leo Ravn (A). "
        "Som stedfortræder for Eva Toft deltog Mia Holm (V)."
    ) == [
        ("Bo Friis", "present", None),
        ("Ida Krog", "present", None),
        ("Kaj Dam", "present", None),
        ("O. Lund", "present", None),
        ("Eva Toft", "apology", "V"),
        ("Leo Ravn", "apology", "A"),
        ("Mia Holm", "present", "V"),
    ]


def test_an_organisation_ends_with_its_group() -> None:
    assert listed("Deltagere:\nRederne:\nIb Krog\nMaja Dam\n\nBo Friis\nEva Toft") == [
        ("Ib Krog", "present", "Rederne"),
        ("Maja Dam", "present", "Rederne"),
        ("Bo Friis", "present", None),
        ("Eva Toft", "present", None),
    ]
    assert listed("Deltagere: Rederne: Ib Krog, Maja Dam. Bo Friis, Eva Toft") == [
        ("Ib Krog", "present", "Rederne"),
        ("Maja Dam", "present", "Rederne"),
        ("Bo Friis", "present", None),
        ("Eva Toft", "present", None),
    ]


def test_an_organisation_holds_where_every_name_is_a_paragraph() -> None:
    assert listed("Deltagere:\n\nRederne:\n\nIb Krog\n\nMaja Dam") == [
        ("Ib Krog", "present", "Rederne"),
        ("Maja Dam", "present", "Rederne"),
    ]


def test_the_words_before_an_absence_are_no_name() -> None:
    document = read(
        HEAD + "1. Kran\nSagsnr. 20/1\n\nBeslutning\n\n"
        "Godkendt. Ida Krog deltog ikke i sagens behandling.\n"
    )
    assert [(a.name, a.presence.value, a.item) for a in document.attendance] == [
        ("Ida Krog", "absent", 0)
    ]


def test_a_secretariat_below_the_apologies_sent_none() -> None:
    assert listed(
        "Deltagere: Ib Krog, Lindby Kommune.\n\nAfbud: Bo Friis, Egeby Kommune.\n\n"
        "Sekretariat: Konsulent Maja Dam og fuldmægtig Ove Stub."
    ) == [
        ("Ib Krog", "present", "Lindby Kommune"),
        ("Bo Friis", "apology", "Egeby Kommune"),
        ("Maja Dam", "present", None),
        ("Ove Stub", "present", None),
    ]


@pytest.mark.parametrize(
    "label", ["Direktionen", "Administrationen", "Kredsledelsen", "Fra forvaltningen",
              "Desuden deltog", "Øvrige deltagere", "Teknisk Forvaltning", "Kommunerne"],
)  # fmt: skip
@pytest.mark.parametrize("away", ["Afbud: Bo Friis", "Fraværende: Bo Friis", "Afbud: Ingen"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_labelled_line_ends_the_list_of_absentees(label: str, away: str, gap: str) -> None:
    text = (
        f"Til stede: Ib Krog{gap}{away}{gap}{label}: havnedirektør Maja Dam, økonomichef Ole Lund"
    )
    found = {name: presence for name, presence, _ in listed(text)}
    assert found.pop("Bo Friis", "absent") in {"absent", "apology"}
    assert found == {"Ib Krog": "present", "Maja Dam": "present", "Ole Lund": "present"}


def test_absentees_by_organisation_are_one_list() -> None:
    for text in (
        "Afbud:\nRederne: Ib Krog\nAdministrationen: Maja Dam\nKommunerne: Bo Friis",
        "Afbud:\nRederne:\nIb Krog\nAdministrationen:\nMaja Dam\nKommunerne:\nBo Friis",
        "Afbud: Rederne: Ib Krog\nAdministrationen: Maja Dam\nKommunerne: Bo Friis",
    ):
        assert [presence for _, presence, _ in listed(text)] == ["apology"] * 3


def test_where_somebody_works_does_not_end_the_list_of_absentees() -> None:
    assert listed("Afbud:\nIb Krog\nHavneledelsen\nBo Friis")[-1] == ("Bo Friis", "apology", None)


@pytest.mark.parametrize(
    ("label", "presence"),
    [
        ("Ikke mødt", "absent"),
        ("Ikke til stede", "absent"),
        ("Ikke fremmødt", "absent"),
        ("Udeblevet", "absent"),
        ("Absent", "absent"),
        ("Meldt fra", "apology"),
        ("Forfald", "apology"),
        ("Lovligt forfald", "apology"),
    ],
)
def test_every_label_of_absence_is_read(label: str, presence: str) -> None:
    for parting in ("\n", "\n\n", " "):
        found = listed(f"Mødt: Ib Krog{parting}{label}: Bo Friis, Maja Dam")
        if parting != " " or label in {"Ikke mødt", "Ikke til stede", "Udeblevet", "Meldt fra"}:
            assert [one[:2] for one in found] == [
                ("Ib Krog", "present"), ("Bo Friis", presence), ("Maja Dam", presence)
            ]  # fmt: skip


def test_members_present_are_a_list_whatever_body_they_are_of() -> None:
    text = "Bestyrelsesmedlemmer til stede: Ib Krog, Bo Friis\nAfbud: Maja Dam"
    assert [one[:2] for one in listed(text)] == [
        ("Ib Krog", "present"), ("Bo Friis", "present"), ("Maja Dam", "apology")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Samtlige medlemmer var til stede undtagen Ib Krog, der havde lovligt forfald.",
        "Alle var mødt på nær Ib Krog.",
        "Til stede: Samtlige medlemmer undtagen Ib Krog.",
        "Til stede var alle medlemmer med undtagelse af Ib Krog, som havde meldt afbud.",
    ],
)
def test_who_alone_was_missing_is_read(text: str) -> None:
    assert listed(text) == [("Ib Krog", "apology", None)]


def test_who_alone_voted_otherwise_was_not_missing() -> None:
    for said in ("Alle undtagen Ib Krog stemte for.", "Vedtaget. Alle undtagen Ib Krog."):
        minutes = read(f"{HEAD}Til stede: Bo Friis{ITEM}".replace("Godkendt.", said))
        assert [a.name for a in minutes.attendance] == ["Bo Friis"]


def test_directors_of_a_profession_are_persons_of_their_own() -> None:
    text = (
        "Til stede: hospitalsdirektør Ib Krog, lægefaglig direktør Bo Friis og økonomichef Ole Lund"
    )
    assert [name for name, _, _ in listed(text)] == ["Ib Krog", "Bo Friis", "Ole Lund"]


@pytest.mark.parametrize(
    ("line", "away"),
    [
        ("Fraværende: Tea Bro (C) med afbud.", [("Tea Bro", "apology")]),
        (
            "Fraværende: Tea Bro (C) og Ulf Gade med afbud.",
            [("Tea Bro", "apology"), ("Ulf Gade", "apology")],
        ),
        (
            "Fraværende: Tea Bro med afbud, Ulf Gade (uden afbud)",
            [("Tea Bro", "apology"), ("Ulf Gade", "absent")],
        ),
        (
            "Fraværende: Tea Bro, Ulf Gade med afbud",
            [("Tea Bro", "absent"), ("Ulf Gade", "apology")],
        ),
        ("Fraværende: Tea Bro uden afbud.", [("Tea Bro", "absent")]),
        (
            "Afbud: Tea Bro. Fraværende uden afbud: Ulf Gade.",
            [("Tea Bro", "apology"), ("Ulf Gade", "absent")],
        ),
    ],
)
def test_with_or_without_an_apology_is_read_behind_a_name(
    line: str, away: list[tuple[str, str]]
) -> None:
    found = listed(f"Til stede: Ivar Lund (formand), Mie Rask\n{line}")
    assert [(name, presence) for name, presence, _ in found[2:]] == away


def test_a_second_sentence_takes_nobody_from_the_absent() -> None:
    line = "Fraværende: Tea Bro (C) med afbud. Mie Rask forlod mødet efter punkt 1."
    document = read(
        f"{HEAD}Til stede: Ivar Lund, Mie Rask\n{line}{ITEM}\n2. Moler\n\nBeslutning\n\nUdsat.\n"
    )
    away = [(a.name, a.presence.value, a.item) for a in document.attendance][2:]
    assert away == [("Tea Bro", "apology", None), ("Mie Rask", "absent", 1)]


def test_two_lists_on_one_line_are_parted_where_the_second_label_stands() -> None:
    found = listed("Deltog: Ib Krog (formand), Maja Dam Afbud fra: Ove Stub\n")
    assert found == [
        ("Ib Krog", "present", None),
        ("Maja Dam", "present", None),
        ("Ove Stub", "apology", None),
    ]


def test_who_took_part_is_a_label_only_before_a_colon() -> None:
    assert listed("Deltog: Ib Krog, Maja Dam\nAfbud fra: Ove Stub\n")[-1][:2] == (
        "Ove Stub",
        "apology",
    )


@pytest.mark.parametrize("came", ["Til stede fra", "Deltagere fra", "Mødt fra"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_each_side_has_a_list_of_its_own_were_it_of_one_person(came: str, gap: str) -> None:
    text = gap.join(
        (
            f"{came} rederne: Ib Krog og Maja Dam",
            f"{came} havnens brugere: Bo Friis",
            "Fra sekretariatet: Eva Lund",
            "Afbud fra rederne: Ove Stub",
        )
    )
    assert [one[:2] for one in listed(text)] == [
        ("Ib Krog", "present"),
        ("Maja Dam", "present"),
        ("Bo Friis", "present"),
        ("Eva Lund", "present"),
        ("Ove Stub", "apology"),
    ]
