"""Generated phrasings: whatever the form, the amount that is written and no other."""

from decimal import Decimal
from itertools import product

import pytest

from index.rates.rate import Validity
from index.rates.units import KRONER, Unit
from tests.rate_words import rates_in

AMOUNTS = (
    ("4,06", "4.06"),
    ("985", "985"),
    ("1.190.000", "1190000"),
    ("1.125,50", "1125.50"),
    ("0,92", "0.92"),
)
CURRENCIES = ("{} kr.", "{}kr.", "{} kroner", "kr. {}", "{} DKK")
PERS = (
    ("pr. time", "hour"), ("i timen", "hour"), ("per km", "km"), ("pr. kørt km", "km:kørt km"),
    ("/km", "km"),
    ("pr. gruppe 1-sikret", "group_1_insured"), ("per gruppe 1-sikrede", "group_1_insured"),
    ("pr. konsultation", "consultation"), ("pr. påbegyndt time", "commenced_hour"),
    ("for hver deltager", "participant"),
)  # fmt: skip
FRAMES = (
    "Lodstaksten er {}.", "Lodstaksten er på {}.", "Lodstaksten udgør {}.", "Lodstakst: {}",
    "- Til lodser: {}", "Til lodser afsættes {}.", "Lodser honoreres med {}.",
    "Der ydes lodserne et honorar på {}.", "Lodstaksten fastsættes til {} fra 1. april 2024.",
    "Fra 1. april 2024 er lodstaksten {}.", "Lodstaksten er {} i 2024.",
)  # fmt: skip
PHRASINGS = list(product(FRAMES, AMOUNTS, CURRENCIES, PERS))


def test_at_least_three_hundred_phrasings_state_the_amount_that_is_written_and_no_other() -> None:
    assert len(PHRASINGS) >= 300
    missed = []
    for frame, (written, amount), currency, (per, key) in PHRASINGS:
        figure = f"{currency.format(written)}{'' if per.startswith('/') else ' '}{per}"
        sentence = frame.format(figure)
        rates = rates_in(sentence)
        if not rates:
            missed.append(sentence)
            continue
        assert [r.amount for r in rates] == [Decimal(amount)], sentence
        assert rates[0].unit == Unit(KRONER, (key,)), sentence
        if "2024" in frame:
            assert rates[0].validity.since is not None, sentence
            assert rates[0].validity.since.year == 2024, sentence
        else:
            assert rates[0].validity == Validity(), sentence
    assert len(missed) <= 0.02 * len(PHRASINGS), missed[:10]


HEDGES = (
    "op til",
    "højst",
    "mindst",
    "ca.",
    "omkring",
    "under",
    "over",
    "maks.",
    "max.",
    "mere end",
    "ikke",
)


@pytest.mark.parametrize("hedge", HEDGES)
def test_a_hedged_figure_is_never_stated(hedge: str) -> None:
    for frame, (written, _), (per, _) in product(FRAMES[:6], AMOUNTS, PERS):
        sentence = frame.format(f"{hedge} {written} kr. {per}")
        assert rates_in(sentence) == [], sentence
