"""Tables in plain text, by their columns: read where nothing is left to guess, else left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.extraction import Extraction, ink
from ingest.reading.fixed_width import tables_in
from ingest.reading.plain import read_text

AGREED = """\
Priserne fremgår af tabellen:

Ydelse                 År 1      År 2      År 3   Enhed
Rensning af brønd       310       320       330   kr. pr. besøg
Slamsugning           1.200     1.250     1.300   kr. pr. påbegyndt time

Priserne er uden moms.
"""


def read(text: str) -> Extraction:
    return read_text(text.encode())


def test_every_value_of_a_row_carries_the_name_of_its_column() -> None:
    extraction = read(AGREED)
    rows = [row.of(extraction.text) for row in extraction.table_rows]
    assert rows == [
        "Ydelse: Rensning af brønd · År 1: 310 · År 2: 320 · År 3: 330 · Enhed: kr. pr. besøg",
        "Ydelse: Slamsugning · År 1: 1.200 · År 2: 1.250 · År 3: 1.300 "
        "· Enhed: kr. pr. påbegyndt time",
    ]
    assert extraction.text.startswith("Priserne fremgår af tabellen:\n\nYdelse: Rensning")
    assert extraction.text.endswith("\n\nPriserne er uden moms.")
    assert extraction.yielded == ink(AGREED)


@pytest.mark.parametrize(
    "table",
    [
        "Priser\n\n              2024    2025\nTeltplads       80      95\nHytte      400     440",
        "Plads         2024    2025\n------------------------\nTeltplads       80      95",
        "Service     Rate 2024   Unit\nDiving            850   DKK per hour",
        "Plads   Takst (kr.)   Enhed\nHytte   400           pr. nat\nTelt    80            pr. nat",
        "Ydelse    1.000 kr.   Note\nMole            420   a\nKran             75   b",
    ],
)
def test_a_table_of_amounts_is_one(table: str) -> None:
    extraction = read(table)
    assert extraction.table_rows
    assert extraction.yielded == ink(table)


def test_of_two_columns_both_with_a_name_three_lines_are_a_table() -> None:
    extraction = read("Udlejes      Pris\n---------------\nKanopolet      45\nSejl       1.200,-\n")
    rows = [row.of(extraction.text) for row in extraction.table_rows]
    assert rows == ["Udlejes: Kanopolet · Pris: 45", "Udlejes: Sejl · Pris: 1.200,-"]


@pytest.mark.parametrize(
    "text",
    [
        "Udlejes      Pris\nKanopolet    45",
        "Udlejes      Pris\nKanopolet    dyr\nSejl         billig",
        "Opgave       Ansvarlig\nFlag         Jens\nKaffe        Kaj",
        "Kanopolet    45\nSejl         60\nÅre          20",
        "Kanopolet    45 kr.\nSejl         60 kr.\nÅre          20 kr.",
        "Kanopolet    45 kr.\nSejl         60\nÅre          20",
        "Båd          1.000 kr.\nSejl         60 kr.\nÅre          20 kr.",
        "Båd    kr. 900    stor\nSejl   kr. 60     ny\nÅre    kr. 20     ny",
        "Jolle   Pris\nKanopolet   45\nSejl   60 og mere",
    ],
)
def test_of_two_columns_what_has_no_names_over_figures_is_no_table(text: str) -> None:
    extraction = read(text)
    assert extraction.table_rows == ()
    assert extraction.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Punkt   Emne              Side\n1       Godkendelse       2\n2       Regnskab          4",
        "Navn          Parti     Stemmer\nOle Bro       A         120\nEva Lund      B         98",
        "Plads       2024    2025\nTeltplads     80\nHytte        400     440",
        "Plads       2024    2025\nTeltplads 80      95\nHytte        400     440",
        "Plads   2024    2025\nEn meget lang teltplads   80   95\nHytte   400     440",
        "Møde i udvalget      den 1. maj      kl. 10\nTil stede:      Ole Bro      Eva Lund",
        "Der er 3 både  og  4 skure.\nDe koster  80 kr.  hver.",
        "Plads       2024    2025",
    ],
)
def test_what_leaves_something_to_guess_stays_as_it_stands(text: str) -> None:
    extraction = read(text)
    assert extraction.table_rows == ()
    assert extraction.text == text


@given(st.lists(st.text("ab 1,.-\t", max_size=30), max_size=12))
def test_no_character_is_lost_or_gained_unaccounted(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        return
    assert read(text).yielded == ink(text)


@given(st.lists(st.text("2024år 1kr.\t", max_size=30), max_size=8))
def test_tables_follow_one_another(lines: list[str]) -> None:
    places = [(table.start, table.end) for table in tables_in(lines)]
    assert all(one[1] <= two[0] for one, two in pairwise(places))
