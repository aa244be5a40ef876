"""What "they" did at another time: "og hvad besluttede de om bænkene i 2021?"."""

import re
from collections.abc import Sequence

from bot.conversation.readings import Full
from bot.conversation.turns import Turn
from bot.questions.period_words import ON
from bot.questions.question import Question
from index.danish.days import format_date
from index.danish.words import Token

_THEY = re.compile(
    r"(?<=\s)(?:besluttede|beslutter|vedtog|vedtager|sagde|siger|mente|mener|gjorde|valgte|ønskede|bevilgede"
    r"|godkendte|afviste|gav|fik|drøftede|aftalte|havde|har|brugte|bruger|købte|solgte|holdt|modtog)\s+(?P<de>de)"
    r"(?=\s+(?:om|til|på|i|af|ved|for|med|at|så|da|dengang|der|sidste\s+(?:år|sæson|måned|kvartal))\b|\W*$)"
    r"|\bdid\s+(?P<they>they)(?=\s+(?:decide|say|think|do|choose|want|grant|approve|reject|agree|discuss|have|get"
    r"|spend|buy|sell|hold|receive)\b)",
    re.IGNORECASE,
)


def of_what_they_did(asked: Question, own: Sequence[Token], turn: Turn) -> Full | None:
    """Return a question of a matter and a time of its own with the name of the committee in it.

    `None` where it names a committee itself, or no time: then the matter spoken of is meant. Where
    a meeting was spoken of and none of its matters, what they decided is of that meeting.
    """
    if turn.body is None or asked.bodies or asked.unknown_body or not own:
        return None
    of_the_meeting = turn.item is None and turn.day is not None and asked.about_decision
    if asked.period is None and not of_the_meeting:
        return None
    found = _THEY.search(asked.text)
    if found is None:
        return None
    start, end = found.span("de" if found["de"] else "they")
    named = f"{asked.text[:start]}{turn.body}{asked.text[end:]}"
    if asked.period is None:
        day = format_date(turn.day, asked.read_as) if turn.day else ""
        named = f"{named.rstrip(' ?.!')} {ON[asked.read_as]} {day}?"
    return Full(named, body=turn.body, is_certain=True)
