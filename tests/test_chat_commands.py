"""What `/referent` asks: sub-commands in both languages, and questions as they are."""

import pytest

from bot.chat.commands import (
    asks_help,
    command_in,
    command_said,
    language_of_help,
    of_body_called,
)
from bot.replies import Language
from index.archive import BodyEntry
from index.documents import Body

BOARD = BodyEntry("b", Body("Bestyrelsen for Værftet", None), ("Bestyrelsen for Værftet",), ())
BUSES = BodyEntry("u", Body("Busudvalget", "BU"), ("Busudvalget", "BU"), ())


@pytest.mark.parametrize(
    ("text", "language", "of_body", "asked"),
    [
        ("rate kørsel", "da", False, "Hvad er satsen for kørsel?"),
        ("sats kørsel", "en", False, "What is the rate for kørsel?"),
        ("decisions PU", "da", True, "Hvilke beslutninger traf PU?"),
        ("decisions bænke ved søen", "en", False, "What was decided on bænke ved søen?"),
        ("Beslutninger: PU i 2024", "da", True, "Hvilke beslutninger traf PU i 2024?"),
        ("case 24/117", "da", False, "Hvordan er sagen om 24/117 forløbet?"),
        ("intro PU", "en", True, "Introduce me to PU"),
        ("intro", "da", False, "Introducer mig til arkivet"),
    ],
)
def test_a_sub_command_stands_for_a_question(
    text: str, language: Language, of_body: bool, asked: str
) -> None:
    assert command_in(text).questions(language, of_body=of_body)[0] == asked


@pytest.mark.parametrize(
    "text",
    [
        "hvad besluttede PU?",
        "sag 24/117 blev udsat hvornår?",
        "rates: are they in force?",
        "introduktionsforløb for nye medlemmer",
    ],
)
def test_anything_else_is_a_question_as_it_stands(text: str) -> None:
    command = command_in(text)
    assert command.name is None
    assert command.questions("da") == (text,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("beslutninger Parkudvalget", "decisions"),
        ("beslutninger siden juni", None),
        ("beslutninger truffet i 2024", None),
        ("decisions made last year", None),
        ("takster der gælder nu", None),
        ("case 24/117", "case"),
        ("sag 24/117 blev udsat hvornår?", None),
    ],
)
def test_a_message_that_begins_like_a_sub_command_and_goes_on_is_a_question(
    text: str, name: str | None
) -> None:
    assert command_said(text).name == name


@pytest.mark.parametrize(
    "text", ["", "  ", "help", "HELP", "hjælp", "?", "Hej!", "hi", "hvad kan du?", "rate", "satser"]
)
def test_help_is_asked_for_in_either_language_by_a_greeting_or_by_silence(text: str) -> None:
    assert asks_help(text)


def test_a_question_asks_for_no_help() -> None:
    assert not asks_help("hjælpemidler i 2024?")


@pytest.mark.parametrize(
    ("text", "words", "of_body"),
    [
        ("beslutninger bestyrelsen", "Bestyrelsen for Værftet", True),
        ("intro Bestyrelse for værftet", "Bestyrelsen for Værftet", True),
        ("decisions BU", "Busudvalget", True),
        ("decisions BU i 2024", "BU i 2024", True),
        ("beslutninger bus", "bus", False),
        ("beslutninger bestyrelsesansvar", "bestyrelsesansvar", False),
        ("sag bestyrelsen", "bestyrelsen", False),
        ("beslutninger", "", False),
    ],
)
def test_a_body_is_called_behind_a_command_by_how_its_name_begins(
    text: str, words: str, of_body: bool
) -> None:
    command, found = of_body_called(command_in(text), (BOARD, BUSES))
    assert (command.words, found) == (words, of_body)


def test_what_begins_several_names_is_left_as_it_is_and_is_no_matter() -> None:
    other = BodyEntry("o", Body("Bestyrelsen for Museet", None), ("Bestyrelsen for Museet",), ())
    command, found = of_body_called(command_in("beslutninger bestyrelsen"), (BOARD, other))
    assert (command.words, found) == ("bestyrelsen", True)


@pytest.mark.parametrize(
    ("text", "spoken", "told"),
    [
        ("how do I use this?", "da", "en"),
        ("hvordan virker det?", "en", "da"),
        ("satser", "en", "da"),
        ("ping", "en", "en"),
        ("", "da", "da"),
    ],
)
def test_how_to_ask_is_told_in_the_language_of_whoever_asks_it(
    text: str, spoken: Language, told: Language
) -> None:
    assert language_of_help(text, spoken) == told
