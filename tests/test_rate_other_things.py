"""What is asked of a rate is not answered with another thing's: a kind, a row, half a word."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

TODAY = date(2026, 10, 5)
PAPERS = {
    "aftale.md": """\
# Rammeaftale om rengøring og vinduespolering

mellem Boligforeningen Bakken og Firma ApS

Indgået den 20. juni 2024. Aftalen træder i kraft den 1. september 2024 og løber i tre aftaleår \
til den 31. august 2027. Aftaleår 1 løber fra 1. september 2024 til 31. august 2025.

## § 2 Timepriser

| Ydelse (kr. pr. time) | Aftaleår 1 | Aftaleår 2 | Aftaleår 3 |
|---|---|---|---|
| Vinduespolering | 368,50 | 377,70 | 387,15 |
| Hovedrengøring | 345,00 | 353,60 | 362,45 |

## § 3 Tillæg
For arbejde på søn- og helligdage betales et tillæg på 95 kr. pr. time i aftaleår 1 og 2 og \
102 kr. pr. time i aftaleår 3.
""",
    "honorar.md": """\
# Samarbejdsaftale om honorar til brugerrepræsentanter

mellem Bakken Kommune og Brugerforeningen, 1. december 2025

Brugerrepræsentanter i Brugerrådet honoreres pr. møde. I 2026 udgør honoraret \
1.020 kr. pr. møde. Fra 1. januar 2027 udgør honoraret 1.055 kr. pr. møde.
""",
    "referat.txt": """\
Referat af møde i Biblioteksrådet
den 4. marts 2025 kl. 16.00

Til stede: Rikke Falk (formand), Bent Åstrup

1. Gebyr ved for sen aflevering

Sagsfremstilling
Gebyrerne er i dag 20 kr. for voksne medlemmer af biblioteket.

Beslutning
Drøftet.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("others"), PAPERS) as opened:
        yield opened


def leads(assistant: Assistant, question: str) -> str:
    """Return the amount that is told first."""
    return ask(assistant, question, TODAY).text.partition("**")[2].partition("**")[0]


def test_a_word_of_the_title_is_not_of_another_row(assistant: Assistant) -> None:
    assert leads(assistant, "What is the hourly price of window cleaning now?") == "387,15"
    assert (
        leads(assistant, "What is the hourly price of main cleaning (hovedrengøring)?") == "362,45"
    )


def test_a_rate_that_is_named_by_more_words_is_not_beside_one_of_fewer(
    assistant: Assistant,
) -> None:
    asked = "What is the Sunday supplement for cleaning in agreement year 1?"
    assert leads(assistant, asked).startswith("95 kr.")


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("Hvad koster vinduespolering i indeværende aftaleår?", "387,15"),
        ("Hvad kostede vinduespolering i forrige aftaleår?", "377,70"),
        ("Hvad koster vinduespolering i kontraktår 1?", "368,50"),
        ("What does main cleaning cost in the current contract year?", "362,45"),
        ("What is the price of main cleaning (hovedrengøring) in contract year 2?", "353,60"),
    ],
)
def test_a_year_of_an_agreement_may_be_told_by_the_one_that_runs(
    assistant: Assistant, question: str, amount: str
) -> None:
    assert leads(assistant, question) == amount


def test_a_year_that_an_agreement_does_not_have_is_said_to_be_none(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad koster vinduespolering i næste aftaleår?", TODAY)
    assert "ingen sats" in reply.text
    reply = ask(assistant, "Hvad koster vinduespolering i aftaleår 4?", TODAY)
    assert "ingen sats for år 4" in reply.text


def test_a_word_that_ends_in_the_next_one_is_whole(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er tillægget for arbejde på søndage?", TODAY)
    assert reply.kind is ReplyKind.RATE
    assert leads(assistant, "Hvad er tillægget for arbejde på søndage?").startswith("102 kr.")


def test_what_is_charged_is_no_answer_to_what_is_paid(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er honoraret til medlemmer af Biblioteksrådet?", TODAY)
    assert not reply.kind.asserts


def test_an_agreement_that_does_not_say_its_term_is_told_by_its_rates(assistant: Assistant) -> None:
    asked = "Er samarbejdsaftalen om honorar gældende i 2026?"
    reply = ask(assistant, asked, TODAY)
    assert "1.020 kr. pr. møde" in reply.text
    assert "1.055" not in reply.text
    assert "ikke læst" in reply.text
