"""A decision that was turned round later is told with what turned it round."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "park/2021-02-04.txt": """\
Referat af møde i Parkudvalget den 4. februar 2021 kl. 9.00

Til stede: Eja Lind (formand), Tor Bak

1. Hundeskov ved Bækken
Sagsnr. 21/331

Indstilling
Forvaltningen indstiller, at hundeskoven indhegnes.

Beslutning
Afvist.

2. Bænke i byparken

Indstilling
Forvaltningen indstiller, at der opstilles ti bænke.

Beslutning
Godkendt.

3. Legeplads på Torv Øst

Indstilling
Forvaltningen indstiller, at legepladsen fornyes.

Beslutning
Godkendt.
""",
    "park/2021-06-10.txt": """\
Referat af møde i Parkudvalget den 10. juni 2021 kl. 9.00

Til stede: Eja Lind (formand), Tor Bak

1. Hundeskov ved Bækken

Indstilling
Forvaltningen indstiller, at sagen genoptages.

Beslutning
Udvalget omgjorde afslaget. Hundeskoven indhegnes i efteråret.

2. Møblering og økonomi, herunder bænke

Beslutning
Udvalget ophævede sin beslutning af 4. februar 2021. Bænkene opstilles ikke.

3. Legeplads i Sønderby

Beslutning
Udvalget henviste til sin beslutning af 4. februar 2021. Godkendt.
""",
}


@pytest.fixture(scope="module")
def parks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("turned"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvorfor afviste Parkudvalget hundeskoven ved Bækken den 4. februar 2021?",
        "Hvad besluttede Parkudvalget om hundeskoven den 4. februar 2021?",
        "What did Parkudvalget decide about the dog forest (hundeskov) on 4 February 2021?",
    ],
)
def test_what_came_of_it_is_told_though_only_the_first_has_a_number(
    parks: Assistant, question: str
) -> None:
    reply = ask(parks, question)
    assert "Afvist." in quotes(reply)
    assert any("omgjorde afslaget" in quote for quote in quotes(reply))
    assert "ingen senere" not in reply.text
    assert "no later" not in reply.text


def test_the_day_of_a_decision_ties_it_to_what_changed_it(parks: Assistant) -> None:
    reply = ask(parks, "Hvad besluttede Parkudvalget om bænke i byparken den 4. februar 2021?")
    assert reply.decisions[0].item.title == "Bænke i byparken"
    assert any("ophævede sin beslutning" in quote for quote in quotes(reply))


def test_the_day_alone_ties_nothing_of_another_place(parks: Assistant) -> None:
    reply = ask(parks, "Hvad besluttede Parkudvalget om legepladsen på Torv Øst i februar 2021?")
    assert not any("henviste til" in quote for quote in quotes(reply))
