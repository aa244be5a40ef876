"""Tables of an agreement whose columns are years with their days, and whose rows hold the unit."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document as Word

from index.rates.rate import Rate, Validity
from tests.rate_words import in_file

HEAD = ("Ydelse", "År 1 (fra 1. juli 2020)", "År 2 (fra 1. juli 2021)")
ROWS = (
    ("Trimning af hæk, kr. pr. meter", "17,25", "18,00"),
    ("Årlig beskæring (kr. pr. busk)", "90,50", "92,10"),
)


def _agreement(path: Path, head: tuple[str, ...], line: str) -> tuple[Rate, ...]:
    word = Word()
    word.add_heading("Aftale om hegn og træer", 0)
    word.add_paragraph("mellem Lodby Kommune og Gartnerne")
    word.add_paragraph(line)
    word.add_heading("§ 4 Betaling", 1)
    word.add_paragraph("Betalingen udgør i perioden:")
    table = word.add_table(rows=0, cols=len(head))
    for row in (head, *ROWS):
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    word.save(str(path))
    return in_file(path)[1].rates


def test_a_year_with_its_day_dates_the_column_and_the_row_gives_the_unit(tmp_path: Path) -> None:
    rates = _agreement(
        tmp_path / "aftale.docx", HEAD, "Gældende fra 1. juli 2020 til 30. juni 2022"
    )
    assert [(r.name, r.printed, r.unit.words("da"), r.agreement_year) for r in rates] == [
        ("Trimning af hæk", "17,25", "kr. pr. meter", 1),
        ("Trimning af hæk", "18,00", "kr. pr. meter", 2),
        ("Årlig beskæring", "90,50", "kr. pr. busk", 1),
        ("Årlig beskæring", "92,10", "kr. pr. busk", 2),
    ]
    assert [r.validity for r in rates[:2]] == [
        Validity(date(2020, 7, 1), date(2021, 6, 30)),
        Validity(date(2021, 7, 1)),
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("Ydelse", "Fra 1. juli 2020", "Fra 1. juli 2021"),
        ("Ydelse", "År 1, 1.7.2020", "År 2, 1.7.2021"),
        ("Ydelse", "1. aftaleår (1. juli 2020)", "2. aftaleår (1. juli 2021)"),
    ],
)
def test_other_headings_of_days_keep_the_currency_of_the_row(
    tmp_path: Path, head: tuple[str, ...]
) -> None:
    rates = _agreement(tmp_path / "aftale.docx", head, "Gældende fra 1. juli 2020")
    assert [r.unit.words("da") for r in rates[:2]] == ["kr. pr. meter"] * 2
    assert [r.validity.since for r in rates[:2]] == [date(2020, 7, 1), date(2021, 7, 1)]


@pytest.mark.parametrize(
    ("line", "term"),
    [
        (
            "Gældende fra 1. juli 2020 til 30. juni 2022",
            Validity(date(2020, 7, 1), date(2022, 6, 30)),
        ),
        ("Løbetid: 1. juli 2020 - 30. juni 2022", Validity(date(2020, 7, 1), date(2022, 6, 30))),
        ("Gyldig fra den 1. juli 2020", Validity(date(2020, 7, 1))),
        ("Valid from 1 July 2020 to 30 June 2022", Validity(date(2020, 7, 1), date(2022, 6, 30))),
    ],
)
def test_a_line_under_the_title_tells_when_an_agreement_runs(
    tmp_path: Path, line: str, term: Validity
) -> None:
    path = tmp_path / "aftale.docx"
    _agreement(path, HEAD, line)
    document, said = in_file(path)
    assert [a.validity for a in said.agreements] == [term]
    assert said.agreements[0].span.of(document.text) == line


@pytest.mark.parametrize(
    "line", ["Indgået den 1. juli 2020", "Gældende takster findes i bilag", "Møde 1. juli 2020"]
)
def test_another_line_with_a_day_is_no_term(tmp_path: Path, line: str) -> None:
    path = tmp_path / "aftale.docx"
    _agreement(path, HEAD, line)
    assert in_file(path)[1].agreements == ()


BY_YEAR = """\
<html><body><h1>Aftale om snerydning ved Tangkær</h1>
<p>Aftalen træder i kraft den 1. oktober 2021 og løber i to år.</p>
<h2>§ 2. Betaling</h2><p>Kommunen betaler følgende:</p>
<table><tr><th>Aftaleår</th><th>Beredskab, kr. pr. år</th><th>Udkald, kr. pr. time</th></tr>
<tr><td>1. aftaleår</td><td>84.000</td><td>640</td></tr>
<tr><td>2. aftaleår</td><td>86.500</td><td>655</td></tr></table></body></html>
"""


def test_rows_of_years_give_a_rate_for_each_column_that_says_per_what(tmp_path: Path) -> None:
    path = tmp_path / "aftale.html"
    path.write_text(BY_YEAR, encoding="utf-8")
    rates = in_file(path)[1].rates
    assert sorted((r.name, r.printed, r.unit.words("da"), r.agreement_year) for r in rates) == [
        ("Beredskab", "84.000", "kr. pr. år", 1),
        ("Beredskab", "86.500", "kr. pr. år", 2),
        ("Udkald", "640", "kr. pr. time", 1),
        ("Udkald", "655", "kr. pr. time", 2),
    ]


def test_rows_of_years_with_columns_of_limits_are_called_by_their_heading(tmp_path: Path) -> None:
    word = Word()
    word.add_heading("Aftale om vandprøver", 0)
    word.add_paragraph("mellem Lodby Kommune og Laboranterne. Indgået 4. juni 2020")
    word.add_heading("Punkt 3. Prøvehonorar", 1)
    word.add_paragraph("Honoraret pr. prøve udgør i hvert aftaleår, regnet fra 1. juli:")
    rows = (
        ("Aftaleår", "Fra", "Højst 5 km", "Over 5 km"),
        ("1", "1. juli 2020", "201 kr.", "258 kr."),
        ("2", "1. juli 2021", "209 kr.", "267 kr."),
    )
    table = word.add_table(rows=0, cols=4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    word.add_heading("Punkt 4. Løbetid", 1)
    word.add_paragraph("Aftalen gælder fra 1. juli 2020 til 30. juni 2022.")
    word.save(str(tmp_path / "aftale.docx"))
    document, said = in_file(tmp_path / "aftale.docx")
    first = Validity(date(2020, 7, 1), date(2021, 6, 30))
    second = Validity(date(2021, 7, 1))
    assert [(r.name, r.printed, r.unit.words("da"), r.validity) for r in said.rates] == [
        ("Prøvehonorar (Højst 5 km)", "201 kr.", "kr. pr. prøve", first),
        ("Prøvehonorar (Over 5 km)", "258 kr.", "kr. pr. prøve", first),
        ("Prøvehonorar (Højst 5 km)", "209 kr.", "kr. pr. prøve", second),
        ("Prøvehonorar (Over 5 km)", "267 kr.", "kr. pr. prøve", second),
    ]
    # What leads into the table is no heading, below which the rest of the paper would stand.
    assert [s.heading for s in document.sections][1:] == [
        "Punkt 3. Prøvehonorar",
        "Punkt 4. Løbetid",
    ]
