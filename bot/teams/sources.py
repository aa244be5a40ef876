"""The sources of a reply: chips that open in the text, and lines for those beyond Teams' limit."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from bot.citations import Citation
from bot.rendering.places import LABELS, PARTS, cut, path, place
from bot.rendering.visible import visible_line
from bot.replies import Language
from bot.teams.drawn import ABSTRACT, CHIPS, KEYWORD, KEYWORDS, NAME, Chip
from bot.teams.text import escaped, link

LONGEST_PLACE = 200
"""Characters of where a source stands, in a line."""
_ICONS = {
    ".pdf": "PDF",
    ".docx": "Microsoft Word",
    ".doc": "Microsoft Word",
    ".xlsx": "Microsoft Excel",
    ".txt": "Text",
    ".md": "Text",
}
"""Ending of a file → a picture that Teams has."""


def address(citation: Citation, page_url: str) -> str:
    """Return where the web page shows a quotation."""
    return page_url.rstrip("/") + quote(citation.url, safe="/?=#-._~")


def chips(
    citations: Iterable[Citation], language: Language, page_url: str | None
) -> tuple[Chip, ...]:
    """Return the citations that open in the text; Teams takes no more."""
    return tuple(_chip(one, language, page_url) for one in list(citations)[:CHIPS])


def _chip(citation: Citation, language: Language, page_url: str | None) -> Chip:
    document = citation.document
    keywords = [
        document.body.short if document.body else "",
        PARTS.get(citation.section_kind, {}).get(language, ""),
        f"{LABELS['page'][language]} {citation.page}" if citation.page else "",
    ]
    shown = [cut(visible_line(word), KEYWORD) for word in keywords if visible_line(word)]
    return Chip(
        number=citation.number,
        name=cut(place_words(citation, language), NAME),
        abstract=cut(visible_line(citation.quote), ABSTRACT),
        keywords=tuple(shown[:KEYWORDS]),
        url=address(citation, page_url) if page_url else None,
        icon=_ICONS.get(PurePosixPath(document.source).suffix.lower()),
    )


def place_words(citation: Citation, language: Language) -> str:
    """Return body, date, item and section; the file where nothing else is known."""
    return visible_line(place(citation, language)) or path(citation, language)


def further(citations: Sequence[Citation], language: Language, page_url: str | None) -> list[str]:
    """Return the citations that have no chip, in Markdown, each in a line."""
    lines = []
    for one in citations[CHIPS:]:
        words = cut(place_words(one, language), LONGEST_PLACE)
        where = link(words, address(one, page_url)) if page_url else _with_file(words, one)
        lines.append(f"[{one.number}] {where}")
    return lines


def _with_file(words: str, citation: Citation) -> str:
    return escaped(f"{words} – {cut(visible_line(citation.document.source), LONGEST_PLACE)}")


def plain_lines(citations: Sequence[Citation], language: Language) -> list[str]:
    """Return all citations without markup, each in a line with its file."""
    return [
        f"[{one.number}] {cut(place_words(one, language), LONGEST_PLACE)}"
        f" – {cut(path(one, language), LONGEST_PLACE)}"
        for one in citations
    ]
