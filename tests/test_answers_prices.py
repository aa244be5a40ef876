"""A rise, an estimate or a penalty is no price."""

import pytest

from bot.answers.sentences.prices import is_price, tells_amount

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
    assert not tells_amount("Det laveste tilbud lyder på 2.500.000 kr.")
