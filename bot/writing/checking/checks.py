"""What a sentence of a model's must stand up to before anybody sees it.

In doubt it falls: below the prose stands what the papers say in their own words, so a sentence that
is left out costs little, and one that is wrong does harm.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from bot.citations import folded
from bot.questions.language import language_of
from bot.replies import Language
from bot.writing.checking.bearing import Bearing, best_bearing, copied
from bot.writing.checking.belonging import crossed
from bot.writing.checking.claims import Claim, claim_of
from bot.writing.checking.faults import Fault
from bot.writing.checking.recorded import false_outcome
from bot.writing.checking.together import disjoint
from bot.writing.checking.turning import turned
from bot.writing.checking.unfinished import unfinished
from bot.writing.clauses import clauses
from bot.writing.drafts import Piece, Sentence
from bot.writing.markup import markup_in
from bot.writing.patterns import address, leaning
from bot.writing.sources import Source
from index.danish.glossary import Glossary
from index.danish.words import folded_words
from index.search.terms import QuestionReader

_SHORTEST = 3
"""Words of a sentence that says something: "Taget til efterretning."."""
_FEW_WORDS = 4
"""Words with which a sentence's language can be told."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, and what is wrong with it."""

    sentence: Sentence
    fault: Fault | None
    detail: str = ""
    """The word or figure that gave it, for whoever changes a rule; neither kept nor logged."""
    bearings: tuple[Bearing, ...] = ()
    """What it rests on."""


class Checks:
    """Holds the sentences of one draft against the sources that its writer was given, in order."""

    def __init__(self, sources: Sequence[Source], language: Language, glossary: Glossary) -> None:
        """Take what may be cited, the language of the question, and the glossary."""
        self._sources = {source.number: source for source in sources}
        self._language = language
        self._glossary = glossary
        abbreviations = {
            (short.short, short.long) for s in sources for short in s.document.abbreviations
        }
        self._reader = QuestionReader(glossary, sorted(abbreviations))
        self._before: Judged | None = None
        self._said: set[str] = set()

    def judge(self, sentence: Sentence) -> Judged:
        """Return a sentence with the first thing that is wrong with it."""
        judged = self._judged(sentence)
        self._before = judged
        return judged

    def _judged(self, sentence: Sentence) -> Judged:
        if (markup := markup_in(sentence.text)) is not None:
            return Judged(sentence, Fault.MARKUP, markup)
        if not sentence.is_whole:
            return Judged(sentence, Fault.CUT)
        if self._is_idle(sentence):
            return Judged(sentence, Fault.IDLE)
        if _addresses(sentence.own):
            return Judged(sentence, Fault.ADDRESS)
        if not sentence.markers:
            return Judged(sentence, Fault.UNMARKED)
        cited = [self._sources.get(number) for number in sentence.markers]
        sources = [source for source in cited if source is not None]
        if len(sources) < len(cited):
            return Judged(sentence, Fault.INVENTED_SOURCE)
        if self._leans_on_nothing(sentence):
            return Judged(sentence, Fault.LEANING)
        return self._held(sentence, sources)

    def _held(self, sentence: Sentence, sources: Sequence[Source]) -> Judged:
        claim = self._claim(Piece(sentence.text, sentence.markers))
        if _is_title(claim.own, sources):
            return Judged(sentence, Fault.IDLE)
        copy = copied(sentence.text, claim, sources) if self._language == "da" else None
        if copy is None and not self._is_in_language(sentence):
            return Judged(sentence, Fault.LANGUAGE)
        for quote in sentence.quotes:
            if not any(folded(quote) in folded(source.text) for source in sources):
                return Judged(sentence, Fault.QUOTE, quote)
        bearings = (
            tuple(chain.from_iterable(map(self._borne, sentence.pieces)))
            if copy is None
            else (copy,)
        )
        for bearing in bearings:
            if bearing.wrong is not None:
                return Judged(sentence, *bearing.wrong)
        if idle := set(sentence.markers) - {bearing.source.number for bearing in bearings}:
            return Judged(sentence, Fault.UNBORNE, f"{sorted(idle)}")
        if copy is None and (verb := self._unfinished(sentence, bearings)) is not None:
            return Judged(sentence, Fault.CUT, verb)
        if (outcome := false_outcome(sentence, claim, bearings, self._language)) is not None:
            return Judged(sentence, Fault.OUTCOME, outcome)
        turn = turned(sentence, claim, bearings, self._language) if copy is None else None
        if turn is not None:
            return Judged(sentence, Fault.TURNED, turn)
        return Judged(sentence, None, bearings=bearings)

    def _unfinished(self, sentence: Sentence, bearings: Sequence[Bearing]) -> str | None:
        statement = bearings[-1].statement if bearings else None
        if statement is None:
            return None
        return unfinished(sentence.text, statement, self._language)

    def _borne(self, piece: Piece) -> Sequence[Bearing]:
        """Return what bears a piece of a sentence: as a whole, else clause by clause."""
        sources = [self._sources[number] for number in piece.markers]
        whole = best_bearing(self._claim(piece), sources)
        parts = clauses(piece.text) if whole.wrong is not None or len(sources) > 1 else ()
        if len(parts) < 2:
            return [self._uncrossed(whole, piece)]
        claims = [self._claim(Piece(part, piece.markers)) for part in parts]
        bearings = [best_bearing(claim, sources) for claim in claims]
        wrong = disjoint(piece.own, claims, bearings, self._claim(piece))
        if wrong is not None and all(bearing.wrong is None for bearing in bearings):
            bearings[0] = replace(bearings[0], wrong=wrong)
        return bearings

    def _uncrossed(self, bearing: Bearing, piece: Piece) -> Bearing:
        """Return a bearing of all of a piece, with what one of its clauses has of another's."""
        if bearing.wrong is not None or bearing.statement is None:
            return bearing
        for part in clauses(piece.text):
            claim = self._claim(Piece(part, piece.markers))
            if (word := crossed(claim, bearing.source, bearing.statement)) is not None:
                return replace(bearing, wrong=(Fault.SWAPPED, word))
        return bearing

    def _claim(self, piece: Piece) -> Claim:
        return claim_of(piece, self._language, self._reader)

    def _is_idle(self, sentence: Sentence) -> bool:
        key = " ".join(folded_words(sentence.text))
        again = key in self._said
        self._said.add(key)
        words = sum(any(map(str.isalpha, word)) for word in key.split())
        return again or words < _SHORTEST or sentence.text.endswith("?")

    def _leans_on_nothing(self, sentence: Sentence) -> bool:
        """Tell whether "it" and "this" are of a sentence that is not shown, or of another paper."""
        before = self._before
        if before is None or next(iter(folded_words(sentence.text)), "") not in leaning(
            self._language
        ):
            return False
        return before.fault is not None or not set(before.sentence.markers) & set(sentence.markers)

    def _is_in_language(self, sentence: Sentence) -> bool:
        if len(sentence.own.split()) < _FEW_WORDS:
            return True
        said = language_of(sentence.own, self._glossary, otherwise=self._language)
        return said == self._language


def _is_title(own: str, sources: Sequence[Source]) -> bool:
    """Tell whether a sentence is the title of what it cites, or a part of it, and says nothing."""
    words = _words_alone(own)
    return bool(words) and any(f" {words} " in f" {_words_alone(s.head)} " for s in sources)


def _words_alone(text: str) -> str:
    return " ".join(word for word in folded_words(text) if not word[0].isdigit())


def _addresses(own: str) -> bool:
    """Tell whether a sentence speaks to somebody: orders in a paper are never told as an answer."""
    words, orders = address()
    return words.search(own) is not None or orders.match(own) is not None
