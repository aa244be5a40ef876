"""A rise, an estimate or a penalty is no price; a bid or a purchase tells one."""

from collections.abc import Iterator

import pytest

from bot.answers.sentences.prices import is_price, tells_amount
from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

RISE = "Anlægget vil hæve taksten med omkring 3 kr. pr. m³."
GUESS = "Prisen skønnes at blive 12 kr. pr. tur."
PENALTY = "Ved forsinkelse betales en konventionalbod på 900 kr. pr. dag."
PRICE = "Taksten er 12 kr. pr. tur."


@pytest.mark.parametrize("words", [RISE, GUESS, PENALTY, "The fee will increase by DKK 3."])
@pytest.mark.parametrize("text", ["Hvad koster en tur i dag?", "What does a trip cost today?"])
def test_what_is_no_price_answers_no_price(text: str, words: str) -> None:
    assert not is_price(text, words)
    assert is_price(text, PRICE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hvor meget stiger taksten nu?", RISE),
        ("What is the estimated price now?", GUESS),
        ("Hvor stor er boden i dag?", PENALTY),
        ("Hvad vil anlægget koste?", "Anlægget skønnes at koste 8 mio. kr."),
    ],
)
def test_who_asks_for_it_is_told_it(text: str, words: str) -> None:
    assert is_price(text, words)


def test_an_amount_is_told_from_other_figures() -> None:
    assert all(tells_amount(words) for words in (RISE, GUESS, PENALTY, PRICE))
    assert not tells_amount("1.112 husstande har svaret, 58 pct. siger ja.")


@pytest.mark.parametrize(
    "words",
    [
        "Det laveste tilbud lyder på 2.500.000 kr.",
        "Bådeværftets tilbud er på 84.000 kr.",
        "Lauget købte en presenning for 950 kr.",
        "Anskaffelsen beløb sig til 1.200 kr.",
        "Udgiften blev 8.400 kr.",
        "Der bevilges 30.000 kr. til en ny mast.",
        "The club bought a sail for DKK 4,000.",
    ],
)
def test_a_bid_a_purchase_and_an_expense_tell_what_something_costs(words: str) -> None:
    assert tells_amount(words)


@pytest.mark.parametrize(
    "words",
    ["Kassen indeholder 4.000 kr.", "Masten er 12 m, og båden har bud.", "Der kom 40 kr. ind."],
)
def test_money_that_is_there_is_no_price(words: str) -> None:
    assert not tells_amount(words)


BID = """\
Referat af møde i Fyrudvalget
den 3. maj 2022 kl. 13.00

Til stede: Anni Holm (formand), Keld Bro

1. Ny linse til fyret

Sagsfremstilling
Glarmester Riis har givet et tilbud på linsen på 310.000 kr. Ved forsinkelse af linsen betales en
bod på 2.000 kr. pr. dag.

Beslutning
Godkendt.

2. Maling af fyret

Sagsfremstilling
Bliver malingen af fyret forsinket, betales en bod på 700 kr. pr. dag.

Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("prices"), {"maj.txt": BID}) as assistant:
        yield assistant


def test_a_bid_tells_what_something_costs_though_a_penalty_stands_beside_it(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad koster linsen til fyret?")
    assert reply.kind is ReplyKind.FACT
    assert "310.000 kr." in quotes(reply)[0]


def test_where_only_a_penalty_is_told_nothing_tells_what_something_costs(
    assistant: Assistant,
) -> None:
    assert ask(assistant, "Hvad koster malingen af fyret?").kind is ReplyKind.NOT_FOUND
    fined = ask(assistant, "Hvad er boden, hvis malingen af fyret bliver forsinket?")
    assert any("700 kr. pr. dag" in quote for quote in quotes(fined))
