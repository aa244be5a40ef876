"""What `/referent` asks: sub-commands in both languages, and questions as they are."""

import pytest

from bot.chat.commands import asks_help, command_in
from bot.replies import Language


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
    "text", ["", "  ", "help", "HELP", "hjælp", "?", "Hej!", "hi", "hvad kan du?", "rate", "satser"]
)
def test_help_is_asked_for_in_either_language_by_a_greeting_or_by_silence(text: str) -> None:
    assert asks_help(text)


def test_a_question_asks_for_no_help() -> None:
    assert not asks_help("hjælpemidler i 2024?")
