"""Whether a message is no full question of its own: it says "it", takes a thing as known, or names
nothing.

Such a message is asked of what was spoken of, or asked back; never of the whole archive.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.conversation.naming import FEW, is_definite, own_words
from bot.conversation.verbs import says_it, turns_round, verbs
from bot.questions.intents import Intent
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from index.danish.compounds import parts
from index.danish.words import Token, tokens


class Leans(Enum):
    """How far a message leans on what was said before it."""

    NOT = auto()
    """It names its matter, committee or person."""
    PERHAPS = auto()
    """It names one plain thing, of which a question of its own may be asked."""
    SURELY = auto()
    """Alone it is a question of nothing."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a message leans, and by which words of its own."""

    how: Leans
    nouns: tuple[Token, ...]
    verbs: tuple[Token, ...]
    says_it: bool
    """Whether a pronoun stands for what was spoken of."""
    says_meeting: bool
    """Whether it names the meeting, whichever that was."""

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words that what answers it speaks of: its things, or else what happens."""
        return tuple(token.folded for token in self.nouns or self.verbs)

    @property
    def is_of_the_meeting(self) -> bool:
        """Whether the only thing it takes as known is the meeting."""
        return self.says_meeting and not self.nouns


def leaning(asked: Question) -> Leaning:
    """Tell how a message leans on what was said before it."""
    own = own_words(asked)
    happens = tuple(token for token in verbs(asked, is_definite) if token in own)
    nouns = tuple(token for token in own if token not in happens and not _is_meeting(token))
    leans_by_it = _says_it(asked, own)
    says_meeting = any(map(_is_meeting, tokens(asked.text)))
    how = _how(asked, nouns, leans_by_it=leans_by_it)
    return Leaning(how, nouns, happens, leans_by_it, says_meeting)


def _is_meeting(token: Token) -> bool:
    return pattern("the_meeting").fullmatch(token.folded) is not None


def _how(asked: Question, nouns: Sequence[Token], *, leans_by_it: bool) -> Leans:
    if _is_whole(asked) or any(t.text.isupper() and len(t.text) > 1 for t in nouns):
        return Leans.NOT
    if leans_by_it and len(nouns) <= FEW:
        return Leans.SURELY
    if not nouns:
        return Leans.SURELY if asked.period is None or asked.yes_or_no else Leans.NOT
    if _ASKS_FOR_SOME.match(asked.text):
        return Leans.SURELY
    if asked.period is not None or asked.about_decision:
        return Leans.NOT
    if len(nouns) == 1 and asked.wanted is Wanted.PERSON:
        return Leans.PERHAPS  # "hvem er projektleder?"
    if _is_named(asked, nouns):
        return Leans.NOT
    if all(is_definite(token, asked) for token in nouns):
        return Leans.SURELY
    of_a_thing = asked.wanted in _OF_A_THING or asked.yes_or_no or turns_round(asked)
    return Leans.PERHAPS if len(nouns) == 1 and of_a_thing else Leans.NOT


_ASKS_FOR_SOME = re.compile(
    r"\W*(?:og\s+|and\s+)?(?:any|some|nogen|nogle|noget)(?:\s+\w+){1,2}\W*$", re.IGNORECASE
)
"""No verb, and nothing known: "any conditions?", "nogen forbehold?"."""
_OF_A_THING = frozenset(
    {Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENT, Wanted.DATE, Wanted.DURATION, Wanted.FREQUENCY}
)
"""Sorts of answers that are asked for of a thing that was spoken of as often as of any."""


def _is_whole(asked: Question) -> bool:
    """Tell whether a question names whom or what it is about, or asks for everything."""
    placed = asked.case_numbers or asked.bodies or asked.unknown_body or asked.names
    return bool(placed or asked.list or asked.last_meeting) or asked.intent in _WHOLE


_WHOLE = frozenset({Intent.DEFINITION, Intent.INTRO, Intent.CHANGES, Intent.CASE_NUMBER})


def _is_named(asked: Question, nouns: Sequence[Token]) -> bool:
    """Tell whether a thing is so called that it needs no matter: "mentorhonoraret"."""
    if any(len(parts(token.folded)) > 1 for token in nouns):
        return True
    # "The mentor fee" is one thing, of which "fee" is no word of its own.
    follows = {token.span.start: token for token in tokens(asked.text)}
    behind = (follows.get(token.span.end + 1) for token in nouns)
    return asked.read_as == "en" and any(
        token is not None and pattern("points_back").fullmatch(token.folded) for token in behind
    )


def _says_it(asked: Question, own: Sequence[Token]) -> bool:
    words = tokens(asked.text)
    folded = [token.folded for token in words]
    if any(pattern("for_people").fullmatch(word) for word in folded):
        return True
    if asked.read_as == "en":
        # "Is it true that the pool is closed?" speaks of the pool.
        said = any(map(says_it, words)) or folded[-1] == "that"
        return said and "that" not in folded[:-1]
    if "at" in folded or "som" in folded:
        return False
    return any(says_it(token) and not _is_article(words, at, own) for at, token in enumerate(words))


def _is_article(words: Sequence[Token], at: int, own: Sequence[Token]) -> bool:
    """Tell whether a thing follows: "den nye klinik", "de 9.000 kr.", "den 4. maj"."""
    behind = words[at + 1 : at + 3]
    if behind and behind[0].is_number:
        return True
    return len(behind) > 1 and all(token in own for token in behind)
