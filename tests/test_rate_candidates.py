"""Rates read from lists, tables and agreements: what is said, and never more."""

from datetime import date
from pathlib import Path

from index.rates.rate import DoubtKind, Validity
from tests.rate_words import in_file, in_text

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


def test_an_agreement_may_end_without_notice() -> None:
    text = (
        "Aftale om bøjer i sundet (AB31)\n\n§ 1 Løbetid\nAftalen træder i kraft den 1. januar 2031 "
        "og udløber uden yderligere varsel den 31. december 2033.\n"
    )
    (agreement,) = in_text(text, "aftale.txt").agreements
    assert agreement.validity == Validity(date(2031, 1, 1), date(2033, 12, 31))


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
    document, said = in_file(path)
    rates = said.rates
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
    names = [r.name for r in in_file(path)[1].rates]
    assert names == ["Takster for sejlads: Under 5 km", "Takster for sejlads: 5-16 km"]


def test_a_budget_is_no_table_of_rates(tmp_path: Path) -> None:
    path = tmp_path / "budget.md"
    path.write_text(
        "# Økonomi\n\n| Post | Beløb |\n|---|---|\n| Fyr | 50.000 kr. |\n| Bøjer | 60.000 kr. |\n"
    )
    assert in_file(path)[1].rates == ()
