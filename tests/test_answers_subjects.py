"""An answer is about the very place, number and thing that a question names."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on


def minutes(title: str, day: str, decision: str = "Godkendt.") -> str:
    """Write minutes with one item."""
    return f"""\
Referat af møde i Lokalrådet
den {day} kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer

1. {title}

Sagsfremstilling
Der er søgt om penge til formålet.

Indstilling
Sekretariatet indstiller, at forslaget godkendes.

Beslutning
{decision}
"""


PAPERS = {
    "kro.txt": minutes("Kroen i Hovby", "2. marts 2021"),
    "skole.txt": minutes("Skolen i Aarslund", "6. april 2021", "Ikke godkendt."),
    "biograf.txt": minutes("Biografen i Nordhavn", "4. maj 2021"),
    "maskine.txt": minutes("Indkøb af maskine 11", "1. juni 2021"),
    "regnskab.txt": minutes("Budgetopfølgning pr. 31. marts 2019", "7. maj 2019"),
    "valg.txt": minutes("Valg til Ungerådet", "3. august 2021", "Bent Sommer blev valgt."),
    "sommer.txt": minutes("Sommerskolen for de yngste", "5. oktober 2021"),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("subjects"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hvad besluttede Lokalrådet om kroen i Hovby?", "Kroen i Hovby"),
        ("Blev skolen i Årslund godkendt?", "Skolen i Aarslund"),
        ("Hvad besluttede Lokalrådet om biografen i Nordhavn?", "Biografen i Nordhavn"),
        ("What did Lokalrådet decide about the cinema in Nordhavn?", "Biografen i Nordhavn"),
        ("Hvad besluttede Lokalrådet om indkøb af maskine 11?", "Indkøb af maskine 11"),
        ("Hvad blev der besluttet om valg til Ungerådet?", "Valg til Ungerådet"),
        ("Hvad besluttede Lokalrådet om sommerskolen?", "Sommerskolen for de yngste"),
        ("What did Lokalrådet decide about summer school?", "Sommerskolen for de yngste"),
        (
            "What was decided on the budget follow-up of 31 March 2019?",
            "Budgetopfølgning pr. 31. marts 2019",
        ),
    ],
)
def test_what_is_named_is_answered(assistant: Assistant, text: str, title: str) -> None:
    reply = ask(assistant, text)
    assert [entry.item.title for entry in reply.decisions[:1]] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Hvad besluttede Lokalrådet om biografen i Hovby?",
        "Hvad besluttede Lokalrådet om kroen i Nordhavn?",
        "Hvad besluttede Lokalrådet om kroen i Sønderby?",
        "Blev elevatoren i Hovby godkendt?",
        "Hvad besluttede Lokalrådet om elevatoren i Aarslund?",
        "What did Lokalrådet decide about the cinema in Hovby?",
        "Hvad besluttede Lokalrådet om indkøb af maskine 9?",
    ],
)
def test_another_place_number_or_thing_is_no_answer(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert reply.decisions == ()


def test_a_committee_that_is_not_held_is_still_missing(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Ungerådet om kroen i Hovby?")
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE


def test_words_that_the_item_does_not_hold_are_said(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Lokalrådet om biografen for tandlæger i Nordhavn?")
    assert reply.kind is ReplyKind.DECISION
    assert any("nævner ikke: tandlæger" in warning for warning in reply.warnings)


def test_an_item_that_holds_every_word_comes_without_a_note(assistant: Assistant) -> None:
    assert ask(assistant, "Hvad besluttede Lokalrådet om biografen i Nordhavn?").warnings == ()


def test_another_sort_of_the_same_is_no_answer(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Lokalrådet om vinterskolen for de yngste?")
    assert reply.kind is ReplyKind.NOT_FOUND
    reply = ask(assistant, "Hvad besluttede Lokalrådet om sommmerskolen for de yngste?")
    assert [entry.item.title for entry in reply.decisions] == ["Sommerskolen for de yngste"]
