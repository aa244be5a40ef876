"""Tables below an amount that is none of theirs, with shares, footnotes, and a slipped comma."""

from pathlib import Path

import pytest

from index.rates.rate import DoubtKind
from index.rates.units import PERCENT
from tests.test_rate_table_rows import rates_of, year

HEAD = "# Aftale om fyr\n\n## § 3 Honorarer"
COLUMNS = "Ydelse | 2031 | 2032 | 2033"


@pytest.mark.parametrize(
    "above",
    [
        "Puljen til fyrtilsyn er på 850 t.kr. om året.",
        "Der er afsat 850.000 kr. pr. år til fyrtilsyn.",
        "A fund of 1,2 mio. kr. om året is set aside.",
    ],
)
def test_an_amount_above_a_table_gives_it_neither_scale_nor_unit(
    tmp_path: Path, above: str
) -> None:
    rates = rates_of(tmp_path, f"{HEAD}\n\n{above}", COLUMNS, "Tilsyn (kr. pr. tilsyn) | 5 | 6 | 7")
    rows = [rate for rate in rates if rate.name == "Tilsyn"]
    assert [(r.printed, r.unit.per, r.validity) for r in rows] == [
        ("5", ("visit:tilsyn",), year(2031)),
        ("6", ("visit:tilsyn",), year(2032)),
        ("7", ("visit:tilsyn",), year(2033)),
    ]


@pytest.mark.parametrize(
    "above", ["Beløb i 1.000 kr.", "Alle tal er i t.kr.", "Mio. kr.", "Tal for 2031 i mio. kr."]
)
def test_a_scale_above_a_table_still_keeps_its_figures_from_being_rates(
    tmp_path: Path, above: str
) -> None:
    assert rates_of(tmp_path, f"{HEAD}\n\n{above}", COLUMNS, "Tilsyn (kr.) | 5 | 6 | 7") == ()


@pytest.mark.parametrize(
    "label",
    [
        "Egenbetaling (% af honoraret)",
        "Egenbetaling, pct.",
        "Egenbetaling i procent",
        "Own payment (% of the fee)",
    ],
)
def test_a_row_of_shares_gives_per_cent(tmp_path: Path, label: str) -> None:
    rates = rates_of(tmp_path, HEAD, COLUMNS, f"{label} | 40 | 50 | 60")
    assert [(r.name, r.printed, r.unit.currency) for r in rates] == [
        (label, "40", PERCENT),
        (label, "50", PERCENT),
        (label, "60", PERCENT),
    ]


def test_a_change_in_per_cent_is_no_rate(tmp_path: Path) -> None:
    assert rates_of(tmp_path, HEAD, COLUMNS, "Ændring (%) | 4 | 5 | 6") == ()
    assert rates_of(tmp_path, HEAD, COLUMNS, "Egenbetaling (%) | 400 | 50-60 | ") == ()


@pytest.mark.parametrize("mark", ["¹", "²", "*", " *)"])
def test_a_mark_of_a_footnote_is_no_part_of_a_name_or_a_unit(tmp_path: Path, mark: str) -> None:
    rates = rates_of(tmp_path, HEAD, COLUMNS, f"Fremmødegebyr (kr. pr. gang){mark} | 150 | | 165")
    assert [(r.name, r.printed, r.validity) for r in rates] == [
        ("Fremmødegebyr", "150", year(2031)),
        ("Fremmødegebyr", "165", year(2033)),
    ]


def test_a_figure_that_is_many_times_all_others_of_its_row_is_in_doubt(tmp_path: Path) -> None:
    rates = rates_of(
        tmp_path, HEAD, COLUMNS, "Lampe (kr. pr. par) | 1.230,00 | 12.550,00 | 1.280,00"
    )
    assert [[doubt.kind for doubt in rate.doubts] for rate in rates] == [[], [DoubtKind.BREAK], []]
    even = rates_of(tmp_path, HEAD, COLUMNS, "Lampe (kr. pr. par) | 1.230,00 | 1.255,00 | 1.280,00")
    assert not any(rate.doubts for rate in even)


@pytest.mark.parametrize("columns", ["2031 t.kr. | 2032 t.kr.", "2031 (1.000 kr.) | 2032"])
def test_a_scale_beside_a_year_counts_as_one(tmp_path: Path, columns: str) -> None:
    rates = rates_of(tmp_path, HEAD, f"Ydelse | {columns}", "Tilsyn (kr.) | 5 | 6")
    assert "5" not in [rate.printed for rate in rates]
