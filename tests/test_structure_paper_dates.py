"""The day of which a paper is that has several: of its signature, its approval, its own."""

from datetime import date

import pytest

from index.documents import DocumentKind
from tests.structure_layouts import AN_ITEM, read


@pytest.mark.parametrize(
    "heading",
    [
        "Takster (1. oktober 2010-niveau)",
        "Takster i prisniveau 1. oktober 2010",
        "Takster pr. 31. marts 2018-niveau",
        "Takster, 1. oktober 2010-priser",
        "Takster i løn- og prisniveau pr. 1. oktober 2010",
    ],
)
def test_a_level_of_prices_dates_no_paper(heading: str) -> None:
    text = "\n\nTaksterne gælder for alle, der arbejder i havnen efter aftalen.\n"
    assert read(heading + text).date is None
    assert read(f"{heading}\n\nVedtaget den 3. maj 2012{text}").date == date(2012, 5, 3)


def test_a_day_from_which_a_rate_holds_gives_way_to_the_paper_s_own() -> None:
    text = (
        "Overenskomst om havnen\n\nOverenskomsten træder i kraft 1. april 2025.\n\n"
        "Bidraget nedsættes til 1,85 kr. fra 1. april 2027.\n"
    )
    assert read(text).date == date(2025, 4, 1)
    assert read(f"Referat fra den 3. maj 2019{AN_ITEM}").date == date(2019, 5, 3)


def test_an_agreement_that_was_signed_is_of_the_day_of_its_signature() -> None:
    document = read(
        "Aftale om kajplads\n\nUnderskrevet den 14. december 2030. Sagsnr. 30/51177\n\n"
        "§ 1. Formål\nAftalen gælder fra 1. januar 2031.\n"
    )
    assert document.date == date(2030, 12, 14)


TERMS = (
    "Kommissorium for arbejdsgruppen om bøjer\n\n{}\n\nBaggrund\n"
    "Havneudvalget besluttede på mødet den 7. december 2023 at nedsætte en arbejdsgruppe.\n"
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Godkendt af Havneudvalget den 22. februar 2024", date(2024, 2, 22)),
        ("Kommissoriet er vedtaget af Havnerådet d. 22. februar 2024.", date(2024, 2, 22)),
        ("Godkendt den 1. februar 2024 og af rådet den 22. februar 2024", date(2024, 2, 22)),
        ("Godkendt den 22. februar 2024, gældende fra 1. april 2024", date(2024, 2, 22)),
        ("Godkendt den 22. februar 2024. Evalueres inden 1. maj 2026", date(2024, 2, 22)),
        ("Godkendt budget den 22. februar 2024", date(2023, 12, 7)),
    ],
)
def test_terms_of_reference_are_of_the_day_of_their_approval(line: str, day: date) -> None:
    terms = read(TERMS.format(line))
    assert (terms.kind, terms.date) == (DocumentKind.TERMS, day)


def test_minutes_are_of_the_day_of_the_meeting_whenever_approved() -> None:
    minutes = read(f"Referat\nHavneudvalget\nDen 8. maj 2020\nGodkendt den 1. juni 2020{AN_ITEM}")
    assert minutes.date == date(2020, 5, 8)


def test_the_day_of_a_law_is_not_that_of_the_paper_that_names_it() -> None:
    paper = read(
        "Regulativ for lodser\n\nDet følger af bekendtgørelse nr. 1204 af 28. oktober 1998.\n\n"
        "Vedtaget den 3. maj 1999\n"
    )
    assert paper.date == date(1999, 5, 3)


def test_an_agreement_is_not_of_the_day_on_which_a_wrapped_line_says_that_it_ends() -> None:
    paper = read(
        "Aftale om fodpleje\n\nIndgået mellem Strandby Kommune og Fodplejerne. Aftalen gælder\n"
        "fra den 1. januar 2020 til den\n31. december 2023.\n\n§ 1. Besøg\nFodplejeren kommer.\n"
    )
    assert paper.date == date(2020, 1, 1)
    minutes = read(f"Referat af møde i Havneudvalget den\n12. marts 2024{AN_ITEM}")
    assert minutes.date == date(2024, 3, 12)
