"""Short forms that a text explains."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.danish.abbreviations import find_abbreviations


@pytest.mark.parametrize(
    ("words", "short", "long"),
    [
        (
            "mødet i Havne- og Færgeudvalget for øerne (HFU) i dag",
            "HFU",
            "Havne- og Færgeudvalget for øerne",
        ),
        ("Regionernes Lønnings- og Takstnævn (RLTN)", "RLTN", "Regionernes Lønnings- og Takstnævn"),
        ("KiAP (Kvalitet i Almen Praksis) er", "KiAP", "Kvalitet i Almen Praksis"),
        ('programmet "Trivsel i Små Klinikker" (TiSK).', "TiSK", "Trivsel i Små Klinikker"),
        ("Havne- og Færgeudvalget, HFU, der mødes", "HFU", "Havne- og Færgeudvalget"),
        ("Fælles Medicinkort (FMK)", "FMK", "Fælles Medicinkort"),
        ("praksisplanudvalget (PPU) og", "PPU", "praksisplanudvalget"),
        (
            "Praktiserende Lægers Organisation (herefter PLO)",
            "PLO",
            "Praktiserende Lægers Organisation",
        ),
        (
            "Praktiserende Lægers Organisation, i det følgende kaldet PLO, er",
            "PLO",
            "Praktiserende Lægers Organisation",
        ),
        ("af Den Danske Kvalitetsmodel (DDKM)", "DDKM", "Den Danske Kvalitetsmodel"),
        ("det regionale kvalitetsteam (RKT)", "RKT", "regionale kvalitetsteam"),
        ("Fjord Universitetshospital (FUH)", "FUH", "Fjord Universitetshospital"),
        (
            "International Classification of Primary Care, ICPC, bruges",
            "ICPC",
            "International Classification of Primary Care",
        ),
        (
            "Aftale om vagtlægehjælp i Region Nord 2021-2023\n(AV21)",
            "AV21",
            "Aftale om vagtlægehjælp i Region Nord 2021-2023",
        ),
        ("Landsoverenskomst 2022 (LOK22) er", "LOK22", "Landsoverenskomst 2022"),
        ("Forkortelser: FMK er Fælles Medicinkort og", "FMK", "Fælles Medicinkort"),
        ("FMK: Fælles Medicinkort", "FMK", "Fælles Medicinkort"),
        ("ØA19 (Økonomiaftalen for 2019)", "ØA19", "Økonomiaftalen for 2019"),
    ],
)
def test_a_short_form_is_explained(words: str, short: str, long: str) -> None:
    assert [(e.short, e.long) for e in find_abbreviations(words)] == [(short, long)]


@pytest.mark.parametrize(
    "words",
    [
        "Lise Hansen (A) og Bo Friis (SF)",
        "Lise Høj (Mødeleder)",
        "regionens afdeling (HR)",
        "Lægeforeningen, PLO, siger",
        "i øjeblikket (2017-2018)",
        "prisen (inkl. moms)",
        "Midtkystens Sundhedsorganisation (Kraftværket)",
        "bilag (II)",
        "den nye aftale (OK)",
        "FMK er Fint Men Dyrt",
        "HR: Afbud fra tre",
        "Overenskomst 2018 (OK21)",
        "Overenskomsten er ny (OK18)",
    ],
)
def test_letters_that_do_not_fit_explain_nothing(words: str) -> None:
    assert find_abbreviations(words) == ()


def test_a_pair_is_given_once_with_the_words_that_hold_it() -> None:
    text = "Fælles Medicinkort (FMK) og igen Fælles Medicinkort (FMK)."
    found = find_abbreviations(text)
    assert [e.span.of(text) for e in found] == ["Fælles Medicinkort (FMK)"]
    assert found[0].span.start == 0


def test_one_short_form_may_have_two_long_ones() -> None:
    text = "Kvalitet i Almen Praksis (KiAP) og Kvalitetsudvikling i Almen Praksis (KiAP)"
    assert [e.long for e in find_abbreviations(text)] == [
        "Kvalitet i Almen Praksis",
        "Kvalitetsudvikling i Almen Praksis",
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    for explained in find_abbreviations(text):
        assert explained.short in explained.span.of(text)


@pytest.mark.parametrize(
    ("text", "long"),
    [
        (
            "Den følger Aftale om almen fodpleje i Region Nord 2021-2023 (AF21).",
            "Aftale om almen fodpleje i Region Nord 2021-2023",
        ),
        (
            "Se lokalaftalen om læse\nAftale om almen fodpleje 2021 (AF21)",
            "Aftale om almen fodpleje 2021",
        ),
        ("Parterne talte om almen fodpleje 2021 (AF21)", "almen fodpleje 2021"),
    ],
)
def test_a_name_with_a_year_begins_at_what_it_is(text: str, long: str) -> None:
    assert [one.long for one in find_abbreviations(text)] == [long]
