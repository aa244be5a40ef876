"""A follow-up keeps the subject of its thread, and a question of its own is left as it is."""

from collections.abc import Iterator

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.conversation.turns import Turn, turn_of
from bot.replies import Reply, ReplyKind
from tests.asked_papers import TODAY, assistant_on


def minutes(body: str, day: str, apology: str, *items: tuple[str, str]) -> str:
    """Write minutes of items, each with a title and the words of its decision."""
    head = (
        f"Referat af møde i {body}\nden {day} kl. 13.00\nGodkendt referat\n\n"
        f"Til stede: Inga Rask (formand), Bent Sommer\nAfbud: {apology}\n\n"
    )
    return head + "\n".join(
        f"{number}. {title}\n\nSagsfremstilling\n{title} begynder den 1. august.\n\nIndstilling\n"
        f"Forvaltningen indstiller, at {title.lower()} godkendes.\n\nBeslutning\n{decision}\n"
        for number, (title, decision) in enumerate(items, start=1)
    )


PAPERS = {
    "miu-2021.txt": minutes(
        "Miljøudvalget (MIU)",
        "2. marts 2021",
        "Karl Holm",
        ("Naturskole ved søen", "Godkendt. Bent Sommer stemte imod."),
        ("Vandløbsplan", "Udsat."),
    ),
    "miu-2022.txt": minutes(
        "Miljøudvalget (MIU)",
        "1. marts 2022",
        "Lise Dam",
        ("Vandløbsplan", "Ikke godkendt."),
    ),
    "kfu-2021.txt": minutes(
        "Kulturudvalget (KFU)", "4. maj 2021", "Ole Vind", ("Musikskolens takster", "Godkendt.")
    ),
    "takster.csv": (
        "Navn;Beløb;Enhed;Gyldig fra;Gyldig til\n"
        "Leje af kano;120,00;kr. pr. dag;2021-01-01;2021-12-31\n"
        "Leje af kano;130,00;kr. pr. dag;2022-01-01;\n"
        "Leje af telt;90,00;kr. pr. dag;2022-01-01;\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("conversation"), PAPERS) as assistant:
        yield assistant


def talk(assistant: Assistant, *texts: str) -> list[Reply]:
    """Ask one after the other in a thread."""
    replies: list[Reply] = []
    turn: Turn | None = None
    for text in texts:
        replies.append(assistant.reply(Asked(text, on=TODAY, after=turn)))
        turn = turn_of(replies[-1], turn)
    return replies


@pytest.mark.parametrize(
    ("first", "follow_up", "read_as"),
    [
        ("Hvad besluttede MIU i 2021?", "og i 2022?", "Hvad besluttede MIU i 2022?"),
        ("What did MIU decide in 2021?", "and in 2022?", "What did MIU decide in 2022?"),
        ("Hvad besluttede MIU i 2021?", "hvad med KFU?", "Hvad besluttede Kulturudvalget i 2021?"),
        ("Hvad koster leje af kano?", "og i 2021?", "Hvad koster leje af kano i 2021?"),
        ("Hvad koster leje af kano?", "og telt?", "Hvad koster leje af telt?"),
        ("Hvad er prisen for leje af kano?", "hvad var den i 2021?", None),
    ],
)
def test_what_a_follow_up_names_takes_the_place_of_what_was_asked(
    assistant: Assistant, first: str, follow_up: str, read_as: str | None
) -> None:
    reply = talk(assistant, first, follow_up)[-1]
    assert reply.question == follow_up
    assert reply.understood_as == (read_as or "Hvad er prisen for leje af kano i 2021?")
    assert reply.kind.asserts


@pytest.mark.parametrize(
    "text", ["hvem havde meldt afbud?", "who was absent?", "og hvem manglede?"]
)
def test_people_are_those_of_the_meeting_that_was_spoken_of(
    assistant: Assistant, text: str
) -> None:
    reply = talk(assistant, "Hvad besluttede MIU om naturskolen ved søen?", text)[-1]
    assert reply.kind is ReplyKind.PEOPLE
    assert "Karl Holm" in reply.text


def test_a_matter_is_kept_over_a_question_about_the_meeting(assistant: Assistant) -> None:
    replies = talk(
        assistant,
        "Hvad besluttede MIU om naturskolen ved søen?",
        "hvem havde meldt afbud?",
        "hvem stemte imod?",
        "hvad var indstillingen?",
        "hvornår begynder det?",
    )
    assert "Bent Sommer" in replies[2].text
    assert "at naturskole ved søen godkendes" in replies[3].text
    assert "1. august" in replies[4].text


def test_a_change_of_subject_is_no_follow_up(assistant: Assistant) -> None:
    replies = talk(
        assistant,
        "Hvad besluttede MIU om naturskolen ved søen?",
        "Hvad koster leje af telt?",
        "Hvad blev der besluttet om musikskolens takster?",
    )
    assert [reply.understood_as for reply in replies] == [None, None, None]
    assert "Musikskolens takster" in replies[2].text


@pytest.mark.parametrize("text", ["in English please", "på engelsk, tak"])
def test_the_same_is_told_in_another_language(assistant: Assistant, text: str) -> None:
    first, again = talk(assistant, "Hvad besluttede MIU om naturskolen ved søen?", text)
    assert (first.language, again.language) == ("da", "en")
    assert again.understood_as == first.question
    assert [c.quote for c in again.citations] == [c.quote for c in first.citations]


def test_what_was_not_answered_leaves_no_place_to_lean_on(assistant: Assistant) -> None:
    reply = talk(assistant, "Hvad er hovedstaden i Frankrig?", "hvem havde meldt afbud?")[-1]
    assert reply.understood_as is None


def test_a_follow_up_without_a_thread_is_read_by_itself(assistant: Assistant) -> None:
    assert assistant.reply(Asked("og i 2022?", on=TODAY)).understood_as is None
