"""Amounts by what a decision says of single rates: one is set or approved, others are not."""

from datetime import date
from pathlib import Path

import pytest

from index.rates.rate import Rate
from tests.rate_words import in_file, in_text, only, rates_in

CLAUSES = """\
Referat af møde i Lokalarkivets bestyrelse den 4. marts 2024

1. Priser

Indstilling
At dagkortet hæves til 70 kr. pr. gæst, og at et sæsonkort koster 240 kr. pr. gæst fra 1. juni 2024.

Beslutning
{decision}
"""
BOOK = """\
<html><body><h1>Materielnævnet</h1><p>Referat af møde den 6. november 2023</p>
<h2>1. Takstbog 2024</h2><h3>Sagsfremstilling</h3>
<table><tr><td>Ydelse</td><td>Takst 2023</td><td>Takst 2024</td><td>Enhed</td></tr>
<tr><td>Leje af festtelt</td><td>300</td><td>330</td><td>kr. pr. døgn</td></tr>
<tr><td>Leje af trailer</td><td>80</td><td>95</td><td>kr. pr. døgn</td></tr>
<tr><td>Opstilling</td><td>400</td><td>440</td><td>kr. pr. gang</td></tr></table>
<h3>Indstilling</h3><p>Det indstilles, at takstbogen for 2024 godkendes.</p>
<h3>Beslutning</h3><p>{decision}</p></body></html>
"""


def told(rates: tuple[Rate, ...]) -> dict[int, tuple[bool, date | None]]:
    return {int(rate.amount): (rate.proposed, rate.validity.since) for rate in rates}


def book(decision: str, folder: Path) -> dict[tuple[int, int], bool]:
    path = folder / "takstbog.html"
    path.write_text(BOOK.format(decision=decision), encoding="utf-8")
    return {
        (int(rate.amount), rate.validity.since.year): rate.proposed
        for rate in in_file(path)[1].rates
        if rate.validity.since
    }


def test_a_recommended_amount_is_a_proposal_where_the_decision_sets_another() -> None:
    decision = (
        "Dagkortet fastsættes til 60 kr. pr. gæst fra 1. juni 2024. "
        "Sæsonkortet godkendt som indstillet."
    )
    rates = told(in_text(CLAUSES.format(decision=decision)).rates)
    assert rates[60] == (False, date(2024, 6, 1))
    assert rates[70] == (True, None)
    assert rates[240] == (False, date(2024, 6, 1))


def test_a_clause_that_the_decision_does_not_name_is_not_approved_with_the_one_it_names() -> None:
    decision = "Sæsonkortet godkendt som indstillet. Dagkortet drøftes på næste møde."
    rates = told(in_text(CLAUSES.format(decision=decision)).rates)
    assert rates[70][0]
    assert not rates[240][0]


def test_a_clause_that_an_approval_does_not_change_is_approved() -> None:
    decision = "Godkendt, dog således at dagkortet fastsættes til 60 kr. pr. gæst."
    rates = told(in_text(CLAUSES.format(decision=decision)).rates)
    assert rates[70][0]
    assert not rates[240][0]
    assert not rates[60][0]


def test_a_plain_approval_is_of_all_clauses() -> None:
    rates = told(in_text(CLAUSES.format(decision="Godkendt.")).rates)
    assert not any(proposed for proposed, _ in rates.values())


@pytest.mark.parametrize(
    "decision",
    [
        "Nævnet godkendte takstbogen med den ændring, at leje af trailer holdes uændret på 80 kr. "
        "pr. døgn i 2024.",
        "Takstbogen blev vedtaget, dog fastsættes leje af trailer til 80 kr. pr. døgn i 2024.",
        "The board approved the list with the change that leje af trailer is DKK 80 in 2024.",
    ],
)
def test_an_approval_with_a_change_adopts_the_rest_of_a_table(
    decision: str, tmp_path: Path
) -> None:
    rates = book(decision, tmp_path)
    assert rates[95, 2024]
    assert not rates[330, 2024]
    assert not rates[440, 2024]
    assert not rates[80, 2024]


@pytest.mark.parametrize(
    "decision",
    [
        "Nævnet godkendte takstbogen med den ændring, at leje af trailer holdes uændret, og at de "
        "øvrige takster hæves med 2 pct.",
        "Nævnet kunne ikke godkende takstbogen, men ønsker leje af trailer sat ned.",
        "Nævnet godkendte takstbogen, dog først fra den 1. juli 2024.",
    ],
)
def test_a_table_is_not_adopted_by_what_changes_all_of_it_or_is_no_approval(
    decision: str, tmp_path: Path
) -> None:
    rates = book(decision, tmp_path)
    assert rates[330, 2024]
    assert rates[440, 2024]


@pytest.mark.parametrize(
    "sentence",
    [
        "En nattevagt koster i snit 1.212 kr. pr. vagt.",
        "Den gennemsnitlige pris er 410 kr. pr. besøg.",
        "A visit costs DKK 410 per visit on average.",
        "En plads koster 510 kr. pr. barn at drive.",
        "En rundvisning koster 90 kr. at opkræve betaling for.",
    ],
)
def test_an_average_and_the_cost_of_running_are_no_rates(sentence: str) -> None:
    assert rates_in(sentence) == []


def test_who_decides_is_no_name_and_who_only_proposes_names_no_rate() -> None:
    assert only("Bestyrelsen vedtog 80 kr. pr. gæst.").name == "betaling"
    assert rates_in("Lederen foreslår 90 kr. pr. gæst.") == []


def test_what_a_body_sets_without_a_name_is_what_was_recommended() -> None:
    text = """\
Referat af møde i Bådelauget den 3. april 2024

1. Vinterplads

Indstilling
At taksten for vinterplads hæves til 52 kr. pr. m² pr. sæson fra 1. oktober 2024.

Beslutning
Bestyrelsen besluttede 49 kr. pr. m² pr. sæson fra
1. oktober 2024.
"""
    rates = {int(rate.amount): rate for rate in in_text(text).rates}
    assert rates[52].proposed
    assert rates[49].name == "taksten for vinterplads"
    assert rates[49].unit.words("da") == "kr. pr. m² pr. sæson"
    assert rates[49].validity.since == date(2024, 10, 1)
    assert not rates[49].proposed
