"""A question of a thread, put in the language of the follow-up: never half in one, half in another.

Only questions of a few shapes can be: what was decided, and what the rate is.
"""

import re

from bot.questions.intents import Intent
from bot.questions.period_words import told_in
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language
from index.danish.folding import fold

_DECIDED: dict[Language, tuple[str, str]] = {
    "da": ("hvad besluttede {body} om {named}", "hvad blev besluttet om {named}"),
    "en": ("what did {body} decide on {named}", "what was decided on {named}"),
}
"""With a committee, and without."""
_RATE: dict[Language, str] = {
    "da": "hvad er satsen for {named}",
    "en": "what is the rate for {named}",
}
_ABOUT = frozenset({"", "om", "on", "about", "of"})


def asked_in(spoken: Language, before: Question, named: str, lead: str) -> str | None:
    """Return the question before in another language, of what is named instead of its matter.

    `lead`: the preposition before what is named. `None`: it cannot be put so.
    """
    if before.intent is Intent.DECISION and lead in _ABOUT:
        with_body, without = _DECIDED[spoken]
        names = names_of(before)
        told = with_body.format(body=names, named=named) if names else without.format(named=named)
    elif before.wanted is Wanted.MONEY and not lead:
        told = _RATE[spoken].format(named=named)
    else:
        return None
    time = f" {told_in(before.period, spoken, before.read_as)}" if before.period else ""
    return f"{told}{time}?"


def names_of(asked: Question) -> str:
    """Return the committees of a question by their short names, the same in any language."""
    return ", ".join(entry.body.short for entry in asked.bodies)


def office_in(spoken: Language, words: str) -> str:
    """Return an office in a language, as typed where it is that already."""
    folded = fold(words)
    typed: Language = "da" if _DANISH.search(folded) else "en"
    if typed == spoken:
        return words
    return _OFFICES[spoken][_VICE.search(folded) is not None]


_DANISH = re.compile(r"formand|forkvinde|forperson")
_VICE = re.compile(r"naest|vice|deputy")
_OFFICES: dict[Language, tuple[str, str]] = {
    "da": ("formand", "næstformand"),
    "en": ("chair", "vice-chair"),
}
