"""What a rate is for, where its sentence says who pays, who decides, or the most that is paid."""

from datetime import date

import pytest

from index.rates.rate import DoubtKind, Validity
from tests.rate_words import in_text, only, rates_in


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Beslutning: Der fastsættes en lodstakst på 90 kr. pr. sejlads.", "lodstakst"),
        ("Havnerådet anbefaler en pris på 12 kr. pr. kurv.", "pris"),
        ("Direktionen foreslår en afgift på 30 kr. pr. time.", "afgift"),
        ("Byrådet vedtog en sejladstakst på 50 kr. pr. time.", "sejladstakst"),
        ("Tøjet vaskes hver uge, og linned udbringes til 30 kr. pr. pose.", "linned"),
        ("Linned udbringes i dag til 30 kr. pr. pose.", "Linned"),
        ("For nattevagt betaler kommunen et tillæg på 300 kr. pr. vagt.", "tillæg"),
        ("Regionen yder et tilskud på 40 kr. pr. prøve.", "tilskud"),
        ("Kommunen betaler regionen 700 kr. pr. prøve.", "betaling"),
        ("Gæster betaler i dag 425 kr. pr. døgn.", "Gæster"),
        ("Beboerne betaler nu 2.100 kr. pr. måned.", "Beboerne"),
    ],
)
def test_a_name_is_neither_a_label_nor_a_payer_nor_a_verb(sentence: str, name: str) -> None:
    assert [rate.name for rate in rates_in(sentence)] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunen betaler 425 kr. pr. døgn.",
        "Nordstrand Kommune betaler 200 kr. pr. måned.",
        "Den enkelte region betaler 100 kr. pr. dag.",
    ],
)
def test_what_an_authority_pays_by_the_day_has_no_name(sentence: str) -> None:
    assert rates_in(sentence) == []


def test_the_parts_of_the_day_tell_what_one_pays_another_apart() -> None:
    text = (
        "Regionen betaler kommunen 80 kr. pr. prøve i dagtid og 95 kr. pr. prøve på andre "
        "tidspunkter."
    )
    assert [(r.name, str(r.amount)) for r in rates_in(text)] == [
        ("betaling (i dagtid)", "80"),
        ("betaling (på andre tidspunkter)", "95"),
    ]


def test_what_a_committee_only_recommends_is_a_proposal() -> None:
    (rate,) = rates_in("Havnerådet anbefaler en pris på 12 kr. pr. kurv fra 1. maj 2024.")
    assert [doubt.kind for doubt in rate.doubts] == [DoubtKind.PROPOSED]


def test_the_most_that_people_pay_themselves_is_a_rate_with_that_word() -> None:
    text = "Egenbetalingen er højst 610 kr. pr. år i 2031 mod 585 kr. pr. år i 2030."
    assert [(r.note, str(r.amount), r.validity) for r in rates_in(text)] == [
        ("højst", "610", Validity(date(2031, 1, 1), date(2031, 12, 31))),
        ("højst", "585", Validity(date(2030, 1, 1), date(2030, 12, 31))),
    ]
    assert only("Gebyret udgør maks. 90 kr. pr. blanket.").note == "maks."


@pytest.mark.parametrize(
    "sentence",
    ["Honoraret er højst 600 kr. pr. time.", "Egenbetalingen er højst mellem 5 og 9 kr. pr. time."],
)
def test_a_limit_of_what_is_received_is_none(sentence: str) -> None:
    assert rates_in(sentence) == []


MINUTES = """Referat af møde i Havnerådet
den 5. februar 2024

1. Takster for gæsteleje

Sagsfremstilling
Gæster betaler i dag 90 kr. pr. døgn.

Indstilling
Sekretariatet indstiller, at taksten for gæster hæves til 110 kr. pr. døgn fra 1. maj 2024.

Beslutning
{decision}
"""


def test_what_is_paid_today_ends_where_another_amount_was_approved() -> None:
    rates = in_text(MINUTES.format(decision="Godkendt.")).rates
    assert [(str(r.amount), r.validity, r.proposed) for r in rates] == [
        ("90", Validity(None, date(2024, 4, 30)), False),
        ("110", Validity(date(2024, 5, 1)), False),
    ]


@pytest.mark.parametrize("decision", ["Udsat.", "Drøftet."])
def test_it_goes_on_where_nothing_was_approved(decision: str) -> None:
    rates = in_text(MINUTES.format(decision=decision)).rates
    assert [(str(r.amount), r.validity.dated, r.proposed) for r in rates] == [
        ("90", False, False),
        ("110", True, True),
    ]


def test_what_was_rejected_is_no_rate_at_all() -> None:
    rates = in_text(MINUTES.format(decision="Forkastet.")).rates
    assert [(str(r.amount), r.proposed) for r in rates] == [("90", False)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Beboeren betaler 3.200 kr. pr. måned for kost.", "kost"),
        ("Gæster betaler 90 kr. pr. døgn for linned.", "linned"),
    ],
)
def test_what_is_paid_for_goes_before_who_pays(sentence: str, name: str) -> None:
    (rate,) = rates_in(sentence)
    assert rate.name == name
