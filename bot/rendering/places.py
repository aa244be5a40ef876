"""Where a quotation stands, in words: "KEU, 6 December 2018, item 8, Beslutning"."""

from bot.citations import Citation
from bot.rendering.visible import visible_line
from bot.replies import Language
from index.danish.days import format_date
from index.documents import MEETING_PAPERS, SectionKind

LONGEST_HEADING = 60
"""Characters of a section's heading; longer ones are cut."""

LABELS: dict[str, dict[Language, str]] = {
    "sources": {"da": "Kilder", "en": "Sources"},
    "note": {"da": "Bemærk", "en": "Note"},
    "item": {"da": "punkt", "en": "item"},
    "page": {"da": "s.", "en": "p."},
    "undated": {"da": "uden dato", "en": "undated"},
}
"""The words around a reply, in the languages of replies."""

PARTS: dict[SectionKind, dict[Language, str]] = {
    SectionKind.SUMMARY: {"da": "resume", "en": "summary"},
    SectionKind.BACKGROUND: {"da": "baggrund", "en": "background"},
    SectionKind.CASE: {"da": "sagsfremstilling", "en": "presentation of the case"},
    SectionKind.ECONOMY: {"da": "økonomi", "en": "economy"},
    SectionKind.RECOMMENDATION: {"da": "indstilling", "en": "recommendation"},
    SectionKind.DECISION: {"da": "beslutning", "en": "decision"},
    SectionKind.AUTHORITY: {"da": "hvem der afgør sagen", "en": "who decides"},
    SectionKind.ANNEXES: {"da": "bilag", "en": "annexes"},
    SectionKind.ATTENDANCE: {"da": "deltagere", "en": "attendance"},
}
"""What a part of a document is called that stands under no heading of its own."""


def place(citation: Citation, language: Language) -> str:
    """Return body, date, item and section of a citation; the title where there is no meeting."""
    item, section = citation.item, citation.section
    parts = [document_place(citation, language)]
    if item and item.number:
        parts.append(f"{LABELS['item'][language]} {item.number}")
    elif item:
        parts.append(item.title)
    if section and section.heading:
        parts.append(cut(section.heading.rstrip(" :."), LONGEST_HEADING))
    elif section and section.kind in PARTS:
        parts.append(PARTS[section.kind][language])
    return visible_line(", ".join(parts))


def document_place(citation: Citation, language: Language) -> str:
    """Return body and date of the paper cited; its title first where there is no meeting."""
    document = citation.document
    day = format_date(document.date, language) if document.date else LABELS["undated"][language]
    if document.body and document.kind in MEETING_PAPERS:
        parts = [document.body.short, day]
    else:
        parts = [document.title, *([document.body.short] if document.body else []), day]
    return visible_line(", ".join(parts))


def path(citation: Citation, language: Language) -> str:
    """Return the file and, where there is one, the page."""
    page = f", {LABELS['page'][language]} {citation.page}" if citation.page else ""
    return visible_line(citation.document.source) + page


def cut(text: str, width: int) -> str:
    """Return `text` in at most `width` characters; what is cut off is shown as cut off."""
    return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…"
