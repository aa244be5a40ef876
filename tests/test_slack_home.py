from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.welcome import AtHome, BodyAtHome, OpenAtHome, examples
from bot.slack.drawing.home import home
from bot.slack.drawing.notices import error_message, help_text
from bot.slack.drawing.presses import Press, Pressed, pressed
from tests.slack_replies import words
from tests.slack_rules import broken_rules, shown, strings

BBU = BodyAtHome("bbu", "Brobyggerudvalget", "BBU", 4, date(2021, 5, 3), date(2021, 9, 1))
ARCHIVE = AtHome(
    bodies=(BBU, BodyAtHome("faergeraadet", "Færgerådet", None, 1, None)),
    open=(OpenAtHome("BBU", date(2021, 5, 3), "4", "Belysning på broen"),),
    rates=("Brotakst",),
    short_forms=("BBU",),
    matters=("Ny gangbro over åen",),
)


def test_a_newcomer_reads_bodies_open_items_and_how_to_ask() -> None:
    lines = shown(home(ARCHIVE, "da")["blocks"]).splitlines()
    assert "Brobyggerudvalget (BBU): møder: 4, senest 3. maj 2021, næste 1. september 2021" in lines
    assert "BBU · 3. maj 2021 · punkt 4 · Belysning på broen" in lines
    assert "“Hvad blev der besluttet om Ny gangbro over åen?”" in lines
    assert "/referent hjælp – denne hjælp" in lines


def test_the_home_tab_speaks_the_language_of_its_user() -> None:
    lines = shown(home(ARCHIVE, "en")["blocks"]).splitlines()
    assert (
        "Brobyggerudvalget (BBU): meetings: 4, the last on 3 May 2021, the next on 1 September 2021"
        in lines
    )
    assert "“What did BBU decide at its last meeting?”" in lines


def test_a_body_can_be_introduced_at_a_press() -> None:
    made = home(ARCHIVE, "da")
    (row,) = (block for block in made["blocks"] if block["type"] == "actions")
    found: list[Any] = list(row["elements"])
    assert [one["text"]["text"] for one in found] == ["Introducér BBU", "Introducér Færgerådet"]
    assert pressed(found[1]["action_id"], found[1]["value"]) == Pressed(Press.INTRO, "faergeraadet")


def test_examples_are_questions_that_the_archive_can_be_asked() -> None:
    assert examples(ARCHIVE, "da") == (
        "Hvad besluttede BBU på sit seneste møde?",
        "Hvad blev der besluttet om Ny gangbro over åen?",
        "Hvad er satsen for Brotakst?",
        "Hvad betyder BBU?",
        "Jeg er ny i Færgerådet. Introducér mig.",
        "Hvad er der sket i BBU siden 1. januar 2021?",
    )


def test_an_empty_archive_says_that_it_is_empty() -> None:
    assert "The archive is empty" in shown(home(AtHome(), "en")["blocks"])


def test_what_does_not_fit_is_counted() -> None:
    many = AtHome(bodies=(BBU,) * 15, open=ARCHIVE.open * 11)
    lines = shown(home(many, "da")["blocks"]).splitlines()
    assert "og 3 til. Spørg til dem ved navn." in lines
    assert any(line.startswith("og 3 til. Spørg: ") for line in lines)


days = st.none() | st.dates(date(1900, 1, 1))
bodies = st.builds(
    BodyAtHome, words(), words(), st.none() | words(), st.integers(0, 999), days, days
)
items = st.builds(OpenAtHome, st.none() | words(), days, st.none() | words(), words())


@settings(max_examples=100, deadline=None)
@given(
    st.builds(
        AtHome,
        st.lists(bodies, max_size=20).map(tuple),
        st.lists(items, max_size=20).map(tuple),
        *[st.lists(words(), max_size=3).map(tuple)] * 3,
    ),
    st.sampled_from(["da", "en"]),
)
def test_whatever_the_archive_holds_slack_takes_the_home_tab(
    archive: AtHome, language: Any
) -> None:
    assert broken_rules(home(archive, language)) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_notices_are_messages_that_slack_takes(language: Any) -> None:
    for made in (help_text(language), error_message("R-7QF3", language)):
        assert broken_rules(made) == []
        assert "metadata" not in made
    assert any(
        "R-7QF3" in string for string in strings(error_message("R-7QF3", language)["blocks"])
    )
    helped = "/spørg hjælp" if language == "da" else "/spørg help"
    assert helped in shown(help_text(language, "/spørg")["blocks"])
