"""Case numbers in all their forms, and what only looks like one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.danish.case_numbers import find_case_numbers, leading_case_numbers, normalise


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Sagnr.: 1-30-72-120-18", ["1-30-72-120-18"]),
        ("Sagsnr. 16/34038", ["16/34038"]),
        ("Sagsnr.: 2012-21786", ["2012-21786"]),
        ("Sagsnummer: 24077452", ["24077452"]),
        ("Sagsnummer\n18/12345", ["18/12345"]),
        ("Sag nr. 20/1234", ["20/1234"]),
        ("Sagsid.: 20/33839, Sagsinitialer: AGV", ["20/33839"]),
        ("Sags-id: 19/74", ["19/74"]),
        ("Journalnummer: 12-001557", ["12-001557"]),
        ("Journal nr.: 2018-123", ["2018-123"]),
        ("J.nr. 00.30.00-S00-1-19", ["00.30.00-S00-1-19"]),
        ("j. nr. 8-70-12-3-99", ["8-70-12-3-99"]),
        ("Brevid: 4246445", ["4246445"]),
        (
            "Sagsnr.: 331-2018-3619     Dok.nr.: 331-2018-500301",
            ["331-2018-3619", "331-2018-500301"],
        ),
        ("ESDH-sag: 19/74", ["19/74"]),
        ("Sagsnr. 16/34038 og 17/1204", ["16/34038", "17/1204"]),
        ("Sagsnr. S2021-12345", ["S2021-12345"]),
        ("Hvad handler sag 1-30-72-120-18 om?", ["1-30-72-120-18"]),
        ("What is case 16/34038 about?", ["16/34038"]),
        ("1-01-72-9-18", ["1-01-72-9-18"]),
        ("1-22-5-08", ["1-22-5-08"]),
        ("85.02.02-G01-5-17", ["85.02.02-G01-5-17"]),
        ("EMN-2020-00313", ["EMN-2020-00313"]),
        ("(jf. 306-2009-600)", ["306-2009-600"]),
    ],
)
def test_a_case_number_is_found(words: str, numbers: list[str]) -> None:
    assert [number for _, number in find_case_numbers(words)] == numbers


@pytest.mark.parametrize(
    "words",
    [
        "Sag 4",
        "Sag nr. 8. Valg af formand",
        "case 2",
        "i denne sag 12 borgere",
        "sag 2.4 og sag 1.5.2019",
        "Tlf. 12-123456",
        "tlf. 21 49 30 47",
        "CVR 29190925",
        "EAN-nr. 5798002763412",
        "24077452",
        "3.543.793,50 kr.",
        "2018/2019",
        "2018-2020",
        "12/2018",
        "den 6-12-2018 og 06-12-18",
        "Side 3/12",
        "24/7",
        "98,5 %",
        "1/1000",
        "8800 Viborg",
    ],
)
def test_what_only_looks_like_a_case_number_is_none(words: str) -> None:
    assert find_case_numbers(words) == ()


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Sagsnr. 24/1530. Siden 2022 er der sket meget.", ("24/1530",)),
        ("Sagsnr. 24/1530", ("24/1530",)),
        ("(Sagsnr.: 24/1530) Molen er gammel.", ("24/1530",)),
        ("J.nr. 8-70-12-3-99: Molen er gammel.", ("8-70-12-3-99",)),
        ("Sagsnr. 24/1530 og 24/1531. Molen er gammel.", ("24/1530", "24/1531")),
        ("Sagsnr. 24/1530 – Molen er gammel.", ("24/1530",)),
        ("Sagsnr. 24/1530 blev udsat i maj.", ()),
        ("Sag 24/1530, der blev udsat i maj, tages op.", ()),
        ("Molen er gammel, jf. sagsnr. 24/1530.", ()),
        ("24 personer. Molen er gammel.", ()),
        ("Sag 4. Molen er gammel.", ()),
    ],
)
def test_a_number_that_opens_a_text_is_told_from_one_it_speaks_of(
    words: str, numbers: tuple[str, ...]
) -> None:
    assert leading_case_numbers(words) == numbers


def test_places_cut_exactly_the_number_without_its_label() -> None:
    text = "Sagsnr.: 16/34038 (tidligere 1-30-72-120-18)."
    assert [span.of(text) for span, _ in find_case_numbers(text)] == ["16/34038", "1-30-72-120-18"]


def test_spellings_of_one_number_are_equal() -> None:
    assert normalise("1–30–72–120–18") == normalise("1-30-72-120-18.") == "1-30-72-120-18"
    assert normalise("emn-2020-00313") == "EMN-2020-00313"


@given(st.text(max_size=200))
def test_any_text_is_searched_in_order_and_without_overlap(text: str) -> None:
    spans = [span for span, _ in find_case_numbers(text)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
