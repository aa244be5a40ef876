"""The figures of conversations as a table, and which turns failed."""

from collections.abc import Sequence

import msgspec

from bot.evaluation.scores import Share
from bot.evaluation.turn_scores import TurnScores
from bot.evaluation.turns import JudgedTurn
from bot.rendering.as_json import ReplyObject, reply_object
from bot.rendering.screen import Screen
from bot.rendering.tables import table
from bot.rendering.visible import visible_line

HEADER = (
    *("conversations", "n", "turns", "subject", "right", "throughout", "asked back"),
    *("asked back wrongly", "another matter"),
)


class TurnObject(msgspec.Struct, frozen=True):
    """A turn of an evaluated conversation."""

    conversation: str
    turn: int
    say: str
    right: bool
    subject: bool
    misled: bool
    complaints: list[str]
    read_as: str | None
    """The question in full that it was read as."""
    reply: ReplyObject | None


class ConversationsObject(msgspec.Struct, frozen=True):
    """Evaluated conversations: figures by language, and every turn."""

    scores: list[TurnScores]
    turns: list[TurnObject]


def conversations_text(scores: Sequence[TurnScores], screen: Screen) -> str:
    """Return the figures as a table; a dash where a group has no such turns."""
    rows = [
        (
            *(score.group, str(score.conversations), str(score.turns)),
            *(_told(s) for s in (score.subject, score.right, score.throughout, score.asked_back)),
            *(_told(score.asked_back_wrongly), str(score.misled)),
        )
        for score in scores
    ]
    return table(HEADER, rows, screen, flexible=(0,), right=range(1, len(HEADER)))


def _told(share: Share) -> str:
    return "–" if share.value is None else f"{share.value:.1%} ({share.good}/{share.of})"


def failed_turns_text(judged: Sequence[JudgedTurn], screen: Screen) -> str:
    """Return each turn that failed, with what was expected and what came."""
    failed = [one for one in judged if one.complaints]
    if not failed:
        return "Nothing failed.\n"
    return "\n".join(_failure(one, screen) for one in failed)


def _failure(judged: JudgedTurn, screen: Screen) -> str:
    head = f"{judged.conversation.id}.{judged.number} · {judged.said.say}"
    if judged.misled:
        head += " · told another matter"
    lines = [screen.bold(screen.wrapped(visible_line(head), rest="  "))]
    lines += [screen.wrapped(visible_line(what), "  ", "    ") for what in judged.complaints]
    if judged.reply is not None:
        if judged.reply.understood_as:
            read_as = visible_line(f"read as: {judged.reply.understood_as}")
            lines.append(screen.wrapped(read_as, "  ", "    "))
        came = f"came: {judged.reply.kind}: {judged.reply.text}"
        lines.append(screen.wrapped(visible_line(came), "  ", "    "))
    return "\n".join(lines) + "\n"


def conversations_object(
    judged: Sequence[JudgedTurn], scores: Sequence[TurnScores]
) -> ConversationsObject:
    """Return evaluated conversations with their figures and every reply."""
    turns = [
        TurnObject(
            conversation=one.conversation.id,
            turn=one.number,
            say=one.said.say,
            right=not one.complaints,
            subject=one.of_subject,
            misled=one.misled,
            complaints=list(one.complaints),
            read_as=one.reply.understood_as if one.reply else None,
            reply=reply_object(one.reply) if one.reply else None,
        )
        for one in judged
    ]
    return ConversationsObject(list(scores), turns)
