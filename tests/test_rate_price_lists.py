"""Lists of prices that say from when they apply, and questions for their rates on other days."""

from datetime import date
from pathlib import Path

import pytest

from index.rates.rate import Validity
from tests.asked_papers import ask, assistant_on
from tests.rate_words import in_file

LIST = """\
# {title}

{head}

| Ydelse | Pris |
|---|---|
| Leje af kajak | 240 kr. pr. døgn |
| Vinterplads | 1.150 kr. pr. båd |
"""


def said(folder: Path, title: str, head: str) -> list[Validity]:
    path = folder / "liste.md"
    path.write_text(LIST.format(title=title, head=head), encoding="utf-8")
    return [agreement.validity for agreement in in_file(path)[1].agreements]


@pytest.mark.parametrize(
    ("title", "head", "since", "until"),
    [
        ("Priser i Lystbådehavnen", "Gælder fra 1. maj 2024.", date(2024, 5, 1), None),
        (
            "Takster for havnen",
            "Takster gældende fra 1.5.2024 (før: 2023).",
            date(2024, 5, 1),
            None,
        ),
        (
            "Gebyrer for havnen",
            "Vedtaget den 3. april 2024. Gælder fra den 1. maj 2024 til den 30. april 2025.",
            date(2024, 5, 1),
            date(2025, 4, 30),
        ),
        (
            "Prisliste",
            "Priserne gælder i perioden 1.5.2024 – 30.4.2025.",
            date(2024, 5, 1),
            date(2025, 4, 30),
        ),
        ("Prices of the harbour", "Valid from 1 May 2024.", date(2024, 5, 1), None),
        ("Takstblad 2024 for havnen", "Spørg på kontoret.", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_list_of_prices_says_from_when_it_applies(
    tmp_path: Path, title: str, head: str, since: date, until: date | None
) -> None:
    assert said(tmp_path, title, head) == [Validity(since, until)]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Priser i Lystbådehavnen", "Spørg på kontoret."),
        ("Priser i Lystbådehavnen", "Vedtaget den 1. maj 2024."),
        ("Gebyrer", "Kajpladser: gælder fra 1. maj 2024. Kraner: gælder fra 1. juni 2024."),
        ("Kajakklubben", "Gælder fra 1. maj 2024."),
        ("Takster 2023-2024", "Spørg på kontoret."),
    ],
)
def test_a_list_that_says_no_time_for_all_of_it_has_none(
    tmp_path: Path, title: str, head: str
) -> None:
    assert said(tmp_path, title, head) == []


TWO = {
    "ny.md": LIST.format(title="Priser i havnen", head="Gælder fra 1. maj 2024."),
    "gammel.md": LIST.format(title="Priser i havnen", head="Gælder fra 1. maj 2023.")
    .replace("240", "225")
    .replace("1.150", "1.080"),
}


@pytest.mark.parametrize(
    ("question", "on", "figure"),
    [
        ("Hvad koster leje af kajak?", date(2024, 8, 1), "240 kr. pr. døgn"),
        ("Hvad koster leje af kajak?", date(2023, 8, 1), "225 kr. pr. døgn"),
        ("Hvad kostede leje af kajak i 2023?", date(2024, 8, 1), "225 kr. pr. døgn"),
        ("What does a vinterplads cost?", date(2024, 8, 1), "1.150 kr. pr. båd"),
    ],
)
def test_this_years_list_goes_before_last_years_of_the_same_title(
    tmp_path: Path, question: str, on: date, figure: str
) -> None:
    with assistant_on(tmp_path, TWO) as assistant:
        reply = ask(assistant, question, on)
    lines = [line for line in reply.text.splitlines() if line.startswith("- ")]
    assert lines[0].startswith(f"- **{figure}**")
    assert any("Gælder fra 1. maj" in citation.quote for citation in reply.citations)


def test_a_list_of_this_year_is_not_told_as_last_years(tmp_path: Path) -> None:
    papers = {"blad.md": LIST.format(title="Takstblad 2024 for havnen", head="Velkommen.")}
    with assistant_on(tmp_path, papers) as assistant:
        text = ask(assistant, "Hvad kostede leje af kajak i 2022?", date(2024, 8, 1)).text
    assert "ingen sats, der er angivet at gælde i 2022" in text
