"""Where no decision was recognised among an item's words, none is said to be missing."""

from pathlib import Path

from bot.replies import ReplyKind
from tests.asked_papers import HARBOUR_MINUTES, ask, assistant_on

MINUTES = f"""\
{HARBOUR_MINUTES}
2. Fyret på molen

Sagsfremstilling
Fyret er fra 1910, og lampen er slukket.

3. Isvinter
"""


def test_only_an_item_without_words_is_said_to_record_no_decision(tmp_path: Path) -> None:
    with assistant_on(tmp_path, {"hu/a.txt": MINUTES}) as assistant:
        with_words = ask(assistant, "hvad besluttede Havneudvalget om fyret på molen?")
        assert with_words.kind is ReplyKind.NOT_DECIDED
        assert "ingen af dets ord er genkendt" in with_words.text
        assert "der står ingen beslutning" not in with_words.text
        without = ask(assistant, "hvad blev besluttet på punkt 3 den 10. marts 2021?")
        assert "der står ingen beslutning" in without.text


def test_an_empty_list_says_where_the_decisions_were_not_recognised(tmp_path: Path) -> None:
    told_otherwise = MINUTES.replace("Beslutning\nGodkendt.", "Sådan blev det: alle nikkede.")
    with assistant_on(tmp_path, {"hu/a.txt": told_otherwise}) as assistant:
        reply = ask(assistant, "hvilke sager blev udsat i Havneudvalget i 2021?")
        assert "På 3 af de 3 punkter" in reply.text
    with assistant_on(tmp_path / "b", {"hu/a.txt": MINUTES.replace("3. Isvinter", "")}) as known:
        reply = ask(known, "hvilke sager blev udsat i Havneudvalget i 2021?")
        assert "ingen beslutning genkendt" not in reply.text
