"""What is asked of everything that is drawn for Slack, beyond what Slack itself refuses.

`broken_rules` returns every rule that a payload breaks, in words, so that a test says which failed:
Slack's own, and ours: nothing of a paper or a question may be more than words, and nothing may come
near the limits that Slack does not document.
"""

import re
from collections.abc import Iterator
from typing import Any

from tests.slack_block_rules import complaints_of_message, complaints_of_view, is_too_long

Json = Any

INLINE = {"text", "link", "emoji"}
OUR_EMOJI = {"warning"}
OUR_PAGE = "https://arkiv.example/"


def broken_rules(payload: Json) -> list[str]:
    """Return what is wrong with a message or a view."""
    if "text" in payload:
        return [*complaints_of_message(payload["blocks"]), *_of_message(payload)]
    return [*complaints_of_view(payload), *_of_view(payload)]


def _of_message(message: Json) -> Iterator[str]:
    blocks = message["blocks"]
    if not blocks or not message["text"].strip() or len(message["text"]) > 4_000:
        yield f"{len(blocks)} blocks, and a text of {len(message['text'])} characters"
    if message["unfurl_links"] or message["unfurl_media"]:
        yield "unfurls"
    if is_too_long(blocks) or size(blocks) + 125 * len(blocks) > 11_500:
        yield f"{size(blocks)} bytes in {len(blocks)} blocks, too near to msg_blocks_too_long"
    yield from _markup(message["text"])
    yield from _of_blocks(blocks)


def _of_view(view: Json) -> Iterator[str]:
    if size(view["blocks"]) > 180_000:
        yield f"a view of {size(view['blocks'])} bytes"
    for key in {"title", "close", "submit"} & view.keys():
        yield from _plain(view[key])
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
        match block["type"]:
            case "header":
                yield from _plain(block["text"])
            case "rich_text":
                for element in block["elements"]:
                    listed = element["type"] == "rich_text_list"
                    for part in element["elements"] if listed else [element]:
                        yield from _inline(part["elements"])
                    if listed and (not element["elements"] or not 0 <= element["indent"] <= 8):
                        yield "an empty or too deep list"
            case "actions" | "context_actions":
                yield from _pressed(block["elements"])
            case "divider":
                pass
            case "input":
                for key in {"label", "hint"} & block.keys():
                    yield from _plain(block[key])
                for option in block["element"].get("options", []):
                    yield from _plain(option["text"])
            case other:
                yield f"a block {other}, which could hold markup"


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


def _plain(text: Json) -> Iterator[str]:
    if text["type"] != "plain_text" or text["emoji"]:
        yield "text with markup where none may be"
    yield from _seen(text["text"])


def _pressed(elements: Json) -> Iterator[str]:
    for element in elements:
        if element["type"] == "feedback_buttons":
            halves = [element["positive_button"], element["negative_button"]]
        else:
            halves = [element, *element.get("options", [])]
        for half in halves:
            yield from _plain(half.get("text") or half["placeholder"])
    for menu in elements:
        if len(menu.get("placeholder", {}).get("text", "")) > 150:
            yield "a long placeholder"


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
