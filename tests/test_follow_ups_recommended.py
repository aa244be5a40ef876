"""What officials recommended of the item that was spoken of, and what else an item must hold."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.questions.wanted import Wanted, answers_with
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on
from tests.test_conversation import talk

MINUTES = """\
Referat af møde i Engudvalget (ENU)
den 6. april 2022 kl. 16.00
Godkendt referat

Til stede: Vibe Skov (formand), Leo Dige, Aya Holm

1. Hegn om hestefolden
Sagsnr. 22/8101

Sagsfremstilling
Folden er uden hegn. Smed Rask har givet tilbud på 52.000 kr. for hegnet i uge 19.

Indstilling
Forvaltningen indstiller, at der sættes et hegn af eg.

Beslutning
Et hegn af stål vedtages. Leo Dige stemte imod.

2. Forvaltningens julefrokost

Sagsfremstilling
Frokosten holdes i laden.

Indstilling
Sekretariatet indstiller, at frokosten flyttes.

Beslutning
Udsat.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("recommended"), {"1.txt": MINUTES}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "hvad indstillede forvaltningen?",
        "og hvad anbefalede administrationen oprindeligt",
        "Hvad foreslog sekretariatet?",
        "hvad var forvaltningens indstilling",
        "hvad blev der oprindelig indstillet?",
        "what did the administration recommend?",
        "what was the secretariat's proposal",
        "what was originally recommended?",
    ],
)
def test_what_officials_recommended_is_told_of_the_item(assistant: Assistant, text: str) -> None:
    _, told = talk(assistant, "Hvad blev besluttet om hegnet om hestefolden?", text)
    assert told.kind is ReplyKind.DECISION
    assert any("et hegn af eg" in citation.quote for citation in told.citations)
    assert "frokost" not in told.text


def test_what_officials_recommended_of_nothing_is_asked_back(assistant: Assistant) -> None:
    for text in ("Hvad indstillede forvaltningen?", "What did the administration recommend?"):
        assert ask(assistant, text).kind is ReplyKind.NOT_FOUND


def test_what_officials_recommended_on_a_matter_is_told_of_it(assistant: Assistant) -> None:
    told = ask(assistant, "Hvad indstillede sekretariatet om julefrokosten?")
    assert any("frokosten flyttes" in citation.quote for citation in told.citations)


@pytest.mark.parametrize("text", ["how long does it last?", "hvor længe holder det?"])
def test_how_long_is_told_by_no_sentence_without_a_time(assistant: Assistant, text: str) -> None:
    _, told = talk(assistant, "Hvad blev besluttet om hegnet om hestefolden?", text)
    assert told.kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Der kom 19 børn i uge 28.", True),
        ("To af de 40.000 kr. mangler.", True),
        ("Boden er 180.000 kr.", True),
        ("Kurset holdes i uge 28.", False),
        ("Mødet den 3. maj 2022 begyndte kl. 16.30 med punkt 2.", False),
        ("Andelen steg til 12,5 % i 2021.", False),
    ],
)
def test_how_many_there_are_is_told_by_no_other_figure(sentence: str, counts: bool) -> None:
    assert answers_with(Wanted.NUMBER, sentence) is counts
