"""Figures that are no rates of ours, and words that belong to one figure only."""

from datetime import date

import pytest

from index.rates.rate import UNDATED, Validity
from ingest.rates.sentences.disclaimers import homes_in, is_elsewhere
from tests.rate_words import in_text, only, rates_in

RUNS = (
    "Overenskomst LB24\n"
    "Overenskomsten træder i kraft 1. april 2024 og gælder til 31. marts 2027.\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der kan højst udbetales 900 kr. pr. havn.",
        "Lodsgebyret kan maksimalt årligt udgøre 900 kr. pr. skib.",
        "Lodsens løn ligger mellem 450 og 600 kr. pr. time.",
        "Der opkræves ikke længere 30 kr. pr. kasse for is.",
        "Gebyret for bøjer kan sættes til 70 kr. pr. bøje, men det er ikke indført.",
        "Tidligere: 2,73 kr. pr. mil.",
    ],
)
def test_limits_ranges_and_what_does_not_hold_are_no_rates(sentence: str) -> None:
    assert rates_in(sentence) == []


@pytest.mark.parametrize(
    "time", ["i 2025/26", "i 2025/2026", "i sæsonen 2025-26", "i skoleåret 2025-2026"]
)
def test_a_season_is_undated_unless_its_days_are_said(time: str) -> None:
    assert only(f"Isgebyret er {time} på 65 kr. pr. kasse.").validity == UNDATED


def test_a_price_level_is_no_time_of_a_rate() -> None:
    rate = only("Taksten er 65 kr. pr. kasse (niveau pr. 31. marts 2018).")
    assert rate.validity == UNDATED
    assert only("Taksten er 65 kr. pr. kasse fra 1. oktober 2010-niveau.").validity == UNDATED


def test_brackets_that_tell_figures_apart_belong_to_the_names() -> None:
    rates = rates_in("Slæbepenge: 2,10 kr./km (lav takst) og 3,30 kr./km (høj takst) i 2026.")
    assert [(r.name, str(r.amount)) for r in rates] == [
        ("Slæbepenge (lav takst)", "2.10"),
        ("Slæbepenge (høj takst)", "3.30"),
    ]
    assert only("Isgebyret er 65 kr. pr. kasse (se vedlagt bilag).").name == "Isgebyret"


def test_a_sentence_with_an_amount_leads_into_nothing() -> None:
    said = in_text(
        "Notat om takster\n\nMøder honoreres med ca. 900 kr. pr. dag.\n\n"
        "Isgebyret er 65 kr. pr. kasse.\n\nHonoraret for lods er hundrede kroner pr. lodsning.\n\n"
        "Vagtgebyret er 80 kr. pr. vagt.\n"
    )
    assert [(r.name, r.unit.words("da")) for r in said.rates] == [
        ("Isgebyret", "kr. pr. kasse"),
        ("Vagtgebyret", "kr. pr. vagt"),
    ]


def test_years_in_brackets_go_on_after_an_abbreviation() -> None:
    said = in_text(
        "Notat\n\nLodshonorar: 100 kr. (2025), 110 kr. (2026), 120 kr. (2027) pr. tur.\n"
    )
    assert [(str(r.amount), r.unit.words("da"), r.validity) for r in said.rates] == [
        (amount, "kr. pr. tur", Validity(date(year, 1, 1), date(year, 12, 31)))
        for amount, year in (("100", 2025), ("110", 2026), ("120", 2027))
    ]


def test_what_an_agreement_tells_of_before_or_of_a_season_is_none_of_its_rates() -> None:
    said = in_text(
        RUNS + "Bøjegebyret var 30 kr. pr. bøje. Isgebyret er i 2025/26 på 65 kr. pr. kasse. "
        "Vagtgebyret er 80 kr. pr. vagt.\n"
    )
    assert [rate.name for rate in said.rates] == ["Vagtgebyret"]


def test_a_rate_of_another_region_is_none_of_the_papers_own() -> None:
    said = in_text(
        "Notat\nRegion Havnby\n\nIsgebyret er 65 kr. pr. kasse. I Region Sundby er isgebyret "
        "50 kr. pr. kasse. Bøjegebyret er i Region Havnby 30 kr. pr. bøje.\n"
    )
    assert [str(rate.amount) for rate in said.rates] == ["65", "30"]


def test_where_a_paper_does_not_say_whose_it_is_no_place_is_elsewhere() -> None:
    assert homes_in("Notat\nRegionerne blev hørt i Region Sundby.") == frozenset()
    assert not is_elsewhere("I Region Sundby er gebyret 5 kr.", frozenset())
    assert not is_elsewhere("I Region Sundby er gebyret 5 kr.", frozenset({"havnby kommune"}))
    assert is_elsewhere("I Region Sundby er gebyret 5 kr.", frozenset({"region havnby"}))


@pytest.mark.parametrize(
    ("sentence", "proposed"),
    [
        ("Honoraret er 300 kr. pr. time, hvis havnen har godkendt kurset.", False),
        ("Gebyret er 150 kr. pr. gang, hvis bestyrelsen ikke har fået afbud.", False),
        ("Taksten er 40 kr. pr. time fra 1. maj 2031, hvis båden er over 8 m.", False),
        ("Taksten er 40 kr. pr. time fra 1. maj 2031, hvis rådet godkender det.", True),
        ("Taksten hæves til 40 kr. pr. time, såfremt forslaget vedtages.", True),
        ("The fee is 40 kr. per hour from 1 May 2031, provided the council approves it.", True),
    ],
)
def test_only_what_awaits_a_decision_is_a_proposal_by_its_condition(
    sentence: str, proposed: bool
) -> None:
    assert [rate.proposed for rate in rates_in(sentence)] == [proposed]
