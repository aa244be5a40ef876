"""What a question names and only a row of a table does: nothing was decided of it."""

from bot.answers.telling.draft import Draft, plain
from bot.questions.question import Question
from index.archive import ItemEntry
from index.danish.words import folded_words, tokens
from index.documents import Document
from index.spans import Span
from index.table_lines import BETWEEN


def say_so(draft: Draft, question: Question, entry: ItemEntry, document: Document) -> None:
    """Say first, and quote, that an item names what is asked about in a table alone."""
    names = question.names - question.given
    if not names or names <= set(folded_words(entry.item.title)):
        return
    row = _row(names, entry, document)
    if row is None:
        return
    typed = " ".join(t.text for t in tokens(question.text) if t.folded in names)
    draft.say("named_in_a_row", name=plain(typed))
    draft.quote(document, row)


def _row(names: frozenset[str], entry: ItemEntry, document: Document) -> Span | None:
    """Return the first row that holds names; `None` where anything but rows does."""
    row: Span | None = None
    at = entry.item.span.start
    for line in entry.item.span.of(document.text).splitlines(keepends=True):
        if names <= set(folded_words(line)):
            if BETWEEN not in line:
                return None
            row = row or Span(at, at + len(line.rstrip()))
        at += len(line)
    return row
