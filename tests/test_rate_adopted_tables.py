"""Asked of papers that adopt, change and follow amounts: what leads, and what is refused."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import ask, assistant_on

TODAY = date(2026, 9, 1)
BOOK = """\
<html><body><h1>Ambulancenævnet</h1><p>Referat af møde den 6. november 2025</p>
<h2>1. Takstbog 2026</h2><h3>Sagsfremstilling</h3>
<table><tr><td>Ydelse</td><td>Takst 2025</td><td>Takst 2026</td><td>Enhed</td></tr>
<tr><td>Siddende kørsel, dag</td><td>610</td><td>640</td><td>kr. pr. tur</td></tr>
<tr><td>Siddende kørsel, nat</td><td>910</td><td>955</td><td>kr. pr. tur</td></tr>
<tr><td>Udlån af kørestol</td><td>112</td><td>118</td><td>kr. pr. uge</td></tr></table>
<h3>Indstilling</h3><p>Det indstilles, at takstbogen for 2026 godkendes.</p>
<h3>Beslutning</h3><p>Nævnet godkendte takstbogen med den ændring, at udlån af kørestol holdes
uændret på 112 kr. pr. uge i 2026.</p></body></html>
"""
NIGHT = """\
Referat af møde i Ambulancenævnet den 14. maj 2024

1. Siddende kørsel om natten

Sagsfremstilling
En nattur koster i snit 868 kr., fordi der er to med.

Beslutning
Taget til efterretning.
"""
CASTLE_OLD = """\
Referat af møde i Borgfonden den 12. juni 2018

1. Entré for voksne

Beslutning
Lederen foreslog 75 kr. pr. voksen. Bestyrelsen vedtog 65 kr. pr. voksen fra
1. januar 2019 med 4 stemmer mod 1.
"""
CASTLE_NEW = """\
Referat af møde i Borgfonden den 4. marts 2025

1. Entrépriser på borgen

Indstilling
At voksenbilletten hæves til 95 kr. pr. person, og at et årskort koster 260 kr. pr. person fra
1. april 2026.

Beslutning
Voksenbilletten fastsættes til 85 kr. pr. person fra 1. april 2026.
Årskortet godkendt som indstillet.
"""
AGREEMENT = """\
# Rammeaftale om tolkning 2024-2027

mellem Region Øst og Ordbroen ApS, indgået den 1. marts 2024

## § 1 Løbetid
Aftalen træder i kraft den 1. april 2024 og løber til den 31. marts 2027.

## § 2 Honorar
| Ydelse | Aftaleår 1 | Aftaleår 2 |
|---|---|---|
| Fremmødetolkning, kr. pr. time | 390,00 | 402,00 |
| Skærmtolkning, kr. pr. time | 260,00 | 268,00 |
"""
BERTHS = """\
Navn;Beløb;Enhed;Gyldig fra;Gyldig til;Engelsk navn
Fast bådplads;4.100,00;kr. pr. båd pr. år;2026-01-01;2026-12-31;Permanent berth
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {
        "2025-11-06 referat.html": BOOK,
        "2024-05-14 referat.txt": NIGHT,
        "2018-06-12 referat.txt": CASTLE_OLD,
        "2025-03-04 referat.txt": CASTLE_NEW,
        "rammeaftale.md": AGREEMENT,
        "satser/havn.csv": BERTHS,
    }
    with assistant_on(tmp_path_factory.mktemp("adopted"), papers) as opened:
        yield opened


def first_amount(reply: Reply) -> str:
    """Return the first line of the reply that gives a rate."""
    return next(line for line in reply.text.splitlines() if line.startswith("- "))


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("Hvad er taksten for siddende kørsel om natten?", "955"),
        ("Hvad koster en nattur med siddende kørsel i 2026?", "955"),
        ("Hvad er taksten for siddende kørsel om dagen i 2026?", "640"),
        ("Hvad er taksten for siddende kørsel, dag?", "640"),
        ("Hvad er taksten for udlån af kørestol i 2026?", "112"),
        ("Hvad koster lån af kørestol i 2026?", "112"),
        ("Hvad koster voksenbilletten?", "85 kr."),
        ("Hvad er entréen for voksne på borgen?", "85 kr."),
        ("Hvad koster en voksenbillet til borgen lige nu?", "85 kr."),
    ],
)
def test_what_was_adopted_leads(assistant: Assistant, question: str, amount: str) -> None:
    reply = ask(assistant, question, TODAY)
    assert reply.kind is ReplyKind.RATE, reply.text
    assert amount in first_amount(reply)


def test_by_day_is_no_unit_and_the_night_is_not_told_with_it(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er taksten for siddende kørsel om dagen i 2026?", TODAY)
    assert reply.text.startswith("Gælder i 2026.")
    assert "nat" not in reply.text


def test_the_average_cost_of_a_trip_is_no_rate(assistant: Assistant) -> None:
    for question in ("Hvad koster en nattur?", "Hvad er taksten for siddende kørsel om natten?"):
        reply = ask(assistant, question, TODAY)
        assert reply.kind is not ReplyKind.RATE or "868" not in reply.text


def test_no_heading_stands_above_nothing(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er taksten for udlån af kørestol i 2026?", TODAY)
    assert "Det siger arkivet også" not in reply.text


def test_the_rows_of_other_services_do_not_answer_for_one_they_do_not_name(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad er honoraret for skriftlig oversættelse i aftaleår 1?", TODAY)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "390" not in reply.text


@pytest.mark.parametrize(
    "question",
    ["What is the deposit for a permanent berth?", "Hvad er depositum for en fast bådplads?"],
)
def test_a_price_is_no_deposit(assistant: Assistant, question: str) -> None:
    reply = ask(assistant, question, TODAY)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert not reply.text.startswith(("In force", "Gælder"))


def test_who_pays_is_no_part_of_what_for(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad betaler regionen for skærmtolkning lige nu?", date(2025, 9, 1))
    assert "268,00" in first_amount(reply)
