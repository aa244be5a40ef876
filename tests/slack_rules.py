"""Slack's rules for messages and views, written down apart from the code that keeps them.

`broken_rules` returns every rule that a payload breaks, in words, so that a failing test says
which. The limits are those of the Block Kit reference; the numbers are repeated here on purpose.
"""

import re
from collections.abc import Iterator
from typing import Any

Json = Any

BLOCKS = {"rich_text", "actions", "context_actions", "header", "divider"}
INLINE = {"text", "link", "emoji"}
OUR_EMOJI = {"warning"}
OUR_PAGE = "https://arkiv.example/"


def broken_rules(payload: Json) -> list[str]:
    """Return what is wrong with a message or a view."""
    if "text" in payload:
        return list(_of_message(payload))
    return list(_of_view(payload))


def _of_message(message: Json) -> Iterator[str]:
    blocks = message["blocks"]
    if not 1 <= len(blocks) <= 50:
        yield f"{len(blocks)} blocks"
    if not message["text"].strip() or len(message["text"]) > 4_000:
        yield f"a text of {len(message['text'])} characters"
    if message["unfurl_links"] or message["unfurl_media"]:
        yield "unfurls"
    if size(blocks) > 10_000:
        yield f"{size(blocks)} bytes of strings, too near to msg_blocks_too_long"
    yield from _markup(message["text"])
    yield from _of_blocks(blocks)


def _of_view(view: Json) -> Iterator[str]:
    if not 1 <= len(view["blocks"]) <= 100:
        yield f"{len(view['blocks'])} blocks in a view"
    if size(view["blocks"]) > 180_000:
        yield f"a view of {size(view['blocks'])} bytes"
    if view["type"] == "modal":
        yield from _plain(view["title"], 24)
        yield from _plain(view["close"], 24)
    if any(block["type"] == "context_actions" for block in view["blocks"]):
        yield "feedback buttons in a view"
    yield from _of_blocks(view["blocks"])


def size(value: Json) -> int:
    """Return the bytes of all strings."""
    return sum(len(string.encode()) for string in strings(value))


def strings(value: Json) -> Iterator[str]:
    """Yield every string of a payload."""
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from strings(one)
        case list():
            for one in value:
                yield from strings(one)


def _of_blocks(blocks: Json) -> Iterator[str]:
    for block in blocks:
        if block["type"] not in BLOCKS:
            yield f"a block {block['type']}"
        match block["type"]:
            case "header":
                yield from _plain(block["text"], 150)
            case "rich_text":
                yield from _rich(block)
            case "actions":
                yield from _actions(block["elements"])
            case "context_actions":
                yield from _feedback(block["elements"])


def _rich(block: Json) -> Iterator[str]:
    if not block["elements"]:
        yield "an empty rich text"
    for element in block["elements"]:
        if element["type"] == "rich_text_list":
            if not element["elements"] or not 0 <= element["indent"] <= 8:
                yield "an empty or too deep list"
            for point in element["elements"]:
                yield from _inline(point["elements"])
        elif element["type"] in {"rich_text_section", "rich_text_quote"}:
            yield from _inline(element["elements"])
        else:
            yield f"rich text with {element['type']}"


def _inline(runs: Json) -> Iterator[str]:
    if not runs:
        yield "an empty section"
    for run in runs:
        if run["type"] not in INLINE:
            yield f"a run {run['type']}"
        if run["type"] == "emoji" and run["name"] not in OUR_EMOJI:
            yield f"an emoji {run['name']}"
        if run["type"] == "link" and not run["url"].startswith(f"{OUR_PAGE}documents/"):
            yield f"a link to {run['url']}"
        if run["type"] == "link" and (len(run["url"]) > 3_000 or not run["url"].isascii()):
            yield "a link that is too long, or not ASCII"
        if run["type"] != "emoji" and not run["text"]:
            yield "an empty run"
        if run["type"] != "emoji":
            yield from _seen(run["text"])


def _seen(text: str) -> Iterator[str]:
    if not text.replace("\n", "").isprintable():
        yield f"what cannot be seen: {text[:80]!r}"


def _plain(text: Json, most: int) -> Iterator[str]:
    if text["type"] != "plain_text" or text["emoji"]:
        yield "text with markup where none may be"
    if not 1 <= len(text["text"]) <= most:
        yield f"{len(text['text'])} characters where {most} may be"
    yield from _seen(text["text"])


def _actions(elements: Json) -> Iterator[str]:
    if not 1 <= len(elements) <= 25:
        yield f"{len(elements)} things to press in a row"
    ids = [element["action_id"] for element in elements]
    if len(ids) != len(set(ids)):
        yield f"action ids twice: {ids}"
    for element in elements:
        if len(element["action_id"]) > 255:
            yield "a long action id"
        if element["type"] == "button":
            yield from _plain(element["text"], 75)
            if not 1 <= len(element["value"]) <= 2_000:
                yield "a button's value"
        elif element["type"] == "static_select":
            yield from _menu(element)
        else:
            yield f"to press: {element['type']}"


def _menu(menu: Json) -> Iterator[str]:
    yield from _plain(menu["placeholder"], 150)
    if not 1 <= len(menu["options"]) <= 100:
        yield f"{len(menu['options'])} options"
    for option in menu["options"]:
        yield from _plain(option["text"], 75)
        if not 1 <= len(option["value"]) <= 150:
            yield "an option's value"


def _feedback(elements: Json) -> Iterator[str]:
    if not 1 <= len(elements) <= 5:
        yield f"{len(elements)} small buttons"
    for element in elements:
        for half in (element["positive_button"], element["negative_button"]):
            yield from _plain(half["text"], 75)
            if not 1 <= len(half["accessibility_label"]) <= 75 or len(half["value"]) > 2_000:
                yield "a label or value of the feedback buttons"


_MARKUP = {
    "a mention, a channel or a link": re.compile(r"<"),
    "an ampersand": re.compile(r"&(?!(?:amp|lt|gt);)"),
    "bold, struck or code": re.compile(r"[*~`]"),
    "italics": re.compile(r"(?<!\w)_|_(?!\w)"),
    "an emoji": re.compile(r":[a-zæøå0-9_+'-]+:"),
    "an address": re.compile(r"://"),
    "a quotation": re.compile(r"^\s*(?:&gt;|>)", re.MULTILINE),
    "a name that Slack may link": re.compile(r"[@#]\w"),
}


def _markup(text: str) -> Iterator[str]:
    """Yield what Slack would read as markup in the text beside the blocks."""
    for what, pattern in _MARKUP.items():
        if found := pattern.search(text):
            yield f"{what}: {text[max(0, found.start() - 20) : found.end() + 20]!r}"
    yield from _seen(text)


def shown(blocks: Json) -> str:
    """Return the words of blocks as somebody sees them: lines, runs without their look."""
    lines = []
    for block in blocks:
        if block["type"] != "rich_text":
            continue
        for element in block["elements"]:
            parts = element["elements"] if element["type"] == "rich_text_list" else [element]
            lines += ["".join(run.get("text", "") for run in part["elements"]) for part in parts]
    return "\n".join(lines)
