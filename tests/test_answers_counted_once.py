"""Nothing is named or counted twice, or before it has been: papers, committees, meetings."""

from pathlib import Path

from bot.replies import ReplyKind
from tests.asked_papers import HARBOUR_MINUTES, ask, assistant_on, culture_minutes, quotes

MINUTES = f"""\
{HARBOUR_MINUTES}
2. Fyret på molen

Beslutning
Drøftet.
"""


def test_two_files_of_one_paper_are_one_place(tmp_path: Path) -> None:
    # Not alike in every letter: the same file twice is a duplicate, and never read.
    papers = {"hu/a.txt": MINUTES, "hu/b.md": MINUTES.replace("molen", "molen ")}
    with assistant_on(tmp_path, papers) as assistant:
        reply = ask(assistant, "hvad koster en kajplads med hajer?")
        assert reply.kind is ReplyKind.NOT_FOUND
        named = [one for one in quotes(reply) if "Kajplads til sejlere" in one]
        assert len(named) == 1
        assert {one.document.source for one in reply.citations} == {"hu/b.md"}


def test_the_last_meeting_of_no_named_committee_says_whose_it_is(tmp_path: Path) -> None:
    papers = {"hu/a.txt": MINUTES, "kultur/a.txt": culture_minutes("3. april 2022")}
    with assistant_on(tmp_path, papers) as assistant:
        of_all = ask(assistant, "hvilke beslutninger blev truffet på sidste møde?")
        assert "ét møde: Kulturrådet" in of_all.text
        of_one = ask(assistant, "hvilke beslutninger traf Havneudvalget på sidste møde?")
        assert "ét møde" not in of_one.text


def test_the_verb_of_a_wish_is_not_searched_for(tmp_path: Path) -> None:
    with assistant_on(tmp_path, {"hu/a.txt": MINUTES}) as assistant:
        for asked in ("introducer mig til qwertz", "introduce me to qwertz"):
            reply = ask(assistant, asked)
            assert reply.kind is ReplyKind.NOT_FOUND
            assert "ntroduce" not in reply.text


def test_a_meeting_that_is_yet_to_come_is_not_counted_as_held(tmp_path: Path) -> None:
    coming = MINUTES.replace("10. marts 2021", "12. december 2024").replace("Referat", "Dagsorden")
    papers = {
        "hu/a.txt": MINUTES,
        "hu/b.txt": MINUTES.replace("10. marts 2021", "12. maj 2021"),
        "hu/c.txt": coming.replace("Godkendt referat", ""),
        "kultur/a.txt": culture_minutes("3. april 2022"),
    }
    with assistant_on(tmp_path, papers) as assistant:
        reply = ask(assistant, "introducer mig til arkivet")
        assert "2 møder, senest 12. maj 2021" in reply.text
