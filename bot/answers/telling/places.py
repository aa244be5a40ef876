"""Naming a place in the archive in words: "KEU · 6 December 2018 · item 8 · Title"."""

from bot.answers.telling.draft import Draft, plain
from bot.citations import UncitablePlace
from index.archive import DocumentEntry, View
from index.danish.days import format_date
from index.documents import MEETING_PAPERS, Document, DocumentKind, Item, MinutesStatus
from index.spans import Span

SEPARATOR = " · "


def document_name(draft: Draft, document: DocumentEntry | Document) -> str:
    """Return body and date of a meeting's paper, title and date of any other.

    A draft and an agenda say that they are: what stands in them is not what was decided.
    """
    name = meeting_name(draft, document)
    if document.kind is DocumentKind.AGENDA or document.status is MinutesStatus.DRAFT:
        return f"{name} ({draft.phrase(paper_phrase(document))})"
    return name


def meeting_name(draft: Draft, document: DocumentEntry | Document) -> str:
    """Return body and date alone, whatever paper of the meeting it is."""
    name = document.body.short if document.body else document.title
    day = format_date(document.date, draft.language) if document.date else None
    return SEPARATOR.join(part for part in (name, day) if part)


def item_name(draft: Draft, document: DocumentEntry | Document, item: Item | None) -> str:
    """Return where an item stands and what it is called."""
    if item is None:
        parts = [document_name(draft, document)]
        if document.body:
            parts.append(document.title)
    else:
        parts = [document_name(draft, document), *item_label(draft, item)]
    return SEPARATOR.join(parts)


def day_and_item(draft: Draft, document: Document, item: Item) -> str:
    """Return the same where the body is known: day, number and title."""
    day = format_date(document.date, draft.language) if document.date else None
    name = document_name(draft, document)
    told = name.removeprefix(meeting_name(draft, document)).strip()
    paper = " ".join(filter(None, (day or draft.phrase("unknown_date"), told)))
    return SEPARATOR.join((paper, *item_label(draft, item)))


def item_label(draft: Draft, item: Item) -> list[str]:
    """Return the item's number and title, as far as it has them."""
    number = [draft.phrase("item", number=item.number)] if item.number else []
    return [*number, item_title(draft, item)]


def item_title(draft: Draft, item: Item) -> str:
    """Return the item's title, or what stands for it."""
    if item.title:
        return item.title
    return draft.phrase("closed_item" if item.closed else "untitled_item")


def linked(name: str, marker: str) -> str:
    """Return a name made safe for Markdown, with its citation."""
    return f"{plain(name)} {marker}"


def document_line(draft: Draft, entry: DocumentEntry, view: View) -> str:
    """Return a document as one point of a list, citing its title."""
    document = view.document(entry.id)
    name = document_name(draft, entry)
    name = name if entry.title in name else f"{name} · {entry.title}"
    return f"{plain(name)} {cite_opening(draft, document)}".rstrip()


def cite_opening(draft: Draft, document: Document) -> str:
    """Return the marker of a document's title; nothing where the reader may not see that."""
    try:
        return draft.cite(document, opening(document))
    except UncitablePlace:
        return ""


def opening(document: Document) -> Span:
    """Return the place of the title, else of the document's first line."""
    start = document.text.find(document.title)
    if start >= 0:
        return Span(start, start + len(document.title))
    begin = len(document.text) - len(document.text.lstrip())
    end = document.text.find("\n", begin)
    return Span(begin, end if end > begin else len(document.text))


def paper_phrase(entry: DocumentEntry | Document) -> str:
    """Return the key of the phrase that says what paper of a meeting it is; of others, a draft."""
    if entry.kind is DocumentKind.AGENDA:
        return "paper_agenda"
    if entry.kind not in MEETING_PAPERS:
        return "paper_not_adopted"
    return f"paper_{entry.status.value if entry.status else 'minutes'}"
