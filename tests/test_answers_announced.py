"""When a body meets next, where all that was announced is over; and who was elected, or is up."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "maj.txt": """\
Referat af møde i Kanallauget
den 10. maj 2022 kl. 18.00

Til stede: Rita Falk (formand), Søren Lyng

1. Sluseporten

Indstilling
Det indstilles, at porten males.

Beslutning
Godkendt.

2. Valg af næstformand

Beslutning
Søren Lyng blev valgt til næstformand.

3. Gæster
Kanallauget havde 14 gæster i maj. Kanallauget har siden 1988 haft til huse i det gamle toldhus.

Næste møde er den 23. august 2022 kl. 18.00.
""",
    "august.txt": """\
Referat af møde i Kanallauget
den 23. august 2022 kl. 18.00

Til stede: Rita Falk (formand), Søren Lyng

1. Dæmningen

Indstilling
Det indstilles, at dæmningen tætnes.

Beslutning
Udsat.

Næste møde er den 15. november 2022 kl. 18.00.
""",
    "kasserer.txt": """\
Dagsorden for møde i Kanallauget
den 15. november 2022 kl. 18.00

1. Valg af kasserer
Nuværende kasserer er Rita Falk. Hun modtager genvalg.

2. Eventuelt
""",
    "mølle.txt": """\
Referat af møde i Møllerådet
den 2. maj 2022 kl. 18.00

Til stede: Kim Aske (formand), Bo Ler

1. Vingerne

Indstilling
Det indstilles, at vingerne tjæres.

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("announced"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hvornår er næste møde i Kanallauget?", "intet møde, der ligger forude"),
        ("When is the next meeting of Kanallauget?", "no meeting still to come"),
    ],
)
def test_where_all_announced_are_over_the_last_is_told_as_such(
    assistant: Assistant, text: str, told: str
) -> None:
    reply = ask(assistant, text, on=date(2023, 3, 1))
    assert reply.kind is ReplyKind.NOT_FOUND
    assert told in reply.text
    assert quotes(reply) == ["Næste møde er den 15. november 2022 kl. 18.00."]


@pytest.mark.parametrize(
    ("on", "day"), [(date(2022, 6, 1), "23. august"), (date(2022, 9, 1), "15. november")]
)
def test_one_still_to_come_is_told_as_before(assistant: Assistant, on: date, day: str) -> None:
    reply = ask(assistant, "Hvornår er næste møde i Kanallauget?", on=on)
    assert reply.kind is not ReplyKind.NOT_FOUND
    assert f"Næste møde er den {day} 2022 kl. 18.00." in quotes(reply)
    assert "ligger forude" not in reply.text


def test_what_another_body_announced_is_not_told(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvornår er næste møde i Møllerådet?", on=date(2023, 3, 1))
    assert not any("november" in quote for quote in quotes(reply))


@pytest.mark.parametrize(
    "text",
    [
        "Hvem blev valgt til kasserer i Kanallauget?",
        "Hvem er blevet udpeget til kasserer?",
        "Who was elected kasserer of Kanallauget?",
    ],
)
def test_who_was_elected_is_not_told_by_an_agenda(assistant: Assistant, text: str) -> None:
    assert not any(
        "Rita Falk. " in quote or "kasserer er" in quote for quote in quotes(ask(assistant, text))
    )


def test_who_was_elected_is_told_by_minutes(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem blev valgt til næstformand i Kanallauget?")
    assert "Søren Lyng blev valgt til næstformand." in quotes(reply)


@pytest.mark.parametrize(
    "text",
    [
        "Hvor mange ænder har Kanallauget?",
        "Hvad koster en fisketegn i Kanallauget?",
        "Hvad er Møllerådets holdning til solceller?",
    ],
)
def test_a_body_that_is_named_answers_nothing_by_its_name_alone(
    assistant: Assistant, text: str
) -> None:
    assert ask(assistant, text).kind is ReplyKind.NOT_FOUND
