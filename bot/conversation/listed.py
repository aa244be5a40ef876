"""An item of a list that was told, as a message names it by its place in it: "og den tredje?"."""

import re
from dataclasses import replace

from bot.conversation.naming import own_words
from bot.conversation.openings import DECIDED
from bot.conversation.places import at_the_place
from bot.conversation.readings import Full
from bot.conversation.turns import Listed, Turn
from bot.questions.question import Question
from index.danish.folding import fold
from index.danish.number_words import NUMBER_WORDS, ORDINALS
from index.danish.words import folded_words, tokens


def of_one_listed(asked: Question, turn: Turn) -> Full | None:
    """Return what is asked of the third of the items that were listed.

    `None` where nothing was listed, or the message names no place in the list.
    """
    if not turn.listed or asked.bodies or asked.period:
        return None
    named = _NAMED.search(fold(asked.text))
    if named is None:
        return None
    one = _at(turn.listed, named)
    if one is None:
        return None
    place = replace(turn, body=one.body, day=one.day, item=one.item)
    words, spoken = _without(asked.text, named), asked.read_as
    alone = replace(asked, text=words)
    if _TELL.match(fold(words)) or len(tokens(words)) <= 1 or own_words(alone):
        words, spoken = DECIDED[turn.language], turn.language
    told = at_the_place(words, place, spoken, with_item=True)
    if told is None:
        return None
    return Full(told, place, is_certain=True, is_of_no_other_place=True)


def _at(listed: tuple[Listed, ...], named: re.Match[str]) -> Listed | None:
    if named["last"]:
        return listed[-1]
    word = named["word"] or named["count"]
    number = int(word) if word.isdigit() else _NUMBERS[word]
    return listed[number - 1] if 0 < number <= len(listed) else None


def _without(text: str, named: re.Match[str]) -> str:
    """Return a message without the words that name the place: folded, they may be longer."""
    before = len(folded_words(named.string[: named.start()]))
    behind = len(folded_words(named.string[: named.end()]))
    words = tokens(text)
    kept = (*words[:before], *words[behind:])
    return " ".join(token.text for token in kept)


_WORDS = {fold(word): place for word, place in ORDINALS.items()}
_COUNTS = {"et": 1, "one": 1, **NUMBER_WORDS}
_NUMBERS = {**_WORDS, **_COUNTS}
_NAMED = re.compile(
    r"(?:\b(?:om|on|about|of|i|af|til|for|med) )?"
    rf"\b(?:(?:den|det|the) (?:(?P<word>{'|'.join(_WORDS)})|(?P<last>sidste|last))"
    rf"|(?:nr\.?|nummer|number|no\.?) (?P<count>\d{{1,2}}|{'|'.join(_COUNTS)}))"
    r"(?: (?:punkt|sag|emne|one|item|point|matter|case|paa listen|on the list))*"
    r"(?=\W*$| (?:ud paa|stemte|blev|about)\b)"
)
"""How a place in a list is named, folded; "den tredje gang" is none."""
_TELL = re.compile(r"^(?:fortael|sig|uddyb|vis|tell|show|say|explain)\b")
