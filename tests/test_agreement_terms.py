"""Whether an agreement still runs, what is said before its amounts, and rates found by parts."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.replies import Reply, ReplyKind
from tests.asked_papers import assistant_on

PAPERS = {
    "aftaler/faerge.txt": """\
Samarbejdsaftale om færgeredning
mellem Nordø Kommune og Region Havland

Aftalen er indgået den 3. marts 2019 og gælder fra 1. april 2019 til 31. marts 2021. Aftalen \
forlænges ikke automatisk.

§ 2 Betaling
Regionen betaler kommunen 640 kr. pr. udkald i dagtid og 880 kr. pr. udkald på andre tidspunkter.

§ 3 Øvelser
Redderne holder øvelse hver måned, og hver redder har ret til 3.300 kr. til udstyr.
""",
    "aftaler/fodpleje.md": """\
# Overenskomst om hudpleje

mellem Region Havland og Hudplejerne

Gældende fra 1. januar 2024 til 31. december 2027

## § 4 Honorarer

| Ydelse | År 1 (fra 1. januar 2024) | År 2 (fra 1. januar 2025) |
|---|---|---|
| Almindelig behandling, kr. pr. behandling | 210,00 | 217,50 |

## § 9 Ophør

Efter opsigelse gælder honorarerne, indtil en ny aftale er indgået.
""",
    "referater/2026.txt": """\
Referat af møde i Havnerådet
den 5. februar 2026

1. Takst for gæsteleje

Sagsfremstilling
Taksten for sejlere er 110 kr. pr. døgn.

Indstilling
Sekretariatet indstiller, at taksten for sejlere hæves til 140 kr. pr. døgn fra 1. maj 2026.

Beslutning
Udsat, idet rådet ønsker tal fra andre havne.
""",
    "aftaler/vask.txt": """\
Rammeaftale om vinduesvask
mellem Nordø Kommune og Glas og Glans

Aftalen træder i kraft den 1. maj 2023 og løber i fire aftaleår til den 30. april 2027.
""",
    "aftaler/snerydning.txt": """\
Driftsaftale om snerydning
mellem Nordø Kommune og Plov og Salt

Aftalen træder i kraft den 1. maj 2023 og kan efter parternes ønske \
strækkes til den 30. april 2029.
""",
    "aftaler/kran.txt": """\
Rammeaftale om kranservice
mellem Nordø Kommune og Løft og Kran

Underskrevet den 9. januar 2021.

§ 2 Betaling
For et løft betales 900 kr.

§ 5 Ophør
Rammeaftalen udløber uden opsigelse den 31. oktober 2025.
""",
    "aftaler/bro.txt": """\
Tillægsaftale om brovagt
mellem Nordø Kommune og Brovagten

§ 1 Ikrafttræden
Tillægsaftalen træder i kraft den 1. februar 2024.

§ 2 Ophør
Tillægsaftalen ophører den 31. januar 2028. Hovedaftalen udløber den 31. december 2025.
""",
    "aftaler/to.md": """\
# Havnens priser

## Aftale om vand
Vand koster 30 kr. pr. m3. Aftalen gælder til og med 31. december 2024.

## Aftale om strøm
Strøm koster 2 kr. pr. kWh.
""",
    "notat.txt": """\
Notat om børnetandpleje i skolerne
Dato: 4. april 2025

Kommunen betaler i gennemsnit 2.050 kr. pr. barn pr. år.

Egenbetalingen er højst 310 kr. pr. år i 2025 mod 300 kr. pr. år i 2024.
""",
}
ASK = Callable[..., Reply]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ASK]:
    with assistant_on(tmp_path_factory.mktemp("terms"), PAPERS) as assistant:
        yield lambda text, day=date(2026, 6, 2): assistant.reply(Asked(text, on=day))


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("Gælder samarbejdsaftalen om færgeredning stadig?", date(2020, 6, 1), "altså i dag"),
        ("Gælder samarbejdsaftalen om færgeredning stadig?", date(2022, 6, 1), "Det er forbi"),
        ("Er aftalen om færgeredning stadig i kraft?", date(2022, 6, 1), "Det er forbi"),
        ("Hvornår udløber overenskomsten om hudpleje?", date(2026, 6, 2), "til 31. december 2027"),
        ("Gælder rammeaftalen om kranservice stadig?", date(2026, 6, 2), "Det er forbi"),
        ("Gælder rammeaftalen om kranservice stadig?", date(2025, 6, 2), "til 31. oktober 2025"),
        ("Hvornår udløber tillægsaftalen om brovagt?", date(2026, 6, 2), "til 31. januar 2028"),
        ("Is the agreement on færgeredning still in force?", date(2022, 6, 1), "That is over"),
    ],
)
def test_an_agreement_is_told_to_run_or_to_be_over(
    ask: ASK, text: str, day: date, said: str
) -> None:
    reply = ask(text, day)
    assert reply.kind is ReplyKind.FACT
    assert said in reply.text.split("\n")[0]
    assert re.search(r"20(?:19|24|25)", reply.citations[0].quote)


def test_what_an_agreement_says_of_the_time_after_it_is_quoted(ask: ASK) -> None:
    quotes = [c.quote for c in ask("Gælder samarbejdsaftalen om færgeredning stadig?").citations]
    assert quotes[1] == "Aftalen forlænges ikke automatisk."


def test_a_day_of_one_agreement_in_a_paper_on_several_is_not_that_of_the_others(ask: ASK) -> None:
    assert "Det er forbi" not in ask("Hvad koster strøm pr. kWh?").text
    assert "udløbet" not in ask("Hvad koster strøm pr. kWh?").text


def test_an_agreement_that_nothing_names_is_not_told(ask: ASK) -> None:
    assert "efter sine egne ord" not in ask("Gælder aftalen om isbrydning stadig?").text


def test_that_its_term_is_over_is_said_before_an_amount_of_an_agreement(ask: ASK) -> None:
    late = ask("Hvor meget har hver redder til udstyr?")
    assert late.text.startswith("Aftalen “Samarbejdsaftale om færgeredning”")
    assert "31. marts 2021" in late.text.split("\n")[0]
    within = ask("Hvor meget har hver redder til udstyr?", date(2020, 6, 1))
    assert "3.300" in within.text
    assert "sine egne ord" not in within.text


def figures(reply: Reply) -> list[str]:
    return [told.entry.rate.printed for told in reply.rates]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Hvad betaler regionen for et færgeredningsudkald om natten?", "880 kr. pr. udkald"),
        ("Hvad er taksten for et færgeredningsudkald i dagtid?", "640 kr. pr. udkald"),
    ],
)
def test_the_parts_of_a_compound_find_a_rate_and_it_is_told_as_expired(
    ask: ASK, text: str, first: str
) -> None:
    reply = ask(text)
    assert figures(reply)[0] == first
    assert "udløb 31. marts 2021" in reply.text.split("\n")[0]
    assert "forlænges ikke automatisk" in reply.text


def test_a_word_that_no_paper_has_may_be_two_that_it_has(ask: ASK) -> None:
    reply = ask("Hvad er honoraret for en almindelig hudbehandling?")
    assert figures(reply)[0] == "217,50"
    assert reply.rates[0].validity.until == date(2027, 12, 31)


def test_a_heading_of_rates_names_those_below_it_and_a_proposal_is_told_as_one(ask: ASK) -> None:
    reply = ask("Hvad er taksten for gæsteleje i dag?")
    assert figures(reply)[0] == "110 kr. pr. døgn"
    told, _, proposals = reply.text.partition("**Foreslået i arkivet")
    assert "140" not in told
    assert "forslag" in proposals
    # The decision is quoted once: both amounts stand in its item.
    assert reply.text.count("Udsat, idet rådet ønsker tal") == 1
    assert all(r.status.value != "in_force" for r in reply.rates)


def test_another_unit_for_a_night_is_said(ask: ASK) -> None:
    reply = ask("Hvad koster en nat for sejlere på gæsteleje?")
    assert "ingen sats pr. nat" in reply.text
    assert figures(reply)[0] == "110 kr. pr. døgn"


@pytest.mark.parametrize(
    "text",
    [
        "Hvor meget skal en borger højst betale for børnetandpleje?",
        "Hvad er egenbetalingen for børnetandpleje i 2026?",
    ],
)
def test_what_a_citizen_pays_is_not_what_the_municipality_does(ask: ASK, text: str) -> None:
    reply = ask(text)
    assert figures(reply)[0] == "310 kr. pr. år i 2025"
    assert "2.050" not in reply.text
    assert "angivet at gælde" in reply.text.split("\n")[0]
    assert "højst 310" in reply.text


def test_an_end_behind_the_number_of_years_is_read(ask: ASK) -> None:
    reply = ask("Gælder rammeaftalen om vinduesvask stadig?", date(2026, 3, 1))
    assert "fra 1. maj 2023 til 30. april 2027" in reply.text


def test_a_sentence_with_another_day_is_quoted_and_not_said_to_be_silent(ask: ASK) -> None:
    reply = ask("Gælder driftsaftalen om snerydning stadig?", date(2026, 3, 1))
    assert "siger de ikke" not in reply.text
    assert any("30. april 2029" in citation.quote for citation in reply.citations)
