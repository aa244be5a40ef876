"""English words that neither glossary nor archive knows, as a model calls them in Danish.

What it says counts for nothing unless the archive uses the word; and the reader is shown with
which Danish word the question was asked.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.citations import folded
from bot.models.model import Model, ModelFailed
from bot.questions.language import language_of
from bot.replies import Reread
from bot.writing.checking.claims import named
from bot.writing.checking.faults import Misreading
from bot.writing.fencing import new_fence, seen
from bot.writing.reading.readings import Reading, Restated
from bot.writing.reading.restatements import DENIALS
from bot.writing.reading.short_texts import NONE, TooMuch, short_text
from index.archive import Query, View
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.personal_numbers import masked_for_models
from index.danish.stopwords import DANISH, ENGLISH_ASIDE
from index.danish.words import folded_words, tokens
from index.search.terms import QuestionReader
from prompts import prompt_named

MOST_WORDS = 4
"""Words of a question that are asked for: with more unknown ones, it is none for this archive."""
MOST_WAYS = 3
"""Danish words for one English word that are tried."""
MOST_CHARACTERS = 600
"""Of what a model writes: a short line for each word."""
_LINE = re.compile(r"(?P<english>[^=\n]+)=(?P<danish>[^=\n]+)")
_WORDS = re.compile(r"[^\W\d_]{2,40}(?:[ -][^\W\d_]{1,40}){0,3}")


@dataclass(frozen=True, slots=True)
class Expansion:
    """Has a model call things in Danish. Safe to use from several threads."""

    model: Model
    glossary: Glossary

    def read(self, question: str, view: View) -> Reading | None:
        """Return an English question with Danish words for those that nobody here knows.

        `None` where it is in Danish, or has no such word.
        """
        if language_of(question, self.glossary) != "en":
            return None
        words = unknown_words(question, view)
        if not words or len(words) > MOST_WORDS:
            return None
        prompt = prompt_named("expansion")
        fence = new_fence()
        told = prompt.filled(
            fence=fence,
            question=masked_for_models(folded(seen(question, fence))),
            words=masked_for_models(", ".join(words)),
        )
        record = Reread(self.model.name, prompt.edition)
        try:
            text = short_text(self.model, told, prompt.name, MOST_CHARACTERS)
        except ModelFailed as failed:
            return Reading(replace(record, failure=failed.reason.value))
        except TooMuch:
            return Reading(replace(record, fault=Misreading.LONG.value))
        if text.strip(" .\n") == NONE:
            return Reading(replace(record, fault=Misreading.NONE.value))
        danish = _danish(text, words, lambda said: _is_known(said, view))
        if not danish:
            return Reading(replace(record, fault=Misreading.USELESS.value))
        return Reading(record, self._in_their_place(question, danish))

    def _in_their_place(
        self, question: str, danish: Mapping[str, Sequence[str]]
    ) -> tuple[Restated, ...]:
        """Return the question with the first way to say each word, then with the second …"""
        reader = QuestionReader(self.glossary, ())
        restated = []
        for at in range(max(map(len, danish.values()))):
            told = {word: ways[min(at, len(ways) - 1)] for word, ways in danish.items()}
            things = tuple(asked for way in told.values() for asked in reader.read(way, "da"))
            restated.append(Restated(_exchanged(question, told), things))
        return tuple(restated)


def unknown_words(question: str, view: View) -> list[str]:
    """Return the content words of an English question that nobody here knows, as typed, each once.

    Names are none: they are written alike in both languages.
    """
    names = {word for name in named(question) for word in name}
    unknown = {
        word
        for term in view.search(Query(question, "en")).terms
        if not (term.known or term.translated)
        for word in term.text.split()
        if word.isalpha() and word not in DANISH | ENGLISH_ASIDE | names
    }
    typed = {token.folded: token.text for token in tokens(question) if token.folded in unknown}
    return list(typed.values())


def _danish(
    text: str, words: Sequence[str], is_known: Callable[[str], bool]
) -> Mapping[str, list[str]]:
    """Return the Danish words that hold, by the folded English word that they stand for."""
    asked = {fold(word) for word in words}
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        pair = _LINE.fullmatch(line.strip())
        english = fold(pair["english"].strip()) if pair else ""
        if pair is None or english not in asked or english in found:
            continue
        ways = [way for way in map(str.strip, pair["danish"].split(";")) if _is_plain(way, english)]
        if known := [way for way in ways[:MOST_WAYS] if is_known(way)]:
            found[english] = known
    return found


def _is_plain(danish: str, english: str) -> bool:
    """Tell whether a side of a line is some words, and other ones than the English side."""
    words = set(folded_words(danish))
    denies = not words.isdisjoint(DENIALS)
    return bool(_WORDS.fullmatch(danish) and fold(danish) != english and words and not denies)


def _is_known(danish: str, view: View) -> bool:
    terms = view.search(Query(danish, "da", limit=1)).terms
    return bool(terms) and all(term.known for term in terms)


def _exchanged(question: str, danish: Mapping[str, str]) -> str:
    for token in reversed(list(tokens(question))):
        if token.folded in danish:
            span = token.span
            question = question[: span.start] + danish[token.folded] + question[span.end :]
    return question
