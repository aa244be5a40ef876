"""A person whom the minutes name elsewhere than among those who were there."""

import re
from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

NAMED_ELSEWHERE = {
    "fyr/2022-03-09.txt": """\
Referat af møde i Fyrrådet den 9. marts 2022 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam

1. Ny lampe

Sagsfremstilling
Ældrerådets udsending Bodil Kær fremlagde et forslag til en ny lampe.

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def lamp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("lamp"), NAMED_ELSEWHERE) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Var Bodil Kær til stede i Fyrrådet den 9. marts 2022?",
        "Was Bodil Kær present at Fyrrådet on 9 March 2022?",
    ],
)
def test_a_name_that_stands_anywhere_in_the_minutes_is_quoted_and_not_denied(
    lamp: Assistant, question: str
) -> None:
    reply = ask(lamp, question)
    assert quotes(reply) == [
        "Ældrerådets udsending Bodil Kær fremlagde et forslag til en ny lampe."
    ]
    assert not re.search(r"nævner ikke|neither|Ja\.|Nej\.|Yes\.|No\.", reply.text)


def test_a_name_that_stands_nowhere_is_still_denied(lamp: Assistant) -> None:
    reply = ask(lamp, "Var Bodil Holm til stede i Fyrrådet den 9. marts 2022?")
    assert "nævner ikke Bodil Holm" in reply.text


@pytest.mark.parametrize(
    "question",
    ["Er Maja Dam medlem af Fyrrådet?", "Is Maja Dam a member of Fyrrådet?"],
)
def test_whether_somebody_is_a_member_is_told_by_the_minutes_without_a_yes_or_no(
    lamp: Assistant, question: str
) -> None:
    reply = ask(lamp, question)
    assert reply.kind is ReplyKind.PEOPLE
    assert not re.search(r"\b(Ja|Nej|Yes|No)\.", reply.text)
    assert "Maja Dam" in quotes(reply)[0]
