"""Rates read from the words of documents: what is said, and never more."""

from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from index.rates.rate import DoubtKind, Rate, Validity
from index.rates.units import KRONER, PERCENT, Unit
from index.settings import Limits
from index.spans import Span
from ingest.rates.candidates import Said, find_rates
from ingest.rates.clauses import Sentence, read_sentence
from ingest.reading.extraction import Extraction
from ingest.reading.reader import read
from ingest.structure import understand

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


def in_text(text: str, source: str = "notat.txt") -> Said:
    return find_rates(understand(Extraction(text), source=source, audience="open"))


def rates_in(sentence: str) -> list[Rate]:
    return read_sentence(Sentence(sentence, Span(0, len(sentence)), "", None))


def only(sentence: str) -> Rate:
    (rate,) = rates_in(sentence)
    return rate


def told(rates: list[Rate] | tuple[Rate, ...]) -> list[tuple[str, str, int | None]]:
    return [(rate.name, str(rate.amount), rate.agreement_year) for rate in rates]


@pytest.mark.parametrize(
    ("sentence", "name", "amount", "unit"),
    [
        ("Brotaksten er på 4,06kr. pr. kørt km.", "Brotaksten", "4.06", "kr. pr. km"),
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
    rate = only("Den høje takst er 3,79 kr. pr. km (2024) mod 3,73 kr. pr. km (2023).")
    assert (str(rate.amount), rate.validity.since) == ("3.79", date(2024, 1, 1))


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


LIST = """Notat om aftalen (AV21)

Havnen tilføres årligt pr. indbygger

- 1,48 kr. til bøjer
- Til fyr 4,73 kr. i år 1, 5,28 kr. i år to og 5,227 kr. i år tre

(Til sammenligning blev der tilført pr. indbygger i 2017-overenskomsten:

1,40 kr. til bøjer

2,03 til fyr

4,20 til tågehorn)

Havnen
"""


def test_a_lead_holds_for_the_points_of_its_list() -> None:
    rates = in_text(LIST).rates
    assert [(r.name, str(r.amount), r.agreement, r.agreement_year) for r in rates] == [
        ("bøjer", "1.48", "AV21", None),
        ("fyr", "4.73", "AV21", 1),
        ("fyr", "5.28", "AV21", 2),
        ("fyr", "5.227", "AV21", 3),
        ("bøjer", "1.40", "2017-overenskomsten", None),
        ("fyr", "2.03", "2017-overenskomsten", None),
        ("tågehorn", "4.20", "2017-overenskomsten", None),
    ]
    assert {r.unit.words("da") for r in rates[:4]} == {"kr. pr. indbygger pr. år"}
    assert {r.unit.words("da") for r in rates[4:]} == {"kr. pr. indbygger"}


def test_another_precision_than_the_neighbours_is_doubted_and_kept_as_printed() -> None:
    doubted = [r for r in in_text(LIST).rates if r.doubts]
    assert [(r.printed, r.doubts[0].kind) for r in doubted] == [
        ("5,227 kr. i år tre", DoubtKind.PRECISION)
    ]
    assert "5,28 kr. i år to" in doubted[0].doubts[0].figures


def test_a_slipped_comma_in_a_series_is_doubted() -> None:
    text = (
        "Takster\n\nTil fyr ydes 2,10 kr. i år 1, 2,20 kr. i år 2 og 23,0 kr. i år 3 pr. borger.\n"
    )
    doubted = [r for r in in_text(text).rates if r.doubts]
    assert {d.kind for r in doubted for d in r.doubts} >= {DoubtKind.BREAK}
    assert [r.printed for r in doubted] == ["23,0 kr. i år 3 pr. borger"]


def test_when_an_agreement_runs_is_read_from_its_own_words() -> None:
    text = (
        "Aftale om bøjer i sundet 2021-2024\n(AB21)\n\n§ 1 Løbetid\nAftalen træder i kraft den "
        "1. april 2021 og gælder til og med den 31. marts 2024.\n\n§ 2 Takster\nBøjer honoreres "
        "med 12 kr. pr. time.\n"
    )
    said = in_text(text, "aftale.txt")
    assert [(a.name, a.validity) for a in said.agreements] == [
        ("AB21", Validity(date(2021, 4, 1), date(2024, 3, 31)))
    ]
    assert [r.agreement for r in said.rates] == ["AB21"]


def test_a_paper_that_names_two_agreements_is_of_none() -> None:
    text = "Notat om overgangen fra OK18 til OK21\n\nTaksten er 5 kr. pr. km.\n"
    assert [r.agreement for r in in_text(text).rates] == [None]


ROWS = """# Takster for broen

| Ydelse | Enhed | 2023 | 2024 | Forslag 2025 |
|---|---|---|---|---|
| Personbil | pr. tur | 12,50 kr. | 13,00 kr. | 14,00 kr. |
| Cykel | pr. tur | 3,50 kr. | 3,75 kr. | ca. 4 kr. |
| I alt | pr. tur | 16,00 kr. | 16,75 kr. | 18,00 kr. |
"""


def test_a_table_gives_a_rate_for_every_row_and_year(tmp_path: Path) -> None:
    path = tmp_path / "takster.md"
    path.write_text(ROWS, encoding="utf-8")
    extraction = read(path, Limits())
    document = understand(extraction, source="takster.md", audience="open")
    rates = find_rates(document, extraction.table_rows).rates
    assert [(r.name, r.printed, r.validity.since, r.proposed) for r in rates] == [
        ("Personbil", "12,50 kr.", date(2023, 1, 1), False),
        ("Personbil", "13,00 kr.", date(2024, 1, 1), False),
        ("Personbil", "14,00 kr.", date(2025, 1, 1), True),
        ("Cykel", "3,50 kr.", date(2023, 1, 1), False),
        ("Cykel", "3,75 kr.", date(2024, 1, 1), False),
    ]
    assert {r.unit.words("da") for r in rates} == {"kr. pr. tur"}
    assert all(r.figure.of(document.text) == r.printed for r in rates)


def test_a_bare_label_of_a_row_takes_the_heading_above_its_table(tmp_path: Path) -> None:
    table = "| Afstand | 2023 |\n|---|---|\n| Under 5 km | 12,50 kr. |\n| 5-16 km | 14,50 kr. |\n"
    path = tmp_path / "takster.md"
    path.write_text(f"# Aftale\n\n## Takster for sejlads\n\n{table}", encoding="utf-8")
    extraction = read(path, Limits())
    document = understand(extraction, source="takster.md", audience="open")
    names = [r.name for r in find_rates(document, extraction.table_rows).rates]
    assert names == ["Takster for sejlads: Under 5 km", "Takster for sejlads: 5-16 km"]


def test_a_budget_is_no_table_of_rates(tmp_path: Path) -> None:
    path = tmp_path / "budget.md"
    path.write_text(
        "# Økonomi\n\n| Post | Beløb |\n|---|---|\n| Fyr | 50.000 kr. |\n| Bøjer | 60.000 kr. |\n"
    )
    extraction = read(path, Limits())
    document = understand(extraction, source="budget.md", audience="open")
    assert find_rates(document, extraction.table_rows).rates == ()


# Generated phrasings: whatever the form, the amount that is written and no other ------------------

AMOUNTS = (
    ("4,06", "4.06"),
    ("985", "985"),
    ("1.190.000", "1190000"),
    ("1.125,50", "1125.50"),
    ("0,92", "0.92"),
)
CURRENCIES = ("{} kr.", "{}kr.", "{} kroner", "kr. {}", "{} DKK")
PERS = (
    ("pr. time", "hour"), ("i timen", "hour"), ("per km", "km"), ("pr. kørt km", "km"),
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


# The real documents -------------------------------------------------------------------------------


def seed(number: str) -> Said:
    found = sorted(SEEDS.glob(f"{number}_*.txt")) if SEEDS.is_dir() else []
    if not found:
        pytest.skip("the real documents do not lie beside the checkout")
    extraction = read(found[0], Limits())
    document = understand(extraction, source=found[0].name, audience="open")
    return find_rates(document, extraction.table_rows)


def test_the_rates_of_the_memo_come_out_with_unit_year_and_doubt() -> None:
    rates = seed("000").rates
    per = ("group_1_insured", "year")
    new = [(str(r.amount), r.agreement_year) for r in rates if r.agreement == "LOK22"]
    assert new == [
        *(("1.48", None), ("4.73", 1), ("5.28", 2), ("5.227", 3)),
        *(("1.10", 1), ("2.20", 2), ("3.30", 3)),
    ]
    assert {r.unit for r in rates if r.agreement == "LOK22"} == {Unit(KRONER, per)}
    old = [str(r.amount) for r in rates if r.agreement == "2018-overenskomsten"]
    assert old == ["1.40", "2.03", "0.92", "4.20"]
    assert [r.printed for r in rates if r.doubts] == ["5,227 kr. i år tre"]


def test_mileage_and_hourly_fee_of_the_terms_of_reference_come_out() -> None:
    fee, mileage = seed("004").rates
    assert (fee.amount, fee.unit) == (Decimal("918.52"), Unit(KRONER, ("hour",)))
    assert (mileage.amount, mileage.unit) == (Decimal("4.06"), Unit(KRONER, ("km",)))
    assert mileage.validity == Validity(date(2017, 10, 1))
    assert PERCENT not in {fee.unit.currency, mileage.unit.currency}


def test_grants_and_budgets_of_minutes_are_no_rates() -> None:
    assert seed("001").rates == ()
    assert [str(r.amount) for r in seed("002").rates] == ["4.26"]
