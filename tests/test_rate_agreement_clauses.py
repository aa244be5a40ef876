"""What clauses of agreements give: numbered sentences, headings that name, prices that are set."""

from datetime import date

import pytest

from index.rates.rate import Validity
from tests.rate_words import in_text, only, rates_in

AGREEMENT = """\
Aftale om havnevagt i Sandvig

§ 1 Vagten
Vagten dækker lørdage kl. 8-14.

§ 2 {heading}
{clause}

§ 3 Løbetid
Aftalen gælder fra 1. januar 2016 til 31. december 2019.
"""


def told(heading: str, clause: str) -> list[tuple[str, str, str, Validity]]:
    said = in_text(AGREEMENT.format(heading=heading, clause=clause))
    return [(r.name, str(r.amount), r.unit.words("da"), r.validity) for r in said.rates]


@pytest.mark.parametrize("number", ["2.1 ", "3.2.1 ", "2.1. ", "Punkt 4. ", "Artikel II – "])
def test_the_number_of_a_clause_is_no_part_of_a_name(number: str) -> None:
    rate = only(f"{number}Slæbning afregnes med 412,50 kr. pr. time.")
    assert (rate.name, str(rate.amount)) == ("Slæbning", "412.50")


def test_an_amount_a_year_is_of_what_its_heading_names() -> None:
    clause = "For hver vagt ydes 1.850 kr. i 2016, 1.890 kr. i 2017 og 1.925 kr. i 2018 og 2019."
    assert told("Vagthonorar", clause) == [
        ("Vagthonorar", "1850", "kr. pr. vagt", Validity(date(2016, 1, 1), date(2016, 12, 31))),
        ("Vagthonorar", "1890", "kr. pr. vagt", Validity(date(2017, 1, 1), date(2017, 12, 31))),
        ("Vagthonorar", "1925", "kr. pr. vagt", Validity(date(2018, 1, 1), date(2019, 12, 31))),
    ]


def test_where_the_heading_is_of_no_fee_nothing_names_it() -> None:
    assert told("Omfang", "For hver vagt ydes 1.850 kr. i 2016 og 1.890 kr. i 2017.") == []


@pytest.mark.parametrize(
    ("sentence", "name", "amount"),
    [
        ("Billetprisen hæves til 52 kr. fra 1. januar 2025.", "Billetprisen", "52"),
        ("Prisen for en plads nedsættes fra 90 kr. til 75 kr. fra 1. maj 2025.", None, "75"),
        ("Fra 1. april 2026 koster en billet til fyret 56 kr.", "billet til fyret", "56"),
    ],
)
def test_a_price_that_is_set_from_a_day_is_a_rate(
    sentence: str, name: str | None, amount: str
) -> None:
    rate = only(sentence)
    assert name in {None, rate.name}
    assert str(rate.amount) == amount
    assert rate.validity.since is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Prisen blev 400.000 kr. i 2025.",
        "Købsprisen var 52.000 kr. fra 1. januar 2025.",
        "Fra 1. april 2026 koster driften 56.000 kr.",
    ],
)
def test_what_was_once_paid_is_none(sentence: str) -> None:
    assert rates_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Der er indgået en aftale med et mødegebyr på 310 kr.", "mødegebyr"),
        ("Lejeren betaler selv strøm samt et havnegebyr på 220 kr.", "havnegebyr"),
    ],
)
def test_a_fee_that_comes_with_something_is_called_by_itself(sentence: str, name: str) -> None:
    assert only(sentence).name == name


def test_what_only_a_draft_has_is_proposed() -> None:
    assert only("Der foreligger et udkast med et honorar på 62 kr. pr. elev.").proposed
