"""What a follow-up is read as is a question of one language, whichever the thread began in."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import assistant_on
from tests.test_conversation import PAPERS, talk


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("languages"), PAPERS) as assistant:
        yield assistant


DANISH = "Hvad besluttede MIU om vandløbsplanen?"
ENGLISH = "What did MIU decide on vandløbsplanen?"


@pytest.mark.parametrize(
    ("first", "follow_up", "read_as"),
    [
        (
            DANISH,
            "and since March 2022?",
            "Hvad besluttede MIU om vandløbsplanen siden den 1. marts 2022?",
        ),
        (DANISH, "before 2022?", "Hvad besluttede MIU om vandløbsplanen før den 1. januar 2022?"),
        (
            DANISH,
            "from January to March 2022?",
            "Hvad besluttede MIU om vandløbsplanen fra den 1. januar 2022 til den 31. marts 2022?",
        ),
        (
            ENGLISH,
            "og siden marts 2022?",
            "What did MIU decide on vandløbsplanen since 1 March 2022?",
        ),
        (ENGLISH, "og kulturudvalget?", "What did KFU decide on vandløbsplanen?"),
        (ENGLISH, "og hvad med naturskolen?", "hvad besluttede MIU om naturskolen?"),
        (DANISH, "what about the music school?", "what did MIU decide on the music school?"),
        ("Hvad koster leje af kano?", "and what about tents?", "what is the rate for tents?"),
        ("Who is the chair of MIU?", "og næstformanden?", "Who is the vice-chair of MIU?"),
        ("Hvem er formand for MIU?", "and the deputy chair?", "Hvem er næstformand for MIU?"),
    ],
)
def test_it_is_not_half_translated(
    assistant: Assistant, first: str, follow_up: str, read_as: str
) -> None:
    before, reply = talk(assistant, first, follow_up)
    assert reply.understood_as == read_as
    assert reply.language != before.language


def test_an_office_in_one_language_gives_way_whole_to_another(assistant: Assistant) -> None:
    replies = talk(assistant, "Who is the vice-chair of MIU?", "og formanden?", "og næstformand?")
    assert [reply.understood_as for reply in replies[1:]] == [
        "Who is the chair of MIU?",
        "Who is the vice-chair of MIU?",
    ]


@pytest.mark.parametrize(
    ("first", "follow_up"),
    [
        ("Hvad koster leje af kano?", "and for pensioners?"),
        ("Hvor mange elever har naturskolen?", "and teachers?"),
    ],
)
def test_what_cannot_be_put_in_the_other_language_is_asked_back(
    assistant: Assistant, first: str, follow_up: str
) -> None:
    reply = talk(assistant, first, follow_up)[-1]
    assert reply.asks_back
    assert reply.language == "en"


@pytest.mark.parametrize(
    "text", ["who voted against?", "hvem stemte imod?", "were there any objections?"]
)
def test_votes_below_what_was_not_found_are_asked_back(assistant: Assistant, text: str) -> None:
    reply = talk(assistant, "Hvad besluttede MIU om rumfart i 2021?", text)[-1]
    assert reply.asks_back
    assert not reply.citations
