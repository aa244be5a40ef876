"""A thing with a number or a code is no other thing; a salary is no charge."""

from collections.abc import Iterator

import pytest

from bot.answers.finding.numbered import Numbered, holds_all
from bot.assistant import Assistant
from bot.questions.rates.payments import may_answer
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

PAPER = """\
Referat af møde i Havnerådet
den 2. marts 2021 kl. 13.00

Til stede: Inga Rask (formand), Bent Sommer

1. Olie i boring C4
Sagsfremstilling
Der er målt 31 mg olie pr. liter i boring C4 den 5. januar 2021.
Beslutning
Taget til efterretning.

2. Hegn ved afdeling 3
Sagsfremstilling
Beboerne i afdeling 3 ønsker et hegn til 12.000 kr.
Beslutning
Godkendt.

3. Børn i afdelingerne
Sagsfremstilling
I afdeling 7 bor der 19 børn og 4 hunde efter indflytningen.
I afdeling 19 bor der 25 børn, som selv har søgt plads.
Beslutning
Taget til efterretning.

4. Gebyr for sene bådejere
Sagsfremstilling
Gebyret for at komme for sent er 90 kr. for medlemmer af havnerådet og alle andre.
Beslutning
Drøftet.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("numbered"), {"havn.txt": PAPER}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "word", "number", "held"),
    [
        ("Hegn ved afdeling 3", "afdeling", "3", True),
        ("Hegn ved afdeling 3", "afdeling", "5", False),
        ("Hegn ved afd. 5", "afdeling", "5", True),
        ("Hegnet sættes op 5. maj", "afdeling", "5", False),
        ("Hegnet koster 5 kr.", "afdeling", "5", False),
        ("Hegnet er 2,5 m og gælder 15", "afdeling", "5", False),
        ("Olie i boring C 4", "", "C4", True),
        ("Olie i boring C-4", "", "C4", True),
        ("Olie i boring C47", "", "C4", False),
    ],
)
def test_a_text_has_a_thing_where_its_number_stands(
    text: str, word: str, number: str, held: bool
) -> None:
    assert holds_all(text, [Numbered(word, number)]) is held


def test_another_well_answers_nothing(assistant: Assistant) -> None:
    assert "31 mg" in ask(assistant, "Hvor meget olie er der i boring C4?").text
    assert ask(assistant, "Hvor meget olie er der i boring C5?").kind is ReplyKind.NOT_FOUND


def test_another_section_answers_nothing(assistant: Assistant) -> None:
    assert "12.000" in ask(assistant, "Hvad koster hegnet ved afdeling 3?").text
    assert ask(assistant, "Må der være hegn i afdeling 5?").kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvor mange børn bor der i afdeling 19?", "25 børn"),
        ("How many children are there in department 19?", "25 børn"),
        ("Hvor mange børn bor der i afdeling 7?", "19 børn"),
    ],
)
def test_a_number_that_names_a_thing_counts_no_other(
    assistant: Assistant, question: str, told: str
) -> None:
    reply = ask(assistant, question)
    assert [told in citation.quote for citation in reply.citations] == [True]


@pytest.mark.parametrize("number", [4, 25])
def test_how_many_there_are_of_something_is_no_name(assistant: Assistant, number: int) -> None:
    reply = ask(assistant, f"Hvor mange børn bor der i afdeling {number}?")
    assert reply.kind is ReplyKind.NOT_FOUND


def test_a_charge_is_nobodys_salary(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er honoraret til medlemmer af Havnerådet?")
    assert "90 kr." not in reply.text


@pytest.mark.parametrize(
    ("question", "text", "may"),
    [
        ("Hvad er honoraret?", "Gebyret er 20 kr.", False),
        ("Hvad er honoraret?", "De får 20 kr. pr. møde.", True),
        ("Hvad er gebyret?", "Lønnen er 20 kr.", False),
        ("Hvad er gebyret?", "Taksten er 20 kr.", True),
        ("Hvad koster det?", "Gebyret er 20 kr.", True),
        ("What is the salary?", "Huslejen er 20 kr.", False),
    ],
)
def test_what_is_paid_to_somebody_and_by_somebody_are_two(
    question: str, text: str, may: bool
) -> None:
    assert may_answer(question, text) is may


def test_a_charge_for_part_of_what_is_asked_is_told_with_what_it_lacks(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad er gebyret for sene kajakker?")
    assert reply.kind is ReplyKind.NOT_FOUND or "kajakker" in " ".join(reply.warnings)
