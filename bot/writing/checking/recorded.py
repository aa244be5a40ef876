"""Whether what prose says became of something is what the minutes record."""

from collections.abc import Mapping, Sequence

from bot.citations import folded
from bot.replies import Language
from bot.writing.checking.bearing import Bearing
from bot.writing.checking.claims import Claim, subject_of
from bot.writing.checking.outcomes import tells
from bot.writing.drafts import Sentence
from bot.writing.patterns import bodies, deciding, turns, voice
from bot.writing.sources import DECIDED, Source, Statement
from index.danish.words import folded_words
from index.decisions import Outcome
from index.documents import SectionKind

_NEVER_PLAIN = {Outcome.REJECTED, Outcome.DEFERRED, Outcome.SENT_BACK}
"""Outcomes that whoever tells of the decision has to tell."""
_DECIDING = {*_NEVER_PLAIN, Outcome.APPROVED, Outcome.VOTE}
_LIMITS = ("limit", "condition", "aside")
"""Turns by which a reservation is told."""
_RETOLD = 0.6
"""Share of its own words with which a decision is told in full: "approved as a trial of a year"."""
_SAME: Mapping[Outcome, frozenset[Outcome]] = {
    Outcome.APPROVED: frozenset({Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE}),
}
"""Recorded outcomes for which a word may stand, where it is not its own."""


def false_outcome(
    sentence: Sentence, claim: Claim, bearings: Sequence[Bearing], language: Language
) -> str | None:
    """Return the outcome that a sentence tells and its sources do not, or the other way about."""
    for outcome in sorted(claim.outcomes):
        if not any(_records(outcome, bearing) for bearing in bearings):
            return outcome
    for source in {bearing.source.number: bearing.source for bearing in bearings}.values():
        rested = [b.statement for b in bearings if b.source is source and b.statement]
        if (wrong := _misread(claim, source, rested)) is not None:
            return wrong
        if _is_unreserved(sentence, claim, source, rested, language):
            return Outcome.APPROVED_WITH_CHANGE
        if _is_another_voice(sentence, source):
            return "told elsewhere"
    return None


def _records(outcome: Outcome, bearing: Bearing) -> bool:
    """Tell whether a source has an outcome: by its item, or by the words that are rested on."""
    if _is_same(bearing.source.outcome, outcome):
        return True
    return bearing.statement is not None and tells(bearing.statement, outcome)


def _is_same(recorded: Outcome | None, told: Outcome) -> bool:
    return recorded in _SAME.get(told, {told})


def _misread(claim: Claim, source: Source, rested: Sequence[Statement]) -> str | None:
    """Return what of a decision a claim tells otherwise than one source has it."""
    recorded, told = source.outcome, claim.outcomes
    parts = {statement.part for statement in rested}
    if recorded in _NEVER_PLAIN and SectionKind.DECISION in parts and recorded not in told:
        return recorded
    if Outcome.RECOMMENDED not in told:
        as_decided = recorded is Outcome.APPROVED and recorded in told
        # What a person said of it is theirs.
        of_body = [s for s in rested if s.part in DECIDED and len(subject_of(s.text)) < 2]
        passed_on = recorded is Outcome.RECOMMENDED and of_body
        if passed_on or (SectionKind.RECOMMENDATION in parts and not as_decided):
            return "recommendation"
    if _is_elsewhere(claim, source, rested) or _is_undecided(claim, source, rested):
        return "told elsewhere"
    return None


def _is_undecided(claim: Claim, source: Source, rested: Sequence[Statement]) -> bool:
    """Tell whether something is told as decided of which no decision is rested on.

    What was approved as recommended was decided as well; a presentation may tell of a decision.
    """
    if source.outcome is None or not deciding().search(claim.own):
        return False
    as_recommended = source.outcome is Outcome.APPROVED and Outcome.APPROVED in claim.outcomes
    return not any(
        statement.part is SectionKind.DECISION
        or (statement.part is SectionKind.RECOMMENDATION and as_recommended)
        or deciding().search(statement.text)
        for statement in rested
    )


def _is_elsewhere(claim: Claim, source: Source, rested: Sequence[Statement]) -> bool:
    """Tell whether an outcome, or a figure of it, is told from beside the decision.

    A presentation may say what it likes of what was decided; of another day it tells history.
    """
    deciding = claim.outcomes & _DECIDING
    beside = [statement for statement in rested if statement.part not in DECIDED]
    if source.outcome in {None, Outcome.NONE} or not (deciding and beside):
        return False
    if _is_history(claim, source):
        return False
    if not all(_is_same(source.outcome, outcome) for outcome in deciding):
        return not any(tells(s, o) for s in rested if s.part in DECIDED for o in deciding)
    decided = [n for s in source.statements if s.part in DECIDED for n in s.figures.numbers]
    told = [n for s in beside for n in s.figures.numbers]
    return any(
        any(map(figure.stands_as, told)) and not any(map(figure.stands_as, decided))
        for figure in claim.numbers
    )


def _is_another_voice(sentence: Sentence, source: Source) -> bool:
    """Tell whether words that are quoted as a body's own stand beside what it decided."""
    if source.outcome is None or not (_is_of_body(sentence.own) and voice().search(sentence.own)):
        return False
    decided = folded(" ".join(s.text for s in source.statements if s.part in DECIDED))
    return any(folded(quote) not in decided for quote in sentence.quotes)


def _is_of_body(own: str) -> bool:
    """Tell whether a sentence begins with whoever meets: "Færgerådet", "The council"."""
    first = next((word for word in folded_words(own) if word not in {"the", "det", "den"}), "")
    return first.endswith(tuple(bodies()))


def _is_history(claim: Claim, source: Source) -> bool:
    """Tell whether a sentence tells of another day than the meeting's."""
    days = source.head_figures.days
    return any(not any(day.is_within(head) for head in days) for day in claim.days)


def _is_unreserved(
    sentence: Sentence,
    claim: Claim,
    source: Source,
    rested: Sequence[Statement],
    language: Language,
) -> bool:
    """Tell whether a decision is told without what limits it."""
    recorded = source.outcome
    approved = Outcome.APPROVED in claim.outcomes and recorded not in {None, Outcome.NONE}
    recommends = recorded is Outcome.RECOMMENDED and recorded in claim.outcomes
    if not (approved or recommends):
        return False  # why something was put off limits nothing
    of_others = rested and all(s.part is SectionKind.RECOMMENDATION for s in rested)
    if recommends and of_others and not _is_of_body(sentence.own):
        return False
    decided = [s for s in source.statements if s.part is SectionKind.DECISION]
    words = folded(sentence.text).rstrip(".")
    others = [s for s in decided if folded(s.text).rstrip(".") != words]
    if len(others) < len(decided) and not any(_is_limited(s) for s in others):
        return False  # it is told letter by letter, and nothing else limits it
    changed = recorded is Outcome.APPROVED_WITH_CHANGE and approved
    limited = any(map(_is_limited, decided))
    if not (changed or limited) or _limits(sentence, language):
        return False
    return not any(claim.share_of(statement.text) >= _RETOLD for statement in decided)


def _is_limited(statement: Statement) -> bool:
    return any(turns()[sort].there.search(statement.text) for sort in _LIMITS)


def _limits(sentence: Sentence, language: Language) -> bool:
    own, quoted = sentence.own, " ".join(sentence.quotes)
    return any(
        turns()[sort].prose[language].search(own) or turns()[sort].there.search(quoted)
        for sort in _LIMITS
    )
