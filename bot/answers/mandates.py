"""What a body is for and what it may decide, by its terms of reference (kommissorium, vedtægt)."""

import re
from collections.abc import Iterator

from bot.answers.telling.openings import opening_of
from bot.questions.bodies.institutions import own_names_of_board
from index.archive import BodyEntry, Filter, View
from index.danish.folding import fold
from index.documents import MEETING_PAPERS, Document, DocumentKind, Section, SectionKind
from index.spans import Span

_PURPOSES = tuple(map(re.compile, ("formaal", "opgave|ansvar", "kommissorium", "baggrund")))
"""Headings under which terms of reference say what a body is for, those that say it best first."""
_COMPETENCE = re.compile("kompetence|befoejelse|beslutnings")
_COMPOSITION = re.compile(
    r"(?:§?\s*\d+\W+)?(?:\w+(?:en|et)s )?"
    r"(?:sammensaetning|medlemmer|medlemskab|deltagere|composition|membership|members)\b"
)
_ADOPTED = re.compile(r"(?:vedtaget|godkendt|tiltrådt|gældende|revideret|senest)\b", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[A-ZÆØÅ][^.:\n]{2,40})[.:]\s+(?=\S)")
_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)


def terms_of(body: BodyEntry, view: View) -> Iterator[Document]:
    """Yield the terms of reference of a body, else those titled by whose board it is."""
    kinds = frozenset({DocumentKind.TERMS})
    own = view.documents(Filter(bodies=frozenset({body.key}), kinds=kinds))
    yield from (view.document(paper.id) for paper in own)
    names = [name for name in own_names_of_board(body) if name]
    for paper in view.documents(Filter(kinds=kinds)) if names and not own else ():
        if paper.body_key is None and any(name in fold(paper.title) for name in names):
            yield view.document(paper.id)


def purposes(document: Document) -> list[Span]:
    """Return where a paper says what the body is for, and then what it may decide.

    Either stands under a heading, or behind a label at the start of a paragraph. The line that
    says who adopted the paper tells nothing of it.
    """
    parts = [part for section in document.sections for part in _parts(document, section)]
    telling = [(label, body) for label, body in parts if not _ADOPTED.match(body.of(document.text))]
    named = [body for p in _PURPOSES for label, body in telling if label and p.search(fold(label))]
    first = next(iter([*named, *(body for _, body in telling)]), None)
    if first is None:
        return []
    may = [body for label, body in telling if label and _COMPETENCE.search(fold(label))]
    places = [first, *(body for body in may[:1] if body != first)]
    return [opening_of(document, place) for place in places]


def composition(document: Document) -> Span | None:
    """Return where a paper says who sits on the body."""
    parts = (part for section in document.sections for part in _parts(document, section))
    return next((body for label, body in parts if label and _COMPOSITION.match(fold(label))), None)


def is_of_a_head(document: Document, place: Span) -> bool:
    """Tell whether words stand in the head of a meeting's paper, which says what the paper is."""
    if document.kind not in MEETING_PAPERS or not document.items:
        return False
    return place.start < document.head_end


def _parts(document: Document, section: Section) -> Iterator[tuple[str | None, Span]]:
    """Yield the paragraphs of a section whose paragraphs are labelled, else all of it as one."""
    if section.kind is SectionKind.HEADER or not len(section.body):
        return
    text = section.body.of(document.text)
    found = [(m, _LABEL.match(m[0])) for m in _PARAGRAPH.finditer(text)]
    if not any(label for _, label in found):
        yield section.heading, section.body
        return
    for match, label in found:
        start, end = match.span()
        yield (
            label["label"] if label else section.heading,
            Span(section.body.start + start, section.body.start + end),
        )
