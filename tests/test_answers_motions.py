"""A vote is told of the motion that it was on, and a motion with what became of it."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "museum/2020-09-01.txt": """\
Referat af møde i Museumsrådet den 1. september 2020 kl. 9.00

Til stede: Kaja Vind (formand), Leo Stub, Mai Toft, Uffe Hede

1. Billetpris på museet

Indstilling
Sekretariatet indstiller, at billetprisen hæves.

Beslutning
Leo Stub fremsatte ændringsforslag om, at børn under 12 år kommer gratis ind.
For forslaget stemte Leo Stub. Imod stemte Kaja Vind, Mai Toft og Uffe Hede. Forslaget faldt.
Indstillingen blev vedtaget med 3 stemmer mod 1.

2. Åbningstid om mandagen

Indstilling
Sekretariatet indstiller, at museet holder åbent om mandagen.

Beslutning
Mai Toft foreslog, at museet lukker kl. 14. Forslaget blev vedtaget.
Godkendt med den ændring. Uffe Hede stemte imod.

3. Nyt magasin til fregatten

Indstilling
Sekretariatet indstiller, at magasinet bygges.

Beslutning
Rådet kunne ikke anbefale magasinet.

4. Ny udstilling

Indstilling
Sekretariatet indstiller, at udstillingen åbner.

Beslutning
Kaja Vind stillede ændringsforslag om, at udstillingen flyttes til laden.
Drøftelsen fortsætter på næste møde.
""",
}


@pytest.fixture(scope="module")
def museum(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("motions"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "item", "motion"),
    [
        ("Hvem stemte imod billetprisen på museet?", "Om selve punktet", "Om et forslag"),
        ("Who voted against the ticket price (billetpris)?", "On the item itself", "On a motion"),
    ],
)
def test_the_vote_on_the_item_goes_before_that_on_a_motion(
    museum: Assistant, question: str, item: str, motion: str
) -> None:
    reply = ask(museum, question)
    assert quotes(reply)[0] == "Indstillingen blev vedtaget med 3 stemmer mod 1."
    assert reply.text.index(item) < reply.text.index(motion)
    assert quotes(reply)[1].endswith("Forslaget faldt.")


def test_who_was_against_the_motion_is_told_first_where_it_is_asked(museum: Assistant) -> None:
    reply = ask(museum, "Hvem stemte imod ændringsforslaget om billetprisen på museet?")
    assert "Imod stemte Kaja Vind, Mai Toft og Uffe Hede." in quotes(reply)[0]


def test_a_vote_behind_a_settled_motion_is_on_the_item(museum: Assistant) -> None:
    reply = ask(museum, "Hvem stemte imod åbningstiden om mandagen?")
    assert quotes(reply)[0] == "Uffe Hede stemte imod."


def test_nobody_is_named_who_was_against_another_matter(museum: Assistant) -> None:
    reply = ask(museum, "Hvem stemte imod det nye magasin til fregatten?")
    assert "Uffe Hede stemte imod." not in quotes(reply)
    assert "Nyt magasin til fregatten" in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "Er det gratis for børn under 12 år på museet?",
        "Hvad foreslog Leo Stub?",
        "Blev det gratis for børn under 12 år?",
    ],
)
def test_a_motion_is_never_quoted_without_its_fate(museum: Assistant, question: str) -> None:
    reply = ask(museum, question)
    told = [q for q in quotes(reply) if "ændringsforslag" in q]
    assert told
    assert all("Forslaget faldt." in quote for quote in told)


def test_a_motion_of_which_nothing_more_is_told_is_said_to_be_one(museum: Assistant) -> None:
    reply = ask(museum, "Hvad foreslog Kaja Vind?")
    assert reply.kind is ReplyKind.FACT
    assert any("forslag" in warning for warning in reply.warnings)


@pytest.mark.parametrize(
    "question", ["Hvem stemte imod skolelukningen?", "Who voted against the school closure?"]
)
def test_nobody_was_against_what_no_paper_speaks_of(museum: Assistant, question: str) -> None:
    reply = ask(museum, question)
    assert not reply.kind.asserts
    assert "stemte imod" not in " ".join(quotes(reply)).lower()
