"""Figures that a text denies, changes, tells apart or writes in English."""

from datetime import date

import pytest

from index.rates.rate import DoubtKind, Rate, Validity
from tests.rate_words import in_text, only, rates_in

UNDATED = Validity()


def read(text: str) -> list[tuple[str, str, Validity]]:
    """Return name, amount and validity of the rates of a paper."""
    rates = in_text(f"Notat om havnen\n\n{text}\n").rates
    return [(rate.name, str(rate.amount), rate.validity) for rate in rates]


def year(number: int) -> Validity:
    return Validity(date(number, 1, 1), date(number, 12, 31))


@pytest.mark.parametrize(
    "sentence",
    [
        "Det er ikke rigtigt, at taksten for bad er 12 kr. pr. gang i 2024.",
        "Taksten for bad er 12 kr. pr. gang i 2024, hvilket er forkert.",
        "I referatet stod fejlagtigt, at taksten for bad er 12 kr. pr. gang.",
        "It was stated by mistake that the fee for a bath is DKK 12 per visit.",
        "Eksempel: Er taksten for bad 12 kr. pr. gang, bliver betalingen 24 kr. for to.",
        "Er taksten for bad 12 kr. pr. gang, bliver betalingen 24 kr.",
        "Den gennemsnitlige timepris for lodser var 812 kr. pr. time i 2021.",
        "Reguleringen er -150 kr. pr. båd i 2022.",
        "Timesatsen for lodser er 20 % lavere end 410 kr. pr. time.",
        "Taksten for bad er 12 kr.¹ pr. gang fra 1. januar 2022.",
        "The fee for pilots is DKK 1,500 per visit in 2023.",
        "Taksten for lodsning er DKK 1,500 pr. tur.",
    ],
)
def test_what_a_sentence_denies_supposes_or_leaves_open_is_no_rate(sentence: str) -> None:
    assert rates_in(sentence) == []


@pytest.mark.parametrize(
    ("words", "validity"),
    [
        ("from 1 January 2022", Validity(date(2022, 1, 1))),
        ("from 1 April 2023 to 31 March 2024", Validity(date(2023, 4, 1), date(2024, 3, 31))),
        ("between 1 April 2023 and 31 March 2024", Validity(date(2023, 4, 1), date(2024, 3, 31))),
        ("until 31 December 2022", Validity(None, date(2022, 12, 31))),
        ("in the 4th quarter of 2023", Validity(date(2023, 10, 1), date(2023, 12, 31))),
        ("in 2023", Validity(date(2023, 1, 1), date(2023, 12, 31))),
    ],
)
def test_an_english_time_is_read_as_a_danish_one(words: str, validity: Validity) -> None:
    rate = only(f"The fee for pilots is DKK 650 per hour {words}.")
    assert (rate.name, rate.validity) == ("fee for pilots", validity)


@pytest.mark.parametrize(
    ("words", "validity"),
    [
        ("i 4. kvartal 2023", Validity(date(2023, 10, 1), date(2023, 12, 31))),
        ("i 1. halvår 2022", Validity(date(2022, 1, 1), date(2022, 6, 30))),
        ("i februar 2024", Validity(date(2024, 2, 1), date(2024, 2, 29))),
        ("i januar-marts 2024", UNDATED),
        ("fra 2023", Validity(date(2023, 1, 1))),
        ("fra 2018 til 2020", Validity(date(2018, 1, 1), date(2020, 12, 31))),
        ("fra januar 2023 til juni 2024", Validity(date(2023, 1, 1), date(2024, 6, 30))),
        ("til og med 2020", Validity(None, date(2020, 12, 31))),
        ("indtil 2020", UNDATED),
        ("fra 31. februar 2022", UNDATED),
        ("fra 1. januar 2023 til og med 30. juni 2022", UNDATED),
    ],
)
def test_a_part_of_a_year_is_no_more_than_that_part(words: str, validity: Validity) -> None:
    assert only(f"Taksten for bad er 12 kr. pr. gang {words}.").validity == validity


def test_a_time_before_the_subject_is_no_part_of_its_name() -> None:
    rate = only("From 1 July 2023 the fee for pilots is DKK 650 per hour.")
    assert (rate.name, rate.validity) == ("fee for pilots", Validity(date(2023, 7, 1)))


def test_a_successor_begins_when_the_first_has_ended() -> None:
    text = (
        "Taksten for bad var 12 kr. pr. gang indtil 31. december 2021 og er derefter 14 kr. pr. "
        "gang."
    )
    assert [(str(r.amount), r.validity) for r in rates_in(text)] == [
        ("12", Validity(None, date(2021, 12, 31))),
        ("14", Validity(date(2022, 1, 1))),
    ]


def test_a_rise_on_a_day_ends_the_first_on_the_day_before() -> None:
    text = (
        "Taksten for bad er 12 kr. pr. gang indtil 1. januar 2023, hvor den stiger til 14 kr. pr. "
        "gang."
    )
    assert [(str(r.amount), r.validity) for r in rates_in(text)] == [
        ("12", Validity(None, date(2022, 12, 31))),
        ("14", Validity(date(2023, 1, 1))),
    ]


def test_a_successor_of_a_year_has_no_time_unless_told() -> None:
    text = "Taksten for bad var 14 kr. pr. gang i 2019, men er siden sat ned til 12 kr. pr. gang."
    assert [(str(r.amount), r.validity) for r in rates_in(text)] == [
        ("14", year(2019)),
        ("12", UNDATED),
    ]


def test_a_pronoun_stands_for_what_was_spoken_of_before() -> None:
    text = (
        "I 2010 var taksten for bad 10 kr. pr. gang. I 2015 var den 12 kr. pr. gang. "
        "Den er nu 14 kr. pr. gang."
    )
    assert read(text) == [
        ("taksten for bad", "10", year(2010)),
        ("taksten for bad", "12", year(2015)),
        ("taksten for bad", "14", UNDATED),
    ]


def test_the_right_figure_takes_the_name_of_the_wrong_one() -> None:
    text = (
        "I referatet stod fejlagtigt, at badeafgiften er 1.200 kr. pr. gang. "
        "Det rigtige er 1.020 kr. pr. gang."
    )
    assert read(text) == [("badeafgiften", "1020", UNDATED)]


def test_a_pronoun_counted_per_something_else_names_nothing() -> None:
    assert [
        name for name, _, _ in read("Taksten for bad er 12 kr. pr. gang. Det er 4 kr. pr. km.")
    ] == ["Taksten for bad"]


def names(rates: list[Rate]) -> list[tuple[str, str]]:
    return [(rate.name, str(rate.amount)) for rate in rates]


def test_for_whom_or_when_a_figure_holds_is_part_of_its_name() -> None:
    assert names(
        rates_in("Taksten for bad er 12 kr. pr. gang for medlemmer og 20 kr. pr. gang for gæster.")
    ) == [
        ("Taksten for bad (medlemmer)", "12"),
        ("Taksten for bad (gæster)", "20"),
    ]
    assert names(
        rates_in("Timesatsen for lods er 410 kr. pr. time, dog 510 kr. pr. time i weekenden.")
    ) == [
        ("Timesatsen for lods", "410"),
        ("Timesatsen for lods (i weekenden)", "510"),
    ]


def test_a_unit_behind_a_stroke_is_kept() -> None:
    assert only("Timesatsen for lods er 410,- kr./time i 2023.").unit.words("da") == "kr. pr. time"


def test_a_figure_a_hundred_times_another_of_its_thing_is_doubted() -> None:
    text = (
        "Honoraret for prøver er 12.500 kr. pr. prøve i 2021. "
        "Honoraret for prøver er 125,00 kr. pr. prøve i 2022."
    )
    rates = in_text(f"Notat\n\n{text}\n").rates
    assert [[doubt.kind for doubt in rate.doubts] for rate in rates] == [[DoubtKind.BREAK]] * 2
