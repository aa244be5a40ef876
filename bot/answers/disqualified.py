"""Who was disqualified at the meetings that a question is about (inhabil), in the papers' words."""

import re
from collections.abc import Sequence

from bot.answers.finding.beside_names import DISQUALIFIED, disqualified_in, told_behind
from bot.answers.finding.meetings import papers_of_meetings
from bot.answers.finding.persons import matter_beside
from bot.answers.finding.searches import meeting_papers
from bot.answers.telling.decision_words import warn_of_paper
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name, item_name
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold
from index.documents import Document
from index.spans import Span

MEETINGS_SHOWN = 5
PAPERS_LOOKED_AT = 60
"""Papers that are read for it, the newest first."""


def answer(question: Question, view: View, names: Sequence[str] = ()) -> Reply | None:
    """Return the sentences on it, meeting by meeting; `None` where no paper has any.

    With `names`, those that name the person alone.
    """
    if matter_beside(question, list(names)) is not None:
        return None
    papers = papers_of_meetings(view.documents(meeting_papers(question)))[:PAPERS_LOOKED_AT]
    read = [view.document(p.id) for p in papers if p.date is None or p.date <= question.today]
    told = [(document, places) for document in read if (places := _places(document, names))]
    draft = Draft(question.text, question.language)
    for document, places in told[:MEETINGS_SHOWN]:
        _write(draft, document, places)
    if len(told) > MEETINGS_SHOWN:
        draft.say("list_shortened", shown=MEETINGS_SHOWN, count=len(told))
    return draft.reply(ReplyKind.PEOPLE) if draft.cites else None


def _places(document: Document, names: Sequence[str]) -> list[Span]:
    """Return what a paper says of it: the sentences of its items, and what stands behind a name."""
    lasts = [name.split()[-1] for name in names]
    behind = (told_behind(document, person) for person in document.attendance)
    listed = [p for p in behind if p is not None and DISQUALIFIED.search(fold(p.of(document.text)))]
    told = dict.fromkeys([*listed, *disqualified_in(document)])
    return [
        place
        for place in told
        if not lasts
        or any(re.search(rf"\b{re.escape(x)}s?\b", place.of(document.text)) for x in lasts)
    ]


def _write(draft: Draft, document: Document, places: list[Span]) -> None:
    warn_of_paper(draft, document)
    heading = None
    for place in places:
        item = next((item for item in document.items if item.span.contains(place)), None)
        name = item_name(draft, document, item) if item else document_name(draft, document)
        if name != heading:
            draft.heading(name)
            heading = name
        draft.quote(document, place)
