"""Whether a message is no full question of its own: it says "it", takes a thing as known, or names
nothing.

Such a message is asked of what was spoken of, or asked back; never of the whole archive.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.conversation.naming import FEW, THE, is_definite, own_words
from bot.questions.intents import Intent
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from index.danish.compounds import parts
from index.danish.folding import fold
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
    verbs = tuple(token for token in _verbs(asked) if token in own)
    nouns = tuple(token for token in own if token not in verbs)
    says_it = _says_it(asked, own)
    meeting = pattern("the_meeting")
    nouns = tuple(token for token in nouns if meeting.fullmatch(token.folded) is None)
    says_meeting = any(meeting.fullmatch(token.folded) for token in tokens(asked.text))
    how = _how(asked, nouns, says_it=says_it)
    return Leaning(how, nouns, verbs, says_it, says_meeting)


def _how(asked: Question, nouns: Sequence[Token], *, says_it: bool) -> Leans:
    if asked.case_numbers or asked.bodies or asked.unknown_body or asked.names:
        return Leans.NOT
    if asked.intent in _WHOLE or asked.list is not None or asked.last_meeting:
        return Leans.NOT
    if any(token.text.isupper() and len(token.text) > 1 for token in nouns):
        return Leans.NOT
    if says_it and len(nouns) <= FEW:
        return Leans.SURELY
    if not nouns:
        return Leans.SURELY if asked.period is None or asked.yes_or_no else Leans.NOT
    if asked.period is not None or asked.about_decision:
        return Leans.NOT
    if len(nouns) == 1 and asked.wanted is Wanted.PERSON:
        return Leans.PERHAPS  # "hvem er projektleder?"
    if _is_named(asked, nouns):
        return Leans.NOT
    if all(is_definite(token, asked) for token in nouns):
        return Leans.SURELY
    yes_or_no = asked.yes_or_no or _begins_with_verb(asked)
    alone = len(nouns) == 1 and (asked.wanted is Wanted.NUMBER or yes_or_no)
    return Leans.PERHAPS if alone else Leans.NOT


def _begins_with_verb(asked: Question) -> bool:
    """Tell whether a Danish question is turned round: "kom der ansøgere?"."""
    words = tokens(asked.text)
    return asked.read_as == "da" and len(words) > 1 and words[1].folded in _SUBJECTS


_WHOLE = frozenset({Intent.DEFINITION, Intent.INTRO, Intent.CHANGES, Intent.CASE_NUMBER})
"""Intents that are known by naming something, or everything."""


def _is_named(asked: Question, nouns: Sequence[Token]) -> bool:
    """Tell whether a thing is so called that it needs no matter: "mentorhonoraret"."""
    if any(len(parts(token.folded)) > 1 for token in nouns):
        return True
    if asked.read_as == "da":
        return False
    # "The mentor fee" is one thing, of which "fee" is no word of its own.
    words = tokens(asked.text)
    behind = [words[words.index(t) + 1] for t in nouns if words.index(t) + 1 < len(words)]
    return any(
        pattern("points_back").fullmatch(next_.folded) is not None
        and asked.text[token.span.end : next_.span.start].isspace()
        for token, next_ in zip(nouns, behind, strict=False)
    )


def _says_it(asked: Question, own: Sequence[Token]) -> bool:
    words = tokens(asked.text)
    folded = [token.folded for token in words]
    if asked.read_as == "en":
        told = [word for word in folded[:-1] if word in _IT_IN_ENGLISH]
        return bool(told or folded[-1] in {*_IT_IN_ENGLISH, "that"}) and "that" not in folded[:-1]
    if any(word in _PEOPLE for word in folded):
        return True
    if any(word in {"at", "som"} for word in folded):
        return False
    return any(
        word in _IT_IN_DANISH and not _is_article(words, at, own) for at, word in enumerate(folded)
    )


_IT_IN_ENGLISH = frozenset("it its they them their he she him her this these those".split())
_IT_IN_DANISH = frozenset("den det de denne dette disse".split())
_PEOPLE = frozenset("han hun ham hende hans hendes deres dens dets dem".split())


def _is_article(words: Sequence[Token], at: int, own: Sequence[Token]) -> bool:
    """Tell whether a thing follows: "den nye klinik", "de 9.000 kr.", "den 4. maj"."""
    behind = words[at + 1 : at + 3]
    if not behind:
        return False
    if behind[0].folded[0].isdigit():
        return True
    return len(behind) > 1 and all(token in own for token in behind)


def _verbs(asked: Question) -> list[Token]:
    """Return the words of a question that say what happens, by where they stand."""
    words = tokens(asked.text)
    folded = [token.folded for token in words]
    at = _finite(folded, asked.read_as)
    found = [words[at]] if at is not None and at < len(words) else []
    last, before = words[-1], folded[:-1]
    has_subject = any(
        word in _SUBJECTS or is_definite(words[i], asked) or pattern("the_meeting").fullmatch(word)
        for i, word in enumerate(before)
    )
    ends_so = _PARTICIPLE.fullmatch(last.folded) if asked.read_as == "da" else True
    led = THE.search(asked.text[: last.span.start]) or (before and before[-1] in _LEADING)
    if any(word in _HELPING for word in before) and has_subject and ends_so and not led:
        found.append(last)
    elif len(words) > 1 and has_subject and folded[-1] in _LEADING:
        found.append(words[-2])  # "hvad blev de købt for?"
    return found


_HELPING = frozenset(
    "er var blev bliver blevet har havde skal skulle kan kunne maa maatte vil ville is are was were "
    "be been has have had do does did will would can could must should may might".split()
)
_SUBJECTS = frozenset(
    (*_IT_IN_ENGLISH, *_IT_IN_DANISH, *_PEOPLE, "der", "there", "man", "nogen", "anyone", "noget")
)
_LEADING = frozenset("pr per for til om af i fra med ved paa of in on to from with at".split())
_PARTICIPLE = re.compile(r"[a-z]+(?:t|ede|te|e|es|ne)")
_OF_DEGREE = frozenset("laenge ofte tit meget".split())
_ASKING = re.compile(r"hv(?:ad|em|ornaar|orfor|ordan|or)|what|who|when|where|why|how")


def _finite(folded: Sequence[str], language: str) -> int | None:
    """Return where the verb of a question stands: behind the word that asks, or first."""
    if not folded:
        return None
    if folded[0] in {"hvor", "how"} and len(folded) > 2:
        if folded[1] in {"mange", "many"}:
            return 3
        return 2 if folded[1] in _OF_DEGREE else 1
    if _ASKING.fullmatch(folded[0]):
        return 1
    return 0 if language == "da" and not folded[0].startswith("hv") else None
