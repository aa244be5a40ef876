"""What is told beside a decision: nobody took no part in an item who missed all of the meeting."""

from collections.abc import Iterator

import pytest

from bot.answers.matters.register import recorded
from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on
from tests.structure_layouts import read

MINUTES = """\
Referat af møde i Badeudvalget den 3. februar 2021

Til stede: Ib Krog (formand), Maja Dam, Lis Toft
Fravær: Ole Ravn (afbud)

1. Prisliste 2022

Indstilling
Det indstilles, at prislisten godkendes.

Beslutning
Godkendt. Lis Toft deltog ikke i behandlingen.
Fraværende: Ole Ravn
"""

HARBOUR = """\
Referat af møde i Havnenævnet den 3. april 2019

Til stede: Ib Krog, Maja Dam

Sag 19-05  Landstrøm til fiskerne
  Indstilling:
  At sagen sendes til Byrådet.
  Beslutning:
  Godkendt.

Sag 19-07  Nyt hegn
  Indstilling:
  At hegnet bygges.
  Beslutning:
  Godkendt.
"""
COUNCIL = """\
Referat af møde i Byrådet den 8. maj 2019

Til stede: Eva Holm, Ole Ravn

12. Anlægsbevilling til strøm på kajen

Sagsfremstilling
Havnenævnet anbefaler landstrøm (havnens sag 19-05).

Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(
        tmp_path_factory.mktemp("list"), {"a.txt": MINUTES, "b.txt": HARBOUR, "c.txt": COUNCIL}
    ) as assistant:
        yield assistant


def test_only_who_left_for_the_item_is_recorded_as_missing_it() -> None:
    document = read(MINUTES)
    told = [span.of(document.text) for span in recorded(document, 0).absent]
    assert told == ["Lis Toft"]


def test_a_year_before_a_thing_is_no_day_of_a_meeting(bot: Assistant) -> None:
    told = ask(bot, "What was decided on the 2022 price list?").text
    assert "Approved" in told
    assert "no decision" not in told


def test_a_case_is_followed_to_another_body_that_names_its_number(bot: Assistant) -> None:
    told = ask(bot, "Forløbet i sagen om landstrøm").text
    assert "Sag 19-05 Landstrøm" in told
    assert "Anlægsbevilling til strøm" in told
    assert "Nyt hegn" not in told
