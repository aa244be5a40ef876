"""Points of a list of fees: "- Saltning: 300 kr." is a rate where the heading says so."""

from pathlib import Path

import pytest

from index.rates.rate import Rate
from tests.rate_words import in_file, in_text


def rates_of(folder: Path, text: str) -> tuple[Rate, ...]:
    """Return the rates of an agreement that is written as Markdown."""
    paper = folder / "aftale.md"
    paper.write_text(text, encoding="utf-8")
    return in_file(paper)[1].rates


AGREEMENT = """\
# Aftale om snerydning 2031-2034

Aftalen gælder fra den 1. januar 2031 til den 31. december 2034.

## § 4. {heading}

{lead}

- Saltning: 300 kr.
- Skovltillæg, om natten: 1.250,50 kr.

Beløbene udbetales bagud.
"""
MINUTES = """\
Referat af møde i Vejlauget
den 3. marts 2031 kl. 10.00

1. Regnskab

{heading}

- Saltning: 300 kr.
- Sand: 80 kr.
"""


@pytest.mark.parametrize(
    "heading", ["Honorarer", "Takster", "Ydelseshonorar", "Ydelser", "Priser for kørsel"]
)
@pytest.mark.parametrize("lead", ["For de enkelte ydelser betales:", "Parterne har aftalt dette."])
def test_points_below_a_heading_of_fees_are_rates(tmp_path: Path, heading: str, lead: str) -> None:
    told = rates_of(tmp_path, AGREEMENT.format(heading=heading, lead=lead))
    assert [(rate.name, str(rate.amount)) for rate in told] == [
        ("Saltning", "300"),
        ("Skovltillæg, om natten", "1250.50"),
    ]
    assert {rate.agreement for rate in told} == {"Aftale om snerydning 2031-2034"}


@pytest.mark.parametrize(
    "heading", ["Formål", "Udgifter til honorarer", "Budget for ydelser", "Erstatning"]
)
def test_points_below_another_heading_are_none(tmp_path: Path, heading: str) -> None:
    text = AGREEMENT.format(heading=heading, lead="For vinteren er aftalt:")
    assert rates_of(tmp_path, text) == ()


@pytest.mark.parametrize("heading", ["Honorarer", "Udgifter"])
def test_what_minutes_list_may_have_been_paid_once(heading: str) -> None:
    assert in_text(MINUTES.format(heading=heading)).rates == ()


@pytest.mark.parametrize(
    ("heading", "told"),
    [("Honorar", [("saltning af kajen", "300"), ("vagtbesøg", "55")]), ("Formål", [])],
)
def test_a_sentence_that_says_what_is_paid_for_one_is_a_rate(
    tmp_path: Path, heading: str, told: list[tuple[str, str]]
) -> None:
    words = (
        "For en saltning af kajen betaler kommunen 300 kr. For et vagtbesøg ydes 55 kr. "
        "For det fælles udstyr betaler kommunen 9.000 kr."
    )
    text = AGREEMENT.replace("- Saltning: 300 kr.\n- Skovltillæg, om natten: 1.250,50 kr.\n", "")
    found = rates_of(tmp_path, text.format(heading=heading, lead=words))
    assert [(rate.name, str(rate.amount)) for rate in found] == told


def test_who_pays_behind_the_verb_is_not_what_is_paid_for() -> None:
    told = "For en klipning betaler kommunen 40 kr. pr. hund."
    assert [rate.name for rate in in_text(told).rates] == ["klipning"]
    told = "For hver vask betaler kommunen 9 kr."
    assert all(rate.name == "betaling" for rate in in_text(told).rates)
