"""A supplement to an agreement: its rates take over from those of the agreement."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from index.rates.rate import RateStatus, Validity
from index.rates.supplements import is_supplement
from tests.asked_papers import ask, assistant_on
from tests.rate_words import in_text

PAPERS = {
    "aftale.md": """\
# Aftale om snerydning 2031-2034

Aftalen gælder fra den 1. januar 2031 til den 31. december 2034.

## § 3 Betaling

- Saltning: 300 kr. pr. tur
- Skovltillæg: 80 kr. pr. tur
- Vagttillæg: 55 kr. pr. tur
""",
    "allonge.md": """\
# Allonge nr. 1

til Aftale om snerydning 2031-2034 mellem Sundby Havn og Vejmændene

Allongen træder i kraft den 1. juli 2032.

- Skovltillæg: 95 kr. pr. tur
""",
    "anden.md": """\
# Allonge nr. 1

til Aftale om grusning 2031-2034 mellem Sundby Havn og Vejmændene

Allongen træder i kraft den 1. juli 2032.

- Vagttillæg: 70 kr. pr. tur
""",
}


@pytest.mark.parametrize(
    ("head", "agreement"),
    [
        ("Allonge nr. 2\n\ntil Aftale om strandrensning 2024-2027 mellem A og B", 2024),
        ("Tillægsaftale til aftalen om strandrensning\n2024-2027 mellem A og B", 2024),
        ("Tillæg nr. 1 til Kontrakt om strandrensning af 1. maj 2024", None),
    ],
)
def test_a_supplement_is_about_the_agreement_that_it_amends(
    head: str, agreement: int | None
) -> None:
    said = in_text(f"{head}\n\nTangtillæg: 45 kr. pr. læs\n")
    (rate,) = said.rates
    assert rate.agreement is not None
    assert "strandrensning" in rate.agreement
    assert rate.agreement.endswith("2024-2027") == (agreement is not None)


def test_when_a_supplement_begins_is_the_day_of_its_rates_and_no_term_of_the_agreement() -> None:
    said = in_text(
        "Allonge nr. 2\n\ntil Aftale om strandrensning 2024-2027\n\n"
        "Allongen træder i kraft den 1. marts 2025.\n\n"
        "Tangtillæg: 45 kr. pr. læs\n\nPælepenge: 12 kr. pr. pæl i 2026\n"
    )
    assert said.agreements == ()
    assert [rate.validity for rate in said.rates] == [
        Validity(date(2025, 3, 1)),
        Validity(date(2026, 1, 1), date(2026, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Allonge til Aftale om fyr", True),
        ("Tillægsaftale om fyr", True),
        ("Tillæg til aftale om fyr", True),
        ("Tillæg og godtgørelser", False),
        ("Aftale om tillæg", False),
    ],
)
def test_a_supplement_is_known_by_its_title(title: str, is_one: bool) -> None:
    assert is_supplement(title) is is_one


@pytest.fixture(scope="module")
def snow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("snow"), PAPERS) as assistant:
        yield assistant


def test_a_rate_of_a_supplement_applies_from_its_day_on(snow: Assistant) -> None:
    reply = ask(snow, "Hvad er skovltillægget?", on=date(2033, 2, 1))
    first, second = reply.rates[:2]
    assert (str(first.entry.rate.amount), first.status) == ("95", RateStatus.IN_FORCE)
    assert first.validity == Validity(date(2032, 7, 1), date(2034, 12, 31))
    assert (str(second.entry.rate.amount), second.status) == ("80", RateStatus.EXPIRED)
    assert second.validity.until == date(2032, 6, 30)
    assert not any("To kilder" in warning for warning in reply.warnings)


def test_before_that_day_the_rate_of_the_agreement_does(snow: Assistant) -> None:
    first = ask(snow, "Hvad var skovltillægget i 2031?", on=date(2033, 2, 1)).rates[0]
    assert (str(first.entry.rate.amount), first.status) == ("80", RateStatus.IN_FORCE)


def test_what_a_supplement_does_not_name_goes_on(snow: Assistant) -> None:
    first = ask(snow, "Hvad koster saltning?", on=date(2033, 2, 1)).rates[0]
    assert (str(first.entry.rate.amount), first.status) == ("300", RateStatus.IN_FORCE)


def test_a_supplement_to_another_agreement_ends_nothing(snow: Assistant) -> None:
    reply = ask(snow, "Hvad er vagttillægget?", on=date(2033, 2, 1))
    told = {str(one.entry.rate.amount): one for one in reply.rates}
    assert told["55"].status is RateStatus.IN_FORCE
    assert told["55"].validity.until == date(2034, 12, 31)
