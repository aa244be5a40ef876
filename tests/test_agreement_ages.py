"""The new, the current and the old agreement: of those that followed each other, by their time."""

from collections.abc import Iterator

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.conversation.turns import turn_of
from bot.questions.times.agreement_ages import Age, agreement_by_age, without_age
from tests.asked_papers import TODAY, ask, assistant_on, quotes

OLD = """\
Samarbejdsaftale om dyrlægehjælp i staldene

Indgået mellem Egnens Landboforening og Dyrlægerne i Egnen

Aftalen gælder fra 1. juli 2018 til 30. juni 2021.

§ 1. Besøg i stalden
Honoraret er 940,00 kr. pr. besøg.

§ 2. Klovbeskæring
Honoraret for klovbeskæring er 66,00 kr. pr. ko.

§ 3. Opsigelse
Aftalen kan opsiges med fire måneders varsel til udgangen af et år. Regninger, der er mere end fire
måneder gamle, betales ikke.
"""
NEW = """\
Samarbejdsaftale om dyrlægehjælp 2021-2024

Indgået mellem Egnens Landboforening og Dyrlægerne i Egnen. Den afløser aftalen af 12. maj 2018 og
gælder fra den 1. juli 2021 til den 30. juni 2024.

§ 1. Klovbeskæring
Honoraret for klovbeskæring er 71,50 kr. pr. ko.

§ 2. Opsigelse
Aftalen kan opsiges med ti måneders varsel til udgangen af et år.
"""


@pytest.fixture(scope="module")
def stable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"a2018.txt": OLD, "a2021.txt": NEW}
    with assistant_on(tmp_path_factory.mktemp("stable"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        ("Hvad er opsigelsesvarslet i den nye samarbejdsaftale?", "ti måneders", "fire måneder"),
        ("Hvad er opsigelsesvarslet i den gældende aftale?", "ti måneders", "fire måneder"),
        ("Hvad var opsigelsesvarslet i den gamle aftale?", "fire måneders varsel", "ti måneders"),
        ("Hvad var opsigelsesvarslet i den forrige aftale?", "fire måneders varsel", "ti måneders"),
        ("Hvad er opsigelsesvarslet i samarbejdsaftalen?", "ti måneders", "fire måneder"),
    ],
)
def test_a_notice_is_told_by_the_agreement_of_that_age(
    stable: Assistant, text: str, said: str, unsaid: str
) -> None:
    told = [" ".join(quote.split()) for quote in quotes(ask(stable, text))]
    assert said in told[0]
    assert not any(unsaid in quote for quote in told)


def test_when_an_agreement_of_an_age_ends_is_told(stable: Assistant) -> None:
    assert "30. juni 2024" in ask(stable, "Hvornår udløber den nye samarbejdsaftale?").text
    assert "30. juni 2021" in ask(stable, "Hvornår udløb den gamle samarbejdsaftale?").text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Hvad var honoraret for klovbeskæring under den gamle aftale?", "66,00"),
        ("Hvad er honoraret for klovbeskæring i den nye aftale?", "71,50"),
        ("What was the fee for klovbeskæring under the previous agreement?", "66,00"),
    ],
)
def test_a_rate_is_told_by_the_agreement_of_that_age(
    stable: Assistant, text: str, first: str
) -> None:
    assert first in quotes(ask(stable, text))[0]


def test_a_follow_up_asks_the_rate_of_the_agreement_before(stable: Assistant) -> None:
    today = ask(stable, "Hvad er honoraret for klovbeskæring?")
    assert "71,50" in quotes(today)[0]
    before = stable.reply(Asked("og under den gamle aftale", on=TODAY, after=turn_of(today)))
    assert "66,00" in quotes(before)[0]
    after = turn_of(before, turn_of(today))
    again = stable.reply(Asked("og i den nye aftale?", on=TODAY, after=after))
    assert "71,50" in quotes(again)[0]


def test_a_follow_up_asks_the_notice_of_the_agreement_before(stable: Assistant) -> None:
    today = ask(stable, "Hvad er opsigelsesvarslet i den nye samarbejdsaftale?")
    for text in ("og i den gamle?", "og i den gamle aftale?"):
        before = stable.reply(Asked(text, on=TODAY, after=turn_of(today)))
        assert "fire måneders varsel" in quotes(before)[0]


def test_an_agreement_that_is_to_be_made_has_no_age() -> None:
    named = agreement_by_age("Hvad står der i den nuværende lokalaftale?")
    assert named is not None
    assert named.age is Age.CURRENT
    assert agreement_by_age("Hvornår kommer der en ny aftale?") is None
    assert agreement_by_age("Is there a new agreement?") is None
    assert agreement_by_age("Hvad stod der i de gamle aftaler?") is None
    assert without_age("varslet i den gamle aftale") == "varslet i den aftale"
