"""How far a matter has come: its course, asked in the words of those who ask."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

PAPERS = {
    f"havn/2022-{month}-02.txt": f"""\
Referat af møde i Havneudvalget den 2. {name} 2022 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam

1. Nyt fyrtårn på Odden
Sagsnr. 22/11

Indstilling
Forvaltningen indstiller, at fyrtårnet bygges.

Beslutning
{decision}
"""
    for month, name, decision in (
        ("03", "marts", "Udsat."),
        ("05", "maj", "Godkendt med 2 stemmer mod 1."),
    )
}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("course"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvordan er sagen om fyrtårnet forløbet?",
        "Hvor langt er fyrtårnet kommet?",
        "Hvor langt er sagen om fyrtårnet nået?",
        "How far has the fyrtårn come?",
    ],
)
def test_the_course_of_a_matter_is_told_step_by_step(harbour: Assistant, question: str) -> None:
    reply = ask(harbour, question)
    assert reply.kind is ReplyKind.CASE
    assert [entry.document.date.month for entry in reply.decisions if entry.document.date] == [3, 5]


def test_of_another_matter_there_is_no_course(harbour: Assistant) -> None:
    assert ask(harbour, "Hvor langt er svømmehallen kommet?").kind is ReplyKind.NOT_FOUND
