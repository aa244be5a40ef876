"""Which sentences of its sources a sentence of prose rests on, and what of it they do not bear."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from bot.citations import folded
from bot.replies import Language
from bot.writing.drafts import Sentence
from bot.writing.figures import Day, Figure, Figures, figures_of
from bot.writing.outcomes import tells, told_outcomes
from bot.writing.patterns import frame, outcomes, turns
from bot.writing.sources import Source, Statement
from index.danish.folding import fold
from index.danish.words import tokens
from index.decisions import Outcome
from index.search.terms import Asked, Part, QuestionReader

WIDEST = 3
"""Sentences in a row that may bear one sentence together."""
BOUND = 0.5
"""Share of a sentence's words that the statement with its figure must bear itself: else the figure
may be that of something else."""
BOUND_OF_SEVERAL = 0.3
"""The same for a sentence that draws on several sources, each of which bears a part of it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence of prose says, as far as it can be held against sources."""

    words: tuple[Asked, ...]
    """Content words, with every form in which they may stand in a Danish text."""
    names: frozenset[str]
    """Folded words among them that are written as names."""
    figures: Figures
    outcomes: frozenset[Outcome]
    """What it says became of something."""
    quotes: tuple[str, ...]
    """What it puts between quotation marks, white space folded."""


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
    """What the sources of a sentence bear of it."""

    windows: tuple[Window, ...]
    missing: tuple[str, ...]
    """Words that stand nowhere in them."""
    loose: tuple[str, ...]
    """Figures that do not stand there, or only of something else."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that it rests on."""
        return tuple(chain.from_iterable(window.statements for window in self.windows))


def claim_of(sentence: Sentence, language: Language, reader: QuestionReader) -> Claim:
    """Return what a sentence claims; words that only bind it claim nothing."""
    own = sentence.own
    words = tuple(
        asked
        for asked in reader.read(own, language)
        if asked.part is Part.CONTENT
        and not asked.text[0].isdigit()
        and not all(_binds(word, language) for word in asked.text.split())
    )
    return Claim(
        words,
        _names(own),
        figures_of(own, language),
        told_outcomes(own, language),
        tuple(folded(quote) for quote in sentence.quotes),
    )


def bearing_of(claim: Claim, sources: Sequence[Source]) -> Bearing:
    """Return what some sources bear of a claim, each by the few sentences that bear most."""
    windows = tuple(_best(claim, source) for source in sources)
    borne = frozenset[str]().union(*(window.borne for window in windows))
    missing = tuple(asked.text for asked in claim.words if asked.text not in borne)
    return Bearing(windows, missing, tuple(_loose(claim, windows)))


@lru_cache(maxsize=4096)
def _binds(word: str, language: Language) -> bool:
    """Tell whether a word only binds a sentence, or is held against its sources by its meaning."""
    if word in frame(language):
        return True
    ways = [turn.prose[language] for turn in turns().values()]
    ways += [way[language] for way in outcomes().values()]
    return any(way.fullmatch(word) for way in ways)


def _names(own: str) -> frozenset[str]:
    found = tokens(own)
    return frozenset(
        token.folded
        for token in found[1:]
        if token.text[0].isupper() and not token.is_number and len(token.text) > 1
    ) | frozenset(t.folded for t in found[:1] if len(t.text) > 1 and t.text.isupper())


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
    bound = BOUND if len(windows) == 1 else BOUND_OF_SEVERAL
    for figure in _figures(claim.figures):
        if _in_heads(figure, windows):
            continue
        if not any(
            _holds(figure, statement.figures) and _share(claim, window, statement) >= bound
            for window in windows
            for statement in window.statements
        ):
            yield _written(figure)


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
