"""Judged turns into figures, for all conversations and for each language."""

from collections.abc import Sequence

import msgspec

from bot.evaluation.readings import Readings, readings
from bot.evaluation.scores import Share
from bot.evaluation.turns import JudgedTurn


class TurnScores(msgspec.Struct, frozen=True):
    """The figures of a group of conversations."""

    group: str
    conversations: int
    turns: int
    subject: Share
    """Turns of which the reply is of what was meant, or asks back, or refuses, as expected."""
    right: Share
    """Turns that are right in every respect."""
    throughout: Share
    """Conversations of which every turn is."""
    asked_back: Share
    """Turns that were asked back, of those that can only be."""
    asked_back_wrongly: Share
    """Turns that were asked back, of those that have an answer."""
    misled: int
    """Turns that were told another matter: what does harm."""
    readings: Readings
    """Of turns that a language model was asked to read."""


def turn_scores(judged: Sequence[JudgedTurn]) -> list[TurnScores]:
    """Return the figures of all turns first, then of each language."""
    groups = {"all": list(judged)}
    for one in judged:
        groups.setdefault(one.conversation.lang, []).append(one)
    return [_scores(group, of_group) for group, of_group in groups.items()]


def _scores(group: str, judged: Sequence[JudgedTurn]) -> TurnScores:
    ids = {one.conversation.id for one in judged}
    failed = {one.conversation.id for one in judged if one.complaints}
    back = [one for one in judged if one.said.expect.asks_back]
    answered = [one for one in judged if _has_answer(one)]
    return TurnScores(
        group=group,
        conversations=len(ids),
        turns=len(judged),
        subject=Share(sum(one.of_subject for one in judged), len(judged)),
        right=Share(sum(not one.complaints for one in judged), len(judged)),
        throughout=Share(len(ids - failed), len(ids)),
        asked_back=Share(sum(one.asked_back for one in back), len(back)),
        asked_back_wrongly=Share(sum(one.asked_back for one in answered), len(answered)),
        misled=sum(one.misled for one in judged),
        readings=readings(one.reply for one in judged),
    )


def _has_answer(judged: JudgedTurn) -> bool:
    expect = judged.said.expect
    return not (expect.asks_back or expect.talk or expect.is_no)
