"""Parts whose only words are that the item is closed: they close it, and not the one below."""

import pytest

from tests.structure_layouts import read

HEAD = "Referat fra møde i Havnenævnet den 3. juni 2015\n\n"
LAYOUTS = {
    "capitals": (
        "Punkt 1\nMOLEN\n\nINDSTILLING\nDet indstilles, at molen sælges.\n\nBESLUTNING\n{}\n\n"
        "Punkt 2\nKAJEN\n\nINDSTILLING\nDet indstilles, at kajen males.\n\nBESLUTNING\nGodkendt.\n"
    ),
    "apart": (
        "1. Molen\n\nIndstilling\n\nDet indstilles, at molen sælges.\n\nBeslutning\n\n{}\n\n"
        "2. Kajen\n\nIndstilling\n\nDet indstilles, at kajen males.\n\nBeslutning\n\nGodkendt.\n"
    ),
    "inline": (
        "1. Molen\nIndstilling: Det indstilles, at molen sælges.\nBeslutning: {}\n\n"
        "2. Kajen\nIndstilling: Det indstilles, at kajen males.\nBeslutning: Godkendt.\n"
    ),
    "dense": (
        "1. Molen\nIndstilling\nDet indstilles, at molen sælges.\nBeslutning\n{}\n"
        "2. Kajen\nIndstilling\nDet indstilles, at kajen males.\nBeslutning\nGodkendt.\n"
    ),
}
SEALED = (
    "Lukket punkt.",
    "Lukket",
    "Fortroligt.",
    "Ikke offentlig.",
    "Lukket sag, jf. § 10.",
    "Behandlet som lukket punkt.",
    "Behandlet for lukkede døre.",
    "Behandlet som lukket punkt. Indstillingen godkendt.",
    "Sagen blev behandlet på lukket møde.",
    "Punktet er flyttet til lukket dagsorden.",
    "Beslutningen er ikke offentlig.",
    "Beslutningen offentliggøres ikke.",
    "Beslutningen fremgår af lukket referat.",
    "Se lukket referat.",
)
OPEN_WORDS = (
    "Lukket i uge 42.",
    "Lukket for biltrafik fra 1. maj.",
    "Godkendt. Afdelingen er lukket.",
    "Godkendt. Lukket.",
    "Bilaget er fortroligt.",
    "Se referat fra sidste møde.",
    "Fortrolighed drøftet.",
    "Beslutningen om molen offentliggøres ikke endnu, men sendes i høring.",
    "Beslutningen offentliggøres den 1. maj.",
    "Åbent punkt.",
    "Lukketiden ændres til kl. 22.",
    "Overføres til lukkede afdelinger.",
)


def closed(text: str) -> str:
    return " ".join(item.number or "?" for item in read(HEAD + text).items if item.closed)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("words", SEALED)
def test_a_decision_that_is_only_closed_closes_its_own_item(words: str, layout: str) -> None:
    assert closed(LAYOUTS[layout].format(words)) == "1"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("words", OPEN_WORDS)
def test_a_decision_on_what_is_shut_closes_nothing(words: str, layout: str) -> None:
    assert closed(LAYOUTS[layout].format(words)) == ""


def test_a_mark_right_over_a_heading_is_that_heading_s() -> None:
    below = (
        "\n\nLukket punkt\n2. Kajen\n\nBeslutning\n\nGodkendt.\n\n3. Ror\n\nBeslutning\n\nUdsat.\n"
    )
    assert closed("1. Molen\n\nBeslutning\n\nGodkendt." + below) == "2"
    assert closed("1. Molen\n\nBeslutning" + below) == "2"


def test_a_mark_below_a_decision_that_only_says_closed_closes_the_next_item_too() -> None:
    below = "2. Kajen\n\nBeslutning\n\nGodkendt.\n\n3. Ror\n\nBeslutning\n\nUdsat.\n"
    sealed = "1. Molen\n\nBeslutning\nLukket punkt.\n\n"
    assert closed(f"{sealed}Lukket punkt\n\n{below}") == "1 2"
    assert closed(f"{sealed}Åbent punkt\n\n{below}") == "1"


def test_where_nothing_is_decided_the_mark_is_the_next_item_s() -> None:
    agenda = (
        "1. Molen\n\nBeslutning\n\nLukket punkt\n\n2. Kajen\n\nBeslutning\n\n3. Ror\n\nBeslutning\n"
    )
    assert closed(agenda) == "2"


def test_the_heading_of_a_decision_may_close_the_item() -> None:
    text = (
        "1. Molen\n\nBeslutning for lukkede døre\n\nGodkendt.\n\n2. Kajen\n\nBeslutning\n\nUdsat.\n"
    )
    assert closed(text) == "1"
