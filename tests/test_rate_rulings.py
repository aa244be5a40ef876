"""Amounts by what was decided: on a clause, on a day, with a change that names another amount."""

from datetime import date
from pathlib import Path

import pytest

from index.rates.rate import Rate
from tests.rate_words import in_file, in_text, only

MINUTES = """\
Referat af møde i Idrætsudvalget den 5. marts 2024

1. Svømmehallen

Sagsfremstilling
Svømmehallen holder åbent hele ugen.

Indstilling
Forvaltningen indstiller,
1. at svømmehallen åbner kl. 6 fra den 1. maj 2024, og
2. at taksten for en badebillet fastsættes til 45 kr. pr. besøg{day}.

Beslutning
{decision}
"""
YEARS = """\
<html><body><h1>Campingudvalget</h1><p>Referat af møde den 6. november 2023</p>
<h2>1. Priser for 2024</h2><h3>Sagsfremstilling</h3>
<table><tr><td>Plads</td><td>2023</td><td>2024</td><td>Enhed</td></tr>
<tr><td>Teltplads</td><td>80</td><td>95</td><td>kr. pr. nat</td></tr>
<tr><td>Hytte</td><td>400</td><td>440</td><td>kr. pr. nat</td></tr></table>
<h3>Indstilling</h3><p>Lejrchefen indstiller, at priserne for 2024 godkendes.</p>
<h3>Beslutning</h3><p>{decision}</p></body></html>
"""


def badebillet(decision: str, day: str = "") -> Rate:
    (rate,) = in_text(MINUTES.format(decision=decision, day=day)).rates
    return rate


@pytest.mark.parametrize(
    ("decision", "since"),
    [
        ("Ad 1: Udsat.\nAd 2: Godkendt. Prisen gælder fra den 1. juni 2024.", date(2024, 6, 1)),
        ("Ad 1: Afvist.\nAd 2: Godkendt.", None),
        ("Godkendt, dog med virkning først fra den 1. juli 2024.", date(2024, 7, 1)),
        ("Godkendt. Taksten gælder først fra den 1. juli 2024.", date(2024, 7, 1)),
        ("Indstillingen tiltrådt.\nEva Lund kunne ikke tiltræde indstillingen, idet hun finder "
         "taksten for høj.", None),
    ],
)  # fmt: skip
def test_a_clause_that_was_approved_is_a_rate_from_the_day_decided(
    decision: str, since: date | None
) -> None:
    rate = badebillet(decision)
    assert not rate.proposed
    assert rate.validity.since == since


@pytest.mark.parametrize(
    "decision",
    [
        "Ad 1: Godkendt.\nAd 2: Udsat.",
        "Ad 1: Godkendt.\nAd 2: Godkendt, dog 50 kr. pr. besøg for voksne.",
        "Ad 1: Godkendt.",
        "Godkendt, idet udvalget ønsker en lavere takst for børn.",
        "Udsat.",
        "Eva Lund kunne ikke tiltræde indstillingen.",
    ],
)
def test_a_clause_that_was_not_plainly_approved_stays_a_proposal(decision: str) -> None:
    text = MINUTES.format(decision=decision, day=" fra den 1. maj 2024")
    assert all(rate.proposed for rate in in_text(text).rates if rate.amount == 45)


def test_the_day_of_another_thing_is_not_that_of_the_rate() -> None:
    rate = badebillet("Godkendt. Badeforbuddet gælder fra den 1. august 2024.")
    assert rate.validity.since != date(2024, 8, 1)


@pytest.mark.parametrize("decision", ["Godkendt.", "Taget til efterretning."])
def test_years_to_come_of_a_table_stand_where_they_were_approved(
    decision: str, tmp_path: Path
) -> None:
    assert {a for a, proposed in _camping(decision, tmp_path) if not proposed} == {
        (80, 2023), (95, 2024), (400, 2023), (440, 2024),
    }  # fmt: skip


def test_a_year_to_come_gives_way_to_the_amount_that_the_decision_names(tmp_path: Path) -> None:
    decision = "Godkendt, dog forbliver prisen for en teltplads 80 kr. pr. nat i 2024."
    told = _camping(decision, tmp_path)
    assert ((95, 2024), True) in told
    assert ((80, 2024), False) in told
    assert ((440, 2024), False) in told


@pytest.mark.parametrize(
    "decision",
    [
        "Udsat.",
        "Afvist.",
        "Godkendt, dog hæves priserne først fra den 1. juli 2024.",
        "Sendes i høring.",
        "Drøftet.",
    ],
)
def test_years_to_come_of_a_table_are_proposals_where_they_were_not_approved(
    decision: str, tmp_path: Path
) -> None:
    told = dict(_camping(decision, tmp_path))
    assert told[95, 2024]
    assert told[440, 2024]
    assert not told[80, 2023]


def _camping(decision: str, folder: Path) -> list[tuple[tuple[int, int], bool]]:
    path = folder / "camping.html"
    path.write_text(YEARS.format(decision=decision), encoding="utf-8")
    return [
        ((int(rate.amount), rate.validity.since.year), rate.proposed)
        for rate in in_file(path)[1].rates
        if rate.validity.since
    ]


def test_prose_that_repeats_what_was_only_recommended_is_no_rate() -> None:
    text = MINUTES.replace(
        "Svømmehallen holder åbent hele ugen.", "Taksten for en badebillet bliver 45 kr. pr. besøg."
    )
    rates = in_text(text.format(decision="Udsat.", day="")).rates
    assert len(rates) == 2
    assert all(rate.proposed for rate in rates)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Godkendt, dog forbliver prisen for en teltplads 80 kr. pr. nat i 2024.",
         "prisen for en teltplads"),
        ("Tiltrådt, idet taksten for hytter dog fastsættes til 410 kr. pr. nat.",
         "taksten for hytter"),
        ("Approved, but the price of a tent pitch remains DKK 80 per night in 2024.",
         "price of a tent pitch"),
    ],
)  # fmt: skip
def test_what_an_approval_changes_is_named_without_the_approval(sentence: str, name: str) -> None:
    assert only(sentence).name == name


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt, dog sådan at plejehjem fritages.",
        "Godkendt. Skoler er fritaget for taksten.",
        "Godkendt, idet foreninger ikke skal betale.",
        "Approved, but schools are exempt.",
    ],
)
def test_who_is_exempt_does_not_make_what_the_others_pay_a_proposal(decision: str) -> None:
    if "ikke skal betale" in decision:
        assert badebillet(decision).proposed  # a clause not known: nothing is guessed
    else:
        assert not badebillet(decision).proposed


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt, dog fastsættes taksten til 40 kr., og skoler fritages.",
        "Godkendt, dog undtages taksten for en badebillet.",
    ],
)
def test_an_exemption_beside_another_amount_settles_nothing(decision: str) -> None:
    rates = in_text(MINUTES.format(decision=decision, day="")).rates
    assert all(rate.proposed for rate in rates if rate.amount == 45)
