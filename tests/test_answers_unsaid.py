"""A quotation says which word of the matter it lacks; a figure of another thing is no answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes


def minutes(day: str, *items: tuple[str, str, str]) -> str:
    """Write minutes of items: title, presentation of the case, decision."""
    parts = [
        f"{number}. {title}\n\nSagsfremstilling\n{case}\n\nBeslutning\n{decision}\n"
        for number, (title, case, decision) in enumerate(items, start=1)
    ]
    head = (
        f"Referat af møde i Havneudvalget\nden {day} kl. 13.00 på havnekontoret\nGodkendt referat"
    )
    return "\n\n".join((head, "Til stede: Inga Rask (formand), Bent Sommer", *parts))


PAPERS = {
    "marts.txt": minutes(
        "2. marts 2021",
        (
            "Ventetid på vinterpladser",
            "Ventetiden på en vinterplads til sejlbåde er 14 måneder. Der er 120 både på listen.",
            "Taget til efterretning.",
        ),
        (
            "Skiltning ved bådebroen i Østby",
            "Der er opsat 6 skilte ved bådebroen i Østby.",
            "Godkendt.",
        ),
        ("Skiltning ved slæbestedet i Vestby", "Skiltningen ønskes fornyet.", "Ikke godkendt."),
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("unsaid"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Hvad er ventetiden til svømmehallen?", "svømmehallen"),
        ("Hvor lang er ventetiden på bådkraner?", "bådkraner"),
    ],
)
def test_a_word_that_is_not_in_what_is_quoted_is_told(
    assistant: Assistant, text: str, missing: str
) -> None:
    reply = ask(assistant, text)
    told = any(missing in warning for warning in reply.warnings)
    assert told or reply.kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Hvad er ventetiden på vinterpladser?", "14 måneder"),
        ("Hvor mange både er der på listen?", "120 både"),
        ("Hvor mange skilte er der opsat i Østby?", "6 skilte"),
    ],
)
def test_what_holds_every_word_is_quoted_without_a_note(
    assistant: Assistant, text: str, quoted: str
) -> None:
    reply = ask(assistant, text)
    assert any(quoted in quote for quote in quotes(reply))
    assert not any("nævner ikke" in warning for warning in reply.warnings)


@pytest.mark.parametrize(
    "text", ["Hvor mange ansatte er der i Østby?", "Hvor mange cykler er der i Østby?"]
)
def test_a_count_of_another_thing_is_no_answer(assistant: Assistant, text: str) -> None:
    assert ask(assistant, text).kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    "text", ["Hvad blev der aftalt på havnekontoret?", "Hvad koster en kop kaffe på havnekontoret?"]
)
def test_the_line_that_says_when_and_where_a_meeting_was_answers_nothing_else(
    assistant: Assistant, text: str
) -> None:
    assert ask(assistant, text).kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hvad blev der besluttet om skiltningen i Østby?", "bådebroen i Østby"),
        ("Hvad blev der besluttet om skiltningen i Vestby?", "slæbestedet i Vestby"),
    ],
)
def test_of_two_places_in_one_paper_the_one_that_is_named_answers(
    assistant: Assistant, text: str, title: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.DECISION
    assert title in reply.text.split("\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Hvornår blev skiltningen i Vestby godkendt?",
        "Hvornår godkendte Havneudvalget skiltningen i Vestby?",
        "When was the signage in Vestby approved?",
    ],
)
def test_the_day_of_a_decision_comes_with_how_it_ended(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.DECISION
    assert "Ikke godkendt." in quotes(reply)
    assert "2. marts 2021" in reply.text or "2 March 2021" in reply.text


def test_what_is_asked_of_a_place_must_be_told_of_that_place(assistant: Assistant) -> None:
    assert ask(assistant, "Hvor mange skilte er der opsat i Vestby?").kind is not ReplyKind.FACT
    assert "6 skilte" in quotes(ask(assistant, "Hvor mange skilte er der opsat i Østby?"))[0]


def test_a_place_alone_answers_nothing(assistant: Assistant) -> None:
    assert ask(assistant, "Hvad er responstiden i Vestby?").kind is not ReplyKind.FACT


def test_parts_of_a_compound_that_stand_apart_are_not_the_compound(assistant: Assistant) -> None:
    # "Broen" and "både" stand in the papers, side by side only as "bådebroen".
    reply = ask(assistant, "Hvad besluttede Havneudvalget om skiltebåde?")
    told = any("skiltebåde" in warning for warning in reply.warnings)
    assert told or reply.kind is not ReplyKind.DECISION


def test_an_english_word_that_nothing_translates_is_told(assistant: Assistant) -> None:
    reply = ask(assistant, "How many zorbing signs are there in Østby?")
    assert any("zorbing" in warning for warning in reply.warnings)
    plain = ask(assistant, "How many signs are there in Østby?")
    assert not any("could not be translated" in warning for warning in plain.warnings)


def test_what_is_paid_for_a_thing_of_which_no_paper_speaks_is_paid_for_another(
    tmp_path: Path,
) -> None:
    paper = minutes("2. marts 2021", ("Strategi for havnen", _FRAME, "Godkendt."))
    with assistant_on(tmp_path, {"a.txt": paper}) as harbour:
        reply = ask(harbour, "How much did Strandby Kommune pay for the flagpole service in 2021?")
    told = any("flagpole" in warning for warning in reply.warnings)
    assert told or not reply.kind.asserts


_FRAME = "Strandby Kommune betaler en samlet ramme på 3,5 mio. kr. til service i havnen i 2021."
