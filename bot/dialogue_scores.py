"""Judged turns into figures, for all conversations and for each language."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from bot.dialogues import JudgedTurn
from bot.scores import Share


class DialogueScores(msgspec.Struct, frozen=True):
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
    rewrites: int
    """Turns that a language model was asked to read."""
    rewrites_taken: int
    """Those that are answered as it read them."""
    misreadings: dict[str, int]
    """Why what it made of the others was not taken."""


def dialogue_scores(judged: Sequence[JudgedTurn]) -> list[DialogueScores]:
    """Return the figures of all turns first, then of each language."""
    groups = {"all": list(judged)}
    for one in judged:
        groups.setdefault(one.conversation.lang, []).append(one)
    return [_scores(group, of_group) for group, of_group in groups.items()]


def _scores(group: str, judged: Sequence[JudgedTurn]) -> DialogueScores:
    ids = {one.conversation.id for one in judged}
    failed = {one.conversation.id for one in judged if one.complaints}
    back = [one for one in judged if one.said.expect.asks_back]
    answered = [one for one in judged if _has_answer(one)]
    read = [one.reply.reread for one in judged if one.reply and one.reply.reread]
    return DialogueScores(
        group=group,
        conversations=len(ids),
        turns=len(judged),
        subject=Share(sum(one.of_subject for one in judged), len(judged)),
        right=Share(sum(not one.complaints for one in judged), len(judged)),
        throughout=Share(len(ids - failed), len(ids)),
        asked_back=Share(sum(one.asked_back for one in back), len(back)),
        asked_back_wrongly=Share(sum(one.asked_back for one in answered), len(answered)),
        misled=sum(one.misled for one in judged),
        rewrites=len(read),
        rewrites_taken=sum(one.taken for one in read),
        misreadings=dict(
            Counter(why for one in read if (why := one.fault or one.failure)).most_common()
        ),
    )


def _has_answer(judged: JudgedTurn) -> bool:
    expect = judged.said.expect
    return not (expect.asks_back or expect.talk or expect.is_no)
