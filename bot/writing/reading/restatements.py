"""Whether a question says what a message and the turn before it say, and nothing else.

In doubt it is thrown away: then the person is asked what they mean, which costs them a line.
"""

import re
from collections.abc import Iterable

from bot.conversation.turns import Turn
from bot.questions.language import language_of
from bot.questions.patterns import pattern
from bot.replies import Language
from bot.writing.checking.claims import named
from bot.writing.checking.faults import Misreading
from bot.writing.figures import Day, Figures, figures_of
from bot.writing.markup import markup_in
from bot.writing.reading.readings import Words
from index.danish.calendar import MONTHS
from index.danish.days import format_date
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem_english
from index.danish.words import folded_words
from index.search.terms import Asked, Part, QuestionReader

LONGEST = 300
"""Characters of a question that a model may make of a message."""
_LANGUAGES: tuple[Language, ...] = ("da", "en")
DENIALS = {
    **dict.fromkeys(("ikke", "ej", "ingen", "intet", "not", "no", "none", "cannot"), "not"),
    **dict.fromkeys(("aldrig", "never"), "never"),
    **dict.fromkeys(("uden", "without"), "without"),
    **dict.fromkeys(("hverken", "neither", "nor"), "neither"),
    **dict.fromkeys(("undtagen", "except"), "except"),
}
"""What denies, in either language, by its sort."""
_ASKING = frozenset(
    (
        *("hvem", "hvor", "hvornaar", "hvorfor", "hvordan", "mange", "meget", "laenge", "ofte"),
        *("who", "whom", "where", "when", "why", "how", "many", "much", "long", "often"),
    )
)
"""Folded words that say what is wanted: a "who" may not become a "what"."""

_STAND_IN = frozenset({"one", "ones"})
"""What stands for a thing and names none."""


class Restatements:
    """Holds questions against the message that they restate. Safe to use from several threads."""

    def __init__(self, glossary: Glossary) -> None:
        """Take the glossary: what a paper's title says in Danish, English may say in its words."""
        self._glossary = glossary
        self._reader = QuestionReader(glossary, ())

    def can_hold(self, message: str, language: Language) -> bool:
        """Tell whether a message says anything by which a restatement of it can be known."""
        return bool(self.own(message, language) or _asking(message) or _digits(message))

    def fault_of(
        self, question: str, message: str, turn: Turn, language: Language
    ) -> Misreading | None:
        """Return the first thing that is wrong with a question, `None` where it may be asked.

        Args:
            question: What a model made of the message.
            message: What somebody wrote.
            turn: The turn before it.
            language: Of the message.
        """
        if (fault := self.foreign(question, message, turn, language)) is not None:
            return fault
        known = Words.of(said(message, turn))
        if not all(self.stands(asked, known, language) for asked in self.own(question, language)):
            return Misreading.WORD
        if not self._keeps(question, message, language):
            return Misreading.LOST
        if not _negates_alike(question, message, turn.question):
            return Misreading.TURNED
        return Misreading.SAME if is_said(question, message, turn) else None

    def foreign(
        self, question: str, message: str, turn: Turn, language: Language
    ) -> Misreading | None:
        """Return what is wrong with a question whatever its words mean, `None` where nothing is.

        It is no plain line, or holds a figure or a name that nobody said.
        """
        if (fault := self._form(question, language)) is not None:
            return fault
        grounds = said(message, turn)
        if not _figures_stand(question, grounds, turn, language):
            return Misreading.FIGURE
        if not _names_stand(question, grounds):
            return Misreading.NAME
        return None

    def _form(self, question: str, language: Language) -> Misreading | None:
        if len(question) > LONGEST:
            return Misreading.LONG
        if len(question.splitlines()) != 1:
            return Misreading.LINES
        if markup_in(question) is not None:
            return Misreading.MARKUP
        if language_of(question, self._glossary, otherwise=language) != language:
            return Misreading.LANGUAGE
        return None

    def own(self, text: str, language: Language) -> list[Asked]:
        """Return the words of a text that tell what it is about."""
        return [
            asked
            for asked in self._reader.read(text, language)
            if asked.part is Part.CONTENT
            and not asked.text.isdigit()
            and asked.text not in _STAND_IN
        ]

    def stands(self, asked: Asked, known: Words, language: Language) -> bool:
        """Tell whether a word stands among others, in any form, or as its translation."""
        if known.hold(asked):
            return True
        if language == "en":
            return False
        met = self._glossary.into_english(asked.text.split())
        english = (folded_words(form) for one in met for form in one.forms)
        return any(words and {stem_english(w) for w in words} <= known.terms for words in english)

    def _keeps(self, question: str, message: str, language: Language) -> bool:
        """Tell whether all that the message says itself is in the question."""
        asked = Words.of(question)
        if not _asking(message) <= asked.folded or not _digits(message) <= _digits(question):
            return False
        names = {word for name in named(message) for word in name}
        if not all(_is_in(word, asked.folded) for word in names):
            return False
        return all(self.stands(word, asked, language) for word in self.own(message, language))


def is_said(question: str, message: str, turn: Turn) -> bool:
    """Tell whether a question is what was asked before, or the message itself."""
    words = list(folded_words(question))
    return words in (list(folded_words(turn.question)), list(folded_words(message)))


def said(message: str, turn: Turn) -> str:
    """Return what a thread has said, as far as the next message may lean on it."""
    before = filter(None, (turn.question, turn.body, turn.item, *_day(turn)))
    return "\n".join((message, *before, *_years(message, turn)))


def _years(message: str, turn: Turn) -> Iterable[str]:
    """Yield the years that a message names by the one that was spoken of: "the year before"."""
    if turn.day is not None:
        for away, words in ((-1, _LAST_YEAR), (1, _NEXT_YEAR)):
            if words.search(fold(message)):
                yield str(turn.day.year + away)


_LAST_YEAR = re.compile(
    r"\b(?:sidste aar|aaret (?:foer|inden|forinden)|last year|the year before)\b"
)
_NEXT_YEAR = re.compile(r"\b(?:naeste aar|aaret efter|next year|the year after)\b")


def _asking(text: str) -> frozenset[str]:
    return frozenset(folded_words(text)) & _ASKING


def _digits(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text))


def _day(turn: Turn) -> Iterable[str]:
    return [format_date(turn.day, spoken) for spoken in _LANGUAGES] if turn.day else ()


def _figures_stand(question: str, grounds: str, turn: Turn, language: Language) -> bool:
    """Tell whether each number and each day of a question stands in what was said, as a whole."""
    if not _digits(question) <= _digits(grounds):
        return False
    mine = figures_of(question, language)
    theirs = [figures_of(grounds, spoken) for spoken in _LANGUAGES]
    if not mine.codes <= frozenset(code for one in theirs for code in one.codes) | _digits(grounds):
        return False
    numbers = all(
        any(number.stands_as(other) for one in theirs for other in one.numbers)
        for number in mine.numbers
    )
    return numbers and _days_stand(mine, theirs, turn) and _months_stand(question, grounds)


def _days_stand(mine: Figures, theirs: Iterable[Figures], turn: Turn) -> bool:
    days = {day for one in theirs for day in one.days}
    if turn.day is not None:
        days.add(Day(turn.day.year, turn.day.month, turn.day.day))
    return all(any(day.is_within(other) for other in days) for day in mine.days)


def _months_stand(question: str, grounds: str) -> bool:
    """Tell whether each month that a question names is named before, in either language."""
    said = set(folded_words(grounds))
    asked = set(folded_words(question))
    for names in zip(*(MONTHS[spoken] for spoken in _LANGUAGES), strict=True):
        folded = {word for name in names for word in folded_words(name)}
        if asked & folded and not said & folded:
            return False
    return True


def _names_stand(question: str, grounds: str) -> bool:
    said = frozenset(folded_words(grounds))
    return all(_is_in(word, said) for name in named(question) for word in name)


def _is_in(word: str, said: frozenset[str]) -> bool:
    """Tell whether a name stands among words; its genitive is no other name."""
    ways = {word, f"{word}s", word.removesuffix("s")}
    return bool(ways & said)


def _negates_alike(question: str, message: str, before: str) -> bool:
    asked, now, earlier = (negations(text) for text in (question, message, before))
    if pattern("sentence").search(fold(message)):
        earlier = frozenset()  # it says all that it says itself: "and in 2019?" says nothing
    return asked <= now | earlier and (bool(asked) or not now)


def negations(text: str) -> frozenset[str]:
    """Return the sorts of words by which a text denies something, as in `DENIALS`."""
    found = frozenset(DENIALS[word] for word in folded_words(text) if word in DENIALS)
    return found | {"not"} if re.search(r"n['’]t\b", text) else found
