"""The meetings that a person came to, or missed, each with the words of its minutes."""

from bot.answers.finding.meetings import papers_of_meetings
from bot.answers.finding.persons import in_paper, persons_of
from bot.answers.finding.searches import meeting_papers
from bot.answers.matters.listed_items import LONGEST
from bot.answers.telling.attendance import words_on
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import document_name
from bot.citations import UncitablePlace, folded
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold
from index.documents import Attendee, Document, Presence


def answer(question: Question, view: View) -> Reply | None:
    """Return the meetings asked for; `None` where none are, or nobody whom the archive knows."""
    folded_text = fold(question.text)
    if pattern("meetings_of").search(folded_text) is None:
        return None
    names = persons_of(question, view)
    if len(names) != 1:
        return None
    missed = pattern("missed").search(folded_text) is not None
    draft = Draft(question.text, question.language)
    told: list[tuple[str, Document, Attendee]] = []
    for paper in papers_of_meetings(view.documents(meeting_papers(question))):
        document = view.document(paper.id)
        found = next((p for p in in_paper(names, document) if _is_so(p, missed=missed)), None)
        if found is not None:
            told.append((document_name(draft, document), document, found))
    key = "list_meetings_missed" if missed else "list_meetings_attended"
    draft.say(key, name=plain(names[0]), count=len(told))
    draft.points([_line(draft, *one) for one in told[:LONGEST]], len(told))
    draft.say("list_meetings_of_minutes")
    return draft.reply(ReplyKind.LIST) if draft.cites else draft.none()


def _is_so(person: Attendee, *, missed: bool) -> bool:
    """Tell whether somebody came or was away, or was there in part: that is both."""
    if person.remark or person.item is not None:
        return True
    return (person.presence is not Presence.PRESENT) is missed


def _line(draft: Draft, name: str, document: Document, person: Attendee) -> str:
    place = words_on(document, person)
    try:
        marker = draft.cite(document, place)
    except UncitablePlace:
        return plain(name)
    return f"{plain(name)}: “{plain(folded(place.of(document.text)))}” {marker}"
