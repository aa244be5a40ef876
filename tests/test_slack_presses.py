import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.drawing.presses import (
    ACTION_IDS,
    Press,
    Pressed,
    button,
    feedback,
    pressed,
    value_of,
)

PRESSED = [
    Pressed(Press.PASSAGE, "q7", citation=12),
    Pressed(Press.SHARE, "q7"),
    Pressed(Press.WHOLE, "q-7_A"),
    Pressed(Press.FEEDBACK, "q7", good=True),
    Pressed(Press.FEEDBACK, "q7", good=False),
    Pressed(Press.INTRO, "udvalget for æ & ø"),
]


@pytest.mark.parametrize("what", PRESSED)
def test_what_a_button_says_is_read_again(what: Pressed) -> None:
    assert pressed(f"referent_{what.press}", value_of(what)) == what


def test_a_value_holds_a_version_and_an_id_and_nothing_else() -> None:
    assert value_of(Pressed(Press.PASSAGE, "q7", citation=12)) == '[1,"q7",12]'


def test_buttons_of_one_row_are_told_apart_by_a_number() -> None:
    one = button("Vis", Pressed(Press.PASSAGE, "q7", citation=3), 3)
    assert one is not None
    assert one["action_id"] == "referent_passage_3"
    assert ACTION_IDS.fullmatch(one["action_id"])


@pytest.mark.parametrize(
    ("action_id", "value"),
    [
        ("referent_passage", '[2,"q7",12]'),
        ("referent_passage", '[1,"q7"]'),
        ("referent_passage", '[1,"q7",0]'),
        ("referent_passage", '[1,"hvad er KEU?",1]'),
        ("referent_share", '[1,"q7",1]'),
        ("referent_share", "q7"),
        ("referent_feedback", '[1,"q7",2]'),
        ("referent_erase", '[1,"q7"]'),
        ("someone_share", '[1,"q7"]'),
        ("referent_share", ""),
    ],
)
def test_what_is_not_ours_or_of_another_version_is_nothing(action_id: str, value: str) -> None:
    assert pressed(action_id, value) is None


@given(st.sampled_from([*Press]), st.text())
def test_no_value_makes_reading_fail(press: Press, value: str) -> None:
    found = pressed(f"referent_{press}", value)
    assert found is None or found.press is press


def test_a_value_that_would_not_fit_makes_no_button() -> None:
    assert button("Introducér", Pressed(Press.INTRO, "x" * 3_000)) is None


def test_the_halves_of_the_feedback_buttons_say_good_and_bad() -> None:
    (buttons,) = feedback("q7", "da")["elements"]
    values = [buttons["positive_button"]["value"], buttons["negative_button"]["value"]]
    assert [pressed("referent_feedback", value) for value in values] == PRESSED[3:5]
