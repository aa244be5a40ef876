"""Rates read from a sentence: what is said, and never more."""

from datetime import date
from decimal import Decimal

import pytest

from index.rates.rate import Validity
from index.rates.units import KRONER, Unit
from tests.rate_words import in_text, only, rates_in, told


@pytest.mark.parametrize(
    ("sentence", "name", "amount", "unit"),
    [
        ("Brotaksten er på 4,06kr. pr. kørt km.", "Brotaksten", "4.06", "kr. pr. kørt km"),
        ("Lodser honoreres med 985 kr. pr. time.", "Lodser", "985", "kr. pr. time"),
        ("- 1,48 kr. pr. borger til fyrvæsen", "fyrvæsen", "1.48", "kr. pr. borger"),
        ("Fra 1. april 2024 udgør taksten 2,23 kr. pr. km.", "taksten", "2.23", "kr. pr. km"),
        ("Den variable takst udgør 3,79 kr./km.", "variable takst", "3.79", "kr. pr. km"),
        ("For et lodsbesøg ydes 868,50 kr. pr. besøg.", "lodsbesøg", "868.50", "kr. pr. besøg"),
        ("Egenbetalingen er 35 kr. pr. tur.", "Egenbetalingen", "35", "kr. pr. tur"),
        ("Kontingentet udgør 350 kr. årligt.", "Kontingentet", "350", "kr. pr. år"),
        ("Vederlag til lodsen: 45.000 kr. pr. år.", "Vederlag til lodsen", "45000", "kr. pr. år"),
        ("Til bøjer afsættes 48 øre pr. indbygger.", "bøjer", "0.48", "kr. pr. indbygger"),
        ("En hovedret koster 58 kr.", "hovedret", "58", "kr."),
        ("Vagten aflønnes med kr. 1.012,50 i timen.", "Vagten", "1012.50", "kr. pr. time"),
        ("Lodsgebyr: 12 kr. pr. fiskekasse", "Lodsgebyr", "12", "kr. pr. fiskekasse"),
        ("Dækningen afregnes med 30 kr. pr. henvist patient.", "Dækningen", "30",
         "kr. pr. henvist patient"),
        ("Renten på lånet er 2,5 pct.", "Renten på lånet", "2.5", "%"),
    ],
)  # fmt: skip
def test_a_sentence_gives_name_amount_and_unit(
    sentence: str, name: str, amount: str, unit: str
) -> None:
    rate = only(sentence)
    assert (rate.name, rate.amount, rate.unit.words("da")) == (name, Decimal(amount), unit)
    assert rate.figure.of(sentence) == rate.printed


@pytest.mark.parametrize(
    ("sentence", "since", "until"),
    [
        ("Taksten er 5 kr. pr. km (takst pr. 01-10-2017).", date(2017, 10, 1), None),
        ("Fra den 1. april 2024 er taksten 5 kr. pr. km.", date(2024, 4, 1), None),
        ("Taksten er 5 kr. pr. km i 2024.", date(2024, 1, 1), date(2024, 12, 31)),
        ("I 2023 og 2024 er taksten 5 kr. pr. km.", date(2023, 1, 1), date(2024, 12, 31)),
        ("Taksten er 5 kr. pr. km i perioden 2021-2023.", date(2021, 1, 1), date(2023, 12, 31)),
        ("Taksten er 5 kr. pr. km til og med 31. december 2025.", None, date(2025, 12, 31)),
        (
            "Taksten er 5 kr. pr. km fra 1. april 2024 til 31. marts 2025.",
            date(2024, 4, 1),
            date(2025, 3, 31),
        ),
        (
            "Taksten er 5 kr. pr. km for gæster fra 1. maj 2024.",
            date(2024, 5, 1),
            None,
        ),
        ("Taksten er 5 kr. pr. km i 2024-priser.", None, None),
        ("Taksten er 5 kr. pr. km i 2020 og 2023.", None, None),
        ("Taksten er 5 kr. pr. km.", None, None),
    ],
)
def test_a_time_is_read_only_where_it_is_said(
    sentence: str, since: date | None, until: date | None
) -> None:
    assert only(sentence).validity == Validity(since, until)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der gives op til 500 kr. pr. time.",
        "Taksten er højst 5 kr. pr. km.",
        "Prisen er ca. 3,50 kr. pr. stk.",
        "Taksten er 3-5 kr. pr. km.",
        "Taksten ligger mellem 3 kr. og 5 kr. pr. km.",
        "Taksten nedsættes med 0,20 kr. pr. km.",
        "Taksten er ikke 5 kr. pr. km.",
        "Gebyret på 500 kr. bortfalder.",
        "Udvalget afviste en takst på 5 kr. pr. km.",
        "Udvalget bevilgede 301.400 kr. til kongressen.",
        "Der er 2.781.000 kr. tilbage i puljen.",
        "Udgiften til honorarer er 275.000 kr.",
        "Skabene koster 96.000 kr.",
        "Driften er beregnet til 1.850.000 kr. årligt.",
        "Der er afsat 2,5 mio. kr. pr. år.",
        "Budgettet er på 450 t.kr. pr. klinik.",
        "Der var 58 klynger på landsplan.",
        "Honoraret er henholdsvis 800 kr. og 600 kr. pr. time for læger og andre.",
        "Beløbet er 4,73 kr., 5,28 kr. og 5,30 kr. pr. borger i år 1, 2 og 3.",
        "Det koster 12 kr. og 14 kr. pr. time.",
        "Regionen betaler 40 kr. pr. borger.",
    ],
)
def test_what_is_no_rate_or_cannot_be_told_is_left_out(sentence: str) -> None:
    assert rates_in(sentence) == []


def test_the_years_of_an_agreement_are_told_apart_and_share_their_unit() -> None:
    rates = rates_in(
        "Til fyr afsættes 4,73 kr. i år 1, 5,28 kr. i år to og 5,30 kr. i år tre pr. borger."
    )
    assert told(rates) == [("fyr", "4.73", 1), ("fyr", "5.28", 2), ("fyr", "5.30", 3)]
    assert {r.unit for r in rates} == {Unit(KRONER, ("citizen",))}
    assert [r.printed for r in rates[:2]] == ["4,73 kr. i år 1", "5,28 kr. i år to"]


def test_a_time_before_its_figure_belongs_to_that_figure() -> None:
    first, second = rates_in("Taksten er i 2023 900 kr. pr. time og i 2024 950 kr. pr. time.")
    assert (first.amount, first.validity.since) == (Decimal(900), date(2023, 1, 1))
    assert (second.amount, second.validity.since) == (Decimal(950), date(2024, 1, 1))
    years = rates_in("Til fyr ydes i år 1 4,73 kr., i år 2 5,28 kr. pr. borger.")
    assert told(years) == [("fyr", "4.73", 1), ("fyr", "5.28", 2)]


def test_figures_of_different_things_keep_their_names() -> None:
    both = rates_in("En hovedret koster 58 kr. for gæster, og en biret koster 14 kr.")
    assert told(both) == [("hovedret", "58", None), ("biret", "14", None)]
    both = rates_in("Honoraret er 985 kr. pr. time for lodser og 500 kr. pr. time for matroser.")
    assert told(both) == [
        ("Honoraret (lodser)", "985", None),
        ("Honoraret (matroser)", "500", None),
    ]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Til fyr: år 1: 1,10 kr., år 2: 2,20 kr., år 3: 3,30 kr. pr. borger.", [1, 2, 3]),
        ("Til fyr ydes 1,10 kr. (år 1), 2,20 kr. (år 2) og 3,30 kr. (år 3) pr. borger.", [1, 2, 3]),
        ("I det første år ydes 1,10 kr. pr. borger til fyr.", [1]),
        ("Satsen for 2024 er ikke fastsat; for 2023 var satsen 1,10 kr. pr. borger.", [None]),
    ],
)
def test_a_label_before_its_figure_is_not_taken_for_the_one_behind_another(
    sentence: str, years: list[int | None]
) -> None:
    rates = rates_in(sentence)
    assert [r.agreement_year for r in rates] == years
    assert [str(r.amount) for r in rates] == ["1.10", "2.20", "3.30"][: len(years)]
    if years == [None]:
        assert rates[0].validity.since == date(2023, 1, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Godtgørelsen udgør 1,90 kr. pr. km for de første 20.000 km og 3,52 kr. pr. km derover.",
        "Takster for 2023 er 3,73 kr. pr. km op til 20.000 km og 2,19 kr. pr. km derudover.",
        "Medlemmer får diæter, pt. 445 kr. pr. dag under 4 timer og 890 kr. pr. dag over 4 timer.",
        "Prisen er 100 kr. pr. stk., når der købes mere end 10 stk., ellers 120 kr. pr. stk.",
        "Timeprisen er i dagtimerne 318 kr. og i aften- og nattetimerne 636 kr. pr. time.",
        "Regionen betaler 1,23 mio. kr. årligt, svarende til 0,98 kr. pr. borger.",
        "Sekretariatet har brugt 45 timer á 650 kr. pr. time.",
        "Kommunerne betaler 40 % og regionen 60 % af udgiften på 12,50 kr. pr. borger.",
        "Honoraret er 1.012 kr./t. ekskl. moms.",
    ],
)
def test_a_rate_with_a_condition_that_is_not_understood_is_left_out(sentence: str) -> None:
    assert rates_in(sentence) == []


def test_a_figure_of_another_time_may_stand_beside_one_that_is_not_understood() -> None:
    rate = only("Den høje takst er 3,79 kr. pr. km (2024), og ellers gælder 3,73 kr. pr. km.")
    assert (str(rate.amount), rate.validity.since) == ("3.79", date(2024, 1, 1))


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        (
            "Færgetaksten er i 2031 på 38 kr. pr. tur mod 36 kr. i 2030.",
            Validity(date(2030, 1, 1), date(2030, 12, 31)),
        ),
        (
            "Færgetaksten er 38 kr. pr. tur i 2031, mens den i 2030 var 36 kr. pr. tur.",
            Validity(date(2030, 1, 1), date(2030, 12, 31)),
        ),
        (
            "Færgetaksten er fra 1. april 2031 38 kr. pr. tur mod hidtil 36 kr. pr. tur.",
            Validity(None, date(2031, 3, 31)),
        ),
        (
            "Færgetaksten er 38 kr. pr. tur fra 1. april 2031 (tidligere 36 kr.).",
            Validity(None, date(2031, 3, 31)),
        ),
    ],
)
def test_what_a_rate_was_before_is_a_rate_of_that_time(sentence: str, before: Validity) -> None:
    now, was = rates_in(sentence)
    assert (now.amount, now.validity.since is not None) == (Decimal(38), True)
    assert (was.amount, was.name, was.validity) == (Decimal(36), "Færgetaksten", before)
    assert was.unit == now.unit == Unit(KRONER, ("trip",))


def test_what_a_rate_was_at_no_known_time_is_left_out() -> None:
    assert str(only("Færgetaksten er 38 kr. pr. tur (tidligere 36 kr. pr. tur).").amount) == "38"


@pytest.mark.parametrize(
    "sentence",
    [
        "Lejen er 40 kr. pr. time, mens den hidtidige leje har været 30 kr. pr. time.",
        "Beløbet udgør 35 kr. pr. tur.",
        "Da den fulde bemanding skønnes at medføre en udgift på 12 kr. pr. plads.",
    ],
)
def test_words_that_name_nothing_paid_for_give_no_rate(sentence: str) -> None:
    assert rates_in(sentence) == []


def test_a_name_is_the_noun_phrase_behind_a_clauses_verb() -> None:
    rate = only("Anbefales, dog fastholdes taksten for hunde på 30 kr. pr. tur.")
    assert rate.name == "taksten for hunde"


def test_what_is_only_mentioned_is_neither_name_nor_payee() -> None:
    rate = only("Ved ydelse 7701 ydes kørselsgodtgørelse med 3,94 kr. pr. kørt km.")
    assert (rate.name, rate.names, rate.payee) == ("kørselsgodtgørelse", (), None)


def test_a_code_in_a_names_brackets_is_another_name() -> None:
    assert only("Tilsyn med fyr (7701) honoreres med 40 kr. pr. besøg.").names == ("7701",)
    assert only("Tilsyn med fyr (2031) honoreres med 40 kr. pr. besøg.").names == ()


def test_of_a_change_only_what_is_new_is_a_rate() -> None:
    rate = only("Taksten hæves fra 2,19 kr. pr. km til 2,23 kr. pr. km fra 1. april 2024.")
    assert (rate.amount, rate.validity.since) == (Decimal("2.23"), date(2024, 4, 1))


def test_who_gets_a_rate_stands_beside_what_it_is_called() -> None:
    rate = only("Lodser, der møder i rådet, får et mødehonorar på 1.125 kr. pr. påbegyndt time.")
    assert (rate.name, rate.payee) == ("mødehonorar", "Lodser, der møder i rådet")
    assert rate.unit == Unit(KRONER, ("commenced_hour",))


def test_a_proposal_is_marked_as_one() -> None:
    rate = only("Det foreslås, at taksten fastsættes til 2,19 kr. pr. km.")
    assert rate.proposed
    assert not only("Taksten fastsættes til 2,19 kr. pr. km.").proposed


def test_a_condition_or_a_denial_elsewhere_in_the_sentence_does_no_harm() -> None:
    rate = only(
        "Såfremt vagten ikke kan dækkes, udbetales der godtgørelse for tabt løn svarende til "
        "918,52 kr. pr. time."
    )
    assert (rate.name, rate.payee) == ("godtgørelse for tabt løn", None)


GUARDS = """\
Aftale om vagter ved museet
Gældende fra 1. januar 2022

§ 1. Formål
Aftalen sikrer, at museet er åbent.

§ 2. Vagtvederlag
Stk. 1. Natvagter modtager 6.100 kr. pr. år. {following}
Stk. 2. Alle vagter har adgang til museet.
"""


def test_the_amount_that_the_next_sentence_gives_follows_the_one_before() -> None:
    text = GUARDS.format(following="Fra den 1. januar 2025 er beløbet 6.700 kr. pr. år.")
    first, second = in_text(text).rates
    assert [first.name, second.name] == ["Natvagter", "Natvagter"]
    assert first.validity.until == date(2024, 12, 31)
    assert second.validity.since == date(2025, 1, 1)


@pytest.mark.parametrize(
    "following",
    [
        "Fra den 1. januar 2025 er beløbet 6.700 kr. pr. vagt.",
        "Dagvagter modtager fra den 1. januar 2025 6.700 kr. pr. år.",
        "Beløbet er 6.700 kr. pr. år i København.",
    ],
)
def test_an_amount_of_another_thing_ends_nothing(following: str) -> None:
    rates = in_text(GUARDS.format(following=following)).rates
    assert all(rate.validity.until is None for rate in rates)


def test_what_somebody_gets_a_year_is_a_rate_under_a_heading_of_rates_only() -> None:
    text = GUARDS.format(following="").replace("Vagtvederlag", "Vagter")
    assert in_text(text).rates == ()


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "Brotillæg: 21 kr. pr. time i aftaleår 1 og 2 og 24 kr. pr. time i aftaleår 3 og 4.",
            [("21", 1), ("21", 2), ("24", 3), ("24", 4)],
        ),
        (
            "Brotillægget er 21 kr. pr. time i aftaleår 1-2 og 24 kr. pr. time i aftaleår 3-4.",
            [("21", 1), ("21", 2), ("24", 3), ("24", 4)],
        ),
        (
            "Brotillægget er 21 kr. pr. time i aftaleår 1, 2 og 3.",
            [("21", 1), ("21", 2), ("21", 3)],
        ),
    ],
)
def test_several_years_of_an_agreement_have_a_rate_each(
    sentence: str, figures: list[tuple[str, int]]
) -> None:
    assert [(amount, year) for _, amount, year in told(rates_in(sentence))] == figures


@pytest.mark.parametrize(
    "limit", ["indtil 300 m² pr. år", "ud over 300 m² pr. år", "op til 4 pr. måned"]
)
def test_for_how_much_a_rate_holds_is_not_per_what_it_is(limit: str) -> None:
    rates = rates_in(f"Aktuelle satser: Leje af presenning pr. døgn ({limit}) 12,50 kr.")
    assert [(rate.amount, rate.unit.per) for rate in rates] == [(Decimal("12.50"), ("day:døgn",))]
