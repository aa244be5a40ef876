"""What the assistant answers about rates, on a small archive read by the real pipeline."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.rendering.as_json import reply_object
from bot.replies import Reply, ReplyKind
from index.documents import OPEN
from index.rates.rate import RateStatus
from tests.asked_papers import assistant_on

PAPERS = {
    "aftaler/havneaftale.txt": """\
Aftale om lodsning i Sundby Havn 2023-2025
(HA23)
Indgået den 1. december 2022 mellem Sundby Havn og Lodserne

§ 1 Løbetid
Aftalen træder i kraft den 1. januar 2023 og gælder til og med den 31. december 2025.

§ 2 Midler
Til vedligehold af bøjer afsættes 2,40 kr. i år 1, 2,95 kr. i år 2 og 3,15 kr. i år 3 pr. indbygger.

§ 3 Honorarer
Lodser honoreres med 985 kr. pr. time.
Kørsel i egen bil godtgøres med 3,94 kr. pr. km.
""",
    "notater/fyr.txt": """\
Notat om overenskomsten for fyrpassere (ny FOK22)
Dato: 3. maj 2022

Økonomi
Fyrvæsenet tilføres årligt pr. indbygger

- Til fyr i havnen 1,10 kr. i år 1, 2,20 kr. i år to og 3,305 kr. i år tre.
- Til tågehorn 4,20 kr. i år 1, 4,25 kr. i år 2 og 4,30 kr. i år 3.
""",
    "havnen/2024-02-01.txt": """\
Referat af møde i Havneudvalget (HU)
den 1. februar 2024 kl. 15.00

Til stede: Karla Bruun (formand), Ebbe Lund

1. Færgetakster

Sagsfremstilling
Færgetaksten for cykler udgør 35 kr. pr. tur fra 1. marts 2024 til 28. februar 2025.

Indstilling
Forvaltningen indstiller, at færgetaksten for hunde fastsættes til 15 kr. pr. tur.

Beslutning
Punktet udsat.

2. Havnepenge

Sagsfremstilling
Havnepengene udgør 40 kr. pr. døgn i 2023.

Indstilling
Forvaltningen indstiller, at havnepengene fastsættes til 44 kr. pr. besøg fra 1. maj 2024.

Beslutning
Indstillingen blev godkendt.

3. Lukket punkt: Løn til havnefogeden

Beslutning
Havnefogeden honoreres med 777 kr. pr. time.
""",
    "takster.csv": """\
Navn;Engelsk navn;Beløb;Enhed;Aftale;Aftaleår;Gyldig fra;Gyldig til
Kajleje;Quay rent;12,50 kr.;kr. pr. døgn;;;2024-01-01;2024-12-31
Kajleje;;13,25 kr.;kr. pr. døgn;;;2025-01-01;
Vandafgift;Water charge;7,00 kr.;kr. pr. m3;;;2022-01-01;2023-12-31
Kørsel i egen bil;Driving;4,10 kr.;kr. pr. km;;;2024-01-01;
""",
}
TODAY = date(2025, 6, 15)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("rates"), PAPERS) as assistant:
        yield assistant


def ask(harbour: Assistant, question: str, on: date = TODAY) -> Reply:
    return harbour.reply(Asked(question, on))


def stated(reply: Reply) -> list[tuple[str, RateStatus]]:
    return [(str(told.entry.rate.amount), told.status) for told in reply.rates]


def first(reply: Reply) -> str:
    return reply.text.splitlines()[0]


def test_the_rate_in_force_comes_first_with_its_validity_and_source(harbour: Assistant) -> None:
    reply = ask(harbour, "hvad er satsen for bøjer?")
    assert reply.kind is ReplyKind.RATE
    assert first(reply) == "Gælder i dag (15. juni 2025)."
    told = reply.rates[0]
    assert told.entry.rate.printed == "3,15 kr. i år 3 pr. indbygger"
    assert (told.validity.since, told.validity.until) == (date(2025, 1, 1), date(2025, 12, 31))
    assert told.status is RateStatus.IN_FORCE
    assert "Til vedligehold af bøjer" in reply.citations[told.citation - 1].quote
    assert any("træder i kraft den 1. januar 2023" in c.quote for c in reply.citations)
    assert [amount for amount, _ in stated(reply)] == ["3.15", "2.40", "2.95"]


def test_an_expired_rate_is_told_as_expired_in_the_first_sentence(harbour: Assistant) -> None:
    reply = ask(harbour, "what is the rate for bøjer?", date(2026, 11, 22))
    assert first(reply) == (
        "No rate that was read from the documents is said to be in force today "
        "(22 November 2026): the latest of them expired on 31 December 2025. Whether a newer one "
        "applies cannot be said."
    )
    assert stated(reply)[0] == ("3.15", RateStatus.EXPIRED)
    verified = ask(harbour, "hvad er vandafgiftens takst?")
    assert "udløb 31. december 2023" in first(verified)


def test_a_rate_of_another_year_is_the_one_of_that_year(harbour: Assistant) -> None:
    reply = ask(harbour, "hvad var satsen for bøjer i 2023?")
    assert first(reply) == "Gælder i 2023."
    assert stated(reply)[0] == ("2.40", RateStatus.IN_FORCE)
    over = ask(harbour, "bøjer, sats i år 2?")
    assert stated(over)[0][0] == "2.95"
    assert first(over).startswith("Aftalens år 2 er forbi: det udløb 31. december 2024.")
    assert [(amount, status) for amount, status, *_ in stated(over)] == [
        ("2.95", RateStatus.EXPIRED),
        ("3.15", RateStatus.IN_FORCE),
    ]


def test_a_year_without_a_rate_is_said_first(harbour: Assistant) -> None:
    reply = ask(harbour, "hvad var satsen for bøjer i 2019?")
    assert first(reply) == (
        "Arkivet har ingen sats, der er angivet at gælde i 2019. "
        "Det, der nævnes først her, begynder 1. januar 2023."
    )
    assert RateStatus.IN_FORCE not in {told.status for told in reply.rates}


def test_years_of_an_agreement_without_a_start_are_not_mapped(harbour: Assistant) -> None:
    reply = ask(harbour, "hvad er satsen for tågehorn?")
    assert "aftalt for år i aftalen FOK22" in first(reply)
    assert "begynder, står ikke i arkivet" in first(reply)
    assert {told.status for told in reply.rates} == {RateStatus.UNDATED}
    assert all(not told.validity.dated for told in reply.rates)
    one = ask(harbour, "what is the rate for tågehorn in year 2?")
    assert stated(one) == [("4.25", RateStatus.UNDATED)]
    assert "agreed for year 2 of the agreement FOK22" in first(one)


def test_a_figure_that_looks_misprinted_is_told_with_its_neighbours(harbour: Assistant) -> None:
    reply = ask(harbour, "hvad er satsen for fyr i havnen i år 3?")
    assert stated(reply) == [("3.305", RateStatus.UNDATED)]
    assert any("3,305 kr. i år tre kan være en trykfejl" in w for w in reply.warnings)


def test_a_verified_rate_goes_before_one_read_from_a_document(harbour: Assistant) -> None:
    reply = ask(harbour, "hvad er kørselsgodtgørelsen for kørsel i egen bil pr. km?")
    assert stated(reply)[0] == ("4.10", RateStatus.IN_FORCE)
    assert [told.entry.rate.verified for told in reply.rates] == [True, False]
    assert reply.citations[0].document.source == "takster.csv"
    assert "Den bekræftede går forud" in reply.text


def test_a_verified_rate_is_found_by_its_english_name(harbour: Assistant) -> None:
    reply = ask(harbour, "What is the quay rent rate?")
    assert stated(reply)[0] == ("13.25", RateStatus.IN_FORCE)
    assert "from 1 January 2025" in reply.text
    assert not reply.warnings


def test_a_proposal_is_not_stated_as_a_rate(harbour: Assistant) -> None:
    reply = ask(harbour, "hvad er færgetaksten for hunde?")
    assert reply.kind is not ReplyKind.RATE
    assert stated(ask(harbour, "hvad er færgetaksten for cykler?", date(2024, 6, 1))) == [
        ("35", RateStatus.IN_FORCE)
    ]


def test_what_was_approved_as_proposed_is_a_rate(harbour: Assistant) -> None:
    reply = ask(harbour, "hvad er taksten for havnepenge pr. besøg?")
    assert [(amount, status) for amount, status in stated(reply)] == [("44", RateStatus.UNDATED)]
    assert reply.rates[0].validity.since == date(2024, 5, 1)


def test_a_rate_in_a_closed_item_is_for_those_who_may_see_it(harbour: Assistant) -> None:
    question = "hvad er honoraret for havnefogeden pr. time?"
    seen = harbour.reply(Asked(question, TODAY))
    assert "777" not in seen.text
    assert all("777" not in citation.passage for citation in seen.citations)
    insider = harbour.reply(Asked(question, TODAY, frozenset({OPEN, "closed"})))
    assert stated(insider)[0][0] == "777"


@pytest.mark.parametrize(
    "question",
    [
        "hvad er taksten for drager?",
        "what is the rate for kites?",
        "hvornår ændres satsen for bøjer?",
        "hvem fastsætter satsen for bøjer?",
        "hvad besluttede Havneudvalget om færgetaksten?",
        "er satsen for bøjer 5 kr.?",
    ],
)
def test_where_no_rate_is_meant_for_sure_none_is_stated(harbour: Assistant, question: str) -> None:
    assert ask(harbour, question).rates == ()


DA = (
    "hvad er satsen for {}?",
    "hvad er taksten for {} i dag?",
    "sats for {}?",
    "hvad er den gældende sats til {}",
)
EN = ("what is the rate for {}?", "what is the current rate for {}?", "rate for {} today?")
THINGS = (
    ("bøjer", "buoys", "3.15"),
    ("kajleje", "quay rent", "13.25"),
    ("tågehorn", "tågehorn", None),
)


@pytest.mark.parametrize(("danish", "english", "amount"), THINGS)
def test_however_it_is_asked_only_what_applies_is_said_to_apply(
    harbour: Assistant, danish: str, english: str, amount: str | None
) -> None:
    for question in (*(q.format(danish) for q in DA), *(q.format(english) for q in EN)):
        reply = ask(harbour, question)
        in_force = [a for a, status in stated(reply) if status is RateStatus.IN_FORCE]
        assert in_force == ([amount] if amount else []), question


def test_the_contract_prints_a_rate_with_everything_that_makes_it_one(harbour: Assistant) -> None:
    printed = reply_object(ask(harbour, "hvad er satsen for bøjer?")).rates[0]
    assert (printed.name, printed.amount) == ("vedligehold af bøjer", "3.15")
    assert printed.as_printed == "3,15 kr. i år 3 pr. indbygger"
    assert printed.unit == "kr. pr. indbygger"
    assert (printed.valid_from, printed.valid_to) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (printed.status, printed.agreement, printed.verified) == ("in_force", "HA23", False)
    assert printed.citation == 1
