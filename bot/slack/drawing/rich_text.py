"""Lines of a reply as rich-text blocks."""

from collections.abc import Iterable, Sequence

from bot.rendering.markdown import Line, LineKind
from bot.slack.drawing.limits import RICH_TEXT
from bot.slack.drawing.shapes import (
    Inline,
    LinkRun,
    RichElement,
    RichList,
    RichQuote,
    RichSection,
    RichText,
    TextRun,
)


def text(words: str, *, bold: bool = False) -> TextRun:
    """Return words to be shown as they are."""
    if bold:
        return {"type": "text", "text": words, "style": {"bold": True}}
    return {"type": "text", "text": words}


def link(words: str, url: str) -> LinkRun:
    """Return words that lead to an address."""
    return {"type": "link", "url": url, "text": words}


def section(*runs: Inline) -> RichSection:
    """Return a paragraph; Slack refuses runs without words, so they are left out."""
    kept = [run for run in runs if run["type"] == "emoji" or run["text"]]
    return {"type": "rich_text_section", "elements": kept}


def rich_text(*elements: RichElement) -> RichText:
    """Return a block."""
    return {"type": "rich_text", "elements": list(elements)}


def bullets(*points: RichSection, indent: int = 0) -> RichList:
    """Return a list."""
    return {
        "type": "rich_text_list",
        "style": "bullet",
        "indent": indent,
        "elements": list(points),
    }


def rich_blocks(lines: Sequence[Line], most: int) -> list[RichText]:
    """Return the blocks of a text: each heading with what it heads, each paragraph for itself.

    Args:
        lines: The text.
        most: Blocks at most; where there are more parts than that, parts share a block.
    """
    parts: list[list[Line]] = []
    above: Line | None = None
    for line in lines:
        if above is None or _begins_part(line, above, parts[-1]):
            parts.append([])
        parts[-1].append(line)
        above = line
    shared = -(-len(parts) // most) if parts else 1
    together = [parts[at : at + shared] for at in range(0, len(parts), shared)]
    return [rich_text(*_elements(some)) for some in together]


def _begins_part(line: Line, above: Line, part: Iterable[Line]) -> bool:
    if sum(len(one.text) for one in part) + len(line.text) > RICH_TEXT:
        return True
    if above.kind is LineKind.HEADING:
        return line.kind is LineKind.HEADING
    if line.kind is LineKind.QUOTE:
        # Two quotations in one block would look like one.
        return above.kind is LineKind.QUOTE
    return line.kind is LineKind.HEADING or (line.kind is LineKind.TEXT and line.begins)


def _elements(parts: Sequence[Sequence[Line]]) -> list[RichElement]:
    """Return the elements of parts that share a block, with a blank line between two of them."""
    elements: list[RichElement] = []
    for part in parts:
        last = elements[-1] if elements else None
        if last and last["type"] == "rich_text_section":
            last["elements"].append(text("\n\n"))
        elif last:
            elements.append(section(text("\n")))
        for line in part:
            _add(elements, line)
    return elements


def _add(elements: list[RichElement], line: Line) -> None:
    runs: list[Inline] = [text(run.text, bold=run.bold) for run in line.runs]
    last = elements[-1] if elements else None
    if line.kind is LineKind.QUOTE:
        quote: RichQuote = {"type": "rich_text_quote", "elements": runs}
        elements.append(quote)
    elif line.kind is LineKind.POINT:
        if last and last["type"] == "rich_text_list" and last["indent"] == line.indent:
            last["elements"].append(section(*runs))
        else:
            elements.append(bullets(section(*runs), indent=line.indent))
    elif last and last["type"] == "rich_text_section":
        # Two sections in a row may be drawn as one line, so a break stands between their words.
        last["elements"] += [*_break_behind(last), *section(*runs)["elements"]]
    else:
        elements.append(section(*runs))


def _break_behind(above: RichSection) -> list[Inline]:
    last = above["elements"][-1] if above["elements"] else None
    ends = last is not None and last["type"] == "text" and last["text"].endswith("\n")
    return [] if ends else [text("\n")]
