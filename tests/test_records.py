"""Answers that are kept: found again by question and by conversation, judged, and forgotten."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.conversation.turns import Turn
from bot.records.answers import Answer, CitedPlace
from bot.records.store import NAME, Records, RecordsDamaged
from bot.replies import ReplyKind

NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)


def answer(id_: str, conversation: str = "T/C/1", minutes: int = 0, **more: object) -> Answer:
    values: dict[str, object] = {
        "id": id_,
        "surface": "slack",
        "conversation": conversation,
        "question": "Hvad kostede broen?",
        "understood": "Hvad kostede broen i Hov?",
        "language": "da",
        "kind": ReplyKind.FACT,
        "text": "Broen kostede 5 kr. [1]",
        "places": (CitedPlace("d1", "broer/2024.txt", 10, 20, "5 kr."),),
        "audiences": frozenset({"open"}),
        "turn": Turn("Hvad kostede broen i Hov?", "da", "Broudvalget", date(2024, 5, 1), "Bro"),
        "answered": NOON + timedelta(minutes=minutes),
    }
    return Answer(**(values | more))  # type: ignore[arg-type]


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = Records(tmp_path)
    yield opened
    opened.close()


def test_an_answer_is_found_again_as_it_was_kept(records: Records) -> None:
    kept = answer("Q1")
    records.keep(kept)
    assert records.answer("Q1") == kept
    assert records.answer("Q2") is None


def test_the_newest_answer_of_a_conversation_is_its_last(records: Records) -> None:
    records.keep(answer("Q2", minutes=2))
    records.keep(answer("Q1", minutes=1))
    records.keep(answer("Q3", "T/C/2", minutes=3))
    last = records.last("T/C/1")
    assert last is not None
    assert last.id == "Q2"
    assert records.knows("T/C/2")
    assert not records.knows("T/C/9")


def test_a_message_goes_on_from_what_its_writer_knew(records: Records) -> None:
    def last_for(person: str, minute: float) -> str | None:
        at = NOON + timedelta(minutes=minute)
        found = records.last("T/C/1", lambda one: one.was_known_to(person, at))
        return found.id if found is not None else None

    records.keep(answer("Q1", minutes=1, person="A", received=NOON))
    records.keep(answer("Q2", minutes=5, person="B", received=NOON + timedelta(minutes=2)))
    assert last_for("C", 3) == "Q1"  # Q2 was not answered yet
    assert last_for("B", 3) == "Q2"  # who writes on without waiting
    assert last_for("C", 6) == "Q2"
    assert last_for("C", 0.5) is None


def test_a_person_has_one_word_on_an_answer_and_may_change_it(records: Records) -> None:
    records.keep(answer("Q1"))
    assert records.judge("Q1", "U1", good=True)
    assert records.judge("Q1", "U1", good=False)
    assert records.judge("Q1", "U2", good=False)
    (judged,) = records.judged()
    assert (judged.answer.id, judged.good, judged.bad) == ("Q1", 0, 2)
    assert not records.judge("Q9", "U1", good=True)


def test_what_somebody_writes_beside_a_judgement_is_kept_with_it(records: Records) -> None:
    records.keep(answer("Q1"))
    records.judge("Q1", "U1", good=False, reason="Det var den anden bro.")
    records.judge("Q1", "U2", good=True)
    assert records.judged()[0].reasons == ("Det var den anden bro.",)
    records.judge("Q1", "U1", good=True)
    assert records.judged()[0].reasons == ()
    records.judge("Q1", "U1", good=False, reason="x" * 5000)
    assert len(records.judged()[0].reasons[0]) == 2000


def test_an_answer_is_found_by_where_it_was_posted_until_it_is_forgotten(
    records: Records,
) -> None:
    records.keep(answer("Q1"))
    records.stands_at("Q1", "room/1700")
    records.stands_at("Q9", "room/1701")
    found = records.at("room/1700")
    assert found is not None
    assert found.id == "Q1"
    assert records.at("room/1701") is None
    records.forget(NOON + timedelta(minutes=5))
    assert records.at("room/1700") is None


def test_a_file_of_the_first_layout_is_brought_along(tmp_path: Path) -> None:
    first = Records(tmp_path)
    first.keep(answer("Q1"))
    first.judge("Q1", "U1", good=True)
    first.close()
    old = sqlite3.connect(tmp_path / NAME)
    old.executescript(
        "ALTER TABLE judgements DROP COLUMN reason; DROP TABLE places; PRAGMA user_version = 1"
    )
    old.close()
    again = Records(tmp_path)
    assert again.judged()[0].good == 1
    again.stands_at("Q1", "here")
    assert again.at("here") == answer("Q1")
    again.close()


def test_an_answer_that_is_kept_again_keeps_what_was_thought_of_it(records: Records) -> None:
    records.keep(answer("Q1"))
    records.judge("Q1", "U1", good=True)
    records.keep(answer("Q1", "T/C/7"))
    assert records.judged()[0].good == 1
    assert records.knows("T/C/7")
    assert not records.knows("T/C/1")


def test_what_is_older_than_asked_for_is_gone_with_its_judgements(
    records: Records, tmp_path: Path
) -> None:
    records.keep(answer("Q1"))
    records.keep(answer("Q2", minutes=10))
    records.judge("Q1", "U1", good=True)
    assert records.forget(NOON + timedelta(minutes=5)) == 1
    assert records.answer("Q1") is None
    assert records.answer("Q2") is not None
    assert records.judged() == []


def test_answers_outlive_the_process(tmp_path: Path) -> None:
    first = Records(tmp_path)
    first.keep(answer("Q1"))
    first.close()
    second = Records(tmp_path)
    assert second.answer("Q1") == answer("Q1")
    second.close()


def test_the_file_is_for_its_owner_alone(records: Records, tmp_path: Path) -> None:
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


def test_answers_of_a_kind_are_listed(records: Records) -> None:
    records.keep(answer("Q1"))
    records.keep(answer("Q2", kind=ReplyKind.NOT_FOUND, places=()))
    nothing = frozenset({ReplyKind.NOT_FOUND, ReplyKind.NOT_IN_ARCHIVE})
    assert [kept.id for kept in records.of_kinds(nothing)] == ["Q2"]


def test_another_programs_file_is_refused_by_name(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / NAME)
    other.execute("PRAGMA user_version = 7")
    other.execute("PRAGMA application_id = 5")
    other.close()
    with pytest.raises(RecordsDamaged, match="another program"):
        Records(tmp_path)


def test_a_broken_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"x" * 5000)
    with pytest.raises(RecordsDamaged, match=NAME):
        Records(tmp_path)


def test_nothing_that_people_wrote_shows_when_an_answer_is_printed() -> None:
    assert "broen" not in repr(answer("Q1")).lower()
