"""On what notice an agreement may be ended or prolonged, by the words of that agreement itself.

The supplement to it, or another agreement, may hold more of the question's words.
"""

import re
from collections.abc import Iterator

from bot.answers.finding.searches import for_fact
from bot.answers.rates.agreement_terms import is_over, is_titled, times_of
from bot.answers.rates.terms import known_terms
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.question import Question
from bot.questions.times.agreement_ages import agreement_by_age
from bot.replies import Reply, ReplyKind
from index.archive import DocumentEntry, Filter, Found, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.documents import Document, DocumentKind
from index.rates.supplements import is_supplement
from index.spans import Span

_AGREEMENT = re.compile(r"\b\w*(?:aftale|overenskomst|kontrakt|agreement|contract)\w*\b")
_NOTICE = r"opsig\w*|varsel\w*|terminat\w*|notice"
_LONGER = r"forlaeng\w*|forny\w*|prolong\w*|extend\w*|extension|renew\w*"
_ASKS = re.compile(
    r"^(?:(?:og|and) )?"
    r"(?:(?:kan|maa|can|may|is|er|hvordan|how|hvornaar|when|hvad er|what is|med hvilket|what)\b.*)?"
    rf"\b(?:{_NOTICE}|{_LONGER})\b"
)
_ASKED = re.compile(
    rf"{_NOTICE}|{_LONGER}|kan|maa|skal|hvordan|hvornaar|hvem|part|parter(?:ne)?|frist\w*|laenge|tidligst|can|may|how|when"
    r"|long|part(?:y|ies)|period|early|earliest|stadig|still"
)
"""Folded words that ask for it, and name no agreement."""
_SAYS = {
    _NOTICE: re.compile(r"\b(?:opsig\w*|varsel|terminat\w*|notice)\b", re.IGNORECASE),
    _LONGER: re.compile(
        r"\b(?:forlæng\w*|forny\w*|prolong\w*|extend\w*|extension|renew\w*)\b", re.IGNORECASE
    ),
}
_ENDS = re.compile(r"\b(?:udloeb\w*|ophoer\w*|loeber|expires?|ends?|runs?)\b")
"""Folded words that ask as well when it ends."""
SHOWN = 3
"""Sentences quoted at most."""


def answer(question: Question, view: View) -> Reply | None:
    """Return what the one agreement that is named says of it, `None` where it says nothing."""
    folded = fold(question.text).strip()
    if question.about_decision or not (_AGREEMENT.search(folded) and _ASKS.search(folded)):
        return None
    if agreement_by_age(question.text) is not None:
        return None  # "den gamle aftale" is told by the papers of its time
    paper = _named(question, view.search(for_fact(question)), view)
    if paper is None:
        return None
    document = view.document(paper.id)
    asked = [said for words, said in _SAYS.items() if re.search(rf"\b(?:{words})\b", folded)]
    places = list(_saying(document, asked))[:SHOWN]
    if not places:
        return None
    draft = Draft(question.text, question.language)
    term = next((t for t in known_terms(view).values() if t.document.id == paper.id), None)
    if term is not None and (over := is_over(term, question, draft, view)):
        draft.add(f"{over} {draft.cite(document, term.span)}")
    draft.heading(document_name(draft, document))
    if term is not None and _ENDS.search(folded) and not draft.quotes(document, term.span):
        draft.quote(document, term.span)
    for place in places:
        draft.quote(document, place)
    return draft.reply(ReplyKind.FACT)


def _named(question: Question, found: Found, view: View) -> DocumentEntry | None:
    """Return the agreement whose title holds all that names one; of several, the one that runs."""
    asking = {t.text for t in found.terms if all(map(_ASKED.fullmatch, t.text.split()))}
    but = times_of(question) | asking
    named = [
        document
        for document in view.documents(Filter(kinds=frozenset({DocumentKind.AGREEMENT})))
        if not is_supplement(document.title) and is_titled(question, found, document.title, but)
    ]
    if len(named) > 1:
        days = question.days
        run = {
            term.document.id for term in known_terms(view).values() if term.validity.overlaps(days)
        }
        named = [document for document in named if document.id in run]
    return named[0] if len(named) == 1 else None


def _saying(document: Document, asked: list[re.Pattern[str]]) -> Iterator[Span]:
    for section in document.sections:
        text = section.body.of(document.text)
        for span in sentences(text):
            if any(said.search(span.of(text)) for said in asked):
                yield span.moved(section.body.start)
