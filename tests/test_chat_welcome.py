from datetime import date

from bot.chat.welcome import BodyAtHome, at_home, examples
from tests.paper_archive import PaperArchive


def test_the_home_tab_tells_bodies_by_their_meetings() -> None:
    assert at_home(PaperArchive(), date(2021, 6, 1)).bodies == (
        BodyAtHome("bbu", "Brobyggerudvalget", "BBU", 1, date(2021, 5, 3)),
    )


def test_a_meeting_that_lies_ahead_is_the_next_one() -> None:
    (body,) = at_home(PaperArchive(), date(2021, 5, 1)).bodies
    assert (body.meetings, body.last, body.coming) == (0, None, date(2021, 5, 3))


def test_its_examples_name_a_matter_of_substance() -> None:
    found = at_home(PaperArchive(), date(2021, 6, 1))
    assert found.matters == ("Ny gangbro over åen",)
    assert "What was decided on Ny gangbro over åen?" in examples(found, "en")
