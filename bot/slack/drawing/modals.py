"""The passage of a citation in a window: the words cited, in bold, within their surroundings."""

import re
from collections.abc import Iterator

from bot.citations import Citation
from bot.rendering.places import LABELS, cut
from bot.rendering.visible import visible, visible_line
from bot.replies import Language
from bot.slack.drawing.limits import MODAL_TITLE, RICH_TEXT
from bot.slack.drawing.presses import plain_text
from bot.slack.drawing.rich_text import link, rich_text, section, text
from bot.slack.drawing.shapes import Block, Inline, Modal, RichText
from bot.slack.drawing.sources import address, place_words
from bot.wording import phrase
from index.catalogue.covers import MASK
from index.spans import Span

MOST = 40_000
"""Characters of a passage that are shown; Slack refuses a view of 250 kB."""

LONGEST_TITLE = 300
LONGEST_QUOTATION = 1_000
"""Characters of a quotation that stands above its passage as well."""

_MASKED = re.compile(f"{MASK}[{MASK} ]*")


def passage_modal(citation: Citation, language: Language, page_url: str | None = None) -> Modal:
    """Draw the passage of a citation.

    Args:
        citation: What is shown.
        language: Of the words around it; the passage stays as it is.
        page_url: Base address of the web page, if there is one.
    """
    number = phrase("slack_passage_title", language, number=citation.number)
    blocks: list[Block] = [_head(citation, language, page_url), *_quotation(citation)]
    blocks.append({"type": "divider"})
    blocks += _passage(citation, language)
    return {
        "type": "modal",
        "title": plain_text(number, MODAL_TITLE),
        "close": plain_text(phrase("slack_close", language), MODAL_TITLE),
        "blocks": blocks,
    }


def _head(citation: Citation, language: Language, page_url: str | None) -> RichText:
    """Return document, place, page and case number."""
    document, item = citation.document, citation.item
    runs: list[Inline] = [text(_short(document.title), bold=True), text("\n")]
    runs.append(text(place_words(citation, language, with_file=page_url is None)))
    if item and item.title:
        numbered = f"{LABELS['item'][language]} {item.number}: " if item.number else ""
        runs += [
            text("\n"),
            text(visible_line(numbered) + " " * bool(numbered) + _short(item.title)),
        ]
    case = next(iter([*(item.case_numbers if item else ()), *document.case_numbers]), None)
    if case:
        runs += [text("\n"), text(phrase("slack_passage_case", language, number=_short(case)))]
    if page_url is not None:
        opened = phrase("slack_open_document", language)
        runs += [text("\n"), link(opened, address(citation, page_url))]
    return rich_text(section(*runs))


def _quotation(citation: Citation) -> list[Block]:
    """Return the words cited, to be seen without looking for them in a long passage."""
    words = visible_line(citation.quote)
    if len(words) > LONGEST_QUOTATION:
        return []
    return [rich_text({"type": "rich_text_quote", "elements": [text(f"“{words}”")]})]


def _short(words: str) -> str:
    return cut(visible_line(words), LONGEST_TITLE)


def _passage(citation: Citation, language: Language) -> Iterator[RichText]:
    """Yield the passage in blocks, and a word on what is bold in it or left out of it."""
    shown = _shown(citation)
    whole = citation.passage_span
    surrounded = shown.start < citation.span.start or citation.span.end < shown.end
    if surrounded:
        yield _aside("slack_passage_bold", language)
    # How long a closed text is, nobody needs to know.
    closed = phrase("closed_item", language)
    runs: list[Inline] = []
    size = 0
    for words, cited in _stretches(citation, shown):
        for piece in _pieces(_MASKED.sub(f"[{closed}]", words)):
            if size + len(piece) > RICH_TEXT:
                yield rich_text(section(*runs))
                runs, size = [], 0
            runs.append(text(piece, bold=cited and surrounded))
            size += len(piece)
    if runs:
        yield rich_text(section(*runs))
    if shown.end < max(whole.end, citation.span.end) or shown.start > whole.start:
        yield _aside("slack_passage_cut", language)


def _aside(key: str, language: Language) -> RichText:
    return rich_text(
        section({"type": "text", "text": phrase(key, language), "style": {"italic": True}})
    )


def _shown(citation: Citation) -> Span:
    """Return as much of the passage as is shown: the words cited go before what surrounds them."""
    whole, cited = citation.passage_span, citation.span
    start, end = min(whole.start, cited.start), max(whole.end, cited.end)
    if end - start <= MOST:
        return Span(start, end)
    if len(cited) >= MOST:
        return Span(cited.start, cited.start + MOST)
    room = (MOST - len(cited)) // 2
    return Span(max(start, cited.start - room), min(end, cited.end + room))


def _stretches(citation: Citation, shown: Span) -> Iterator[tuple[str, bool]]:
    """Yield what stands before the words cited, those, and what stands after, as it is shown."""
    text_, cited = citation.document.text, citation.span
    end = min(cited.end, shown.end)
    before = _cleaned(text_[shown.start : cited.start]).lstrip()
    after = _cleaned(text_[end : shown.end]).rstrip()
    yield before, False
    yield _cleaned(text_[cited.start : end]), True
    yield after, False


def _cleaned(words: str) -> str:
    return re.sub(r"[ \t]*\n(?:[ \t]*\n){2,}", "\n\n", visible(words))


def _pieces(words: str) -> Iterator[str]:
    """Yield words in pieces that fit into a block, each ending where a line or a word does."""
    while len(words) > RICH_TEXT:
        end = max(words.rfind("\n", 0, RICH_TEXT), words.rfind(" ", RICH_TEXT // 2, RICH_TEXT))
        end = end + 1 if end > RICH_TEXT // 2 else RICH_TEXT
        yield words[:end]
        words = words[end:]
    if words:
        yield words
