"""What is only a word for "one of them" is no thing that is counted: an incident, an episode."""

from pathlib import Path

import pytest

from tests.asked_papers import ask, assistant_on, quotes

MINUTES = """\
Referat af møde i Havnerådet
den 4. maj 2022 kl. 10.00

1. Hærværk på molen

Sagsfremstilling
I 2021 blev der anmeldt 23 tilfælde af hærværk på molen. Knap halvdelen skete om natten.

Beslutning
Taget til efterretning.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange episoder med hærværk var der på molen i 2021?",
        "Hvor mange hændelser med hærværk blev anmeldt i 2021?",
        "How many incidents of vandalism were reported in 2021?",
    ],
)
def test_a_count_is_found_under_another_word_for_one_of_them(tmp_path: Path, question: str) -> None:
    with assistant_on(tmp_path, {"referat.txt": MINUTES}) as assistant:
        assert quotes(ask(assistant, question))[0].startswith("I 2021 blev der anmeldt 23")


def test_a_share_of_one_years_count_is_not_told_of_another_year(tmp_path: Path) -> None:
    with assistant_on(tmp_path, {"referat.txt": MINUTES}) as assistant:
        reply = ask(assistant, "Hvor mange tilfælde af hærværk var der på molen i 2020?")
    assert not reply.kind.asserts
