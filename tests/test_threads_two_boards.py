"""What a thread is about is told of its own board, its own matter and the meeting that is meant."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.conversation.turns import turn_of
from bot.replies import Reply, ReplyKind
from tests.asked_papers import assistant_on, quotes
from tests.test_conversation import talk
from tests.two_boards import PAPERS

SAUNA = "Hvad besluttede Havnebadets bestyrelse om saunaen?"
LIGHT = "Hvad besluttede Teaterrådet om lyskasteren?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("boards"), PAPERS) as assistant:
        yield assistant


def told(assistant: Assistant, *texts: str) -> tuple[Reply, str]:
    reply = talk(assistant, *texts)[-1]
    return reply, " ".join([reply.text, *quotes(reply)])


@pytest.mark.parametrize(
    ("first", "message", "name"),
    [
        (SAUNA, "hvem er formand for bestyrelsen nu?", "Ejnar Kolding"),
        (SAUNA, "who chairs the board?", "Ejnar Kolding"),
        (LIGHT, "hvem er formand for rådet?", "Kaj Rime"),
        (LIGHT, "hvem var formand for rådet i 2021", "Solveig Munk"),
    ],
)
def test_the_board_is_that_of_the_thread(
    assistant: Assistant, first: str, message: str, name: str
) -> None:
    reply, words = told(assistant, first, message)
    assert reply.kind is ReplyKind.PEOPLE
    assert name in words


def test_a_board_of_another_sort_is_not_the_thread_s(assistant: Assistant) -> None:
    _, words = told(assistant, LIGHT, "hvem er formand for udvalget?")
    assert "Teaterrådet for" not in words


@pytest.mark.parametrize(
    "message", ["var alle i bestyrelsen enige", "did anyone on the board object"]
)
def test_who_of_the_board_need_not_be_said(assistant: Assistant, message: str) -> None:
    first = "Hvad besluttede Havnebadets bestyrelse om varme ved vandet?"
    _, words = told(assistant, first, message)
    assert "Vibe Torm stemte imod" in words


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("hvem stemte imod i september 21?", "Vibe Torm"),
        ("who was against in september 2021", "Vibe Torm"),
    ],
)
def test_a_vote_at_another_time_is_of_the_matter(
    assistant: Assistant, message: str, name: str
) -> None:
    reply, words = told(assistant, SAUNA, message)
    assert reply.kind is ReplyKind.PEOPLE
    assert f"{name} stemte imod" in words


def test_a_vote_of_a_time_without_the_matter_is_asked_back(assistant: Assistant) -> None:
    first = "Hvad besluttede Havnebadets bestyrelse om bundprøverne?"
    reply, words = told(assistant, first, "hvem stemte imod i marts 2021?")
    assert reply.asks_back
    assert "Ejnar Kolding" not in words


def test_how_it_is_now_is_asked_of_no_time(assistant: Assistant) -> None:
    reply, words = told(assistant, "Hvem var formand for Teaterrådet i 2021?", "og nu?")
    assert reply.kind is ReplyKind.PEOPLE
    assert "Kaj Rime" in words


@pytest.mark.parametrize("message", ["hvor mange kom der?", "how many showed up"])
def test_how_many_came_is_told_by_who_came(assistant: Assistant, message: str) -> None:
    _, words = told(assistant, "Hvad skete der med indvielsen af saunaen?", message)
    assert "85 deltog" in words


@pytest.mark.parametrize("message", ["hvem har ansvaret nu?", "whose job is it now?"])
def test_whose_job_it_is_stands_in_the_newest_paper(assistant: Assistant, message: str) -> None:
    _, words = told(assistant, "Hvad skete der med indvielsen af saunaen?", message)
    assert "Ida Lyng har ansvaret" in words


def test_what_happens_in_a_year_is_of_the_thread(assistant: Assistant) -> None:
    reply, words = told(assistant, LIGHT, "hvad sker der i 2022")
    assert "sauna" not in words.lower()
    assert reply.asks_back or "Teaterrådet" in words


def test_whether_something_was_so_is_asked_of_the_item_titled_so(assistant: Assistant) -> None:
    _, words = told(assistant, SAUNA, "havde de ikke sagt nej til en kiosk?")
    assert "Afvist" in words
    assert "410.000" not in words


def test_what_is_numbered_otherwise_there_is_asked_back(assistant: Assistant) -> None:
    reply, _ = told(assistant, SAUNA, "er der bænke ved bro 5?")
    assert not reply.kind.asserts


def test_at_whom_a_thing_is_must_be_said(assistant: Assistant) -> None:
    first = "Hvad er åbningstiden for badegæster i saunaen på molen?"
    reply, _ = told(assistant, first, "hvad er åbningstiden hos frisøren?")
    assert not reply.kind.asserts


def test_a_thing_taken_as_known_is_not_another_board_s(assistant: Assistant) -> None:
    _, words = told(assistant, SAUNA, "who does the repair?")
    assert "Hans Ravn" not in words


def test_a_matter_is_gone_back_to_after_a_question_on_people(assistant: Assistant) -> None:
    said = (
        "Hvad besluttede Teaterrådet om billetpriserne i 2022?",
        "hvem deltog i mødet i april 2021?",
        "og hvad koster et årskort?",
    )
    _, words = told(assistant, *said)
    assert "600 kr." in words


def test_a_fragment_names_what_an_item_is_titled_by(assistant: Assistant) -> None:
    said = ("What does a sauna cost at the harbour bath?", "what about the kiosk?")
    reply, _ = told(assistant, *said)
    assert "a the" not in (reply.understood_as or "")


def test_what_was_quoted_below_an_answer_is_spoken_of(assistant: Assistant) -> None:
    said = ("Hvad blev der sagt om uddannelse i sminkning?", "hvor meget var der afsat?")
    first, then = talk(assistant, *said)
    assert [one.item for one in turn_of(first).beside] == ["Uddannelse i sminkning"]
    assert "40.000 kr." in " ".join(quotes(then))
    assert any("citeret under det, vi talte om" in warning for warning in then.warnings)


def test_what_was_left_for_a_question_on_people_is_gone_back_to(assistant: Assistant) -> None:
    said = (
        "Hvad besluttede Havnebadets bestyrelse om varme ved vandet?",
        "hvem var fraværende i marts 2021?",
        "hvem står for driften?",
    )
    replies = talk(assistant, *said)
    assert "Ida Lyng" in " ".join(quotes(replies[1]))
    assert "Klubben Isbjørn står for driften" in " ".join(quotes(replies[2]))


@pytest.mark.parametrize(
    ("asked", "meant", "answer"),
    [
        ("hvem stemte imod?", "jeg mener varme ved vandet", "Vibe Torm stemte imod"),
        ("who voted against?", "sorry, heat by the water at the harbour bath", "Vibe Torm"),
        ("hvad kostede den?", "lyskasteren", "22.000 kr."),
        ("hvad blev der besluttet?", "om en kiosk", "Afvist"),
    ],
)
def test_what_was_asked_back_is_asked_of_what_is_named_then(
    assistant: Assistant, asked: str, meant: str, answer: str
) -> None:
    back, then = talk(assistant, asked, meant)
    assert back.asks_back
    assert "vi talte om" not in back.text
    assert "spoke of" not in back.text
    assert answer in " ".join([then.text, *quotes(then)])


def test_what_names_nothing_is_asked_back_again(assistant: Assistant) -> None:
    back, again = talk(assistant, "hvem stemte imod?", "altså den der dims på molen")
    assert back.asks_back
    assert not again.kind.asserts


def test_who_is_named_need_not_do_what_is_asked(assistant: Assistant) -> None:
    first = "Hvad besluttede Havnebadets bestyrelse om varme ved vandet?"
    reply, _ = told(assistant, first, "hvem rengør den?")
    assert not reply.kind.asserts


def test_a_vote_when_something_else_happened_is_asked_back(assistant: Assistant) -> None:
    first = "Hvad besluttede Havnebadets bestyrelse om varme ved vandet?"
    reply, _ = told(assistant, first, "hvem stemte imod da den blev revet ned?")
    assert reply.asks_back


@pytest.mark.parametrize(
    ("said", "day", "answer"),
    [
        (("Hvad besluttede Havnebadets bestyrelse om kiosken?", "og mødet efter?"), 14, "Godkendt"),
        ((SAUNA, "hvem var fraværende på det forrige møde?"), 14, "Aksel Bro"),
        (
            ("Hvem var fraværende i Havnebadets bestyrelse i marts 2021?", "og mødet efter"),
            14,
            "Aksel Bro",
        ),
        (
            ("Who was absent in Havnebadets bestyrelse in March 2021?", "and the next meeting?"),
            14,
            "Aksel Bro",
        ),
    ],
)
def test_the_meeting_beside_the_one_spoken_of(
    assistant: Assistant, said: tuple[str, ...], day: int, answer: str
) -> None:
    reply, words = told(assistant, *said)
    assert reply.citations[0].document.date is not None
    assert reply.citations[0].document.date.day == day
    assert answer in words


def test_no_meeting_lies_before_the_first(assistant: Assistant) -> None:
    first = "Hvem var fraværende i Havnebadets bestyrelse i marts 2021?"
    assert told(assistant, first, "og mødet før?")[0].asks_back


def test_what_it_was_before_stands_in_the_paper_before(assistant: Assistant) -> None:
    said = (
        "Hvad koster saunaen i Havnebadets bestyrelse i september 2021?",
        "hvad var den før?",
    )
    _, words = told(assistant, *said)
    assert "410.000 kr." in words


@pytest.mark.parametrize(
    "message", ["hvem manglede på det bestyrelsesmøde?", "who was absent from that board meeting"]
)
def test_the_board_s_meeting_is_the_one_spoken_of(assistant: Assistant, message: str) -> None:
    reply, words = told(assistant, "Hvad besluttede Havnebadets bestyrelse om kiosken?", message)
    assert reply.kind is ReplyKind.PEOPLE
    assert "Ida Lyng" in words
