"""A figure of minutes comes with the correction that the next meeting made on approving them."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes


def minutes(day: str, first: str, *items: tuple[str, str]) -> str:
    """Write minutes of a meeting that begins with approving those before it."""
    told = [("Godkendelse af referat", first), *items]
    parts = [
        f"{number}. {title}\n\nSagsfremstilling\n{text}\n\nBeslutning\n{decision}\n"
        for number, (title, text, decision) in enumerate(
            ((title, text, "Taget til efterretning.") for title, text in told[1:]), start=2
        )
    ]
    opening = f"1. {told[0][0]}\n\nBeslutning\n{first}\n"
    return "\n".join((f"Referat af møde i Fugleudvalget\nden {day} kl. 10.00\n", opening, *parts))


PAPERS = {
    "a.txt": minutes(
        "3. marts 2021",
        "Godkendt.",
        ("Redekasser i mosen", "I mosen er der sat 140 redekasser op."),
        ("Ringmærkning", "Der blev ringmærket 61 lommer."),
        ("Fugletårnet", "Fugletårnet er 9 meter højt."),
    ),
    "b.txt": minutes(
        "7. april 2021",
        "Godkendt med den bemærkning, at der rettelig er sat 104 redekasser op i mosen. "
        "Under punktet om ringmærkning er antallet af lommer fejlagtigt angivet. "
        "Det rigtige tal er 16 lommer. Formanden takkede for god ro og orden.",
        ("Foder", "Der er købt 20 sække foder."),
    ),
}


@pytest.fixture(scope="module")
def birds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("birds"), PAPERS) as assistant:
        yield assistant


def test_a_corrected_figure_stands_below_the_one_that_it_corrects(birds: Assistant) -> None:
    reply = ask(birds, "Hvor mange redekasser er der sat op i mosen?")
    told = quotes(reply)
    assert "140 redekasser" in told[0]
    assert any("104 redekasser" in quote for quote in told)
    assert any("rettet" in warning for warning in reply.warnings)


def test_a_figure_that_stands_in_a_sentence_of_its_own_comes_along(birds: Assistant) -> None:
    told = quotes(ask(birds, "Hvor mange lommer blev der ringmærket?"))
    assert any("fejlagtigt" in quote and "16 lommer" in quote for quote in told)
    assert not any("god ro og orden" in quote for quote in told)


def test_what_was_not_corrected_comes_alone(birds: Assistant) -> None:
    reply = ask(birds, "Hvor højt er fugletårnet?")
    assert not any("rettet" in warning for warning in reply.warnings)
    assert not any("redekasser" in quote for quote in quotes(reply))


LATE = {
    "a.txt": minutes(
        "9. marts 2021",
        "Godkendt.",
        (
            "Vildtoptælling",
            "I skoven er der talt 87 rådyr. Det er flere end året før.\n\n"
            "| Del af skoven | 2020 | 2021 |\n|---|---|---|\n| Nordskoven | 30 | 51 |\n"
            "| Sydskoven | 33 | 36 |",
        ),
    ),
    "b.txt": minutes(
        "1. februar 2022",
        "Under punkt 2 er antallet af rådyr i skoven skrevet som 87. Det rigtige tal er 78, da "
        "Nordskoven ved en fejl blev talt som 51. Med den ændring blev referatet godkendt.",
        ("Foder", "Der er købt 20 sække foder."),
    ),
    "c.txt": minutes(
        "4. oktober 2022",
        "Godkendt.",
        ("Rådyr igen", "Det rigtige sted at se rådyr i skoven er ved søen kl. 5."),
    ),
}


@pytest.fixture(scope="module")
def deer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("deer"), LATE) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text", ["Hvor mange rådyr blev der talt i skoven i 2021?", "Hvor mange rådyr i Nordskoven?"]
)
def test_the_next_meeting_corrects_however_long_it_took(deer: Assistant, text: str) -> None:
    reply = ask(deer, text)
    told = quotes(reply)
    assert any("skrevet som 87" in quote and "78" in quote for quote in told)
    assert any("rettet" in warning for warning in reply.warnings)
    assert not any("kl. 5" in quote for quote in told[:2])


ACCEPTED = {
    "a.txt": minutes(
        "3. marts 2021",
        "Godkendt.",
        ("Blishøns", "I søen blev der talt 300 blishøns."),
        ("Svaner", "I åen blev der talt 12 svaner."),
    ),
    "b.txt": (
        "Referat af møde i Fugleudvalget\nden 7. april 2021 kl. 10.00\n\n"
        "1. Referat af sidste møde\n"
        "Ida Friis gjorde indsigelse: Der blev talt 30 blishøns og ikke 300.\n\n"
        "Udvalget godkendte referatet med denne rettelse.\n\n"
        "2. Foder\n\nBeslutning\nGodkendt.\n"
    ),
}


@pytest.fixture(scope="module")
def ducks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("ducks"), ACCEPTED) as assistant:
        yield assistant


def test_an_accepted_correction_is_told_with_what_it_is(ducks: Assistant) -> None:
    told = quotes(ask(ducks, "Hvor mange blishøns blev der talt i søen?"))
    assert any("30 blishøns og ikke 300" in quote and "denne rettelse" in quote for quote in told)


def test_an_accepted_correction_is_told_of_nothing_else(ducks: Assistant) -> None:
    reply = ask(ducks, "Hvor mange svaner blev der talt i åen?")
    assert not any("rettet" in warning for warning in reply.warnings)
