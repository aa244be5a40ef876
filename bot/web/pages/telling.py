"""A reply as a page shows it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.citations import Citation
from bot.rendering.markdown import Line, LineKind, lines_of
from bot.rendering.places import place
from bot.replies import Language, Reply, ReplyKind, ToldRate
from index.archive import ItemEntry

SEEN = 6
"""Points of a long list, or sources of a long answer, that are seen at once."""
LONG_LIST = 10
"""From so many on, the rest is unfolded: to hide two or three lines would spare nobody anything."""


_HELD = re.compile(r" (?=·)|(?<=\bpunkt) (?=\d)|(?<=\bitem) (?=\d)")
"""Spaces at which no line ends: one that began with a dot or a bare number would be misread."""
_HELD_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: a paragraph, a list, a quotation, a heading."""

    kind: LineKind
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """All that they say."""
        return " ".join(run.text for line in self.lines for run in line.runs)

    @property
    def first(self) -> tuple[Line, ...]:
        """The lines that are seen at once."""
        return self.lines[: self._cut]

    @property
    def rest(self) -> tuple[Line, ...]:
        """Those of a long list that are unfolded."""
        return self.lines[self._cut :]

    @property
    def _cut(self) -> int:
        if self.kind is not LineKind.POINT or len(self.lines) < LONG_LIST:
            return len(self.lines)
        # A point is never parted from those that stand below it.
        ends = (at for at in range(SEEN, len(self.lines)) if not self.lines[at].indent)
        return next(ends, len(self.lines))


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with its place, and the words around it."""

    citation: Citation
    place: str
    before: str
    """What stands before the quotation in its passage."""
    after: str

    @property
    def has_surroundings(self) -> bool:
        """Whether the passage says more than the quotation."""
        return bool(self.before.strip() or self.after.strip())


@dataclass(frozen=True, slots=True)
class Told:
    """A reply, ready to be drawn."""

    reply: Reply
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]

    @property
    def first_sources(self) -> tuple[Source, ...]:
        """The sources that are seen at once."""
        return self.sources[:SEEN] if len(self.sources) >= LONG_LIST else self.sources

    @property
    def more_sources(self) -> tuple[Source, ...]:
        """Those that are unfolded."""
        return self.sources[len(self.first_sources) :]

    @property
    def is_no(self) -> bool:
        """Whether it is one of the four kinds of no."""
        return self.reply.kind in _NO

    @property
    def rates(self) -> tuple[ToldRate, ...]:
        """The rates that it states."""
        return self.reply.rates

    @property
    def decisions(self) -> tuple[ItemEntry, ...]:
        """The items whose decisions it tells of."""
        return self.reply.decisions


_NO = frozenset(
    {ReplyKind.NOT_FOUND, ReplyKind.NOT_DECIDED, ReplyKind.CLOSED, ReplyKind.NOT_IN_ARCHIVE}
)


def told(reply: Reply, language: Language) -> Told:
    """Return a reply in blocks, with its sources.

    The reply is in its own language, mostly the question's; where its sources stand is told in
    that of the page, as all that stands around a reply.
    """
    numbers = {citation.number for citation in reply.citations}
    return Told(
        reply,
        tuple(_blocks([_held(line) for line in lines_of(reply.text, numbers)])),
        tuple(source(citation, language) for citation in reply.citations),
    )


def source(citation: Citation, language: Language) -> Source:
    """Return a citation with where it stands."""
    text, around = citation.document.text, citation.passage_span
    return Source(
        citation,
        place(citation, language),
        text[around.start : citation.span.start].lstrip("\n"),
        text[citation.span.end : around.end].rstrip("\n"),
    )


def _held(line: Line) -> Line:
    """Return a line in which a marker stays with the words that it stands behind."""
    runs = []
    for run, after in zip(line.runs, [*line.runs[1:], None], strict=True):
        text = _HELD.sub(_HELD_SPACE, run.text)
        if after is not None and after.marker is not None and text.endswith(" "):
            text = text[:-1] + _HELD_SPACE
        runs.append(replace(run, text=text))
    return replace(line, runs=tuple(runs))


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield lines in blocks: points that follow each other are one list."""
    number = 0
    keyed = []
    for before, line in zip([None, *lines], lines, strict=False):
        joins = (
            before is not None
            and before.kind is line.kind
            and (line.kind is LineKind.POINT or not line.begins)
            and line.kind is not LineKind.HEADING
        )
        number += not joins
        keyed.append((number, line))
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        together = tuple(line for _, line in group)
        yield Block(together[0].kind, together)
