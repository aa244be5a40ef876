"""The words of a question that say what happens, told by where they stand.

No word list knows all verbs; in a question they have their places: behind the word that asks,
first where nothing asks, and last behind a helping verb.
"""

import re
from collections.abc import Callable, Sequence

from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.danish.words import Token, tokens


def verbs(asked: Question, is_definite: Callable[[Token, Question], bool]) -> list[Token]:
    """Return the verbs of a question, other than those that only help.

    Args:
        asked: The question.
        is_definite: Whether a word names a thing as known, of which something may be said.
    """
    words = tokens(asked.text)
    folded = [token.folded for token in words]
    found = []
    at = _finite(folded, asked.read_as)
    if at is not None and at < len(words):
        found.append(words[at])
    if len(words) < 2 or not any(map(pattern("helping").fullmatch, folded[:-1])):
        return found
    if (at := _behind_there(folded)) is not None and asked.read_as == "da":
        return [*found, words[at]]
    if len(words) == 3 and _WHO.fullmatch(folded[0]) and _is_done(folded):
        return [*found, words[2]]
    says = [token for token in words[:-1] if _may_be_subject(token) or is_definite(token, asked)]
    if not says and not (len(words) == 3 and pattern("happened").fullmatch(folded[1])):
        return found
    if pattern("leading").fullmatch(folded[-1]):
        found.append(words[-2])  # "hvad blev de købt for?"
    elif _may_end_so(asked, folded) and not _is_led(folded[-2], asked, words[-1]):
        found.append(words[-1])
    return found


def _is_done(folded: Sequence[str]) -> bool:
    """Tell whether "hvem skulle betale", "who is exempted" say what who is asked for does."""
    done = _DONE.fullmatch(folded[2]) is not None and folded[0] in {"hvem", "who"}
    return done or _MODAL.fullmatch(folded[1]) is not None


_WHO = re.compile(r"hvem|hvad|who|what")
_MODAL = re.compile(
    r"skal|skulle|kan|kunne|maa|maatte|vil|ville|will|would|can|could|must|should|may"
)
_DONE = re.compile(r"[a-z]{2,}(?:[^e]t|et|ede|te|ed)")
"""How a participle ends; who is asked for is no "-et" in Danish."""


def _behind_there(folded: Sequence[str]) -> int | None:
    """Return where "er der *afsat* penge" and "skal der *tages* prøver" say what happens."""
    for at in range(2, len(folded) - 1):
        there = folded[at - 1] == "der" and pattern("helping").fullmatch(folded[at - 2])
        if there and _HAPPENS.fullmatch(folded[at]):
            return at
    return None


_HAPPENS = re.compile(r"[a-z]{2,}(?:t|ede|es)")


def says_it(token: Token) -> bool:
    """Tell whether a word may stand for what was spoken of, be it an article elsewhere."""
    return any(pattern(name).fullmatch(token.folded) for name in ("pronoun", "for_people"))


def turns_round(asked: Question) -> bool:
    """Tell whether a Danish question begins with its verb: "kom der ansøgere?"."""
    words = tokens(asked.text)
    return asked.read_as == "da" and len(words) > 1 and _may_be_subject(words[1])


def _may_be_subject(token: Token) -> bool:
    names = ("subject", "the_meeting")
    return says_it(token) or any(pattern(name).fullmatch(token.folded) for name in names)


def _may_end_so(asked: Question, folded: Sequence[str]) -> bool:
    """Tell whether the last word may be a participle or an infinitive, by its ending."""
    return asked.read_as == "en" or _ENDS.fullmatch(folded[-1]) is not None


_ENDS = re.compile(r"[a-z]+(?:t|ede|te|e|es|ne)")


def _is_led(before: str, asked: Question, last: Token) -> bool:
    """Tell whether a preposition or an article stands before the last word: it is a thing."""
    article = _ARTICLE.search(asked.text[: last.span.start])
    return article is not None or pattern("leading").fullmatch(before) is not None


_ARTICLE = re.compile(r"\b(?:the|its|their|an?|en|et)\s+$", re.IGNORECASE)


def _finite(folded: Sequence[str], language: str) -> int | None:
    """Return where the verb of a question stands: behind the word that asks, or first."""
    if not folded:
        return None
    if folded[0] in {"hvor", "how"} and len(folded) > 2:
        if folded[1] in {"mange", "many"}:
            return 3
        return 2 if pattern("of_degree").fullmatch(folded[1]) else 1
    if _ASKING.fullmatch(folded[0]):
        return 1
    return 0 if language == "da" and not folded[0].startswith("hv") else None


_ASKING = re.compile(r"hv(?:ad|em|ornaar|orfor|ordan|or)|what|who|when|where|why|how")
