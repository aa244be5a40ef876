"""An item asked for by its number: "hvad blev der besluttet under punkt 8?"."""

from bot.answers.closed import say_closed
from bot.answers.finding.meetings import meeting_asked_about
from bot.answers.matters.matter import entry_of, is_decided
from bot.answers.telling.decision_words import write_decision
from bot.answers.telling.draft import Draft
from bot.answers.telling.openings import opening_of_item
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold


def answer(question: Question, view: View) -> Reply | None:
    """Return the item of that number at the meeting named; `None` where either is not named."""
    number = number_asked_for(question.text)
    if number is None or not (question.bodies or question.period):
        return None
    meeting = meeting_asked_about(question, view)
    if meeting is None:
        return None
    document = meeting.document
    item = next((item for item in document.items if item.number == number), None)
    if item is None:
        return None
    draft = Draft(question.text, question.language)
    entry = entry_of(meeting.entry, document, item)
    if item.closed and entry.decision is None:
        return say_closed(draft, document, item)
    write_decision(draft, entry, document)
    if not question.about_decision and (opening := opening_of_item(document, item)):
        draft.quote(document, opening)
    return draft.reply(ReplyKind.DECISION if is_decided(entry) else ReplyKind.NOT_DECIDED)


def number_asked_for(text: str) -> str | None:
    """Return the number of the item that a question names: "punkt 8", "item 3.2"."""
    found = pattern("item_number").search(fold(text))
    return found[found.lastgroup or 0] if found else None
