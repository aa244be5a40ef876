"""A rate is told with what its source says of whom or what it does not hold for."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.replies import Reply
from tests.asked_papers import assistant_on

PAPERS = {
    "aftale.md": """\
# Aftale om fyrtilsyn mellem Sundby Havn og Fyrpasserne

Aftalen gælder fra 1. januar 2031 til 31. december 2033.

## § 3 Honorarer

| Ydelse | 2031 | 2032 |
|---|---|---|
| Grundtilsyn (kr. pr. tilsyn) | 540,00 | 551,00 |
| Udeblivelsesgebyr (kr. pr. gang)¹ | 150 | 165 |
| Egenbetaling (% af honoraret) | 40 | 50 |

¹ Gælder ikke for bådejere under 18 år. Alle beløb er ekskl. moms.

## § 4 Bøder

Alle beløb er gratis for brandvæsenet.
""",
    "takstblad.html": """\
<html><head><title>Takster</title></head><body><h1>Takstblad 2032 – Hou Havn</h1>
<table><tr><th>Ydelse</th><th>2031</th><th>2032</th></tr>
<tr><td>Leje af kran (kr. pr. løft)</td><td>25-30</td><td>28-35</td></tr>
<tr><td>Vask af sejl</td><td>190,00 eller mere</td><td>bortfalder</td></tr>
<tr><td>Leje af jolle</td><td>20-30</td><td>21-31</td></tr></table>
<p>Alle priser er inkl. moms.</p></body></html>
""",
    "takster.txt": """\
Notat om takster i havnen

Gebyret for en bådplads er 75 kr. pr. nat i 2032. Gebyret opkræves ikke hos foreninger. Havnen har \
ikke kran.

Prisen for et bad er 20 kr. pr. bad i 2032.

Gebyret for et fremmøde er 60 kr. pr. fremmøde i 2032, hvis kajen er lukket.

Børn er fritaget for parkering.
""",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("restricted"), PAPERS) as assistant:
        yield assistant


def ask(papers: Assistant, question: str) -> Reply:
    return papers.reply(Asked(question, date(2032, 8, 1)))


@pytest.mark.parametrize(
    "question",
    [
        "Hvad er udeblivelsesgebyret?",
        "Hvad er udeblivelsesgebyret i 2031?",
        "Hvad er udeblivelsesgebyret for et barn?",
    ],
)
def test_a_footnote_is_told_with_the_rate_that_points_to_it(
    papers: Assistant, question: str
) -> None:
    reply = ask(papers, question)
    assert "Forbehold, som kilden tager" in reply.text
    assert reply.text.count("ekskl. moms") == 1
    assert "Gælder ikke for bådejere under 18 år" in reply.text
    assert "brandvæsenet" not in reply.text


def test_what_is_said_of_all_amounts_of_a_table_is_told_and_another_rows_footnote_is_not(
    papers: Assistant,
) -> None:
    reply = ask(papers, "Hvad koster et grundtilsyn?")
    assert "551,00" in reply.text
    assert "Alle beløb er ekskl. moms." in reply.text
    assert "under 18 år" not in reply.text


@pytest.mark.parametrize(
    "question", ["What is the co-payment in 2032?", "Hvad er egenbetalingen i 2032?"]
)
def test_a_share_is_told_as_one(papers: Assistant, question: str) -> None:
    reply = ask(papers, question)
    assert [str(told.entry.rate.amount) for told in reply.rates][:1] == ["50"]
    assert "**50** · Egenbetaling (% af honoraret) · %" in reply.text


def test_a_sentence_that_limits_a_rate_is_told_with_it_and_no_other(papers: Assistant) -> None:
    reply = ask(papers, "Hvad er gebyret for en bådplads?")
    assert "75 kr." in reply.text
    assert "Gebyret opkræves ikke hos foreninger." in reply.text
    assert "kran" not in reply.text
    bath = ask(papers, "Hvad koster et bad?")
    assert "20 kr." in bath.text
    assert "Forbehold" not in bath.text


def test_of_rows_that_would_be_quoted_only_the_one_that_is_asked_for_is(papers: Assistant) -> None:
    reply = ask(papers, "Hvad koster vask af sejl i 2032?")
    assert "bortfalder" in reply.text
    assert "25-30" not in reply.text
    assert "Alle priser er inkl. moms." in reply.text


def test_a_condition_in_the_words_of_a_rate_is_told_with_it(papers: Assistant) -> None:
    reply = ask(papers, "Hvad er gebyret for et fremmøde?")
    assert [str(told.entry.rate.amount) for told in reply.rates] == ["60"]
    assert "hvis kajen er lukket" in reply.text
