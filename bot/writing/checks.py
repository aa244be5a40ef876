"""What a sentence of a model's must stand up to before anybody sees it.

In doubt it falls: below the prose stands what the papers say in their own words, so a sentence that
is left out costs little, and one that is wrong does harm.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.citations import folded
from bot.questions.language import language_of
from bot.replies import Language
from bot.writing.bearing import Bearing, Claim, Window, bearing_of, claim_of
from bot.writing.drafts import Sentence
from bot.writing.faults import Fault
from bot.writing.markup import markup_in
from bot.writing.outcomes import tells
from bot.writing.patterns import leaning, outcomes, turns
from bot.writing.sources import Source
from index.danish.glossary import Glossary
from index.danish.words import folded_words
from index.decisions import Outcome
from index.documents import SectionKind
from index.search.terms import QuestionReader

_FEW_WORDS = 4
"""Words with which a sentence's language can be told."""
_WORDS_A_SLIP = 6
"""Content words of which one may be the model's own: a link word that no list has."""
_NEVER_PLAIN = {Outcome.REJECTED, Outcome.DEFERRED, Outcome.SENT_BACK}
"""Outcomes that whoever tells of the decision has to tell."""
_DECIDING = {
    Outcome.APPROVED,
    Outcome.REJECTED,
    Outcome.DEFERRED,
    Outcome.SENT_BACK,
    Outcome.VOTE,
}
_DECIDED = {SectionKind.DECISION, SectionKind.RECOMMENDATION}
"""Where minutes say what was decided: a presentation may tell of it what it likes."""
_MAY_BE_ADDED = {"limit", "aside"}
"""Turns that a sentence may have of its own: "but" and "because" between what its sources say."""
_SAME: Mapping[Outcome, frozenset[Outcome]] = {
    Outcome.APPROVED: frozenset({Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE}),
}
"""Recorded outcomes for which a word may stand, where it is not its own."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, and what is wrong with it."""

    sentence: Sentence
    fault: Fault | None
    detail: str = ""
    """The word or figure that gave it, for whoever changes a rule; neither kept nor logged."""
    windows: tuple[Window, ...] = ()
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
        if not self._is_in_language(sentence):
            return Judged(sentence, Fault.LANGUAGE)
        for quote in sentence.quotes:
            if not any(folded(quote) in folded(source.text) for source in sources):
                return Judged(sentence, Fault.QUOTE, quote)
        claim = claim_of(sentence, self._language, self._reader)
        bearing = bearing_of(claim, sources)
        if bearing.loose:
            return Judged(sentence, Fault.FIGURE, bearing.loose[0])
        if unnamed := [word for word in bearing.missing if set(word.split()) & claim.names]:
            return Judged(sentence, Fault.NAME, unnamed[0])
        if (outcome := self._false_outcome(sentence, claim, bearing)) is not None:
            return Judged(sentence, Fault.OUTCOME, outcome)
        if (turn := self._turned(sentence, bearing)) is not None:
            return Judged(sentence, Fault.TURNED, turn)
        if (unborne := _unborne(claim, bearing, sentence)) is not None:
            return Judged(sentence, Fault.UNBORNE, unborne)
        return Judged(sentence, None, windows=bearing.windows)

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

    def _false_outcome(self, sentence: Sentence, claim: Claim, bearing: Bearing) -> str | None:
        """Return the outcome that a sentence tells and its sources do not, or the other way."""
        told = claim.outcomes
        for outcome in sorted(told):
            if not any(_records(outcome, window.source, bearing) for window in bearing.windows):
                return outcome
        for window in bearing.windows:
            if (wrong := self._misread(sentence, claim, window)) is not None:
                return wrong
        return None

    def _misread(self, sentence: Sentence, claim: Claim, window: Window) -> str | None:
        """Return what of a decision a sentence tells otherwise than one source has it."""
        recorded, told = window.source.outcome, claim.outcomes
        parts = {statement.part for statement in window.statements}
        if recorded in _NEVER_PLAIN and SectionKind.DECISION in parts and recorded not in told:
            return recorded
        approved = Outcome.APPROVED in told
        as_decided = recorded is Outcome.APPROVED and approved
        asked_for = parts == {SectionKind.RECOMMENDATION} and Outcome.RECOMMENDED not in told
        if asked_for and not as_decided:
            return "recommendation"
        if recorded is Outcome.APPROVED_WITH_CHANGE and approved and not self._limits(sentence):
            return recorded
        decides = recorded not in {None, Outcome.NONE} and told & _DECIDING
        if decides and not parts <= _DECIDED and not _is_history(claim, window):
            return "told elsewhere"
        return None

    def _limits(self, sentence: Sentence) -> bool:
        return any(
            turns()[sort].prose[self._language].search(sentence.own)
            for sort in ("limit", "condition")
        )

    def _turned(self, sentence: Sentence, bearing: Bearing) -> str | None:
        """Return what turns the sentence and not its sources, or the other way about."""
        there = " ".join(statement.text for statement in bearing.statements)
        rejected = outcomes()[Outcome.REJECTED]
        for sort, turn in turns().items():
            quoted = turn.there.search(" ".join(sentence.quotes)) is not None
            mine = quoted or turn.prose[self._language].search(sentence.own) is not None
            theirs = turn.there.search(there) is not None
            if sort == "negation":
                mine = mine or rejected[self._language].search(sentence.own) is not None
                theirs = theirs or rejected["da"].search(there) is not None
            if theirs and not mine:
                return sort
            if mine and not theirs and sort not in _MAY_BE_ADDED:
                if sort == "condition" and turns()["aside"].there.search(there):
                    continue  # "idet" may begin a condition
                return sort
        return None


def _records(outcome: Outcome, source: Source, bearing: Bearing) -> bool:
    """Tell whether a source has an outcome: by its item, or by the words that are rested on."""
    if source.outcome in _SAME.get(outcome, {outcome}):
        return True
    return any(tells(statement, outcome) for statement in bearing.statements)


def _is_history(claim: Claim, window: Window) -> bool:
    """Tell whether a sentence tells of another day than the meeting's."""
    days = window.source.head_figures.days
    return any(not any(day.is_within(head) for head in days) for day in claim.figures.days)


def _unborne(claim: Claim, bearing: Bearing, sentence: Sentence) -> str | None:
    """Return a word that is too many, or why nothing bears the sentence."""
    allowed = len(claim.words) // _WORDS_A_SLIP
    if len(bearing.missing) > allowed:
        return bearing.missing[0]
    for window in bearing.windows:
        if not window.statements and not sentence.quotes:
            return f"[{window.source.number}]"
    return None
