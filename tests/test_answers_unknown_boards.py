"""Of a board of which no meeting is held no other body's members or decisions are told."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.questions.bodies.unresolved import unresolved_fund
from bot.questions.intents import PeopleAspect, people_aspect
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "a.txt": """\
Referat af møde i Teaterudvalget
den 9. marts 2021 kl. 19.00

Til stede: Ulla Hvidtfeldt (formand), Jens Krag, Mie Sand Toft

1. Godkendelse af dagsorden

Beslutning
Godkendt.

2. Ansøgning om nyt tæppe

Beslutning
Ansøgningen blev afvist.
""",
    "b.txt": """\
Referat af møde i Klublokaleudvalget
den 4. maj 2022 kl. 17.00

Til stede: Bo Ravn, Hans Rask Juhl

1. Godkendelse af dagsorden

Beslutning
Godkendt.
""",
    "c.txt": """\
Puljen for ung scenekunst

Uddeling den 3. juni 2022

Bestyrelse: direktør Asta Lind (formand), instruktør Karl Bering, danser Lis Holm.

Ansøgning 1. Gadeteater. Afslag.
""",
}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("stage"), PAPERS) as assistant:
        yield assistant


def test_the_members_of_a_board_are_quoted_from_a_paper_of_its_name(stage: Assistant) -> None:
    reply = ask(stage, "Hvem sidder i bestyrelsen for puljen for ung scenekunst?")
    assert "Asta Lind" in quotes(reply)[0]
    assert "Hans Rask Juhl" not in reply.text


def test_the_members_of_an_unknown_board_are_not_those_of_another(stage: Assistant) -> None:
    reply = ask(stage, "Hvem sidder i bestyrelsen for biblioteksfonden?")
    assert not reply.kind.asserts
    assert "Hans Rask Juhl" not in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvilke ansøgninger afviste puljen for ung scenekunst?",
        "Which applications were rejected by the young stage fund?",
    ],
)
def test_what_a_fund_refused_is_not_what_a_committee_did(stage: Assistant, text: str) -> None:
    reply = ask(stage, text)
    assert reply.kind is not ReplyKind.LIST
    assert "Teaterudvalget · 9" not in reply.text


def test_a_fund_that_is_decided_on_decides_nothing() -> None:
    assert unresolved_fund("Hvad blev besluttet om puljen for ung scenekunst?") is None
    assert unresolved_fund("Hvad blev afvist af scenefonden i 2022?") == "scenefonden"


@pytest.mark.parametrize("text", ["hvem var der ikke", "Hvem var ikke der?", "hvem kom ikke"])
def test_who_was_not_there_is_not_who_was(text: str) -> None:
    assert people_aspect(text) is PeopleAspect.ABSENT
