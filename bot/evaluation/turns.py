"""Conversations held turn by turn, and each turn held against what was expected of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.asked import Asked
from bot.chat.speech import says_nothing
from bot.conversation.turns import Turn, turn_of
from bot.evaluation.complaints import complaints_of_words, in_words
from bot.evaluation.conversations import Conversation, Expected, Said
from bot.evaluation.judging import RIGHT_WITHIN, is_of, judge
from bot.evaluation.questions import Question
from bot.replies import Reply
from index.archive import View
from index.danish.folding import fold


@dataclass(frozen=True, slots=True)
class JudgedTurn:
    """A turn with its reply, and what is right and wrong about it."""

    conversation: Conversation
    number: int
    """Of the turn, from 1."""
    said: Said
    reply: Reply | None
    """`None` of what asks nothing, and where answering failed."""
    of_subject: bool
    """Whether the reply is of what was meant, or asks back, or refuses, where that is expected."""
    complaints: tuple[str, ...]
    """What is wrong; empty where the turn is right in every respect."""
    asked_back: bool
    misled: bool
    """Whether it was told another matter than the one that was meant: what does harm."""


def hold(
    conversations: Sequence[Conversation],
    answer: Callable[[Asked], Reply],
    view: View,
    on_error: Callable[[Exception], str],
) -> tuple[JudgedTurn, ...]:
    """Ask the turns of conversations one after another, each leaning on those before it.

    An error fails its turn and no other; `on_error` logs it and returns what to say of it.
    """
    return tuple(
        judged
        for conversation in conversations
        for judged in _held(conversation, answer, view, on_error)
    )


def _held(
    conversation: Conversation,
    answer: Callable[[Asked], Reply],
    view: View,
    on_error: Callable[[Exception], str],
) -> list[JudgedTurn]:
    judged: list[JudgedTurn] = []
    before: Turn | None = None
    for number, said in enumerate(conversation.turns, start=1):
        reply: Reply | None = None
        error = ""
        try:
            if not says_nothing(said.say):
                reply = answer(Asked(said.say, conversation.on, after=before))
                before = turn_of(reply, before)
        except Exception as failed:  # recorded: one defect must not hide the other figures
            error = f"error: {on_error(failed)}"
        judged.append(_judged(conversation, number, reply, error, view))
    return judged


def _judged(
    conversation: Conversation, number: int, reply: Reply | None, error: str, view: View
) -> JudgedTurn:
    said = conversation.turns[number - 1]
    of_subject = not error and _is_of_subject(said.expect, reply)
    wrong = [error] if error else _complaints(conversation, said, reply, view)
    if not of_subject and not error:
        wrong += _of_another(said.expect, wrong)
    tells = reply is not None and reply.kind.asserts
    return JudgedTurn(
        conversation=conversation,
        number=number,
        said=said,
        reply=reply,
        of_subject=of_subject,
        complaints=tuple(wrong),
        asked_back=reply is not None and reply.asks_back,
        misled=tells and not of_subject,
    )


def _is_of_subject(expect: Expected, reply: Reply | None) -> bool:
    if reply is None or expect.talk:
        return reply is None and expect.talk
    if expect.asks_back or reply.asks_back:
        return reply.asks_back and (expect.asks_back or expect.is_no)
    if expect.is_no:
        return reply.kind in expect.kinds
    if not reply.kind.asserts:
        return not expect.names_subject and reply.kind in expect.kinds
    if not expect.names_subject:
        return not expect.kinds or reply.kind in expect.kinds
    return _is_at_the_place(expect, reply) and _is_of_rate(expect, reply)


def _is_at_the_place(expect: Expected, reply: Reply) -> bool:
    """Tell whether one of the first citations stands in the document and the item expected."""
    if not expect.sources and not expect.item:
        return True
    return any(
        (not expect.sources or any(is_of(citation, source) for source in expect.sources))
        and (
            expect.item is None
            or (citation.item is not None and fold(expect.item) in fold(citation.item.title))
        )
        for citation in islice(reply.citations, RIGHT_WITHIN)
    )


def _is_of_rate(expect: Expected, reply: Reply) -> bool:
    """Tell whether the first rate that is told is the one expected; a sentence may tell it too.

    It is told with who gets it: "fast honorar (Koordinatoren)" is the rate of the coordinator.
    """
    if expect.rate is None or not reply.rates:
        return True
    told = reply.rates[0].entry.rate
    return fold(expect.rate) in fold(f"{told.name} {told.payee or ''}")


def _complaints(
    conversation: Conversation, said: Said, reply: Reply | None, view: View
) -> list[str]:
    expect = said.expect
    if reply is None or expect.talk:
        return [] if reply is None and expect.talk else ["taken for a question or for talk"]
    wrong = []
    if reply.asks_back != expect.asks_back and not (reply.asks_back and expect.is_no):
        wrong.append("asked back" if reply.asks_back else "should have asked back")
    elif expect.kinds and reply.kind not in expect.kinds:
        wrong.append(f"kind: {', '.join(expect.kinds)}")
    language = expect.language or (None if conversation.lang == "mixed" else conversation.lang)
    if language is not None and reply.language != language:
        wrong.append(f"language: {language}")
    judged = judge(_as_question(conversation, expect, said.say), reply, view, 0.0)
    return wrong + in_words(complaints_of_words(judged))


def _of_another(expect: Expected, wrong: Sequence[str]) -> list[str]:
    """Return that a turn is of another subject, where that is known, or nothing else is wrong."""
    meant = [*expect.sources, *filter(None, (expect.item, expect.rate))]
    if meant:
        return [f"another subject than {', '.join(meant)}"]
    return [] if wrong else ["another subject"]


def _as_question(conversation: Conversation, expect: Expected, say: str) -> Question:
    return Question(
        id=conversation.id,
        lang=expect.language or "da",
        kind="fact",
        question=say,
        source=expect.sources[0] if len(expect.sources) == 1 else None,
        quote=expect.quote,
        answer=expect.answer,
        absent=expect.absent,
        on=conversation.on,
    )
