"""Who was against, in English minutes; and that nobody is denied to have been where words vote."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

ITEM = "{0}. {1}\nRecommendation: The clerk recommends that the {2} be bought.\nDecision: {3}\n\n"
SAID = (
    ("Trawler", "trawler", "Agreed by three votes to one. Mr Hall voted against."),
    ("Winch", "winch", "Approved. Ivy Crook dissented."),
    ("Dinghy", "dinghy", "Approved. Ms Dale abstained."),
    ("Anchor", "anchor", "Approved. Ben Hall opposed it."),
    ("Lantern", "lantern", "Approved, Crook entering a protest."),
    ("Buoy", "buoy", "Approved."),
    ("Compass", "compass", "Approved unanimously, without a vote."),
)
PAPERS = {
    "boats/2022-05-08.txt": (
        "Marsh End Boating Committee\nMinutes of the meeting held on 8 May 2022\n\n"
        "Present: Ivy Crook (chair), Ben Hall, Cora Dale\n\n"
        + "".join(ITEM.format(i, *one) for i, one in enumerate(SAID, 1))
    ),
    "laug/2022-04-03.txt": (
        "Mosebølle Bådelaug\nReferat af møde den 3. april 2022\n\nTil stede: Ib Krog, Maja Dam\n\n"
        "1. Slæbestedet\nIndstilling: Formanden indstiller, at slæbestedet flyttes.\n"
        "Beslutning: Godkendt efter afstemning, Dam fik tilført en protest.\n\n"
        "2. Flagstangen\nIndstilling: Formanden indstiller, at flagstangen males.\n"
        "Beslutning: Godkendt.\n"
    ),
}
DENIAL = ("name nobody who was against", "nævner ingen, der var imod")
UNPLAIN = ("do not say plainly", "siger referatet ikke tydeligt")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("votes"), PAPERS) as told:
        yield told


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Who voted against the trawler?", "Mr Hall voted against."),
        ("Who was against the winch?", "Ivy Crook dissented."),
        ("Who was against the dinghy?", "Ms Dale abstained."),
        ("Who was against the anchor?", "Ben Hall opposed it."),
    ],
)
def test_english_dissent_is_read(assistant: Assistant, text: str, quote: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE
    assert quotes(reply)[0] == quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Who was against the lantern?", "Approved, Crook entering a protest."),
        (
            "Hvem var imod at flytte slæbestedet?",
            "Godkendt efter afstemning, Dam fik tilført en protest.",
        ),
    ],
)
def test_words_of_a_vote_that_were_not_read_are_told(
    assistant: Assistant, text: str, quote: str
) -> None:
    reply = ask(assistant, text)
    assert not any(words in reply.text for words in DENIAL)
    assert any(words in reply.text for words in UNPLAIN)
    assert quotes(reply)[0] == quote


@pytest.mark.parametrize(
    "text",
    [
        "Who was against the buoy?",
        "Who was against the compass?",
        "Hvem var imod flagstangen?",
    ],
)
def test_nobody_was_against_what_says_nothing_of_it(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert any(words in reply.text for words in DENIAL)


def test_that_nobody_was_against_is_an_answer_and_an_unknown_matter_none(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvem var imod at male flagstangen?")
    assert DENIAL[1] in reply.text
    assert reply.is_none
    assert not ask(assistant, "Hvad besluttede lauget om rutsjebanen?").is_none
