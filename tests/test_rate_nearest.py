"""What is no rate of the archive, told with the one that comes nearest, and never as an answer."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

TABLE = """\
Navn;Engelsk navn;Beløb;Enhed;Gyldig fra;Gyldig til;Bemærkning
Lodsning;pilotage;372,00;kr. pr. time;2023-01-01;2023-12-31;
Lodsning;pilotage;385,50;kr. pr. time;2024-01-01;2024-12-31;
Lodsning;pilotage;398,00;kr. pr. time;2025-01-01;2025-12-31;
Lodsning;pilotage;412,00;kr. pr. time;2026-01-01;;ikke endeligt vedtaget
Kajleje;quay rent;12,50;kr. pr. døgn;2024-01-01;;
"""
NOTE = """\
Notat om takster i Sundby Havn

Dato: 3. marts 2025

Timeprisen for lodsning foreslås hævet til 425 kr. pr. time fra 1. januar 2026.

Taksten for fuld bugsering i mørke er 3.864 kr. pr. tur i 2025.

Taksten for badeland er 45 kr. for voksne og 25 kr. for børn.

Et klippekort koster 1.450 kr.

Lejen af Nord Pakhus er højst 275 kr. pr. time.

Lejen af Syd Pakhus er 1.325 kr. pr. dag.
"""
AGREEMENT = """\
AFTALE OM TANDLÆGEVAGT

mellem Sundby Havn og Tandlægerne

§ 1. Aftalen træder i kraft den 1. april 2024 og gælder til og med den 31. marts 2027.

§ 2. Grundhonoraret udgør 14,10 kr. pr. gruppe 1-sikret pr. år.

§ 3. Honoraret for hjemmebesøg udgør 640 kr. pr. besøg.

§ 4. For en almindelig tandrensning betales 285,50 kr. pr. rensning i 2024 og
293,25 kr. pr. rensning i 2025.
"""
MINUTES = """\
Referat af møde i Havneudvalget den 4. februar 2025

Til stede: Karla Bruun (formand), Ebbe Lund

1. Bugsering

Beslutning
Taksten for fuld bugsering fastsættes til 3.648 kr. pr. tur i 2025.

2. Parkering ved molen

Beslutning
Ebbe Lund stillede ændringsforslag om, at der indføres betalingsparkering med 14 kr. pr. time.
Ændringsforslaget bortfaldt.
"""
TODAY = date(2025, 11, 22)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {
        "takster.csv": TABLE,
        "notat.txt": NOTE,
        "aftale.txt": AGREEMENT,
        "havn/2025-02-04.txt": MINUTES,
    }
    with assistant_on(tmp_path_factory.mktemp("havn"), papers) as assistant:
        yield assistant


def _amounts(reply: Reply) -> list[str]:
    return [str(rate.entry.rate.amount) for rate in reply.rates]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Hvad koster lodsning for børn?", "børn"),
        ("Hvad koster lodsning i Nordby?", "Nordby"),
        ("Hvad koster lodsning inkl. moms?", "moms"),
        ("Hvad koster lodsning om natten?", "natten"),
        ("What is the average pilotage rate?", "average"),
        ("What is the highest hourly rate for pilotage?", "highest"),
        ("What is the pilotage rate including VAT?", "VAT"),
        ("Hvad koster et klippekort til biblioteket?", "biblioteket"),
        ("Hvad er grundhonoraret for gruppe 2-sikrede?", "2"),
        ("Hvad er grundhonoraret for speciallæger?", "speciallæger"),
        ("Hvad er honoraret for hjemmebesøg for læger?", "læger"),
    ],
)
def test_a_rate_for_something_else_is_only_the_nearest(
    harbour: Assistant, question: str, missing: str
) -> None:
    reply = ask(harbour, question, TODAY)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert not reply.rates
    first = reply.text.splitlines()[0]
    assert first.startswith(("Arkivet har ingen sats for det", "The archive has no rate for what"))
    assert missing in first


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("Hvad koster lodsning pr. 1. juli 2024?", "385.50"),
        ("Hvad er taksten for lodsning pr. juli 2023?", "372.00"),
        ("What is the pilotage fee as of 1 July 2024?", "385.50"),
        ("What is the charge for pilotage in force?", "398.00"),
        ("Hvad koster lodsning nu?", "398.00"),
        ("Hvad kostede lodsning for to år siden?", "372.00"),
        ("Hvad er den nye sats for lodsning?", "398.00"),
        ("Hvad er lodsningen nu?", "398.00"),
        ("Koster lodsning 385 kr.?", "398.00"),
        ("Hvornår blev lodsning 398 kr.?", "398.00"),
        ("Hvad er honoraret for hjemmebesøg for tandlæger?", "640"),
        ("Hvad er grundhonoraret for gruppe 1-sikrede?", "14.10"),
    ],
)
def test_what_is_asked_for_is_told_first(harbour: Assistant, question: str, amount: str) -> None:
    reply = ask(harbour, question, TODAY)
    assert reply.kind is ReplyKind.RATE
    assert _amounts(reply)[0] == amount


def test_years_that_are_compared_are_both_shown(harbour: Assistant) -> None:
    for question in ("Er lodsning dyrere i 2025 end i 2023?",
                     "Hvor meget er lodsning steget fra 2023 til 2025?"):  # fmt: skip
        assert _amounts(ask(harbour, question, TODAY))[:3] == ["372.00", "385.50", "398.00"]


def test_what_is_not_adopted_is_never_in_force(harbour: Assistant) -> None:
    reply = ask(harbour, "Hvad koster lodsning i 2040?", TODAY)
    assert not reply.text.startswith("Gælder")
    assert "412,00" in reply.text.partition("Foreslået i arkivet")[2]


def test_which_rates_are_in_force_lists_the_staffs_table(harbour: Assistant) -> None:
    for question in ("Hvilke satser gælder i dag?", "Which rates are in force today?"):
        reply = ask(harbour, question, TODAY)
        assert (reply.kind, _amounts(reply)) == (ReplyKind.RATE, ["12.50", "398.00"])


def test_which_rates_begin_marks_a_proposal(harbour: Assistant) -> None:
    reply = ask(harbour, "Which rates begin in 2026?", TODAY)
    assert _amounts(reply) == ["412.00"]
    assert "proposal" in reply.text


def test_two_papers_that_differ_are_both_shown_however_it_is_worded(harbour: Assistant) -> None:
    for question in ("Hvad koster fuld bugsering i 2025?",
                     "Hvad er taksten for fuld bugsering i mørke i 2025?"):  # fmt: skip
        assert set(_amounts(ask(harbour, question, TODAY))) == {"3864", "3648"}


def test_a_calendar_year_of_an_agreement_is_cut_to_its_term(harbour: Assistant) -> None:
    before = ask(harbour, "Hvad koster almindelig tandrensning den 1. februar 2024?", TODAY)
    assert "ingen sats" in before.text.splitlines()[0]
    within = ask(harbour, "Hvad koster almindelig tandrensning den 1. maj 2024?", TODAY)
    assert _amounts(within)[0] == "285.50"
    assert "1. april 2024 til 31. december 2024" in within.text


@pytest.mark.parametrize(
    "question", ["Hvad koster det at parkere ved molen?", "Hvad er prisen for betalingsparkering?"]
)
def test_the_amount_of_a_motion_that_fell_is_never_told(harbour: Assistant, question: str) -> None:
    assert "14 kr" not in ask(harbour, question, TODAY).text


def test_one_houses_rent_is_not_told_for_another(harbour: Assistant) -> None:
    reply = ask(harbour, "Hvad koster det at leje Syd Pakhus pr. time?", TODAY)
    assert "Syd Pakhus" in quotes(reply)[0]
