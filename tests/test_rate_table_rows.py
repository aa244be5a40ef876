"""Rates read from the rows of a document's tables: codes, names, columns by time, units above."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from index.rates.rate import Rate, Validity
from index.rates.units import KRONER
from tests.rate_words import in_file


def rates_of(path: Path, above: str, *rows: str) -> tuple[Rate, ...]:
    """Return the rates of a table below some lines; the first row names the columns."""
    head, *rest = [f"| {row} |" for row in rows]
    lines = [above, "", head, "|---" * rows[0].count("|") + "|---|", *rest]
    paper = path / "takster.md"
    paper.write_text("\n".join(lines) + "\n", encoding="utf-8")
    document, said = in_file(paper)
    assert all(rate.figure.of(document.text) == rate.printed for rate in said.rates)
    return said.rates


def year(of: int) -> Validity:
    return Validity(date(of, 1, 1), date(of, 12, 31))


def test_a_code_before_the_name_is_another_name_of_the_rate(tmp_path: Path) -> None:
    rates = rates_of(
        tmp_path,
        "# Aftale om fyr\n\n## § 3 Honorarer",
        "Ydelse | Benævnelse | 2031 | 2032",
        "7701 | Tilsyn med fyr | 410,60 kr. | 422,80 kr.",
        "7702 | Smøring, pr. lampe | 48,10 kr. | 49,20 kr.",
    )
    assert [(r.name, r.names, r.printed, r.validity) for r in rates] == [
        ("Tilsyn med fyr", ("7701",), "410,60 kr.", year(2031)),
        ("Tilsyn med fyr", ("7701",), "422,80 kr.", year(2032)),
        ("Smøring, pr. lampe", ("7702",), "48,10 kr.", year(2031)),
        ("Smøring, pr. lampe", ("7702",), "49,20 kr.", year(2032)),
    ]
    assert [r.unit.per for r in rates] == [(), (), ("lampe",), ("lampe",)]


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("Ydelsesnr. | Navn | Takst", "0420 | Tilsyn | 35 kr."),
        ("Navn | Kode | Takst", "Tilsyn | 0420 | 35 kr."),
        ("Ydelse | Takst", "0420 Tilsyn | 35 kr."),
        ("Nr. | Ydelse | Kode | Takst", "1 | Tilsyn | 0420 | 35 kr."),
    ],
)
def test_a_code_is_known_wherever_it_stands(tmp_path: Path, columns: str, row: str) -> None:
    (rate,) = rates_of(tmp_path, "# Takster", columns, row)
    assert (rate.name, rate.names, rate.printed) == ("Tilsyn", ("0420",), "35 kr.")


@pytest.mark.parametrize(
    "above",
    ["# Takster i kr.", "# Takster\n\nAlle beløb er i kroner.", "# Fyr\n\n## Honorar (kr.)"],
)
def test_bare_figures_are_kroner_where_the_words_above_say_so(tmp_path: Path, above: str) -> None:
    rates = rates_of(tmp_path, above, "Ydelse | Minutter | 2031", "Tilsyn | 20 | 1.048")
    assert [(r.amount, r.unit.currency, r.printed) for r in rates] == [
        (Decimal(1048), KRONER, "1.048")
    ]


def test_a_columns_name_may_tell_the_unit_and_the_time(tmp_path: Path) -> None:
    rates = rates_of(
        tmp_path,
        "# Satser",
        "Ydelse | Beløb (kr. pr. besøg) 2031 | Beløb (kr. pr. besøg) 2032 | Antal 2032",
        "Tilsyn | 48 | 49,5 | 130",
    )
    assert [(r.printed, r.unit.words("da"), r.validity) for r in rates] == [
        ("48", "kr. pr. besøg", year(2031)),
        ("49,5", "kr. pr. besøg", year(2032)),
    ]


def test_amounts_without_any_currency_keep_it_unknown(tmp_path: Path) -> None:
    rates = rates_of(
        tmp_path, "# Fyr\n\n## Honorarer", "Ydelse | År 1 | År 2 | År 3", "Tilsyn | 4,10 | 4,20 | 4"
    )
    assert [(r.printed, r.agreement_year, r.unit.currency) for r in rates] == [
        ("4,10", 1, None),
        ("4,20", 2, None),
    ]


def test_what_begins_on_a_day_ends_before_the_day_of_the_next_column(tmp_path: Path) -> None:
    rates = rates_of(
        tmp_path,
        "# Takster",
        "Ydelse | 1. april 2031 | 1.10.2031 | pr. 1/4 2032",
        "Tilsyn | 40 kr. | 41 kr. | 42 kr.",
    )
    assert [r.validity for r in rates] == [
        Validity(date(2031, 4, 1), date(2031, 9, 30)),
        Validity(date(2031, 10, 1), date(2032, 3, 31)),
        Validity(date(2032, 4, 1)),
    ]


def test_a_month_or_a_split_year_is_not_taken_for_a_calendar_year(tmp_path: Path) -> None:
    month, season = rates_of(
        tmp_path, "# Takster", "Ydelse | Okt. 2031 | 2032/33", "Tilsyn | 40 kr. | 41 kr."
    )
    assert month.validity == Validity(date(2031, 10, 1))
    assert (season.validity, season.name) == (Validity(), "Tilsyn (2032/33)")


@pytest.mark.parametrize("column", ["2032 (forslag)", "Udkast 2032", "2032, skøn"])
def test_a_column_of_proposals_gives_no_rates_in_force(tmp_path: Path, column: str) -> None:
    rates = rates_of(tmp_path, "# Takster", f"Ydelse | 2031 | {column}", "Tilsyn | 4 kr. | 5 kr.")
    assert [(r.printed, r.proposed) for r in rates] == [("4 kr.", False), ("5 kr.", True)]


def test_a_table_that_is_led_into_as_a_proposal_is_one(tmp_path: Path) -> None:
    rates = rates_of(tmp_path, "# Takster\n\nForslag til takster:", "Ydelse | Takst", "Fyr | 4 kr.")
    assert [r.proposed for r in rates] == [True]


def test_columns_of_one_time_name_what_they_are_for(tmp_path: Path) -> None:
    rates = rates_of(
        tmp_path, "# Takster", "Ydelse | Dag | Aften | Takst", "Tilsyn | 4 kr. | 5 kr. | 6 kr."
    )
    assert [(r.name, r.printed) for r in rates] == [
        ("Tilsyn (Dag)", "4 kr."),
        ("Tilsyn (Aften)", "5 kr."),
        ("Tilsyn", "6 kr."),
    ]
    assert rates_of(tmp_path, "# Takster", "Ydelse | Takst | Sats", "Fyr | 4 kr. | 5 kr.") == ()


@pytest.mark.parametrize(
    ("above", "columns", "row"),
    [
        ("# Honorarer i 1.000 kr.", "Ydelse | 2031", "Tilsyn | 448"),
        ("# Regnskab i kr.", "Post | 2031", "Honorar til lodser | 448"),
        ("# Takster", "Ydelse | 2031", "Tilsyn | 448"),
        ("# Takster i kr.", "Ydelse | Minutter | Vægt", "Tilsyn | 20 | 1,50"),
        ("# Takster i kr.", "Ydelse | 2031", "I alt | 448"),
    ],
)
def test_figures_that_may_be_something_else_are_left_out(
    tmp_path: Path, above: str, columns: str, row: str
) -> None:
    assert rates_of(tmp_path, above, columns, row) == ()


def test_a_level_of_prices_is_no_time_of_the_rate(tmp_path: Path) -> None:
    (rate,) = rates_of(
        tmp_path, "# Takster", "Ydelse | Takst (1.4.2018-niveau)", "Tilsyn | 448,10 kr."
    )
    assert rate.validity == Validity()


@pytest.mark.parametrize(
    ("above", "columns", "rows", "name"),
    [
        (
            "# Fyr\n\n## Honorar\n\nFor et tilsyn betales:",
            "Aftaleår | Honorar pr. besøg",
            ("1. aftaleår | 40,50 kr.", "2. aftaleår | 41,75 kr."),
            "tilsyn",
        ),
        ("# Fyr\n\n## Honorar for tilsyn", "Aftaleår | Kr.", ("1 | 40,50", "2 | 41,75"), "tilsyn"),
        (
            "# Fyr",
            "Tilsyn | Honorar",
            ("Tilsyn, år 1 | 40,50 kr.", "Tilsyn, år 2 | 41,75 kr."),
            "Tilsyn",
        ),
    ],
)
def test_a_row_for_a_year_of_an_agreement_is_of_that_year(
    tmp_path: Path, above: str, columns: str, rows: tuple[str, ...], name: str
) -> None:
    rates = [rate for row in rows for rate in rates_of(tmp_path, above, columns, row)]
    assert [(r.printed, r.agreement_year) for r in rates] == [
        (rates[0].printed, 1),
        (rates[1].printed, 2),
    ]
    assert [str(r.amount) for r in rates] == ["40.50", "41.75"]
    assert all(name in r.name and "år" not in r.name for r in rates)


def test_a_row_for_a_day_applies_from_it(tmp_path: Path) -> None:
    (rate,) = rates_of(
        tmp_path, "# Honorar for tilsyn", "Gælder fra | Honorar pr. besøg", "1. april 2031 | 40 kr."
    )
    assert rate.validity == Validity(date(2031, 4, 1))


def test_a_row_for_a_year_without_a_word_of_what_it_is_for_gives_no_rate(tmp_path: Path) -> None:
    assert rates_of(tmp_path, "# Honorar", "Aftaleår | Honorar pr. besøg", "1 | 40 kr.") == ()


def test_a_unit_above_the_table_yields_to_a_rows_own_where_it_says_that_it_does(
    tmp_path: Path,
) -> None:
    above = "# Aftale om fyr\n\n## Honorarer\n\nBeløbene er i kr. pr. besøg{unless}."
    rows = "Ydelse | 1. aftaleår | 2. aftaleår", "Smøring, pr. lampe | 9,00 | 9,20"
    either = rates_of(tmp_path, above.format(unless=", medmindre andet er anført"), *rows)
    both = rates_of(tmp_path, above.format(unless=""), *rows)
    assert {rate.unit.per for rate in either} == {("lampe",)}
    assert {rate.unit.per for rate in both} == {("visit", "lampe")}


@pytest.mark.parametrize("corner", ["Ydelse (kr. pr. time)", "Arbejde, kr. pr. time"])
def test_a_unit_over_the_names_of_the_rows_is_that_of_their_figures(
    tmp_path: Path, corner: str
) -> None:
    above = "# Aftale om fyr\n\n## § 3 Priser"
    rows = "Smøring | 212,00 | 219,40", "Tilsyn | 340,50 | 351,70"
    by_year = rates_of(tmp_path, above, f"{corner} | Aftaleår 1 | Aftaleår 2", *rows)
    assert [(r.name, r.printed, r.agreement_year) for r in by_year] == [
        ("Smøring", "212,00", 1),
        ("Smøring", "219,40", 2),
        ("Tilsyn", "340,50", 1),
        ("Tilsyn", "351,70", 2),
    ]
    dated = rates_of(tmp_path, above, f"{corner} | 2031 | 2032", *rows)
    assert [r.validity for r in dated] == [year(2031), year(2032)] * 2
    assert {r.unit.words("da") for r in (*by_year, *dated)} == {"kr. pr. time"}


def test_thousands_over_the_names_of_the_rows_are_no_rates(tmp_path: Path) -> None:
    corner = "Ydelse (1.000 kr. pr. time) | 2031 | 2032"
    assert rates_of(tmp_path, "# Takster", corner, "Smøring | 212 | 219") == ()


def test_a_column_of_two_years_of_an_agreement_is_of_each(tmp_path: Path) -> None:
    columns = "Ydelse (kr. pr. time) | Aftaleår 1-2 | Aftaleår 3-4"
    rates = rates_of(tmp_path, "# Aftale om fyr", columns, "Smøring | 212,00 | 219,40")
    assert [(r.printed, r.agreement_year) for r in rates] == [
        ("212,00", 1),
        ("212,00", 2),
        ("219,40", 3),
        ("219,40", 4),
    ]
