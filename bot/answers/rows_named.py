"""What a question names and only a row of a table does: nothing was decided of it."""

from bot.answers.telling.draft import Draft, plain
from bot.questions.question import Question
from index.archive import ItemEntry
from index.danish.words import folded_words, tokens
from index.documents import Document
from index.search.terms import content_terms
from index.spans import Span
from index.table_lines import BETWEEN

_SEVERAL = 2
"""Words of one row alone from which a question without capitals names what the row is on."""


def say_so(draft: Draft, question: Question, entry: ItemEntry, document: Document) -> None:
    """Say first, and quote, that an item names what is asked about in a table alone."""
    if names := question.names - question.given:
        if names <= set(folded_words(entry.item.title)):
            return
        row = _row(names, entry, document)
        typed = [t.text for t in tokens(question.text) if t.folded in names]
    else:
        row, typed = _row_of_words(question, entry, document)
    if row is None:
        return
    draft.say("named_in_a_row", name=plain(" ".join(typed)))
    draft.quote(document, row)


def _row(names: frozenset[str], entry: ItemEntry, document: Document) -> Span | None:
    """Return the first row that holds names; `None` where anything but rows does."""
    row: Span | None = None
    for line in _lines(entry, document):
        words = line.of(document.text)
        if names <= set(folded_words(words)):
            if BETWEEN not in words:
                return None
            row = row or line
    return row


def _row_of_words(
    question: Question, entry: ItemEntry, document: Document
) -> tuple[Span | None, list[str]]:
    """Return the one row that has several words of a question that the item has nowhere else.

    An item that is a row itself is all said there.
    """
    lines = _lines(entry, document)
    if not lines or BETWEEN in lines[0].of(document.text):
        return None, []
    said = [(line, set(content_terms(line.of(document.text)))) for line in lines]
    rows = [(line, words) for line, words in said if BETWEEN in line.of(document.text)]
    elsewhere = {word for line, words in said if (line, words) not in rows for word in words}
    asked = set(content_terms(question.text)) - elsewhere
    holding = [(line, asked & words) for line, words in rows if len(asked & words) >= _SEVERAL]
    if len(holding) != 1:
        return None, []
    line, words = holding[0]
    typed = [t.text for t in tokens(question.text) if not words.isdisjoint(content_terms(t.text))]
    return line, typed


def _lines(entry: ItemEntry, document: Document) -> list[Span]:
    """Return the lines of an item that hold anything."""
    found: list[Span] = []
    at = entry.item.span.start
    for line in entry.item.span.of(document.text).splitlines(keepends=True):
        if line.strip():
            found.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return found
