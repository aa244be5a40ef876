"""Which sentences of its sources a piece of prose rests on, and what of it they do not bear."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.citations import folded
from bot.writing.claims import Claim, named
from bot.writing.faults import Fault
from bot.writing.figures import Day, Figure, Figures
from bot.writing.outcomes import tells
from bot.writing.patterns import leaning
from bot.writing.sources import Source, Statement
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import folded_words
from index.documents import SectionKind
from index.search.terms import Asked, content_terms

WIDEST = 1
"""Sentences in a row that may bear one piece of prose together."""
_DECIDED = {SectionKind.DECISION, SectionKind.RECOMMENDATION}
NAME_WEIGHS = 2
"""Words that a name weighs as, where it is asked which of two figures is meant."""
BOUND = 0.5
"""Share of a piece's words that the sentence with its figure, or its name, must bear itself: else
that may be of something else."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences of one source that bear a claim, as far as one source does."""

    source: Source
    statements: tuple[Statement, ...]
    borne: frozenset[str]
    """The claim's words that stand there, or in the source's head."""
    own: frozenset[str]
    """Those of them that stand in the statements themselves."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """What sources bear of a piece of prose."""

    windows: tuple[Window, ...]
    wrong: tuple[Fault, str] | None
    """What they do not bear, and how it is called."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that it rests on."""
        return tuple(chain.from_iterable(window.statements for window in self.windows))


def bearing_of(claim: Claim, sources: Sequence[Source]) -> Bearing:
    """Return what some sources bear of a claim, each by the few sentences that bear most."""
    windows = tuple(_best(claim, source) for source in sources)
    return Bearing(windows, _wrong(claim, windows))


def best_bearing(claim: Claim, sources: Sequence[Source]) -> Bearing:
    """Return what one of some sources bears of a claim: the one that bears all, or most."""
    bearings = [bearing_of(claim, [source]) for source in sources]
    return min(bearings, key=lambda b: (b.wrong is not None, -len(b.windows[0].borne)))


def clauses_of(claim: Claim, statement: Statement) -> tuple[str, ...]:
    """Return the clauses of a sentence that a claim rests on; all of it, where that is unclear."""
    found = tuple(
        clause.text
        for clause in statement.clauses
        if _standing(claim.words, clause.terms)
        or any(tells(clause, outcome) for outcome in claim.outcomes)
        or any(_holds(figure, clause.figures) for figure in _figures(claim.figures))
    )
    return found or (statement.text,)


def retold(claim: Claim, statement: Statement) -> float:
    """Return what share of a source's sentence a claim tells, 0–1, by its content words."""
    terms = {fold(word) for word in content_terms(statement.text)}
    forms = [set(form.terms) for asked in claim.words for form in asked.forms if form.whole]
    own = [term for term in terms if not term[0].isdigit()]
    told = sum(any(term in form for form in forms) for term in own)
    return told / len(own) if own else 0.0


def _wrong(claim: Claim, windows: Sequence[Window]) -> tuple[Fault, str] | None:
    borne = frozenset[str]().union(
        *(window.borne | _of_the_matter(claim, window) for window in windows)
    )
    missing = [asked.text for asked in claim.words if asked.text not in borne]
    if unnamed := [word for word in missing if any(word in name for name in claim.names)]:
        return Fault.NAME, unnamed[0]
    if (loose := next(_loose(claim, windows), None)) is not None:
        return Fault.FIGURE, loose
    if missing:
        return Fault.UNBORNE, missing[0]
    if (apart := next(_apart(claim, windows), None)) is not None:
        return Fault.NAME, apart
    if idle := [window for window in windows if not window.statements]:
        return Fault.UNBORNE, f"[{idle[0].source.number}]"
    return None


def _best(claim: Claim, source: Source) -> Window:
    """Return the shortest run of sentences that bears most of what a claim says."""
    head = _standing(claim.words, source.head_terms)
    best, most = Window(source, (), head, frozenset()), (0, 0, 0)
    for statements in _runs(source.statements):
        # A word of several must stand whole in one sentence.
        own = frozenset[str]().union(*(_standing(claim.words, s.terms) for s in statements))
        told = _told(claim, statements)
        score = (told, len(own | head), -len(statements))
        if (own or told) and score > most:
            best, most = Window(source, statements, own | head, own), score
    return best


def _told(claim: Claim, statements: Sequence[Statement]) -> int:
    """Return how many of a claim's figures, outcomes and quotations some sentences hold."""
    held = sum(
        any(_holds(figure, s.figures) for s in statements) for figure in _figures(claim.figures)
    )
    held += sum(any(tells(s, outcome) for s in statements) for outcome in claim.outcomes)
    return held + sum(any(quote in folded(s.text) for s in statements) for quote in claim.quotes)


def _runs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, ...]]:
    for length in range(1, WIDEST + 1):
        for start in range(len(statements) - length + 1):
            yield tuple(statements[start : start + length])


def _standing(words: Sequence[Asked], terms: frozenset[str]) -> frozenset[str]:
    return frozenset(
        asked.text
        for asked in words
        if any(form.whole and terms.issuperset(form.terms) for form in asked.forms)
    )


def _loose(claim: Claim, windows: Sequence[Window]) -> Iterator[str]:
    """Yield the figures that stand nowhere, or with something else."""
    for figure in _figures(claim.figures):
        if _in_heads(figure, windows):
            continue
        held = [
            (window, statement)
            for window in windows
            for statement in window.statements
            if _holds(figure, statement.figures)
        ]
        if not any(
            _share(claim, window, statement) >= BOUND
            and not _is_anothers(claim, figure, window.source, statement.part)
            for window, statement in held
        ):
            yield _written(figure)


def _is_anothers(
    claim: Claim, figure: Day | Figure | str, source: Source, part: SectionKind
) -> bool:
    """Tell whether another figure of its sort stands nearer to what a claim speaks of.

    "It gets 520 a year and asks for 750" holds both, each in a clause of its own. A decision's
    is not weighed against what was recommended.
    """
    if not isinstance(figure, Figure):
        return False
    nearest: dict[bool, int] = {}
    of_decision = part is SectionKind.DECISION
    for statement in source.statements:
        if of_decision and statement.part is not SectionKind.DECISION:
            continue
        for clause in statement.clauses:
            there = [f for f in clause.figures.numbers if f.unit == figure.unit]
            if there:
                is_own = any(figure.stands_as(other) for other in there)
                nearness = _nearness(claim, clause)
                nearest[is_own] = max(nearest.get(is_own, 0), nearness)
    return nearest.get(False, 0) > nearest.get(True, 0)


def _nearness(claim: Claim, clause: Statement) -> int:
    borne = _standing(claim.words, clause.terms)
    return len(borne) + (NAME_WEIGHS - 1) * sum(len(borne & name) for name in claim.names)


def _apart(claim: Claim, windows: Sequence[Window]) -> Iterator[str]:
    """Yield the names of a claim where what is said of them is said of another name."""
    for window in windows:
        head = window.source.head_terms
        for statement in window.statements:
            there = _standing(claim.words, statement.terms | head)
            others = [name for name in claim.names if not name & there]
            if others and _rivals(claim, statement, head):
                yield min(others[0])


def _rivals(claim: Claim, statement: Statement, head: frozenset[str]) -> bool:
    """Tell whether a sentence of a source names somebody whom a claim does not."""
    forms = {term for asked in claim.words for form in asked.forms for term in form.terms}
    return any(not {stem(word) for word in name} & (forms | head) for name in named(statement.text))


def _of_the_matter(claim: Claim, window: Window) -> frozenset[str]:
    """Return the words that the matter lends to a sentence: names, and what it leans on.

    A name need not be said again in each sentence about it: the last one that was named is meant.
    """
    source = window.source
    before = source.statements
    names = frozenset[str]().union(*claim.names)
    asked = [one for one in claim.words if one.text in names]
    lent = _decided_on(claim, source)
    for statement in window.statements:
        place = before.index(statement)
        last = next((s for s in reversed(before[:place]) if named(s.text)), None)
        if last is not None:
            lent |= _standing(asked, last.terms)
        if place and next(iter(folded_words(statement.text)), "") in leaning("da"):
            lent |= _standing(claim.words, before[place - 1].terms)
    return lent


def _decided_on(claim: Claim, source: Source) -> frozenset[str]:
    """Return the words by which a claim names what was decided, where it tells what was recorded.

    A decision is a formula: what it is on stands in the title and the recommendation, and some of
    how that is called in what was presented.
    """
    if source.outcome is None or source.outcome not in claim.outcomes:
        return frozenset()
    decided = [s for s in source.statements if s.part in _DECIDED]
    close = source.head_terms.union(*(s.terms for s in decided))
    names = frozenset[str]().union(*claim.names)
    words = [asked for asked in claim.words if asked.text not in names]
    if 2 * len(_standing(words, close)) < len(words):
        return frozenset()
    return frozenset[str]().union(*(_standing(words, s.terms) for s in source.statements))


def _share(claim: Claim, window: Window, statement: Statement) -> float:
    """Return what share of a claim's words one statement bears, with the head above it."""
    if not claim.words:
        return 1.0
    borne = _standing(claim.words, statement.terms | window.source.head_terms)
    return len(borne) / len(claim.words)


def _in_heads(figure: Day | Figure | str, windows: Sequence[Window]) -> bool:
    """Tell whether it is the day, or a code, of the paper or the item itself.

    The year alone is that of the paper only where what is told has no year of its own.
    """
    heads = [window.source.head_figures for window in windows]
    if isinstance(figure, Day):
        if figure.month is None and any(_has_year(window) for window in windows):
            return False
        return any(figure.is_within(day) for head in heads for day in head.days)
    return isinstance(figure, str) and any(figure in head.codes for head in heads)


def _has_year(window: Window) -> bool:
    return any(day.year for statement in window.statements for day in statement.figures.days)


def _figures(figures: Figures) -> Iterator[Day | Figure | str]:
    yield from figures.days
    yield from figures.numbers
    yield from figures.codes


def _holds(figure: Day | Figure | str, there: Figures) -> bool:
    match figure:
        case Day():
            return any(figure.is_within(day) for day in there.days)
        case Figure():
            return any(figure.stands_as(number) for number in there.numbers)
        case _:
            return figure in there.codes


def _written(figure: Day | Figure | str) -> str:
    match figure:
        case Day():
            parts = (figure.day, figure.month, figure.year)
            return ".".join(str(part) for part in parts if part)
        case Figure():
            return figure.written
        case _:
            return fold(figure)
