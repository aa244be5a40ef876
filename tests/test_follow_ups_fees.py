"""Follow-ups to what a fee is: for whom else, for those who are not something, in another year."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import assistant_on
from tests.test_conversation import talk

FEES = """\
Navn;Pris borger;Pris ikke-borger;Enhed;År
Plads i kolonihaven;410;655;kr. pr. måned;2022
Plads i kolonihaven;430;690;kr. pr. måned;2023
Leje af kompostkværn;120;200;kr. pr. dag;2023
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("fees"), {"takster.csv": FEES}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("said", "amounts"),
    [
        (("og for ikke-borgere?",), ["690", "655"]),
        (("for ikke-borgere?",), ["690", "655"]),
        (("for ikke borgere?",), ["690", "655"]),
        (("for borgere?",), ["430", "410"]),
        (("og for ikke-borgere?", "og i 2022?"), ["655", "690"]),
        (("og for ikke-borgere?", "for borgere?"), ["430", "410"]),
        (("og for ikke-borgere?", "og en kompostkværn?"), ["200"]),
    ],
)
def test_those_who_are_not_something_are_no_part_of_those_who_are(
    assistant: Assistant, said: tuple[str, ...], amounts: list[str]
) -> None:
    reply = talk(assistant, "hvad koster en plads i kolonihaven?", *said)[-1]
    assert [rate.entry.rate.printed for rate in reply.rates] == amounts
