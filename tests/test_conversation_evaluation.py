"""Conversations with known answers: what is right, asked back, or told of another matter."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bot.asked import Asked
from bot.citations import Citation
from bot.evaluation.conversations import Conversation, holds_conversations, read_conversations
from bot.evaluation.scores import Share
from bot.evaluation.turn_scores import turn_scores
from bot.evaluation.turns import JudgedTurn, hold
from bot.replies import Reply, ReplyKind, Reread
from index.errors import UsageError
from tests.paper_archive import APPROVED, BLUE, MINUTES, PaperArchive

BRIDGE = {"source": "2021-05-03", "item": "gangbro", "answer": ["blå"]}
ABOUT = "Hvad blev besluttet om broen?"


def about(place: object = BLUE, kind: ReplyKind = ReplyKind.DECISION, **more: Any) -> Reply:
    assert place in (BLUE, APPROVED)
    span = BLUE if place is BLUE else APPROVED
    return Reply(ABOUT, "da", kind, "Så. [1]", (Citation(1, MINUTES, span),), **more)


BACK = Reply("og?", "da", ReplyKind.NOT_FOUND, "Hvad mener du?", asks_back=True)
NOTHING = Reply("og?", "da", ReplyKind.NOT_FOUND, "Intet.")


def conversation(*turns: tuple[str, dict[str, Any]], lang: str = "da") -> Conversation:
    told = [{"say": say, "expect": expect} for say, expect in turns]
    return msgspec.convert({"id": "c1", "lang": lang, "turns": told}, Conversation)


def answering(*replies: Reply | Exception) -> tuple[Callable[[Asked], Reply], list[Asked]]:
    left = list(replies)
    asked: list[Asked] = []

    def reply(question: Asked) -> Reply:
        asked.append(question)
        given = left.pop(0)
        if isinstance(given, Exception):
            raise given
        return given

    return reply, asked


def judged(held: Conversation, *replies: Reply | Exception) -> Sequence[JudgedTurn]:
    return hold([held], answering(*replies)[0], PaperArchive(), str)


def one(expect: dict[str, Any], reply: Reply, say: str = "og broen?") -> JudgedTurn:
    (turn,) = judged(conversation((say, expect)), reply)
    return turn


def test_each_turn_leans_on_the_one_before_and_talk_leaves_it() -> None:
    held = conversation((ABOUT, BRIDGE), ("tak!", {"talk": True}), ("og?", {"asks_back": True}))
    reply, asked = answering(about(), BACK)
    turns = hold([held], reply, PaperArchive(), str)
    assert [question.text for question in asked] == [ABOUT, "og?"]
    assert asked[0].after is None
    assert asked[1].after is not None
    assert asked[1].after.item == "Ny gangbro over åen"
    assert not any(turn.complaints for turn in turns)


def test_the_right_matter_with_its_answer_is_right() -> None:
    turn = one(BRIDGE, about())
    assert (turn.of_subject, turn.misled, turn.complaints) == (True, False, ())


def test_another_item_is_another_matter_and_misleads() -> None:
    turn = one(BRIDGE, about(APPROVED))
    assert (turn.of_subject, turn.misled) == (False, True)
    assert "another subject than 2021-05-03, gangbro" in turn.complaints


def test_an_answer_where_only_asking_back_is_right_misleads() -> None:
    turn = one({"asks_back": True}, about())
    assert (turn.of_subject, turn.misled) == (False, True)
    assert turn.complaints == ("should have asked back",)


def test_an_answer_where_there_is_none_misleads_and_asking_back_does_not() -> None:
    none = {"kind": ["not_found", "not_in_archive"]}
    assert one(none, about()).misled
    assert not one(none, NOTHING).complaints
    assert not one(none, BACK).complaints


def test_asking_back_where_there_is_an_answer_is_wrong_and_misleads_nobody() -> None:
    turn = one(BRIDGE, BACK)
    assert (turn.of_subject, turn.misled, turn.asked_back) == (False, False, True)
    assert "asked back" in turn.complaints


def test_the_right_matter_in_another_language_or_kind_is_not_right_in_every_respect() -> None:
    turn = one(BRIDGE | {"language": "en", "kind": "people"}, about())
    assert turn.of_subject
    assert turn.complaints == ("kind: people", "language: en")


def test_the_language_is_that_of_the_conversation_but_for_mixed_ones() -> None:
    for lang, wrong in (("en", ("language: en",)), ("mixed", ())):
        (turn,) = judged(conversation(("and the bridge?", BRIDGE), lang=lang), about())
        assert turn.complaints == wrong


def test_any_of_several_sources_and_kinds_will_do() -> None:
    expect = {"source": ["2019-01-01", "bbu/2021-05-03.txt"], "kind": ["fact", "decision"]}
    assert not one(expect, about()).complaints


def test_what_must_not_be_told_is_a_fault() -> None:
    assert one(BRIDGE | {"absent": ["broen males blå"]}, about()).complaints == (
        "should not be there: broen males blå",
    )


def test_talk_that_is_answered_and_a_question_that_is_not_are_faults() -> None:
    assert one({"talk": True}, about()).complaints
    (turn,) = judged(conversation(("tak", BRIDGE)))
    assert turn.complaints


def test_a_crash_fails_its_turn_and_no_other() -> None:
    held = conversation((ABOUT, BRIDGE), ("og?", BRIDGE))
    first, second = judged(held, ZeroDivisionError("kaboom"), about())
    assert (first.complaints, first.misled, second.complaints) == (("error: kaboom",), False, ())


def test_figures_are_counted_for_all_and_by_language() -> None:
    held = conversation(
        (ABOUT, BRIDGE), ("og?", BRIDGE), ("og?", {"asks_back": True}), ("så?", BRIDGE)
    )
    read = Reread("m", "rewrite 1", taken=True)
    turns = judged(held, about(reread=read), about(APPROVED), BACK, BACK)
    whole, danish = turn_scores(turns)
    assert (whole.group, danish.group) == ("all", "da")
    assert (whole.subject, whole.right, whole.throughout) == (Share(2, 4), Share(2, 4), Share(0, 1))
    assert (whole.asked_back, whole.asked_back_wrongly) == (Share(1, 1), Share(1, 3))
    assert (whole.misled, whole.readings.asked, whole.readings.taken) == (1, 1, 1)


def test_a_file_of_conversations_is_known_by_its_first_line(tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text("\n" + json.dumps({"id": "c1", "lang": "da", "turns": []}), encoding="utf-8")
    assert holds_conversations(file)
    file.write_text('{"id": "q1"}', encoding="utf-8")
    assert not holds_conversations(file)
    file.write_text("[", encoding="utf-8")
    assert not holds_conversations(file)


@pytest.mark.parametrize("wrong", ['{"turns": []', '{"turns": [{"say": "x"}], "id": "c"}', "\x00"])
def test_a_wrong_line_is_named(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "c.jsonl"
    sound = json.dumps({"id": "c1", "lang": "da", "turns": []})
    file.write_text(f"{sound}\n{wrong}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read_conversations(file)
