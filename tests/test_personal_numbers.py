"""Personal numbers: found in every form they are written in, told from what looks alike."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.danish.personal_numbers import (
    PERSONAL,
    is_masked,
    masked,
    masked_for_models,
    personal_spans,
)

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def _fails_the_check(number: str) -> bool:
    return sum(int(d) * w for d, w in zip(number, _WEIGHTS, strict=True)) % 11 != 0


NUMBERS = st.builds(
    lambda day, month, year, serial, more: f"{day + more:02}{month:02}{year:02}{serial:04}",
    st.integers(1, 31),
    st.integers(1, 12),
    st.integers(0, 99),
    st.integers(0, 9999),
    st.sampled_from([0, 0, 60]),
).filter(_fails_the_check)
"""Numbers of persons and replacement numbers, none of which satisfies modulus 11."""
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
BY_FORM = st.sampled_from(
    [
        "{0}-{1}",
        "{0}{1}",
        "{0} {1}",
        "{0} - {1}",
        "{0}\u00a0{1}",
        "{0}\u2011{1}",
        "{0}\u2013{1}",
        "{0}\u2212{1}",
        "{0}-\n{1}",
        "{0}\n-{1}",
        "{0}.{1}",
        "{0}/{1}",
        "{0}_{1}",
        "{0}\u00ad{1}",
        "{0}\u200b-\u2060{1}",
        "{2}.{3}.{4}-{1}",
        "{2} {3} {4}-{1}",
    ]
)
BY_LABEL = st.sampled_from(
    [
        "cpr.nr. {0} {1}",
        "CPR-nr.: {0}    {1}",
        "CPR-nummeret på borgeren er {0}\n{1}",
        "cpr {2} {3} {4} {1}",
        "personnr. {2}.{3}.{4} {1}",
        "født {2}.{3}.{4} {1}",
        "CPR{0}{1}",
        "civil registration number {0} {1}",
    ]
)
AROUND = st.sampled_from(
    [
        "{}",
        "({}).",
        "Sagen om {} blev udsat.",
        "Navn: Ida · Nr.: {} · By: Hov",
        "Ida;{};Hov",
        "Ida,7,{},Hov",
    ]
)


def _written(form: str, number: str) -> str:
    return form.format(number[:6], number[6:], number[:2], number[2:4], number[4:6])


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


@given(NUMBERS, BY_FORM | BY_LABEL, AROUND, st.booleans())
def test_a_number_is_masked_in_every_form_and_nothing_moves(
    number: str, form: str, around: str, wide: bool
) -> None:
    written = _written(form, number)
    text = around.format(written.translate(FULL_WIDTH) if wide else written)
    safe = masked(text)
    assert len(safe) == len(text)
    assert safe.count(PERSONAL) == 10
    assert _digits(safe) == _digits(text) - 10
    assert all(new in (old, PERSONAL) for old, new in zip(text, safe, strict=True))
    assert masked(safe) == safe


@given(st.lists(NUMBERS, min_size=2, max_size=4), st.sampled_from([", ", " og ", "; ", "\n"]))
def test_every_number_of_a_list_is_masked(numbers: list[str], between: str) -> None:
    text = "CPR: " + between.join(f"{n[:6]}-{n[6:]}" for n in numbers)
    assert _digits(masked(text)) == 0
    assert len(personal_spans(text)) == len(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "erstatnings-CPR 710190-1234",
        "erstatnings-cpr 010190-AB12",
        "Borger 010190-1T23 mødte",
        "01011990-1234",
        "Takst 010190-1234",
        "010100-0360\n010100-0001",  # no case of the system that is called 360
        "01-01-1990-1234",
        "cpr 01011990 1234",
        "CPR: 101901234",  # the nought before it is lost in a table
        "personnummer 999999-1234",  # a slip of the pen is somebody's number too
        "CPR: O1O19O-1234",  # read from a scan
        "cpr 010190 og 1234",
        "personnummeret er 010190 med de sidste fire 1234",
        "CPR-nr.: 010190, løbenr. 1234",
        "født 010190, sidste fire cifre 2014",
        "cpr 010190 ending in the last four 1234",
        "notat_010190-1234.pdf",
        "pasnr. 208123456",
        "Passport no. P1234567",
        "kørekortnummer: 12345678",
        "sundhedskort nr. 12345678",
        "opholdstilladelse nr. 123456789",
        "reg.nr. 1234 kontonr. 0123456789",
        "Konto: 1234-0123456789",
        "IBAN DK50 0040 0440 1162 43",
    ],
)
def test_other_forms_and_other_numbers_of_persons_are_masked(text: str) -> None:
    assert is_masked(masked(text))
    assert _digits(re.sub(r"reg\.nr\. 1234", "", masked(text))) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Sagsnr. 010119-0004",
        "Sagsnr. 010119-0004 og 020119-0005",
        "J.nr. 010119-0004",
        "Sagsnr.\n010119-0004",
        "dok.nr. 0101901234",
        "Brevid: 3101900123",
        "1-30-72-120-18",
        "2012-21786 og 16/34038",
        "85.02.02-G01-5-17 og 27.03.00-P20-1-14",
        "306-2009-600",
        "2019/010119-0004",
        "P-nr. 1003398327",
        "CVR 29190925",
        "EAN-nr. 57 98 00 24 20 011",
        "tlf. 20 12 34 56 eller +45 20 12 34 56",
        "telefon 0101901234",
        "1.012.345.678 kr. og 1012345678 kr.",
        "Beløb: 0101901234",
        "120612 4500 kr.",
        "101112 1314 1516",  # three columns
        "120.612-130.612 borgere, 90.000-100.000",
        "den 13.03.24 kl. 16.30",
        "13.03.24 1630",
        "13-03-2024 1630",
        "01.01.2019-2020",
        "01.01.2019-31.12.2020",
        "010119-311219",
        "11 12 13 14 15",
        "ISBN 978-87-7985-123-4 og ISBN 0306406152",
        "konto 0101901234",
        "konto 5.22.07 og konto 1234 500.000 kr.",
        "1710345600.123456",
        "kørekort til 250000 kr.",
        "sygesikringsgruppe 1 og passet i 2019",
        "skriv til sekretariat@hov.dk",
        "",
    ],
)
def test_what_looks_alike_stays(text: str) -> None:
    assert masked(text) == text


_CASES = st.from_regex(
    r"(?:Sagsnr\. \d{6}-\d{4}|J\.nr\. \d{10}|[12]\d/\d{5}|20[012]\d-\d{5})", fullmatch=True
)
_AMOUNTS = st.integers(1, 10**10).map(lambda n: f"{n:,} kr.".replace(",", "."))
_DAYS = st.dates().map(lambda d: f"{d.day}.{d.month}.{d.year} kl. 16.30")
_PHONES = st.from_regex(r"tlf\. [2-9]\d [0-9]{2} [0-9]{2} [0-9]{2}", fullmatch=True)


@given(st.lists(_CASES | _AMOUNTS | _DAYS | _PHONES, min_size=1, max_size=6))
def test_no_line_of_cases_amounts_days_and_telephones_is_touched(things: list[str]) -> None:
    text = "Notat: " + ", derefter ".join(things) + "."
    assert masked(text) == text


def test_telephones_and_addresses_are_masked_for_models_alone() -> None:
    text = "Ring på 12 34 56 78 eller +4512345678, skriv til a.b@hov.dk om 010190-1234 i 2019."
    assert "12 34 56 78" in masked(text)
    sent = masked_for_models(text)
    assert len(sent) == len(text)
    assert _digits(sent) == 4
    assert "hov" not in sent


@given(st.text(max_size=200))
def test_any_text_keeps_its_length_and_its_lines(text: str) -> None:
    safe = masked(text)
    assert len(safe) == len(text)
    assert [c.isspace() for c in safe] == [c.isspace() for c in text]
