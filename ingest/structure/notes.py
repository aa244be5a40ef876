"""Decisions in plain notes, where no heading tells them from the discussion."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.danish.sentences import sentences
from index.decisions import Outcome
from index.documents import Section, SectionKind
from index.spans import Span
from ingest.structure.lines import Line, lines_in, paragraphs
from ingest.structure.outcomes import classify

_DECIDES = re.compile(
    r"(?:der\s+var\s+enighed\s+om|det\s+(?:blev|er|besluttedes)\b|der\s+blev\s+(?:besluttet|truffet)"
    r"|(?:[^\s,;:]+\s+){1,10}?(?:blev|besluttede|godkendte|tiltrådte|vedtog|tog|drøftede|bevilgede"
    r"|tilsluttede|anbefalede|afviste|udsatte|tages|tog\s+til|godkendes|udsættes|udskydes)\b"
    r"|(?:enstemmigt\s+)?(?:godkendt|tiltrådt|vedtaget|udsat|afvist|drøftet|taget\s+til|bevilget|anbefales"
    r"|hjemvist|udgår|orientering)\b)",
    re.IGNORECASE,
)
_LONGEST = 900
"""Characters. A longer paragraph is a discussion, whatever it ends with."""
_IDLE = frozenset({Outcome.UNCLASSIFIED, Outcome.NONE})


def with_noted_decisions(
    text: str, lines: Sequence[Line], sections: Sequence[Section]
) -> tuple[Section, ...]:
    """Part the paragraphs that decide from the text of items that have no part "Beslutning"."""
    decided = {s.item for s in sections if s.kind is SectionKind.DECISION}
    parted: list[Section] = []
    for section in sections:
        plain = section.kind is SectionKind.TEXT and section.item is not None and not section.path
        if plain and section.item not in decided and len(section.body):
            parted.extend(_parted(text, lines, section))
        else:
            parted.append(section)
    return tuple(replace(section, index=index) for index, section in enumerate(parted))


def _parted(text: str, lines: Sequence[Line], section: Section) -> Iterator[Section]:
    runs = _runs(text, lines, section)
    if not any(decides for decides, _ in runs):
        yield section
        return
    starts = [section.span.start, *(span.start for _, span in runs[1:])]
    ends = [*starts[1:], section.span.end]
    for (decides, body), start, end in zip(runs, starts, ends, strict=True):
        kind = SectionKind.DECISION if decides else SectionKind.TEXT
        yield replace(section, kind=kind, span=Span(start, end), body=body)


def _runs(text: str, lines: Sequence[Line], section: Section) -> list[tuple[bool, Span]]:
    """Return the text of an item as alternating stretches that decide and that do not."""
    within = [x for x in lines_in(lines, section.body) if x.span.start >= section.body.start]
    runs: list[tuple[bool, Span]] = []
    for group in paragraphs(within):
        paragraph = Span(group[0].span.start, min(group[-1].span.end, section.body.end))
        for decides, span in _halves(text, paragraph):
            if runs and runs[-1][0] == decides:
                runs[-1] = decides, Span(runs[-1][1].start, span.end)
            else:
                runs.append((decides, span))
    return runs


def _halves(text: str, paragraph: Span) -> Iterator[tuple[bool, Span]]:
    """Part a paragraph before the sentences that end it with a decision."""
    if len(paragraph) > _LONGEST:
        yield False, paragraph
        return
    said = [_moved(span, paragraph.start) for span in sentences(paragraph.of(text))]
    if said and _decides(said[0].of(text)):
        yield True, paragraph
        return
    first = len(said)
    while first > 0 and _decides(said[first - 1].of(text)):
        first -= 1
    if first == len(said):
        yield False, paragraph
        return
    yield False, Span(paragraph.start, said[first - 1].end)
    yield True, Span(said[first].start, paragraph.end)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _decides(sentence: str) -> bool:
    return _DECIDES.match(sentence) is not None and classify(sentence) not in _IDLE
