"""Whether a figure or a name belongs to what is said, or to something else in the same source."""

from bot.writing.checking.claims import Claim, named, subject_of
from bot.writing.checking.outcomes import tells
from bot.writing.figures import Day, Figure, holds, written
from bot.writing.sources import DECIDED, Source, Statement
from index.danish.stems import stem
from index.documents import SectionKind
from index.search.terms import content_terms

BOUND = 0.5
"""Share of a piece's words that the sentence with its figure must bear itself: else the figure may
be that of something else."""
_WHOLE = 4
"""Content words of a clause that needs none of the one before: "510 for the western" is short."""
NAME_WEIGHS = 2
"""Words that a name weighs as, where it is asked which of two figures is meant."""


def loose(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return a figure of a claim that does not stand in a sentence, or with something else."""
    for figure in claim.figures:
        if _is_in_head(figure, source, statement):
            continue
        stands = holds(statement.figures, figure) and _share(claim, source, statement) >= BOUND
        if not stands or _is_anothers(claim, figure, source, statement):
            return written(figure)
    return None


def apart(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return a name of a claim, where a sentence says what is said of it of another name."""
    there = claim.standing_in(statement.terms | source.head_terms)
    others = [name for name in claim.names if not name & there]
    if others and _names_another(claim, source, statement):
        return min(others[0])
    return None


def crossed(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return a figure or a name of one clause that a sentence has in another clause than the rest.

    A clause may lend its words to a shorter one behind it: "640 for the eastern part and 510 for
    the western".
    """
    for figure in claim.figures:
        if isinstance(figure, str) or _is_in_head(figure, source, statement):
            continue
        if _is_beside_another(claim, figure, source, statement):
            return written(figure)
    away = (n for n in claim.names if _is_in_another_clause(claim, n, source, statement))
    return next((min(name) for name in away), None)


def _is_in_another_clause(
    claim: Claim, name: frozenset[str], source: Source, statement: Statement
) -> bool:
    """Tell whether what is said of a name is said in a clause that names another instead."""
    head = claim.standing_in(source.head_terms)
    named_in = [clause for clause in statement.clauses if claim.standing_in(clause.terms) & name]
    if name & head or all(len(content_terms(clause.text)) < _WHOLE for clause in named_in):
        return False  # "A offers 14, and B 13": the verb is lent
    here = head.union(*(claim.standing_in(clause.terms) for clause in named_in))
    said = claim.plain_words - here
    return any(
        said & claim.standing_in(clause.terms) and named(f"x {clause.text}")
        for clause in statement.clauses
        if clause not in named_in
    )


def clauses_of(claim: Claim, statement: Statement) -> tuple[str, ...]:
    """Return the clauses of a sentence that a claim rests on; all of it, where that is unclear."""
    found = tuple(
        clause.text
        for clause in statement.clauses
        if claim.standing_in(clause.terms)
        or any(tells(clause, outcome) for outcome in claim.outcomes)
        or any(holds(clause.figures, figure) for figure in claim.figures)
    )
    return found or (statement.text,)


def swapped(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return what a claim is about, where its sentence says the same of something else.

    A word of the title may be meant by any sentence below it, but not by one that names another
    subject: "each doctor is offered eight hours" is not what a mentor is offered. And what a person
    did, nobody else did.
    """
    there = claim.standing_in(statement.terms)
    first = claim.words[0].text if claim.words else None
    subject = subject_of(clauses_of(claim, statement)[0])
    if not subject or {stem(word) for word in subject} & (claim.terms | source.head_terms):
        return None
    is_person = len(subject) > 1
    is_name = any(first in name for name in claim.names)
    if is_person or (first is not None and first not in there and not is_name):
        return first or subject[0]
    return None


def _names_another(claim: Claim, source: Source, statement: Statement) -> bool:
    """Tell whether a sentence of a source names somebody whom a claim does not."""
    known = claim.terms | source.head_terms
    return any(not {stem(word) for word in name} & known for name in named(statement.text))


def _share(claim: Claim, source: Source, statement: Statement) -> float:
    """Return what share of a claim's words a sentence bears, with the head above it."""
    if not claim.words:
        return 1.0
    return len(claim.standing_in(statement.terms | source.head_terms)) / len(claim.words)


def _is_in_head(figure: Day | Figure | str, source: Source, statement: Statement) -> bool:
    """Tell whether it is the day, or a code, of the paper or the item itself.

    It is the day of what was decided; of what was presented only where that has no day of its own.
    """
    head = source.head_figures
    own = statement.figures.days
    match figure:
        case Day(month=None) if any(day.year for day in own):
            return False
        case Day() if own and statement.part not in DECIDED:
            return False
        case Day():
            return holds(head, figure)
        case Figure():
            return False
        case _:
            return figure in head.codes


def _is_anothers(
    claim: Claim, figure: Day | Figure | str, source: Source, statement: Statement
) -> bool:
    """Tell whether another figure of its sort stands nearer to what a claim speaks of.

    "It gets 520 a year and asks for 750" holds both, each in a clause of its own. A decision's is
    not weighed against what was recommended.
    """
    if not isinstance(figure, Figure):
        return False
    own = other = 0
    of_decision = statement.part is SectionKind.DECISION
    for one in source.statements:
        if of_decision and one.part is not SectionKind.DECISION:
            continue
        for clause in one.clauses:
            there = [f for f in clause.figures.numbers if f.unit == figure.unit]
            if any(figure.stands_as(f) for f in there):
                own = max(own, _nearness(claim, clause))
            elif there:
                other = max(other, _nearness(claim, clause))
    return other > own


def _is_beside_another(
    claim: Claim, figure: Day | Figure, source: Source, statement: Statement
) -> bool:
    """Tell whether a word of a claim stands only in a clause with another figure of the sort."""
    own: list[int] = []
    rivals: list[int] = []
    terms = set(source.head_terms)
    for at, clause in enumerate(statement.clauses):
        if holds(clause.figures, figure):
            own.append(at)
        elif _has_its_sort(clause, figure) and not any(
            holds(clause.figures, one) for one in claim.figures
        ):
            rivals.append(at)
            continue
        terms |= clause.terms
    if not own:
        return False
    whole = any(len(content_terms(statement.clauses[at].text)) >= _WHOLE for at in own)
    words = claim.plain_words - claim.standing_in(frozenset(terms))
    return any(
        words & claim.standing_in(statement.clauses[at].terms)
        for at in rivals
        if whole or at > max(own)
    )


def _has_its_sort(clause: Statement, figure: Day | Figure) -> bool:
    match figure:
        case Day():
            return any(day.year for day in clause.figures.days)
        case Figure():
            return any(other.unit == figure.unit for other in clause.figures.numbers)


def _nearness(claim: Claim, clause: Statement) -> int:
    borne = claim.standing_in(clause.terms)
    return len(borne) + (NAME_WEIGHS - 1) * sum(len(borne & name) for name in claim.names)
