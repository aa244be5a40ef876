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
        ("Hvad besluttede MIU i 2021?", "hvad med KFU?", "Hvad besluttede KFU i 2021?"),
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


@pytest.mark.parametrize(
    "text",
    [
        *("in English please", "på engelsk, tak", "kan jeg få det på engelsk?", "på engelsk igen"),
        *("send det på engelsk", "translate that into English", "could you say it in English?"),
    ],
)
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


SPEAKS = minutes(
    "Miljøudvalget (MIU)",
    "5. april 2022",
    "Lise Dam",
    (
        "Gangbro ved stationen",
        "Godkendt. Gelænderet koster 40.000 kr. Rækværket er for 12 cyklister.",
    ),
    ("Stier i skoven", "Godkendt."),
)


@pytest.fixture(scope="module")
def of_things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {**PAPERS, "miu-april.txt": SPEAKS}
    with assistant_on(tmp_path_factory.mktemp("things"), papers) as assistant:
        yield assistant


PLACE = "under “Gangbro ved stationen” i Miljøudvalget den 5. april 2022?"


@pytest.mark.parametrize(
    ("first", "correction", "read_as"),
    [
        (
            "Hvad besluttede MIU i 2021?",
            "nej, jeg mente KFU",
            "Hvad besluttede KFU i 2021?",
        ),
        ("Hvad besluttede MIU i 2021?", "nej, KFU", "Hvad besluttede KFU i 2021?"),
        ("Hvad besluttede MIU i 2021?", "jeg mener i 2022", "Hvad besluttede MIU i 2022?"),
        ("Hvad besluttede MIU i 2021?", "jeg mente 2022", "Hvad besluttede MIU i 2022?"),
        ("What did MIU decide in 2021?", "I meant 2022", "What did MIU decide in 2022?"),
        ("What did MIU decide in 2021?", "no, in 2022", "What did MIU decide in 2022?"),
        (
            "Hvad besluttede MIU om naturskolen ved søen?",
            "nej, jeg mente vandløbsplanen",
            "Hvad besluttede MIU om vandløbsplanen?",
        ),
    ],
)
def test_a_correction_takes_the_place_of_what_it_corrects(
    assistant: Assistant, first: str, correction: str, read_as: str
) -> None:
    before, reply = talk(assistant, first, correction)
    assert (reply.understood_as, reply.language) == (read_as, before.language)


@pytest.mark.parametrize(
    "text", ["nej tak", "nej, det er godt nok", "no, thanks", "no, it is fine"]
)
def test_a_no_that_corrects_nothing_is_no_correction(assistant: Assistant, text: str) -> None:
    reply = talk(assistant, "Hvad besluttede MIU i 2021?", text)[-1]
    assert reply.understood_as is None


def test_a_corrected_question_that_is_not_answered_is_not_left_for_the_words_alone(
    assistant: Assistant,
) -> None:
    reply = talk(assistant, "Hvad besluttede Havneudvalget om moler i 2021?", "og i 2022?")[-1]
    assert reply.understood_as == "Hvad besluttede Havneudvalget om moler i 2022?"
    assert not reply.kind.asserts


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("hvad koster gelænderet?", f"hvad koster gelænderet {PLACE}"),
        ("hvad med gelænderet?", f"hvad siges der om gelænderet {PLACE}"),
        ("hvad kostede det?", f"hvad kostede det {PLACE}"),
        (
            "hvor mange cyklister drejer det sig om?",
            f"hvor mange cyklister drejer det sig om {PLACE}",
        ),
    ],
)
def test_a_known_thing_is_asked_of_the_item_that_speaks_of_it(
    of_things: Assistant, text: str, read_as: str
) -> None:
    reply = talk(of_things, "Hvad besluttede MIU om gangbroen ved stationen?", text)[-1]
    assert reply.understood_as == read_as
    assert reply.citations[0].item is not None
    assert reply.citations[0].item.title == "Gangbro ved stationen"


def test_a_thing_of_which_the_item_does_not_speak_is_none_of_it(of_things: Assistant) -> None:
    replies = talk(
        of_things, "Hvad besluttede MIU om gangbroen ved stationen?", "hvad koster teltet?"
    )
    assert replies[-1].understood_as is None


def test_a_matter_is_exchanged_whole(assistant: Assistant) -> None:
    reply = talk(assistant, "Hvad besluttede MIU om naturskolen ved søen?", "og musikskolen?")[-1]
    assert reply.understood_as in {None, "Hvad besluttede MIU om musikskolen?"}


def test_an_office_is_asked_of_the_same_committee_and_then_of_another(assistant: Assistant) -> None:
    replies = talk(assistant, "Hvem er formand for MIU?", "og næstformand?", "og i KFU?")
    assert [reply.understood_as for reply in replies[1:]] == [
        "Hvem er næstformand for MIU?",
        "Hvem er næstformand for KFU?",
    ]


def test_a_list_is_asked_of_another_committee_in_its_own_language(assistant: Assistant) -> None:
    reply = talk(assistant, "which items were postponed in MIU?", "and in KFU?")[-1]
    assert reply.understood_as == "which items were postponed in KFU?"
    assert reply.language == "en"


def test_now_gives_way_to_another_time(assistant: Assistant) -> None:
    reply = talk(assistant, "Hvad koster leje af kano lige nu?", "og i 2021?")[-1]
    assert reply.understood_as == "Hvad koster leje af kano i 2021?"


@pytest.mark.parametrize("text", ["og fra hvornår gælder det?", "er det stadig gældende?"])
def test_from_when_a_rate_applies_is_told_with_the_rate(assistant: Assistant, text: str) -> None:
    first, again = talk(assistant, "Hvad koster leje af telt?", text)
    assert again.understood_as == first.question
    assert "2022" in again.text


def test_what_is_it_in_danish_is_the_same_in_danish(assistant: Assistant) -> None:
    first, again = talk(assistant, "What did MIU decide in 2021?", "hvad er det på dansk?")
    assert (again.understood_as, again.language) == (first.question, "da")
