"""Where a meeting was held, by the head of its paper."""

import re
from collections.abc import Iterator

from bot.answers.finding.meetings import meeting_asked_about
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold
from index.documents import MEETING_PAPERS, Document, SectionKind
from index.spans import Span

_LABEL = re.compile(r"^\W*(?:moede)?(?:sted|lokale)\b\W*\w|^\W*(?:place|venue)\b\W*\w")
_PLACE = re.compile(
    r"\b\w*(?:moedelokale|lokale|moedesal|salen|kantinen?|raadhus(?:et)?|regionshus(?:et)?|klubhus(?:et)?"
    r"|forsamlingshus(?:et)?|sognegaard(?:en)?|kulturhus(?:et)?|town hall|room)\b"
    r"|\b\w{3,}(?:vej|gade|alle|plads|torv|straede)(?:en|et)? \d+|\bteams\b|\bonline\b|\bvirtuelt\b"
)
_LONGEST = 160
"""Characters of a line that names a place."""


def answer(question: Question, view: View) -> Reply | None:
    """Return the line that names the place of a meeting, `None` where no such line stands there."""
    asked = fold(question.text)
    if pattern("where_held").search(asked.strip()) is None:
        return None
    if not question.bodies and pattern("a_meeting").search(asked) is None:
        return None  # where other things come together
    meeting = meeting_asked_about(question, view)
    if meeting is None or meeting.document.kind not in MEETING_PAPERS:
        return None
    place = next(_places(meeting.document), None)
    if place is None:
        return None
    draft = Draft(question.text, question.language)
    draft.heading(document_name(draft, meeting.document))
    draft.quote(meeting.document, place)
    return draft.reply(ReplyKind.FACT)


def _places(document: Document) -> Iterator[Span]:
    """Yield the lines of the head that name a place, those first that say that they do."""
    headers = [s for s in document.sections if s.kind is SectionKind.HEADER]
    head = [section for section in headers if section.span.start < document.head_end]
    lines = [line for section in head for line in _lines(document.text, section.span)]
    for wanted in (_LABEL, _PLACE):
        yield from (line for line in lines if wanted.search(fold(line.of(document.text))))


def _lines(text: str, within: Span) -> Iterator[Span]:
    for line in re.finditer(r"\S[^\n]*", within.of(text)):
        span = Span(*line.span()).moved(within.start)
        if len(span) <= _LONGEST:
            yield span
