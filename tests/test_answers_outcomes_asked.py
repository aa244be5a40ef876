"""Who won, what was answered and what was reached are told by no plan of it."""

from collections.abc import Iterator

import pytest

from bot.answers.sentences.outcomes_asked import OutcomeAsked
from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        (
            "Hvem vandt udbuddet af snerydning?",
            "Snerydningen tildeles vognmand Krog.",
            "Snerydningen sendes i udbud i maj med frist den 1. juni.",
        ),
        (
            "Which firm won the tender for the boiler?",
            "Fjernvarme Syd blev valgt til at levere kedlen.",
            "Kedlen udbydes i foråret.",
        ),
        (
            "Hvad svarede Kystdirektoratet på ansøgningen?",
            "Direktoratet oplyste den 3. maj, at høfden ikke kan flyttes.",
            "Udvalget beder om, at der skrives til direktoratet.",
        ),
        (
            "What did the survey of the boathouses conclude?",
            "Undersøgelsen viste, at taget er tæt.",
            "Bådehusene undersøges til foråret.",
        ),
        (
            "Hvor mange kilo tang nåede man faktisk op på?",
            "Der blev samlet 400 kilo tang.",
            "Der skal samles 600 kilo tang om året.",
        ),
        (
            "Hvornår er der høringsfrist for lokalplanen?",
            "Bemærkninger skal sendes senest den 4. april.",
            "Planen behandles på mødet den 9. maj.",
        ),
    ],
)
def test_what_came_of_something_is_told_by_what_came_of_it(
    question: str, told: str, not_told: str
) -> None:
    asked = OutcomeAsked.of(question)
    assert asked is not None
    assert asked.may_be_told_by(told)
    assert not asked.may_be_told_by(not_told)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hvad er målet for tang?", "Der skal samles 600 kilo tang om året."),
        ("Hvornår evalueres ordningen?", "Ordningen evalueres til foråret."),
        ("Hvem er formand?", "Ane Lund er formand."),
    ],
)
def test_a_plan_answers_what_is_asked_of_a_plan(question: str, words: str) -> None:
    asked = OutcomeAsked.of(question)
    assert asked is None or asked.may_be_told_by(words)


STRATEGY = """\
Strategi for tang 2019-2023
Tangudvalget, 3. april 2019

Mål

Andelen af spiselig tang skal op på 60 % i 2023. Arbejdet evalueres i efteråret 2023.

Tanghuset har 12 ansatte.
"""
MINUTES = """\
Referat af møde i Tangudvalget (TAU)
den 3. april 2019 kl. 10.00
Godkendt referat

Til stede: Ane Lund (formand), Bo Krat

1. Nye tangknive

Sagsfremstilling
Tangknivene sendes i udbud i maj 2019. Kontrakten løber i to år.

Indstilling
Forvaltningen indstiller, at udbuddet sættes i gang.

Beslutning
Godkendt.

2. Svar fra Kystministeriet

Sagsfremstilling
Ministeriet har afvist at give Tanglauget tilskud til en tangmole.

Beslutning
Taget til efterretning.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"strategi.txt": STRATEGY, "referat.txt": MINUTES}
    with assistant_on(tmp_path_factory.mktemp("outcomes"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvor stor en andel spiselig tang nåede tanghuset faktisk op på i 2023?",
        "What did the 2023 evaluation of the seaweed strategy conclude?",
        "Hvem vandt udbuddet af tangknive?",
        "Hvor høje må nye vindmøller være i Tanghuset?",
    ],
)
def test_an_outcome_that_no_paper_tells_is_refused(assistant: Assistant, question: str) -> None:
    assert not ask(assistant, question).kind.asserts


def test_the_aim_itself_is_told(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor stor en andel spiselig tang er målet i 2023?")
    assert "60 %" in reply.citations[0].quote


def test_a_ministry_is_named_by_its_last_part_and_is_not_whom_it_answered(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad svarede Kystministeriet Tanglauget om en tangmole?")
    assert "Ministeriet har afvist" in reply.citations[0].quote
