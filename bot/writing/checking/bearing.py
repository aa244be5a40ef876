"""Which sentence of its sources a piece of prose rests on, and what of it that does not bear."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bot.citations import folded
from bot.writing.checking.belonging import apart, crossed, loose, swapped
from bot.writing.checking.claims import Claim, named
from bot.writing.checking.faults import Fault
from bot.writing.checking.generality import named_one
from bot.writing.checking.order import misordered
from bot.writing.checking.outcomes import tells
from bot.writing.checking.pairing import mispaired
from bot.writing.checking.pointing import pointing
from bot.writing.checking.tense import untimely
from bot.writing.clauses import clauses
from bot.writing.figures import holds
from bot.writing.patterns import leaning
from bot.writing.sources import DECIDED, Source, Statement
from index.danish.words import folded_words
from index.documents import SectionKind

_STOPS = ".!… "
_TIMES = frozenset(("gang", "dag", "uge", "maaned", "periode", "sommer", "vinter"))
"""What "this" before it says when, and leans on nothing: "this time the results are in"."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """What one source bears of a piece of prose, by the one sentence that bears most."""

    source: Source
    statement: Statement | None
    """`None` where no sentence bears anything."""
    borne: frozenset[str]
    """The claim's words that stand there, in the source's head, or are lent by the matter."""
    wrong: tuple[Fault, str] | None
    """What is not borne, and how it is called."""


def best_bearing(claim: Claim, sources: Sequence[Source]) -> Bearing:
    """Return what one of some sources bears of a claim: the one that bears all, or most."""
    bearings = [_bearing(claim, source) for source in sources]
    return min(bearings, key=lambda bearing: (bearing.wrong is not None, -len(bearing.borne)))


def copied(text: str, claim: Claim, sources: Sequence[Source]) -> Bearing | None:
    """Return what bears a sentence that is one of its sources', letter by letter; else `None`."""
    words = folded(text).rstrip(_STOPS)
    for source in sources:
        for statement in source.statements:
            if folded(statement.text).rstrip(_STOPS) == words:
                own = frozenset(asked.text for asked in claim.words)
                return Bearing(source, statement, own, None)
    return None


def _bearing(claim: Claim, source: Source) -> Bearing:
    statement = _best(claim, source)
    borne = claim.standing_in(source.head_terms) | _decided_on(claim, source)
    if statement is None:
        return Bearing(source, None, borne, (Fault.UNBORNE, f"[{source.number}]"))
    borne |= claim.standing_in(statement.terms) | _lent(claim, source, statement)
    return Bearing(source, statement, borne, _wrong(claim, source, statement, borne))


def _wrong(
    claim: Claim, source: Source, statement: Statement, borne: frozenset[str]
) -> tuple[Fault, str] | None:
    missing = [asked.text for asked in claim.words if asked.text not in borne]
    names = frozenset(chain.from_iterable(claim.names))
    if unnamed := [word for word in missing if word in names]:
        return Fault.NAME, unnamed[0]
    if (figure := loose(claim, source, statement)) is not None:
        return Fault.FIGURE, figure
    if missing:
        return Fault.UNBORNE, missing[0]
    if (word := pointing(claim, statement)) is not None:
        return Fault.UNBORNE, word
    if (name := apart(claim, source, statement) or named_one(claim, statement)) is not None:
        return Fault.NAME, name
    # Of several clauses, each is looked at by itself.
    is_one = len(clauses(claim.own)) == 1
    if is_one and (word := crossed(claim, source, statement)) is not None:
        return Fault.SWAPPED, word
    if (figure := mispaired(claim, statement)) is not None:
        return Fault.FIGURE, figure
    subject = swapped(claim, source, statement) or misordered(claim, source, statement)
    if subject is not None:
        return Fault.SWAPPED, subject
    if (verb := untimely(claim, source, statement)) is not None:
        return Fault.TURNED, verb
    return None


def _best(claim: Claim, source: Source) -> Statement | None:
    """Return the sentence that bears most: first of figures, outcomes and quotations, then words.

    Of two that bear as much it is the decision.

    One and no more: of two in a row, the subject of one would come with the figure of the other.
    """
    best, most = None, (0, 0, False)
    at_head = claim.standing_in(source.head_terms)
    for statement in source.statements:
        own = claim.standing_in(statement.terms)
        told = _told(claim, statement)
        score = told, len(own | at_head), statement.part is SectionKind.DECISION
        if (own or told) and score > most:
            best, most = statement, score
    return best


def _told(claim: Claim, statement: Statement) -> int:
    """Return how many of a claim's figures, outcomes and quotations a sentence holds."""
    words = folded(statement.text)
    return (
        sum(holds(statement.figures, figure) for figure in claim.figures)
        + sum(tells(statement, outcome) for outcome in claim.outcomes)
        + sum(quote in words for quote in claim.quotes)
    )


def _lent(claim: Claim, source: Source, statement: Statement) -> frozenset[str]:
    """Return the words that the sentences before lend to one: a name, and what it leans on.

    A name need not be said again in each sentence about it: the last one that was named is meant.
    """
    before = source.statements[: source.statements.index(statement)]
    last = next((one for one in reversed(before) if named(one.text)), None)
    lent = frozenset[str]()
    if last is not None:
        lent |= claim.standing_in(last.terms) & frozenset(chain.from_iterable(claim.names))
    first, second = (*folded_words(statement.text)[:2], "", "")[:2]
    if before and first in leaning("da") and second not in _TIMES:
        lent |= claim.standing_in(before[-1].terms)
    return lent


def _decided_on(claim: Claim, source: Source) -> frozenset[str]:
    """Return the words by which a claim names what was decided, where it tells what was recorded.

    A decision is a formula: what it is on stands in the title and the recommendation, and some of
    how that is called in what was presented.
    """
    if source.outcome is None or source.outcome not in claim.outcomes:
        return frozenset()
    decided = (statement.terms for statement in source.statements if statement.part in DECIDED)
    words = claim.plain_words
    if 2 * len(claim.standing_in(source.head_terms.union(*decided)) & words) < len(words):
        return frozenset()
    everywhere = (claim.standing_in(statement.terms) for statement in source.statements)
    return frozenset(chain.from_iterable(everywhere)) & words
