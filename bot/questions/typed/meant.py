"""A question as somebody typed it, on a telephone or in a meeting, into the one that was meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.asked import Asked
from bot.questions.language import language_of
from bot.questions.typed import capitals, respelling
from bot.replies import Language, Reply
from bot.wording import phrase
from index.archive import View, WrittenWords
from index.danish.calendar import MONTHS
from index.danish.compounds import is_listed
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.stopwords import ENGLISH_ASIDE, SMALL
from index.danish.words import Token, tokens


@dataclass(frozen=True, slots=True)
class Typed:
    """A question as it is read."""

    text: str
    guessed: bool
    """Whether a word of it was taken for another, so that whoever asks must be told."""


def as_meant(text: str, papers: WrittenWords, glossary: Glossary) -> Typed:
    """Return a question with the letters and the capitals that its words have in the papers."""
    plain = capitals.without_habit(text)
    reading = _Reading(papers, glossary, language_of(plain, glossary))
    spelt, guessed = reading.spelt(plain)
    return Typed(capitals.with_capitals(spelt, papers, reading.is_term), guessed)


def meant(asked: Asked, view: View, glossary: Glossary) -> tuple[Asked, str | None]:
    """Return what is asked as it was meant, and that question where a word of it is a guess.

    The question before it is read anew, for a turn keeps it as it was typed.
    """
    typed = as_meant(asked.words, view.written(), glossary)
    after = asked.after
    if after is not None:
        before = as_meant(after.question, view.written(), glossary)
        after = replace(after, question=before.text)
    text = typed.text if typed.text != asked.words else asked.text
    return replace(asked, text=text, after=after), typed.text if typed.guessed else None


def with_guess(reply: Reply, guess: str | None) -> Reply:
    """Say of a question with a mistyped word as what it was read, before anything else."""
    if guess is None:
        return reply
    told = phrase("read_as", reply.language, question=guess)
    return replace(reply, warnings=(told, *reply.warnings))


class _Reading:
    """What is known of words in one question."""

    def __init__(self, papers: WrittenWords, glossary: Glossary, language: Language) -> None:
        self.papers = papers
        self.glossary = glossary
        self.language = language
        self._terms = glossary.words_of_terms[language]
        self._of_the_other = frozenset[str]()

    def spelt(self, text: str) -> tuple[str, bool]:
        """Return a text with unknown words as they were meant, and whether that is a guess."""
        kept, end, guessed = [], 0, False
        found = tokens(text)
        if not any(token.folded in _ONLY_DANISH for token in found):
            # "Rate for KEU?" may be of either language, and no word of the one is a slip.
            self._of_the_other = self.glossary.words_of_terms["en"]
        for at, token in enumerate(found):
            if not _may_be_mistyped(text, token):
                continue
            if (meant := self._month(text, token)) is not None:
                guessed = True
            elif self._is_known(token.folded, named=_is_named(text, token, first=at == 0)):
                continue
            elif (meant := self._with_marks(text, token, self._is_here)) is None:
                meant = self._corrected(text, found, at)
                guessed = guessed or meant is not None
            meant = meant or self._with_marks(text, token, self._is_of_language)
            if meant is not None:
                kept += [text[end : token.span.start], self._written(meant, token)]
                end = token.span.end
        return "".join([*kept, text[end:]]), guessed

    def is_term(self, word: str) -> bool:
        """Tell whether the glossary knows a folded word in any form, be it a name as well."""
        danish = self.glossary.into_english([word]) or self.glossary.synonyms([word])
        return bool(danish or (self.language == "en" and self.glossary.into_danish([word])))

    def _is_known(self, word: str, *, named: bool) -> bool:
        small = SMALL["da"] if self.language == "da" else _SMALL
        if word in small or self.papers.knows(word) or self.papers.knows(word.removesuffix("s")):
            return True
        # What a name has in common with other words makes it no name that is known.
        if named:
            return False
        return (
            word in self._of_the_other
            or is_listed(word)
            or self.is_term(word)
            or self.papers.holds(word)
            or self._is_made_of_words(word)
        )

    def _is_made_of_words(self, word: str) -> bool:
        """Tell whether a folded word is two that are known: "insulin" and "pen"."""
        cuts = range(_FIRST_PART, len(word) - _LAST_PART + 1)
        return self.language == "da" and any(
            self._is_part(word[:at]) and self._is_part(word[at:]) for at in cuts
        )

    def _is_part(self, word: str) -> bool:
        return self._is_of_language(word) or self.papers.knows(word)

    def _is_here(self, word: str) -> bool:
        return word in _SMALL or self.papers.knows(word)

    def _is_common(self, word: str) -> bool:
        """Tell whether a folded word, letter by letter, is one of the language and no name.

        What English words are like in Danish papers are other words.
        """
        if word in _SMALL or word in self._terms:
            return True
        return self.language == "da" and self.papers.knows(word) and not self._is_name(word)

    def _is_of_language(self, word: str) -> bool:
        """Tell whether a folded word is one that the language surely has."""
        if word in _SMALL or word in self._terms:
            return True
        endings = _ENDINGS[self.language]
        roots = (word.removesuffix(ending) for ending in endings if word.endswith(ending))
        return any(root in self._terms or f"{root}e" in self._terms for root in roots)

    def _month(self, text: str, token: Token) -> str | None:
        """Return the month that a mistyped one is, beside its day or its year."""
        before, behind = text[: token.span.start], text[token.span.end :]
        dated = before.rstrip(". ")[-1:].isdigit() or behind.lstrip()[:1].isdigit()
        if not dated or token.folded in _SMALL:
            return None
        return respelling.meant(token.text.lower(), _MONTHS.__contains__, shortest=_SHORT_MONTH)

    @staticmethod
    def _with_marks(text: str, token: Token, known: respelling.Known) -> str | None:
        return respelling.without_marks(token.folded, known) if text.isascii() else None

    def _corrected(self, text: str, found: Sequence[Token], at: int) -> str | None:
        """Return what a word was meant to be that is a slip of the finger."""
        token = found[at]
        named = _is_named(text, token, first=at == 0)
        if token.text.isupper() and not text.isupper():
            return None  # a short form, and every other is another
        typed = token.text.lower()
        root = stem if self.language == "da" else str
        if not named and (common := respelling.meant(typed, self._is_common, root)) is not None:
            return common
        name = respelling.meant_name(typed, self.papers)
        is_name = name is not None and self._is_name(name)
        if named or is_name:
            return name if is_name and self._fits(name or "", text, found, at) else None
        return respelling.meant(typed, self._is_of_language, root)

    def _fits(self, name: str, text: str, found: Sequence[Token], at: int) -> bool:
        """Tell whether a name stands in the papers with the one beside it: "Ida" before it.

        One word of a person's name that is another makes it another person.
        """
        beside = [o for o in (at - 1, at + 1) if 0 < o < len(found)]
        beside = [o for o in beside if _is_named(text, found[o], first=False)]
        pairs = ((found[o].folded, name) if o < at else (name, found[o].folded) for o in beside)
        return not beside or any(self.papers.written(" ".join(pair)).anywhere for pair in pairs)

    def _is_name(self, word: str) -> bool:
        ways = self.papers.written(word).anywhere
        return all(way[0].isupper() for way in ways)

    def _written(self, word: str, token: Token) -> str:
        """Return a folded word as it is written in the papers, else with the letters of Danish."""
        ways = self.papers.written(word).anywhere
        said = max(ways, key=lambda way: (ways[way], way), default=_with_letters(word))
        if token.text.islower():
            return said.lower()  # capitals are another matter: those that were typed tell something
        return said.upper() if token.text.isupper() else said[0].upper() + said[1:]


def _is_named(text: str, token: Token, *, first: bool) -> bool:
    """Tell whether a word is typed as a name."""
    return token.text[0].isupper() and not first and not text.isupper()


def _may_be_mistyped(text: str, token: Token) -> bool:
    """Tell whether a token is a word by itself: numbers, codes and "90-årig" are not guessed at."""
    if len(token.folded) > respelling.LONGEST:
        return False
    around = text[token.span.start - 1 : token.span.start] + text[token.span.end :][:1]
    return token.text.isalpha() and "-" not in around


def _with_letters(word: str) -> str:
    return re.sub("aa|ae|oe", lambda pair: _LETTERS[pair[0]], word)


_LETTERS = {"aa": "å", "ae": "æ", "oe": "ø"}
_ENDINGS = {
    "da": ("s", "n", "t", "en", "et", "ne", "er", "te", "ede", "erne", "ene", "ens", "ets", "r"),
    "en": ("s", "es", "d", "ed", "ing", "ly"),
}
_SHORT_MONTH = 4
_FIRST_PART, _LAST_PART = 4, 3
"""Letters of the parts of a compound, at least."""
_MONTHS = frozenset(fold(month) for months in MONTHS.values() for month in months)
_ONLY_DANISH = SMALL["da"] - SMALL["en"]
_SMALL = SMALL["da"] | SMALL["en"] | ENGLISH_ASIDE | _MONTHS
