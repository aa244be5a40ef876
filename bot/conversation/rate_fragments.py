"""The rate before, of another year of its agreement, of another agreement, or another rate."""

import re
from collections.abc import Sequence

from bot.questions.period_words import IN
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language
from index.danish.folding import fold

_YEAR = r"(?:år|year)\s\d{1,2}"
_CODE = r"[A-ZÆØÅ]{2,}-?\d{2,4}"
_FRAGMENT = re.compile(rf"(?:(?:i|in|under)\s+)?(?:(?P<year>(?i:{_YEAR}))|(?P<code>{_CODE}))\W*")
_TIMES = tuple(
    re.compile(rf"\b(?:(?:i|in|under)\s+)?(?:{what})\b") for what in (f"(?i:{_YEAR})", _CODE)
)
_FIGURE = re.compile(
    r"(?:the\s+)?(?:\w+[\s-]){1,3}(?:rate|fee|price|allowance)s?\W*"
    r"|[a-z]+(?:sats|takst|honorar|gebyr|vederlag|godtgoerelse)(?:en|et)?\W*"
)
_WHAT_IS: dict[Language, str] = {"da": "hvad er", "en": "what is"}


def of_another_rate(before: Question, asked: Question, spoken: Language) -> str | None:
    """Return a question of a rate that a fragment names: "og år 3?", "og i AL21?".

    `None` where no rate was asked for, or the fragment names none of these.
    """
    if before.wanted is not Wanted.MONEY and _TIMES[0].search(before.text) is None:
        return None
    words = asked.text.strip(" ?.!")
    if named := _FRAGMENT.fullmatch(words):
        time = f"{IN[before.read_as]} {named['year'] or named['code']}"
        # Years of one agreement are none of another.
        return _exchanged(before.text, time, _TIMES if named["code"] else _TIMES[:1])
    if _FIGURE.fullmatch(fold(words)):
        return f"{_WHAT_IS[spoken]} {words}?"
    return None


def _exchanged(text: str, time: str, times: Sequence[re.Pattern[str]]) -> str:
    left = text.rstrip(" ?.!")
    for pattern in times:
        left = " ".join(pattern.sub(" ", left).split())
    return f"{left} {time}?"
