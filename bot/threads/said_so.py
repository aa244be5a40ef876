"""What is asked in words that the sentence which answers it does not repeat.

"Trådte i kraft" is said by "fra 1. maj" alone, a deadline by "senest 5. januar", how many came by
"41 deltog", and whose job it is by "Bo Falk står for det".
"""

from dataclasses import dataclass

from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.danish.folding import fold
from index.danish.words import folded_words

_SAID_SO = (
    ("asks_effect", "from_a_day"),
    ("asks_deadline", "deadline"),
    ("asks_turnout", "turnout"),
    ("asks_charge", "in_charge"),
)
"""Patterns of questions, and of the sentences that answer them in words of their own."""
_NEVER_ELSE = frozenset({"turnout"})
"""What no other sentence answers: any number may stand in one on those who came."""
_NEVER_BY_SORT = frozenset({"turnout", "in_charge"})
"""What no number, and nobody, that stands in the matter answers by that alone."""


@dataclass(frozen=True, slots=True)
class SaidSo:
    """How what a message asks is said."""

    _says: str
    words: frozenset[str]
    """The folded words that ask it, which name nothing."""

    @property
    def is_strict(self) -> bool:
        """Whether a sentence that does not say it so is no answer."""
        return self._says in _NEVER_ELSE

    @property
    def must_be_said(self) -> bool:
        """Whether the sort that is wanted alone is no answer."""
        return self._says in _NEVER_BY_SORT

    def is_said(self, sentence: str) -> bool:
        """Tell whether a sentence says it."""
        return pattern(self._says).search(fold(sentence)) is not None


def is_unsaid(reply: Reply, message: Question) -> bool:
    """Tell whether a fact does not say so what nothing else answers."""
    says = said_so(message)
    if says is None or not says.is_strict or reply.kind is not ReplyKind.FACT:
        return False
    return not any(says.is_said(citation.quote) for citation in reply.citations)


def said_so(message: Question) -> SaidSo | None:
    """Return how what a message asks is said, where that is in other words; else `None`."""
    folded = fold(message.text).strip()
    for asks, says in _SAID_SO:
        if found := pattern(asks).search(folded):
            return SaidSo(says, frozenset(folded_words(found[0])))
    return None
