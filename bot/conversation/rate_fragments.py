"""The rate before, of another year of its agreement, of another agreement, or another rate."""

import re
from collections.abc import Sequence

from bot.conversation.places import before_the_place, without_time
from bot.questions.patterns import pattern
from bot.questions.period_words import IN
from bot.questions.question import Question
from bot.questions.rates.limits import limit_spans
from bot.questions.times.agreement_ages import agreement_by_age
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


def of_another_time_or_rate(before: Question, asked: Question, spoken: Language) -> str | None:
    """Return the question before of another agreement, or a question of another rate."""
    return (
        of_another_agreement(before, asked)
        or of_another_limit(before, asked)
        or of_another_rate(before, asked, spoken)
    )


def of_another_limit(before: Question, asked: Question) -> str | None:
    """Return the question before, of the limit that a fragment is: "og over 10 km?".

    `None` where the fragment is none, or no amount was asked for.
    """
    words = asked.text.strip(" ?.!")
    limits = limit_spans(words)
    if before.wanted is not Wanted.MONEY or len(limits) != 1:
        return None
    if limits[0].start or limits[0].end < len(words):
        return None
    text = before_the_place(before.text) or before.text.rstrip(" ?.!")
    told = limit_spans(text)
    if len(told) > 1:
        return None
    text = f"{text[: told[0].start]}{words}{text[told[0].end :]}" if told else f"{text} {words}"
    if before.period is not None and before.period.words not in text:
        text = f"{text} {before.period.words}"  # it stood behind the place
    return f"{text}?"


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


def of_another_agreement(before: Question, asked: Question) -> str | None:
    """Return the question before, of the agreement that a fragment names: "og i den gamle aftale?".

    `None` where the fragment names none by its age. A day that was asked about is none of it.
    """
    words = asked.text.strip(" ?.!")
    if agreement_by_age(before.text) is not None and agreement_by_age(words) is None:
        words = f"{words} {_AGREEMENT[before.read_as]}"  # "og i den gamle?"
    named = agreement_by_age(words)
    if named is None or named.words != words:
        return None
    led = words if _LED.match(words) else f"{IN[before.read_as]} {words}"
    text = before.text
    if before.period is not None:
        text = without_time(text, before.period)
    if (known := agreement_by_age(text)) is not None:
        return f"{text[: known.span.start]}{led}{text[known.span.end :]}"
    return f"{pattern('now').sub('', text).rstrip(' ?.!')} {led}?"


_AGREEMENT: dict[Language, str] = {"da": "aftale", "en": "agreement"}
_LED = re.compile(r"(?:i|under|efter|fra|in|by|from|of)\b", re.IGNORECASE)


def _exchanged(text: str, time: str, times: Sequence[re.Pattern[str]]) -> str:
    left = text.rstrip(" ?.!")
    for told in times:
        left = " ".join(told.sub(" ", left).split())
    return f"{left} {time}?"
