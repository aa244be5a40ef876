"""What a sentence of a model's must stand up to before anybody sees it.

In doubt it falls: below the prose stands what the papers say in their own words, so a sentence that
is left out costs little, and one that is wrong does harm.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.citations import folded
from bot.questions.language import language_of
from bot.replies import Language
from bot.writing.bearing import Bearing, Window, best_bearing, clauses_of, retold
from bot.writing.claims import Claim, claim_of
from bot.writing.clauses import clauses
from bot.writing.drafts import Piece, Sentence
from bot.writing.faults import Fault
from bot.writing.markup import markup_in
from bot.writing.outcomes import tells
from bot.writing.patterns import leaning, opposites, outcomes, turns
from bot.writing.sources import Source, Statement
from index.danish.glossary import Glossary
from index.danish.words import folded_words
from index.decisions import Outcome
from index.documents import SectionKind
from index.search.terms import QuestionReader

_SHORTEST = 3
"""Words of a sentence that says something: "Taget til efterretning."."""
_FEW_WORDS = 4
"""Words with which a sentence's language can be told."""
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
_LIMITS = ("limit", "condition", "aside")
"""Turns by which a reservation is told."""
_OF_A_CLAUSE = {"negation", "uncertainty", "request"}
"""Turns that turn their own clause and no other."""
_RETOLD = 0.6
"""Share of its own words with which a decision is told in full: "approved as a trial of a year"."""
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
        claim = self._claim(Piece(sentence.text, sentence.markers))
        bearings = [bearing for piece in sentence.pieces for bearing in self._borne(piece)]
        for bearing in bearings:
            if bearing.wrong is not None:
                return Judged(sentence, *bearing.wrong)
        windows = tuple(chain.from_iterable(bearing.windows for bearing in bearings))
        if idle := set(sentence.markers) - {window.source.number for window in windows}:
            return Judged(sentence, Fault.UNBORNE, f"{sorted(idle)}")
        if (outcome := self._false_outcome(sentence, claim, windows)) is not None:
            return Judged(sentence, Fault.OUTCOME, outcome)
        if (turn := self._turned(sentence, claim, windows)) is not None:
            return Judged(sentence, Fault.TURNED, turn)
        return Judged(sentence, None, windows=windows)

    def _borne(self, piece: Piece) -> Sequence[Bearing]:
        """Return what bears a piece of a sentence: as a whole, else clause by clause."""
        sources = [self._sources[number] for number in piece.markers]
        whole = best_bearing(self._claim(piece), sources)
        parts = clauses(piece.text) if whole.wrong is not None or len(sources) > 1 else ()
        if len(parts) < 2:
            return [whole]
        return [best_bearing(self._claim(Piece(part, piece.markers)), sources) for part in parts]

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

    def _false_outcome(
        self, sentence: Sentence, claim: Claim, windows: Sequence[Window]
    ) -> str | None:
        """Return the outcome that a sentence tells and its sources do not, or the other way."""
        for outcome in sorted(claim.outcomes):
            if not any(_records(outcome, window) for window in windows):
                return outcome
        for source in dict.fromkeys(window.source for window in windows):
            of_source = [window for window in windows if window.source is source]
            if (wrong := self._misread(sentence, claim, source, of_source)) is not None:
                return wrong
        return None

    def _misread(
        self, sentence: Sentence, claim: Claim, source: Source, windows: Sequence[Window]
    ) -> str | None:
        """Return what of a decision a sentence tells otherwise than one source has it."""
        recorded, told = source.outcome, claim.outcomes
        statements = [statement for window in windows for statement in window.statements]
        parts = {statement.part for statement in statements}
        of_window = [{s.part for s in window.statements} for window in windows]
        if recorded in _NEVER_PLAIN and SectionKind.DECISION in parts and recorded not in told:
            return recorded
        approved = Outcome.APPROVED in told
        as_decided = recorded is Outcome.APPROVED and approved
        asked_for = {SectionKind.RECOMMENDATION} in of_window and Outcome.RECOMMENDED not in told
        passed_on = recorded is Outcome.RECOMMENDED and parts & _DECIDED
        if (asked_for and not as_decided) or (passed_on and Outcome.RECOMMENDED not in told):
            return "recommendation"
        recommends = recorded is Outcome.RECOMMENDED and recorded in told
        if recorded in {None, Outcome.NONE} or not (told & _DECIDING or recommends):
            return None
        if _is_elsewhere(claim, recorded, source, statements):
            return "told elsewhere"
        if not (approved or recommends):
            return None  # why something was put off limits nothing
        return self._reservation(sentence, claim, source, approved=approved)

    def _reservation(
        self, sentence: Sentence, claim: Claim, source: Source, *, approved: bool
    ) -> str | None:
        """Return what limits a decision that a sentence tells and that it leaves out."""
        changed = source.outcome is Outcome.APPROVED_WITH_CHANGE and approved
        decided = [s for s in source.statements if s.part is SectionKind.DECISION]
        limited = any(turns()[sort].there.search(s.text) for sort in _LIMITS for s in decided)
        if not (changed or limited) or self._limits(sentence):
            return None
        if any(retold(claim, statement) >= _RETOLD for statement in decided):
            return None
        return Outcome.APPROVED_WITH_CHANGE

    def _limits(self, sentence: Sentence) -> bool:
        said = [turns()[sort].prose[self._language] for sort in _LIMITS]
        return any(limit.search(sentence.own) for limit in said) or any(
            turns()[sort].there.search(quote) for sort in _LIMITS for quote in sentence.quotes
        )

    def _turned(self, sentence: Sentence, claim: Claim, windows: Sequence[Window]) -> str | None:
        """Return what turns the sentence and not its sources, or the other way about."""
        statements = [s for window in windows for s in window.statements]
        whole = " ".join(s.text for s in statements)
        near = " ".join(clause for s in statements for clause in clauses_of(claim, s))
        own, quoted = sentence.own, " ".join(sentence.quotes)
        rejected = outcomes()[Outcome.REJECTED]
        for sort, turn in turns().items():
            mine = turn.prose[self._language].search(own) is not None
            if sort == "negation":
                mine = mine or rejected[self._language].search(own) is not None
                there_rejected = rejected["da"].search(near) is not None
            else:
                there_rejected = False
            told = mine or turn.there.search(quoted) is not None
            # A wish in another clause turns nothing; a condition stands in a clause of its own.
            must = there_rejected or turn.there.search(near if sort in _OF_A_CLAUSE else whole)
            if must and not told and sort != "aside":  # why something is so may stay untold
                return sort
            licensed = turn.licence is None or turn.licence.search(whole) or there_rejected
            if mine and not licensed:
                return sort
        for opposite in opposites():
            said = opposite.said[self._language].search(own)
            contrary = opposite.must or opposite.contrary.search(whole)
            if said and contrary and not opposite.same.search(whole):
                return said[0]
        return None


def _records(outcome: Outcome, window: Window) -> bool:
    """Tell whether a source has an outcome: by its item, or by the words that are rested on."""
    if window.source.outcome in _SAME.get(outcome, {outcome}):
        return True
    return any(tells(statement, outcome) for statement in window.statements)


def _is_elsewhere(
    claim: Claim, recorded: Outcome | None, source: Source, statements: Sequence[Statement]
) -> bool:
    """Tell whether an outcome, or a figure of it, is told from beside the decision.

    A presentation may say what it likes of what was decided; of another day it tells history.
    """
    beside = [s for s in statements if s.part not in _DECIDED]
    deciding = claim.outcomes & _DECIDING
    if not beside or _is_history(claim, source):
        return False
    if all(recorded in _SAME.get(outcome, {outcome}) for outcome in deciding):
        decided = [s for s in source.statements if s.part in _DECIDED]
        return any(
            any(figure.stands_as(n) for s in beside for n in s.figures.numbers)
            and not any(figure.stands_as(n) for s in decided for n in s.figures.numbers)
            for figure in claim.figures.numbers
        )
    return not any(tells(s, o) for s in statements if s.part in _DECIDED for o in deciding)


def _is_history(claim: Claim, source: Source) -> bool:
    """Tell whether a sentence tells of another day than the meeting's."""
    days = source.head_figures.days
    return any(not any(day.is_within(head) for head in days) for day in claim.figures.days)
