"""A question asked as of a day: what is left out of the archive then, and what is not."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from bot.as_of import AsOf
from bot.asked import Asked
from bot.partial_view import PartialView
from bot.replies import Reply
from tests.asked_papers import assistant_on

HELD = """\
Referat af møde i Havneudvalget
den 5. marts 2024

Til stede: Gerda Lolk

1. Kranen
Indstilling
Direktøren indstiller, at kranen males.
Beslutning
Godkendt.
"""
COMING = """\
Dagsorden til møde i Havneudvalget
den 2. december 2026

1. Kranen
Indstilling
Direktøren indstiller, at kranen sælges.
"""
PLANNED = "Hvad er på dagsordenen for Havneudvalget den 2. december 2026?"


Ask = Callable[..., Reply]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    papers = {"a.txt": HELD, "b.txt": COMING}
    with assistant_on(tmp_path_factory.mktemp("dage"), papers) as assistant:

        def ask(on: date | None, *, hides_later: bool = True) -> Reply:
            return assistant.reply(Asked(PLANNED, on, hides_later=hides_later))

        yield ask


def test_today_has_the_agenda_of_a_meeting_that_is_yet_to_come(asked: Ask) -> None:
    assert "Kranen" in asked(None).text
    assert asked(datetime.now(UTC).astimezone().date()).text == asked(None).text


def test_on_an_earlier_day_it_had_not_been_written(asked: Ask) -> None:
    assert not asked(date(2024, 5, 1)).kind.asserts


def test_a_link_to_an_answer_leaves_out_nothing_that_its_sender_saw(asked: Ask) -> None:
    assert "Kranen" in asked(date(2024, 5, 1), hides_later=False).text


def test_all_that_tells_of_papers_leaves_out_what_was_not_written_yet() -> None:
    # How words are written is of all days as well: a question is read by it, and no more.
    of_all_days = {"generation", "audiences", "document", "files", "last_run", "written"}
    shown = {name for name in vars(PartialView) if not name.startswith("_")}
    assert {name for name in shown if name not in vars(AsOf)} == of_all_days
