"""When something ends, and a later word of the archive by which it is kept longer.

"Gebyret bortfalder den 1. juli" stands in the agreement, and below it, or in a later paper, what
was decided since: "Gebyret bevares til og med 31. december".
"""

import re
from collections.abc import Iterator

from bot.answers.sentences.evidence import Evidence
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Found, View
from index.danish.days import find_dates
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.stopwords import SMALL
from index.danish.words import term_set, tokens
from index.documents import Document, DocumentKind
from index.spans import Span

_ASKS_END = re.compile(
    r"\b(?:bortfald\w*|ophoer\w*|udloeb\w*|slutter|stopper|afskaffes|nedlaegges"
    r"|laps(?:es?|ed)|expires?|expired|ends?|ended|ceases?|ceased|stops?)\b"
)
_KEEPS = re.compile(
    r"\b(?:bevares|bibeholdes|opretholdes|forlaenges|forlaenget|viderefoeres|fortsaetter|udskydes"
    r"|udskudt|extended|retained|kept|postponed|continues?)\b"
)
_NOT = re.compile(r"\b(?:ikke|foreslaa\w*|indstill\w*|kan|hvis|not|proposes?|may|if)\b")
_BELOW = 600
"""Characters below a quotation in which it is told what became of it."""
_SHORTEST = 4
"""Letters of a part of a word by which two sentences tell of one thing."""


def with_what_keeps_it(
    reply: Reply, draft: Draft, question: Question, best: Evidence, found: Found, view: View
) -> Reply:
    """Return a fact with the words, if any, by which what is to end is kept longer."""
    for document, place in _kept_longer(question, best, found, view):
        draft.warn("kept_longer")
        told = (c for c in reply.citations if c.document.id == document.id)
        if not any(citation.span.contains(place) for citation in told):
            draft.heading(draft.phrase("later_heading"))
            draft.quote(document, place)
        return draft.reply(ReplyKind.FACT)
    return reply


def _kept_longer(
    question: Question, best: Evidence, found: Found, view: View
) -> Iterator[tuple[Document, Span]]:
    """Yield the sentence, if any, by which what is to end is kept longer than is quoted."""
    ends = [day for _, day in find_dates(best.words)]
    if not ends or _ASKS_END.search(fold(question.text)) is None:
        return
    said = [t.text for t in tokens(question.subject) if not _says_so(t.folded, question)]
    named = {term for term in term_set(" ".join(said)) if len(term) >= _SHORTEST}
    for document, place in _candidates(best, found, view):
        words = place.of(document.text)
        folded = fold(words)
        if _KEEPS.search(folded) is None or _NOT.search(folded) is not None:
            continue
        days = [day for _, day in find_dates(words)]
        if days and max(days) > max(ends) and not named.isdisjoint(term_set(words)):
            yield document, place
            return


def _says_so(word: str, question: Question) -> bool:
    """Tell whether a folded word only says that the end of something is asked for."""
    small = word in SMALL[question.read_as] or word in question.asking
    return small or _ASKS_END.fullmatch(word) is not None


def _candidates(best: Evidence, found: Found, view: View) -> Iterator[tuple[Document, Span]]:
    """Yield the sentences below a quotation, then those of papers that are later than it."""
    end = best.excerpt.span.end
    yield from _within(best.document, Span(end, min(len(best.document.text), end + _BELOW)))
    day = best.document.date
    for group in found.groups:
        later = day is not None and group.document.date is not None and group.document.date > day
        if later and group.document.kind is not DocumentKind.AGENDA:
            document = view.document(group.document.id)
            for hit in group.hits:
                yield from _within(document, hit.passage.span)


def _within(document: Document, stretch: Span) -> Iterator[tuple[Document, Span]]:
    text = stretch.of(document.text)
    for span in sentences(text):
        yield document, span.moved(stretch.start)
