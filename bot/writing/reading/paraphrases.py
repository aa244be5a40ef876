"""Whether a question asks of a thread's own place what a message asks in other words.

"Who sided with them?" holds no word of "who voted for the recommendation". What can be held is
where the question may lead: its words are the thread's or the place's own, and only what that place
says answers it. And that it is no other question: who is asked for stays who is asked for, what is
against stays against, what the message names is still named, and no figure and no name comes in.
"""

import re
from enum import Enum, auto
from itertools import pairwise

from bot.conversation.leaning import Leaning
from bot.questions.patterns import pattern
from bot.questions.wanted import AMOUNTS, Wanted, wanted_by
from bot.replies import Language
from bot.writing.checking.claims import named
from bot.writing.checking.faults import Misreading
from bot.writing.patterns import deciding, opposites, outcomes, readings
from bot.writing.reading.readings import Words
from bot.writing.reading.restatements import Restatements, is_said, negations, said
from bot.writing.reading.spoken_of import SpokenOf
from bot.writing.roots import root
from index.danish.folding import fold
from index.danish.words import folded_words, tokens
from index.search.terms import Asked


class Of(Enum):
    """What a question is asked of, that has words of its own."""

    ITEM = auto()
    """The item, or the paper, at which the thread is."""
    MEETING = auto()
    """The meeting of that item."""


class Paraphrases:
    """Holds questions in other words against a message. Safe to use from several threads."""

    def __init__(self, restatements: Restatements) -> None:
        """Take what holds words against words."""
        self._restatements = restatements

    def of(
        self, question: str, message: str, leaning: Leaning, place: SpokenOf, language: Language
    ) -> Of | Misreading:
        """Return of what a question may be asked in place of a message, or what is wrong with it.

        Args:
            question: In the language of the message, one line, with no figure or name that nobody
                said: `Restatements.foreign` found nothing.
            message: What somebody wrote.
            leaning: What the message names.
            place: What the thread speaks of.
            language: Of the message.
        """
        if is_said(question, message, place.turn):
            return Misreading.SAME
        where = self._where(question, message, place, language)
        if where is None:
            return Misreading.WORD
        there = place.words if where is Of.ITEM else Words.of("")
        if not self._names_all(question, message, leaning, there, language):
            return Misreading.LOST
        if not _wants_alike(message, question, where):
            return Misreading.LOST
        if _is_against(question, language) is not _is_against(message, language):
            return Misreading.TURNED
        if _says_contrary(question, message, language):
            return Misreading.TURNED
        return where

    def _where(self, question: str, message: str, place: SpokenOf, language: Language) -> Of | None:
        """Return whose words a question has: the place's, or what may be said of any meeting."""
        known = Words.of(said(message, place.turn))
        own = self._restatements.own(question, language)
        new = [asked for asked in own if not self._restatements.stands(asked, known, language)]
        is_there = bool(place.text)
        of_item = is_there and all(self._is_there(asked, place.words, language) for asked in new)
        titled = Words.of(place.turn.item or "", with_roots=True)
        named_here = any(self._is_there(asked, titled, language) for asked in own)
        if of_item and (named_here or not new or place.turn.item is None):
            return Of.ITEM
        typed = {token.folded: token.text for token in tokens(question)}
        of_any = (_is_of_any_meeting(typed.get(asked.text, ""), language) for asked in new)
        points = readings("elsewhere")[language].search(message) is not None
        if new and all(of_any) and points and not named_here:
            return Of.MEETING if place.turn.body and place.turn.day else None
        return None

    def _is_there(self, asked: Asked, words: Words, language: Language) -> bool:
        """Tell whether a word stands in a text, or one of its family, in either language."""
        return (
            self._restatements.stands(asked, words, language)
            or any(
                form.whole and {root(term) for term in form.terms} <= words.terms
                for form in asked.forms
            )
            or (language == "en" and _has_cognate(asked.text, words))
        )

    def _names_all(
        self,
        question: str,
        message: str,
        leaning: Leaning,
        there: Words,
        language: Language,
    ) -> bool:
        """Tell whether the things that a message names are named, or stand at the place itself.

        What happens to them may be said otherwise; "the matter" and "people" name nothing.
        """
        asked = Words.of(question, with_roots=True)
        names = {word for name in named(message) for word in name}
        if not names <= asked.folded | there.folded or not _digits(message) <= _digits(question):
            return False
        happens = _said_of_somebody(message)
        typed = {t.folded: t.text for t in leaning.nouns if t.folded not in happens}
        own = [word for word in self._restatements.own(message, language) if word.text in typed]
        is_fragment = not happens and _SENTENCE.search(fold(message)) is None
        return all(
            (not is_fragment and _names_nothing(typed[word.text], language))
            or self._is_there(word, asked, language)
            or self._is_there(word, there, language)
            for word in own
        )


def _has_cognate(word: str, words: Words) -> bool:
    """Tell whether a Danish word begins as an English one does: *dementia*, *demens*."""
    begun = _spelt(word)[:_SHARED]
    return len(begun) == _SHARED and any(_spelt(term).startswith(begun) for term in words.terms)


def _spelt(word: str) -> str:
    """Return a word as both languages would spell it: *control*, *kontrol*."""
    return word.replace("ph", "f").replace("c", "k")


_SHARED = 5
"""Letters that both begin with; fewer are shared by chance."""


def _digits(text: str) -> frozenset[str]:
    return frozenset(word for word in folded_words(text) if any(map(str.isdigit, word)))


def _said_of_somebody(message: str) -> frozenset[str]:
    """Return the folded words that say what is done: "what they *shelved*", "if you *win*"."""
    words = list(folded_words(message))
    return frozenset(
        word
        for who, word in pairwise(words)
        if who in _WHO_DOES or (who == "de" and _PAST.fullmatch(word))
    )


_WHO_DOES = frozenset(
    ("man", "han", "hun", "vi", "jeg", "der", "they", "he", "she", "we", "you", "to", "at")
)
_PAST = re.compile(r"[a-z]{2,}(?:ede|te|dt|[^e]t)")
"""How a Danish verb of the past ends; "de" stands before things as well."""


def _names_nothing(word: str, language: Language) -> bool:
    """Tell whether a word stands for any thing there is, or for what somebody thinks of it."""
    sorts = (readings(sort)[language] for sort in ("stand_ins", "against"))
    return any(words.fullmatch(word) for words in sorts)


def _is_of_any_meeting(word: str, language: Language) -> bool:
    """Tell whether a word says what became of an item, whichever it is, or who was there."""
    became = (words[language] for words in outcomes().values())
    return any(words.fullmatch(word) for words in (readings("meeting")[language], *became))


_SORTS = (
    frozenset({Wanted.PERSON}),
    frozenset({Wanted.DATE, Wanted.DURATION, Wanted.HOURS, Wanted.FREQUENCY}),
    frozenset({Wanted.REASON, Wanted.PURPOSE}),
    AMOUNTS,
    frozenset({Wanted.PLACE}),
)
_FIGURES, _PLACE = _SORTS[3], _SORTS[4]


def _wants_alike(message: str, question: str, of: Of) -> bool:
    """Tell whether the same sort of thing is asked for; a figure may be asked for by its name."""
    theirs, ours = wanted_by(message), wanted_by(question)
    if deciding().search(question) and not deciding().search(message):
        return not _ASKS.search(fold(message))
    if theirs is None:
        return not (_WHAT & set(folded_words(message)) and ours in _SORTS[0] | _SORTS[2])
    if ours is None:
        by_degree = theirs in _PLACE and _WHERE_IS.search(fold(message)) is None
        return of is Of.ITEM and (theirs in _FIGURES or by_degree)
    return any(theirs in sort and ours in sort for sort in _SORTS) or (
        theirs in _PLACE and ours in _FIGURES
    )


_WHERE_IS = re.compile(
    r"\b(?:hvor (?:er|var|bliver|blev|skal|skulle|ligger|laa|kan|kunne|har|havde|vil)|where)\b"
)
_WHAT = frozenset({"hvad", "what"})
_SENTENCE = pattern("sentence")
_ASKS = re.compile(r"\b(?:hv(?:ad|em|or|ilke)\w*|wh(?:at|o|ich|ere|en|y)\w*|how)\b")


def _is_against(text: str, language: Language) -> bool:
    """Tell whether a text denies something, or speaks of who or what is against it."""
    return bool(negations(text)) or readings("against")[language].search(text) is not None


def _says_contrary(question: str, message: str, language: Language) -> bool:
    """Tell whether a question has the contrary of a word of the message, and not the word."""
    return any(
        pair.said[language].search(message)
        and pair.said_otherwise[language].search(question)
        and not pair.said[language].search(question)
        for pair in opposites()
    )
