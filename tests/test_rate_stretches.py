"""Tables of agreements with columns that are stretches of time, and questions for one year."""

from datetime import date
from pathlib import Path

import pytest

from index.rates.rate import Rate, Validity
from tests.asked_papers import ask, assistant_on
from tests.rate_words import in_file

AGREEMENT = """\
<html><body><h1>Aftale om brandvagt ved Egå Havn</h1>
<p>Aftalen gælder fra den 1. marts 2021 til den 29. februar 2024.</p>
<h2>§ 4. Honorar</h2>
<p>{above}</p>
<table>
<tr><td>Ydelse</td><td>{one}</td><td>{two}</td><td>{three}</td></tr>
<tr><td>Rundgang, pr. time</td><td>410,00</td><td>421,50</td><td>433,00</td></tr>
<tr><td>Udkald om natten</td><td>1.205,00</td><td>1.240,00</td><td>1.274,50</td></tr>
</table>
<p>Regionen og havnen betaler hver det halve.</p></body></html>
"""
STRETCHES = ("1.3.2021–28.2.2022", "1.3.2022–28.2.2023", "1.3.2023–29.2.2024")
YEARS = [
    Validity(date(2021, 3, 1), date(2022, 2, 28)),
    Validity(date(2022, 3, 1), date(2023, 2, 28)),
    Validity(date(2023, 3, 1), date(2024, 2, 29)),
]
IN_KRONER = "Alle beløb er i kroner og uden moms. Havnen betaler honoraret for rundgang."


def agreement(stretches: tuple[str, ...] = STRETCHES, above: str = IN_KRONER) -> str:
    one, two, three = stretches
    return AGREEMENT.format(above=above, one=one, two=two, three=three)


def rates(folder: Path, text: str) -> list[Rate]:
    path = folder / "aftale.html"
    path.write_text(text, encoding="utf-8")
    return list(in_file(path)[1].rates)


@pytest.mark.parametrize(
    "stretches",
    [
        STRETCHES,
        ("1.3.2021-28.2.2022", "1.3.2022-28.2.2023", "1.3.2023-29.2.2024"),
        (
            "1. marts 2021 - 28. februar 2022",
            "1. marts 2022 - 28. februar 2023",
            "1. marts 2023 - 29. februar 2024",
        ),
        ("1/3 2021 – 28/2 2022", "1/3 2022 – 28/2 2023", "1/3 2023 – 29/2 2024"),
        ("01.03.21-28.02.22", "01.03.22-28.02.23", "01.03.23-29.02.24"),
        ("marts 2021 – februar 2022", "marts 2022 – februar 2023", "marts 2023 – februar 2024"),
        ("1.3.2021 til og med 28.2.2022", "1.3.2022 til 28.2.2023", "1.3.2023 til 29.2.2024"),
    ],
)
def test_a_column_of_a_stretch_of_time_dates_its_figures(
    tmp_path: Path, stretches: tuple[str, ...]
) -> None:
    found = rates(tmp_path, agreement(stretches))
    hourly = [rate for rate in found if rate.name.startswith("Rundgang")]
    assert [(str(r.amount), r.unit.words("da")) for r in hourly] == [
        ("410.00", "kr. pr. time"),
        ("421.50", "kr. pr. time"),
        ("433.00", "kr. pr. time"),
    ]
    assert [rate.validity for rate in hourly] == YEARS
    assert [str(r.amount) for r in found if r.name == "Udkald om natten"] == [
        "1205.00",
        "1240.00",
        "1274.50",
    ]


@pytest.mark.parametrize(
    ("above", "currency"),
    [
        ("Alle beløb er i kroner og uden moms. Havnen betaler honoraret.", "kr."),
        ("Honorarerne er angivet i danske kroner. Havnen betaler honoraret.", "kr."),
        ("All amounts are stated in DKK. Havnen betaler honoraret.", "kr."),
        ("Havnen betaler honoraret.", None),
    ],
)
def test_a_section_says_in_what_its_amounts_are_counted(
    tmp_path: Path, above: str, currency: str | None
) -> None:
    found = rates(tmp_path, agreement(above=above))
    assert {rate.unit.currency for rate in found} == {currency}


@pytest.mark.parametrize(
    "above", ["Alle beløb er i 1.000 kr. Havnen betaler honoraret.", "Satserne er i øre."]
)
def test_amounts_that_are_counted_in_something_else_are_no_rates_in_kroner(
    tmp_path: Path, above: str
) -> None:
    assert all(rate.unit.currency is None for rate in rates(tmp_path, agreement(above=above)))


@pytest.mark.parametrize(
    ("question", "figure", "first"),
    [
        (
            "Hvad er honoraret for rundgang i aftalens første år?",
            "410,00",
            "Aftalens år 1 er forbi",
        ),
        ("Hvad er honoraret for rundgang i år 2?", "421,50", "Gælder i dag"),
        ("Hvad er honoraret for rundgang i aftalens sidste år?", "433,00", "gælder endnu ikke"),
        ("Hvad er honoraret for rundgang i sidste aftaleår?", "433,00", "gælder endnu ikke"),
        ("Hvad er honoraret for rundgang i 2023/24?", "433,00", "2023/24"),
        ("Hvad var honoraret for rundgang i 2021/2022?", "410,00", "2021/2022"),
        ("Hvad var honoraret for rundgang sidste år?", "410,00", "2021"),
    ],
)
def test_a_year_of_the_agreement_is_known_by_its_days(
    tmp_path: Path, question: str, figure: str, first: str
) -> None:
    with assistant_on(tmp_path, {"aftale.html": agreement()}) as assistant:
        text = ask(assistant, question, date(2022, 8, 1)).text
    status, line = text.split("\n\n")[:2]
    assert first in status
    assert line.startswith(f"- **{figure}** · Rundgang")


def test_the_last_year_of_an_agreement_is_asked_for_in_english(tmp_path: Path) -> None:
    with assistant_on(tmp_path, {"aftale.html": agreement()}) as assistant:
        reply = ask(
            assistant,
            "What is the fee for rundgang in the last year of the agreement?",
            date(2022, 8, 1),
        )
    assert "- **433,00** · Rundgang" in reply.text.split("\n\n")[1]
