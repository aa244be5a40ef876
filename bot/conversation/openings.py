"""How a message goes on from another: the words it opens with, and what only says it again."""

import re

from bot.conversation.naming import is_definite, own_words
from bot.conversation.places import at_the_place
from bot.conversation.readings import FollowUp
from bot.conversation.recommended import asks_recommendation
from bot.conversation.turns import Turn
from bot.conversation.verbs import says_it
from bot.questions.intents import Intent, PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Language
from index.danish.folding import fold
from index.danish.words import folded_words, tokens

SAID: dict[Language, str] = {"da": "hvad siges der", "en": "what is said"}
DECIDED: dict[Language, str] = {"da": "hvad blev besluttet", "en": "what was decided"}


def said_again(folded: str, language: Language, turn: Turn, before: str) -> FollowUp | None:
    """Return the question before, to be told in another language, or with where it stands.

    Of who wants to know more, what the item says.
    """
    for name in ("english", "danish"):
        if pattern("in_language", name).search(folded):
            return FollowUp(before, "en" if name == "english" else "da", or_alone=False)
    if not pattern("again").search(folded):
        return None
    if turn.item is not None and pattern("more").search(folded):
        told = at_the_place(SAID[language], turn, language, with_item=True)
        if told is not None:
            return FollowUp(told, language, or_alone=False, place=turn)
    return FollowUp(before, language, or_alone=False, is_of_no_other_place=True)


def behind(text: str, opening: str) -> str:
    """Return a text without the words it opens with, which are folded and may be longer there."""
    words = tokens(text)[len(folded_words(opening)) :]
    return text[words[0].span.start :] if words else ""


def without_opening(text: str) -> str:
    """Return a message without the words by which it goes on from another: "og", "what about"."""
    opening = pattern("follow_up").match(fold(text).strip())
    return behind(text, opening[0]) or text if opening else text


def asked_of_everything(text: str, unanswered: str) -> str | None:
    """Return what is to be asked of the whole archive, `None` where that is not said.

    `unanswered`: the message before, which may be meant: "in the whole archive" alone.
    """
    if unanswered and pattern("whole_archive").fullmatch(fold(text)):
        return without_opening(unanswered)
    named = _EVERYWHERE.match(text)
    return text[named.end() :] if named else None


_EVERYWHERE = re.compile(
    r"\W*(?:ja,? |yes,? )?(?:i hele arkivet|in the whole archive)\s*[:,–-]\s*(?=\w)", re.IGNORECASE
)
"""What is written before a question that is not of the thread."""


def opens_alone(asked: Question) -> bool:
    """Tell whether a message goes on from something and names nothing: "og beløbet?"."""
    opening = pattern("follow_up").match(fold(asked.text).strip())
    if opening is None or _is_placed(asked):
        return False
    if pattern("sentence").search(fold(behind(asked.text, opening[0]))):
        return False
    words = own_words(asked)
    return all(is_definite(token, asked) for token in words)


def names_nothing(asked: Question) -> bool:
    """Tell whether a message asks what became of something, or what it costs, and not of what.

    "Hvad blev der besluttet?" is said of a matter before everybody's eyes; any decision fits it.
    """
    if _is_placed(asked) or any(map(str.isdigit, asked.text)):
        return False
    if asks_recommendation(asked):
        return True
    if own_words(asked):
        return False
    if asked.intent is Intent.DECISION or asked.people is PeopleAspect.AGAINST:
        return True
    return asked.intent is Intent.FACT and any(map(says_it, tokens(asked.text)))


def _is_placed(asked: Question) -> bool:
    return bool(asked.bodies or asked.period or asked.case_numbers or asked.unknown_body)


A_MEETING = re.compile(
    r"^(?:på\s+)?(?:mødet|the\s+meeting|referatet)\s+(?=(?:i|in|den|on|fra|of)\b)", re.I
)
"""What a time may be said of: "jeg mener *mødet* i 2024"."""


def split_off(text: str) -> tuple[str, str] | None:
    """Return what is named ahead of a question, and the question: "videoen, hvorfor blev den …"."""
    found = _SPLIT.fullmatch(text.strip())
    return (found["named"], found["asked"]) if found else None


_SPLIT = re.compile(r"(?P<named>(?:\w+[ -]){0,3}\w+)\s*[,:–—]\s+(?P<asked>\w+ \w+.*)", re.DOTALL)
