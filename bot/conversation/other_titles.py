"""Whether something was so with another matter of the committee: "didn't they refuse *the kiosk*?".

The item that was spoken of says nothing of a kiosk, and another one of the committee is titled so.
What was decided on the first is none of it.
"""

import re
from collections.abc import Sequence

from bot.conversation.leaning import leaning
from bot.conversation.openings import DECIDED
from bot.conversation.places import at_the_place
from bot.conversation.readings import Archive, Full, Unclear
from bot.conversation.turns import Turn
from bot.questions.question import Question
from index.danish.folding import fold
from index.danish.words import Token, tokens

_WHETHER = re.compile(
    r"^(?:(?:og|men|and|but) )?(?:havde|har|blev|er|var|fik|maa|kan|skal|gjaldt|gaelder"
    r"|did|didn.?t|have|haven.?t|had|hadn.?t|has|hasn.?t|was|wasn.?t|were|is|isn.?t|are|may|can|does|do)\b"
)
"""How it is asked whether something is so, folded."""
_SHORTEST = 4
"""Letters of a word that names a matter by itself."""
_TITLE_WORDS = 3
"""Words up to which a title is the name of one thing, which a word of it stands for."""


def of_another_title(asked: Question, turn: Turn, archive: Archive) -> Full | Unclear | None:
    """Return a question on the one item of the committee that is titled by what is named.

    Nobody can tell where that item says nothing of "department 4", which is named with it.
    """
    if turn.item is None or asked.bodies or asked.unknown_body or asked.people is not None:
        return None
    if asked.list or asked.case_numbers or _WHETHER.match(fold(asked.text).strip()) is None:
        return None
    place = _titled(leaning(asked).nouns, turn, archive)
    if place is None:
        return None
    numbers = [token.folded for token in tokens(asked.text) if token.is_number]
    if numbers and asked.period is None and archive.place_of(numbers, place) is None:
        return Unclear(turn.language, is_elsewhere=True)
    words = DECIDED[asked.read_as] if asked.about_decision else asked.text
    told = at_the_place(words, place, asked.read_as, with_item=True)
    if told is None:
        return None
    return Full(told, place, is_certain=True, is_of_no_other_place=True)


def _titled(nouns: Sequence[Token], turn: Turn, archive: Archive) -> Turn | None:
    """Return the turn at the item titled by a thing of which the thread's matter says nothing."""
    found = set()
    for token in nouns:
        if len(token.folded) < _SHORTEST or archive.place_of([token.folded], turn) is not None:
            continue
        place = archive.titled([token.folded], turn, anywhere=True)
        if place is None or place.body != turn.body or place.item is None:
            continue
        if len(tokens(place.item)) <= _TITLE_WORDS:
            found.add((place.item, place))
    return found.pop()[1] if len(found) == 1 else None
