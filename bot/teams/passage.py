"""The passage of a citation as a card: the words cited, marked, within their surroundings."""

import re
from collections.abc import Sequence
from typing import Any

from bot.citations import Citation
from bot.rendering.places import cut
from bot.rendering.visible import visible, visible_line
from bot.replies import Language
from bot.teams.cards import card, run, words
from bot.teams.drawn import Card
from bot.teams.presses import Press, Pressed, button
from bot.teams.sources import address, place_words
from bot.wording import phrase
from index.catalogue.covers import MASK
from index.spans import Span

MOST = 5_000
"""Characters of a passage that a card shows: a card may take some 28 kB."""
LONGEST_TITLE = 300
_MASKED = re.compile(f"{MASK}[{MASK} ]*")


def passage_card(
    citation: Citation,
    question_id: str,
    language: Language,
    page_url: str | None = None,
) -> Card:
    """Draw the passage of a citation.

    Args:
        citation: What is shown.
        question_id: Of the answer that cites it.
        language: Of the words around it; the passage stays as it is.
        page_url: Base address of the web page, if there is one.
    """
    actions = [button(phrase("teams_back", language), Pressed(Press.ANSWER, question_id))]
    if page_url is not None:
        opened = {"type": "Action.OpenUrl", "title": phrase("teams_open_document", language)}
        actions.append(opened | {"url": address(citation, page_url)})
    return card([*_head(citation, language), *_passage(citation, language)], actions)


def _head(citation: Citation, language: Language) -> list[dict[str, Any]]:
    document, item = citation.document, citation.item
    title = phrase("teams_passage_title", language, number=citation.number)
    where = f"{place_words(citation, language)} – {visible_line(document.source)}"
    lines = [
        words(title, weight="Bolder", size="Medium"),
        words(_short(document.title), weight="Bolder"),
        words(_short(where), isSubtle=True),
    ]
    if item is not None and item.title:
        lines.append(words(_short(item.title)))
    case = next(iter([*(item.case_numbers if item else ()), *document.case_numbers]), None)
    if case:
        lines.append(words(phrase("teams_passage_case", language, number=_short(case))))
    return lines


def _short(told: str) -> str:
    return cut(visible_line(told), LONGEST_TITLE)


def _passage(citation: Citation, language: Language) -> list[dict[str, Any]]:
    whole, cited = citation.passage_span, citation.span
    start, end = min(whole.start, cited.start), max(whole.end, cited.end)
    shown = _shown(Span(start, end), cited)
    text, last = citation.document.text, min(cited.end, shown.end)
    before, after = text[shown.start : cited.start], text[last : shown.end]
    closed = f"[{phrase('closed_item', language)}]"
    stretches = [
        (_cleaned(before, closed).lstrip(), False),
        (_cleaned(text[cited.start : last], closed), True),
        (_cleaned(after, closed).rstrip(), False),
    ]
    blocks = [words(phrase("teams_passage_bold", language), italic=True)]
    if not before.strip() and not after.strip():
        blocks = []
    blocks.append({"type": "Container", "style": "emphasis", "items": _paragraphs(stretches)})
    if (shown.start, shown.end) != (start, end):
        blocks.append(words(phrase("teams_passage_cut", language), italic=True))
    return blocks


def _shown(whole: Span, cited: Span) -> Span:
    """Return as much of a passage as is shown: the words cited go before what surrounds them."""
    if len(whole) <= MOST:
        return whole
    if len(cited) >= MOST:
        return Span(cited.start, cited.start + MOST)
    room = (MOST - len(cited)) // 2
    return Span(max(whole.start, cited.start - room), min(whole.end, cited.end + room))


def _cleaned(told: str, closed: str) -> str:
    # How long a closed text is, nobody needs to know.
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+", "\n\n", _MASKED.sub(closed, visible(told)))


def _paragraphs(stretches: Sequence[tuple[str, bool]]) -> list[dict[str, Any]]:
    """Return a block for each line: a text run breaks no lines of its own."""
    lines: list[list[dict[str, Any]]] = [[]]
    for told, cited in stretches:
        for number, piece in enumerate(told.split("\n")):
            if number:
                lines.append([])
            if piece:
                look = {"weight": "Bolder", "highlight": True} if cited else {}
                lines[-1].append(run(piece, **look))
    return [
        {"type": "RichTextBlock", "spacing": "Small", "inlines": inlines}
        for inlines in lines
        if inlines
    ]
