"""What is only proposed from a day that has come, and what another word leads to."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from index.rates.rate import RateStatus
from tests.asked_papers import assistant_on

PAPERS = {
    "takster.html": """\
<html><head><title>Takster</title></head><body><h1>Takster 2031 – Sundby Havn</h1>
<p>Gælder fra 1. januar 2031 til 31. december 2031.</p>
<table><tr><th>Ydelse</th><th>2030</th><th>2031</th></tr>
<tr><td>Vask af sejl (kr. pr. sejl)</td><td>210,00</td><td>220,00</td></tr>
<tr><td>Leje af kran (kr. pr. løft)</td><td>540,00</td><td>560,00</td></tr></table>
<p>Note: Taksten for vask af sejl hæves til 235,00 kr. pr. sejl fra 1. juli 2031, hvis byrådet \
vedtager budgettet.</p></body></html>
""",
    "notat.md": """\
# Notat om kørselsgodtgørelse

Dato: 3. februar 2031

I 2030 var kørselsgodtgørelsen 4,10 kr. pr. km. I 2031 er den 4,15 kr. pr. km. Sekretariatet \
forventer, at den i 2032 bliver 4,30 kr. pr. km.
""",
    "aftale.md": """\
# Aftale om fyrtilsyn mellem Sundby Havn og Fyrpasserne

Aftalen gælder fra 1. april 2030 til 31. marts 2032.

## § 3 Betaling

Honoraret for en konsultation er 312 kr. pr. konsultation.

Der ydes et kørselstilskud på 2,95 kr. pr. km.
""",
    "mad.txt": """\
Notat om mad

Taksten for madordning er 42 kr. pr. dag i 2031.
""",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("pending"), PAPERS) as assistant:
        yield assistant


def ask(papers: Assistant, question: str, on: date = date(2031, 8, 1)) -> Reply:
    return papers.reply(Asked(question, on))


def in_force(reply: Reply) -> list[str]:
    return [str(told.entry.rate.amount) for told in reply.rates if told.status.value == "in_force"]


@pytest.mark.parametrize(
    ("question", "on"),
    [
        ("Hvad koster vask af sejl?", date(2031, 5, 1)),
        ("Hvad koster vask af sejl?", date(2031, 8, 1)),
        ("Hvad koster vask af sejl i 2031?", date(2031, 8, 1)),
        ("Hvad koster vask af sejl i 2031?", date(2032, 8, 1)),
        ("What is the price of vask af sejl?", date(2031, 8, 1)),
    ],
)
def test_a_conditional_rise_is_told_beside_the_rate_before_and_after_its_day(
    papers: Assistant, question: str, on: date
) -> None:
    reply = ask(papers, question, on)
    assert in_force(reply) == ["220.00"]
    assert "235,00" in reply.text
    assert "hvis byrådet vedtager budgettet" in reply.text
    raised = next(one for one in reply.rates if str(one.entry.rate.amount) == "235.00")
    assert raised.status in {RateStatus.NOT_YET, RateStatus.UNDATED}


def test_a_rise_of_a_later_time_is_not_told_of_an_earlier_year(papers: Assistant) -> None:
    reply = ask(papers, "Hvad kostede vask af sejl i 2030?", date(2032, 8, 1))
    assert in_force(reply) == ["210.00"]
    assert "235,00" not in reply.text


def test_a_rate_of_another_name_does_not_answer_where_one_has_the_name(papers: Assistant) -> None:
    now = ask(papers, "Hvad er kørselsgodtgørelsen i 2031?")
    assert in_force(now)[0] == "4.15"
    assert "Flere satser" not in now.text
    coming = ask(papers, "Hvad er kørselsgodtgørelsen i 2032?")
    assert "Arkivet har ingen sats, der er angivet at gælde i 2032" in coming.text
    assert "4,30" in coming.text
    assert "forslag" in coming.text


def test_a_word_for_any_rate_leads_to_no_other_thing(papers: Assistant) -> None:
    reply = ask(papers, "Hvad er egenbetalingen i 2031?")
    assert "42" not in reply.text
    assert reply.rates == ()


def test_what_is_paid_for_a_consultation_is_found_in_english(papers: Assistant) -> None:
    reply = ask(papers, "What is the fee for a consultation?")
    assert reply.kind is ReplyKind.RATE
    assert in_force(reply) == ["312"]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad steg kørselsgodtgørelsen med fra 2030 til 2031?",
        "Hvor meget steg kørselsgodtgørelsen fra 2030 til 2031?",
    ],
)
def test_of_a_rise_both_amounts_are_told(papers: Assistant, question: str) -> None:
    reply = ask(papers, question)
    assert "4,10 kr." in reply.text
    assert "4,15 kr." in reply.text
