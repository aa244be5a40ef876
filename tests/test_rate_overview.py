"""Which rates are in force: those that the staff keep, else what was read, and said to be that."""

from collections.abc import Iterator
from datetime import date

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
