"""Which rates are in force: those that the staff keep, else what was read, and said to be that."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

AGREEMENT = """\
Aftale om bådudlejning 2022-2024

§ 1 Løbetid
Aftalen træder i kraft den 1. januar 2022 og gælder til og med den 31. december 2024.

§ 2 Takster
Leje af en robåd koster 85 kr. pr. time.
Leje af en kajak koster 60 kr. pr. time.
"""


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"aftaler/baade.txt": AGREEMENT}
    with assistant_on(tmp_path_factory.mktemp("boats"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    ["Hvilke satser gælder i dag?", "Hvilke takster gælder?", "Which rates are in force?"],
)
def test_where_no_table_is_kept_what_was_read_is_listed_and_said_to_be_that(
    boats: Assistant, question: str
) -> None:
    reply = ask(boats, question, date(2023, 8, 1))
    assert reply.kind is ReplyKind.RATE
    assert {str(told.entry.rate.amount) for told in reply.rates} == {"85", "60"}
    assert reply.warnings


@pytest.mark.parametrize(
    "question",
    ["Hvad er taksten?", "hvad er satsen nu", "What is the rate?", "how much is the fee?"],
)
def test_where_a_question_names_no_rate_none_is_picked(boats: Assistant, question: str) -> None:
    reply = ask(boats, question, date(2023, 8, 1))
    assert {str(told.entry.rate.amount) for told in reply.rates} == {"85", "60"}
    assert reply.text.startswith(("Spørgsmålet siger ikke", "The question does not say"))


YEARS = """\
Aftale om skolemælk (SM21)

§ 1 Løbetid
Aftalen løber i tre år.

§ 2 Takster
Til køling afsættes 4,10 kr. i år 1, 4,30 kr. i år 2 og 4,50 kr. i år 3 pr. elev.
Til udbringning afsættes 2,00 kr. i år 1, 2,20 kr. i år 2 og 2,40 kr. i år 3 pr. elev.
"""


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("Satsen i år 2?", {"4.30", "2.20"}),
        ("Hvilke satser gælder i år 3?", {"4.50", "2.40"}),
        ("What is the rate in year 1?", {"4.10", "2.00"}),
        ("Hvad er satsen for udbringning i år 2?", {"2.20"}),
    ],
)
def test_a_year_of_an_agreement_alone_is_that_of_each_of_its_rates(
    tmp_path: Path, question: str, amounts: set[str]
) -> None:
    with assistant_on(tmp_path, {"aftaler/maelk.txt": YEARS}) as assistant:
        reply = ask(assistant, question, date(2023, 8, 1))
    assert {str(told.entry.rate.amount) for told in reply.rates} == amounts
