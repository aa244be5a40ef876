"""The number of a case, asked for by what it is about: quoted where it is printed."""

from dataclasses import replace

from bot.answers.finding.relevance import relevant
from bot.answers.finding.searches import for_fact
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import item_name
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Group, View
from index.danish.case_numbers import find_case_numbers
from index.danish.folding import fold
from index.documents import Document
from index.spans import Span


def answer(question: Question, view: View) -> Reply | None:
    """Return the case number of the item that is about the question, `None` when none has one."""
    asked = replace(question, text=_without_asking(question.text))
    for group in relevant(asked, view.search(for_fact(asked))):
        document = view.document(group.document.id)
        printed = _printed(document, group)
        if printed is not None:
            draft = Draft(question.text, question.language)
            draft.heading(item_name(draft, document, group.item))
            draft.quote(document, printed)
            return draft.reply(ReplyKind.CASE)
    return None


def _without_asking(text: str) -> str:
    """Return the question without the words that ask for a number: they stand in every item."""
    asking = {
        word for found in pattern("case_number").finditer(fold(text)) for word in found[0].split()
    }
    return " ".join(w for w in text.split() if fold(w).strip("?.,!") not in asking)


def _printed(document: Document, group: Group) -> Span | None:
    """Return where a number of the item, else of the document, is printed nearest its heading."""
    numbers = set(group.item.case_numbers if group.item else ()) or set(document.case_numbers)
    heading = group.item.heading.start if group.item else 0
    places = [span for span, number in find_case_numbers(document.text) if number in numbers]
    return min(places, key=lambda span: abs(span.start - heading), default=None)
