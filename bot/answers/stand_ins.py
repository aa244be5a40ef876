"""Who came instead of somebody, in the words of the minutes."""

import re
from collections.abc import Iterator

from bot.answers import refusals
from bot.answers.finding.meetings import papers_of_meetings
from bot.answers.finding.persons import is_named, persons_of, typed_names, typed_names_of
from bot.answers.finding.searches import meeting_papers
from bot.answers.telling.decision_words import warn_of_paper
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold
from index.danish.words import folded_words
from index.documents import Document, SectionKind
from index.spans import Span

PAPERS_SHOWN = 4
"""Meetings of which is told who came instead of somebody, the newest first."""

_WORD = r"(?:suppleant|stedfortræder|substitut|afløser|vikar)\w*"
_INSTEAD = re.compile(
    rf"\b{_WORD}\b|\bi\s+(?:stedet|hans|hendes|deres)\b|\b(?:mødte|deltog|indtrådte)\s+for\b"
    r"|\bfor\s+[^:.;]{3,60}?\s+(?:mødte|deltog|indtrådte|var\s+mødt)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(rf"[\s*_#•-]*(?:{_WORD}|i\s+(?:stedet|hans|hendes|deres))\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\bfor\s+[A-ZÆØÅ]")
_PARTS = frozenset({SectionKind.ATTENDANCE, SectionKind.HEADER})


def answer(question: Question, view: View) -> Reply | None:
    """Return the lines on who came instead of the person named, or of anybody at a meeting."""
    names = persons_of(question, view)
    names = names or typed_names_of(question, names)
    if not names and not (question.bodies or question.period):
        return None
    draft = Draft(question.text, question.language)
    shown = 0
    for paper in papers_of_meetings(view.documents(meeting_papers(question))):
        if paper.date is not None and paper.date > question.today:
            continue
        document = view.document(paper.id)
        told = list(_told(document, names))
        if told:
            draft.heading(document_name(draft, document))
            warn_of_paper(draft, document)
            for place in told:
                draft.quote(document, place)
            shown += 1
        if shown == PAPERS_SHOWN or (shown and not names):
            break
    if draft.cites:
        return draft.reply(ReplyKind.PEOPLE)
    # A line with the person's own name would read as the answer.
    return refusals.refuse(question, view) if names else None


def _told(document: Document, names: list[str]) -> Iterator[Span]:
    """Yield the lines on attendance that tell of a stand-in for one of those named."""
    lines = list(_lines(document))
    taken: Span | None = None
    for at, line in enumerate(lines):
        words = line.of(document.text)
        if taken is not None and taken.contains(line):
            continue
        behind = lines[at + 1] if at + 1 < len(lines) else None
        if names and not _names_one(words, names):
            continue
        if _INSTEAD.search(words):
            taken = line
        elif behind is not None and _names_another(behind.of(document.text), names):
            taken = Span(line.start, behind.end)
        else:
            continue
        yield taken


def _names_another(words: str, names: list[str]) -> bool:
    """Tell whether the next line goes on with who came, and not for somebody else."""
    if not names or _GOES_ON.match(words) is None:
        return False
    # A line that names the person tells it by itself.
    return _OF_OTHERS.search(words) is None and not _names_one(words, names)


def _names_one(words: str, names: list[str]) -> bool:
    folded = fold(words)
    if any(re.search(rf"\b{re.escape(fold(name))}\b", folded) for name in names):
        return True
    written = typed_names(f" {words}")
    return any(is_named(name, folded_words(one)) for name in names for one in written)


def _lines(document: Document) -> Iterator[Span]:
    """Yield the lines of the parts that tell who was there."""
    for section in document.sections:
        if section.kind not in _PARTS:
            continue
        start = section.span.start
        for line in section.span.of(document.text).split("\n"):
            bare = line.strip()
            if bare:
                begin = start + line.index(bare[0])
                yield Span(begin, begin + len(bare))
            start += len(line) + 1
