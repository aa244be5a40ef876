"""Items behind closed doors: told where their matter is asked about, not where a thing is shut."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "havn/2022-03-02.txt": """\
Referat af møde i Havneudvalget den 2. marts 2022 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam

1. Svømmehallen i Vig

Sagsfremstilling
Svømmehallen i Vig har 40.000 gæster om året.

Beslutning
Godkendt.

2. Salg af tørdok (lukket)

3. Lukket punkt: Lejesag
""",
    "museum/2023-05-04.txt": """Referat af møde i Museumsudvalget den 4. maj 2023 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam

1. Lukket punkt: Forlig om taget

Beslutning
Forliget på 70.000 kr. blev godkendt.
""",
}


def test_a_meeting_whose_only_decision_is_closed_has_one_behind_closed_doors(
    harbour: Assistant,
) -> None:
    for question in (
        "Hvad besluttede Museumsudvalget den 4. maj 2023?",
        "What did Museumsudvalget decide in May 2023?",
    ):
        reply = ask(harbour, question)
        assert reply.kind is ReplyKind.CLOSED
        assert quotes(reply) == ["1. Lukket punkt: Forlig om taget"]
        assert "70.000" not in reply.text


def test_a_list_of_decisions_names_the_closed_items_of_its_meeting(harbour: Assistant) -> None:
    reply = ask(harbour, "Hvad besluttede Havneudvalget på mødet i marts 2022?")
    assert reply.kind is ReplyKind.LIST
    assert "Beslutninger: 1" in reply.text
    assert "kun overskriften er åben: 2" in reply.text
    assert quotes(reply)[-2:] == ["2. Salg af tørdok (lukket)", "3. Lukket punkt: Lejesag"]


def test_a_list_of_an_outcome_or_a_matter_names_no_closed_items(harbour: Assistant) -> None:
    for question in (
        "Hvilke sager blev godkendt af Havneudvalget i 2022?",
        "Vis beslutninger om svømmehallen i 2022",
    ):
        assert "kun overskriften" not in ask(harbour, question).text


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("closed"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Er svømmehallen lukket?",
        "Er biblioteket lukket?",
        "Is the swimming pool closed?",
        "Er skolerne lukkede?",
        "Er mødet lukket?",
    ],
)
def test_whether_a_thing_is_shut_is_not_asked_of_closed_items(
    harbour: Assistant, question: str
) -> None:
    assert ask(harbour, question).kind is not ReplyKind.CLOSED


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("Hvad blev der besluttet om salg af tørdok?", "2. Salg af tørdok (lukket)"),
        ("Hvad skete der i den lukkede sag om lejesagen?", "3. Lukket punkt: Lejesag"),
        ("What was decided about the sale of the tørdok?", "2. Salg af tørdok (lukket)"),
    ],
)
def test_the_matter_of_a_closed_item_is_told_to_be_closed(
    harbour: Assistant, question: str, heading: str
) -> None:
    reply = ask(harbour, question)
    assert reply.kind is ReplyKind.CLOSED
    assert quotes(reply) == [heading]
