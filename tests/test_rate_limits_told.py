"""Two prices of one thing: which a limit means; on what condition, and of which agreement, told."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from index.rates.agreements import may_be_one
from index.rates.rate import Validity
from index.rates.supplements import is_supplement
from tests.asked_papers import ask, assistant_on, quotes
from tests.test_conversation import talk

AGREEMENT = """\
# Aftale om hjemmeklipning

Indgået den 3. december 2021

## Punkt 3. Klippehonorar

Honoraret pr. klipning udgør i hvert aftaleår:

| Aftaleår | Fra | Højst 4 km | Over 4 km |
|---|---|---|---|
| 1 | 1. januar 2022 | 201 kr. | 258 kr. |
| 2 | 1. januar 2023 | 209 kr. | 267 kr. |

## Punkt 4. Andet

4.1 Permanent afregnes med 6,90 kr. pr. minut, dog mindst for 15 minutter.
4.2 Efter kl. 18 forhøjes priserne med 30 %.
4.3 Farvning afregnes med 310 kr. pr. gang. Prisen kan kun kræves, hvis kunden har bestilt.
4.4 Alle priser er uden moms.

## Punkt 5. Løbetid

Aftalen gælder fra 1. januar 2022 til 31. december 2023.
"""
SUPPLEMENT = """\
# Tillæg 1 til aftale om hjemmeklipning 2022-2023

Underskrevet den 18. december 2022

Tillægget træder i kraft den 1. januar 2023.

## 2. Søndagstillæg

Der ydes et søndagstillæg på 95 kr. pr. klipning.
"""
PAPERS = {"aftale.md": AGREEMENT, "tillaeg.md": SUPPLEMENT}
OVER = "hvad er satsen for en hjemmeklipning over 4 km?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("limits"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        (OVER, "267 kr."),
        ("hvad er satsen for en hjemmeklipning under 4 km?", "209 kr."),
        ("what is the rate for a hjemmeklipning within 4 km?", "209 kr."),
    ],
)
def test_a_limit_tells_which_price_is_meant(
    assistant: Assistant, question: str, printed: str
) -> None:
    assert ask(assistant, question).rates[0].entry.rate.printed == printed


def test_both_are_told_where_none_is_named(assistant: Assistant) -> None:
    reply = ask(assistant, "hvad er honoraret for en hjemmeklipning?")
    assert [told.entry.rate.printed for told in reply.rates[:2]] == ["209 kr.", "267 kr."]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (("og under 4 km?",), "209 kr."),
        (("og under 4 km?", "hvad med over 4 km?"), "267 kr."),
        (("og i 2022?", "og under 4 km?"), "201 kr."),
    ],
)
def test_a_follow_up_of_another_limit_asks_for_the_other_price(
    assistant: Assistant, said: tuple[str, ...], printed: str
) -> None:
    assert talk(assistant, OVER, *said)[-1].rates[0].entry.rate.printed == printed


def test_a_rate_is_told_with_what_is_paid_at_least_and_when_more(assistant: Assistant) -> None:
    told = quotes(ask(assistant, "hvad koster permanent?"))
    assert any("dog mindst for 15 minutter" in quote for quote in told)
    assert any("forhøjes priserne med 30 %" in quote for quote in told)
    assert any("uden moms" in quote for quote in told)


def test_a_rate_is_told_with_its_condition(assistant: Assistant) -> None:
    told = quotes(ask(assistant, "hvad koster farvning?"))
    assert any("kan kun kræves, hvis kunden har bestilt" in quote for quote in told)


def test_a_numbered_supplement_runs_as_long_as_its_agreement(assistant: Assistant) -> None:
    (told,) = ask(assistant, "hvad er søndagstillægget?").rates
    assert told.validity == Validity(date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Tillæg 1 til aftale om klipning", True),
        ("Tillæg nr. 2 til aftale om klipning", True),
        ("Tillæg til aftale om klipning", True),
        ("Tillæg 1 og 2 i budgettet", False),
    ],
)
def test_a_numbered_supplement_is_one(title: str, *, is_one: bool) -> None:
    assert is_supplement(title) is is_one


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Aftale om klipning 2022-2023", "Aftale om klipning", True),
        ("Aftale om klipning", "Aftale om klipning", True),
        ("Aftale om klipning 2022-2023", "Aftale om klipning 2024-2025", False),
        ("Aftale om klipning 2022-2023", "Aftale om barbering", False),
    ],
)
def test_an_agreement_may_be_told_without_its_years(one: str, other: str, *, same: bool) -> None:
    assert may_be_one(one, other) is same
