"""An English question for a fact is answered from an item that holds what it is asked of."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

PAPERS = {
    "torvedage.txt": """\
Referat af møde i Bydelsrådet
den 4. maj 2022 kl. 18.00
Godkendt referat

Til stede: Eva Hjort (formand), Palle Kock

1. Ventetid på nyttehaver

Sagsfremstilling
Ventetiden på en nyttehave er 9 måneder. En nyttehave koster 450 kr. om året.

Indstilling
Sekretariatet indstiller, at der afsættes 250.000 kr. til flere nyttehaver.

Beslutning
Godkendt.

2. Hundeskov ved banen

Sagsfremstilling
Hundeskoven bruges af 60 hunde om dagen.

Indstilling
Sekretariatet indstiller, at hegnet forlænges.

Beslutning
Godkendt, dog først i 2024.

3. Bænke på torvet

Indstilling
Sekretariatet indstiller, at der opstilles ti bænke.

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("asked_of"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("How long is the waiting time for an allotment?", "9 måneder"),
        ("How many dogs use the dog park?", "60 hunde"),
        ("What happened to the dog park?", "2024"),
    ],
)
def test_what_is_asked_of_is_found_under_its_danish_name(
    assistant: Assistant, text: str, told: str
) -> None:
    assert told in ask(assistant, text).text


@pytest.mark.parametrize(
    "text",
    [
        "How long is the waiting time for a hearing aid?",
        "How long is the waiting list for a hospice?",
        "How many cats use the dog park?",
        "What happened to the skate park by the railway?",
        "Will the swimming pool open in 2024?",
    ],
)
def test_another_thing_of_the_same_sort_is_no_answer(assistant: Assistant, text: str) -> None:
    assert ask(assistant, text).kind in {ReplyKind.NOT_FOUND, ReplyKind.NOT_IN_ARCHIVE}


def test_a_word_that_nothing_translates_is_named_and_nothing_else_is_told(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "What was decided about lorgnettes?")
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "No Danish words are known for: lorgnettes" in reply.text


@pytest.mark.parametrize(
    "amount", ["DKK 250,000", "250,000 kroner", "0.25 million kroner", "250.000 kr."]
)
def test_an_amount_of_english_form_is_the_danish_one(assistant: Assistant, amount: str) -> None:
    reply = ask(assistant, f"Was {amount} approved for allotments?")
    assert reply.kind is ReplyKind.DECISION
    assert not any("does not mention" in warning for warning in reply.warnings)


@pytest.mark.parametrize("amount", ["DKK 520,000", "2.5 million kroner", "25%"])
def test_an_amount_that_is_not_printed_is_said_not_to_be(assistant: Assistant, amount: str) -> None:
    reply = ask(assistant, f"Was {amount} approved for allotments?")
    warned = any(amount in warning for warning in reply.warnings)
    assert warned or reply.kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Hvor fulgte Bydelsrådet ikke indstillingen?",
        "Hvilke beslutninger afveg fra indstillingen?",
        "Where did the council not follow the recommendation?",
        "In which cases was the recommendation not followed?",
    ],
)
def test_where_a_recommendation_was_not_followed_lists_what_was_changed(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.LIST
    assert "dog først i 2024" in reply.text
    assert "Bænke" not in reply.text
