"""Slack's rules for blocks and views, as far as this app can break them.

Each check returns sentences of what is wrong, in the words of `response_metadata.messages`. The
limits are those of the Block Kit reference and of slack_sdk's own models.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from tests.slack_state import Json, texts_of

MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
MARKDOWN_LENGTH = 12_000
"""Of all markdown blocks of a message together."""
BLOCKS_LENGTH, BLOCK_ALLOWANCE = 13_420, 125
"""Of a message's blocks: characters of text and of links, with so many more for each block. Slack
documents neither; messages of markdown alone were refused above 13,297 characters, with a divider
above 13,172, and one of rich text at 11,341 that were read."""
TABLE_LENGTH = 10_000

VIEW_TITLE, PRIVATE_METADATA, CALLBACK_ID, VIEW_BYTES = 24, 3_000, 255, 250_000

Complaints = Iterator[str]
Rule = Callable[[Json, str], Complaints]


def complaints_of_message(blocks: object) -> list[str]:
    """Return what is wrong with the blocks of a message."""
    return list(_of_blocks(blocks, "message"))


def is_too_long(blocks: list[Json]) -> bool:
    """Whether a message with these blocks is refused, though each block is allowed."""
    markdown = [block.get("text", "") for block in blocks if block.get("type") == "markdown"]
    length = sum(map(len, chain(texts_of(blocks), _addresses(blocks))))
    whole = length + BLOCK_ALLOWANCE * len(blocks)
    return sum(map(len, markdown)) > MARKDOWN_LENGTH or whole > BLOCKS_LENGTH


def _addresses(part: object) -> Iterator[str]:
    """Yield every address that blocks lead to."""
    if isinstance(part, list):
        for each in part:
            yield from _addresses(each)
    elif isinstance(part, dict):
        if isinstance(part.get("url"), str):
            yield part["url"]
        yield from _addresses(list(part.values()))


def complaints_of_view(view: object) -> list[str]:
    """Return what is wrong with a modal or a home tab."""
    if not isinstance(view, dict) or view.get("type") not in ("modal", "home"):
        return ["a view is an object of type modal or home"]
    return list(chain(_of_view(view), _of_blocks(view.get("blocks"), view["type"])))


def _of_view(view: Json) -> Complaints:
    known = {"type", "title", "blocks", "close", "submit", "private_metadata", "callback_id"}
    known |= {"clear_on_close", "notify_on_close", "external_id", "submit_disabled"}
    for key in sorted(set(view) - known):
        yield f"a view has no field {key}"
    if view["type"] == "modal":
        yield from _text(view, "title", VIEW_TITLE, plain=True, at="the modal")
        for key in ("close", "submit"):
            yield from _text(view, key, VIEW_TITLE, plain=True, at="the modal", needed=False)
        has_input = any(block.get("type") == "input" for block in view.get("blocks") or [])
        if has_input and "submit" not in view:
            yield "a modal with an input needs submit"
    elif set(view) & {"title", "close", "submit"}:
        yield "a home tab has no title, close or submit"
    yield from _string(view, "private_metadata", PRIVATE_METADATA, "the view", needed=False)
    yield from _string(view, "callback_id", CALLBACK_ID, "the view", needed=False)
    if len(repr(view)) > VIEW_BYTES:
        yield "the view is larger than 250 kB"


def _of_blocks(blocks: object, surface: str) -> Complaints:
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        yield "blocks must be a list of objects"
        return
    most = MESSAGE_BLOCKS if surface == "message" else VIEW_BLOCKS
    if len(blocks) > most:
        yield f"{len(blocks)} blocks, more than {most}"
    names = [block["block_id"] for block in blocks if block.get("block_id")]
    if len(names) != len(set(names)):
        yield "block_id is not unique"
    actions = [a for block in blocks for a in _action_ids(block)]
    if surface != "message" and len(actions) != len(set(actions)):
        yield "action_id is not unique within a block"
    for place, block in enumerate(blocks):
        at = f"/blocks/{place}"
        kind = block.get("type")
        if kind not in BLOCK_RULES:
            yield f"unsupported type: {kind} [{at}]"
            continue
        rule, fields, surfaces = BLOCK_RULES[kind]
        if surface not in surfaces:
            yield f"{kind} is not allowed in a {surface} [{at}]"
        for key in sorted(set(block) - fields - {"type", "block_id"}):
            yield f"no more than the known fields: {key} of {kind} [{at}]"
        yield from _string(block, "block_id", 255, at, needed=False)
        yield from rule(block, at)
        within = _action_ids(block)
        if len(within) != len(set(within)):
            yield f"action_id is not unique [{at}]"


def _action_ids(block: Json) -> list[str]:
    elements = [e for e in block.get("elements") or [] if isinstance(e, dict)]
    return [e["action_id"] for e in elements if isinstance(e.get("action_id"), str)]


def _string(
    part: Json, key: str, most: int, at: str, needed: bool = True, least: int = 1
) -> Complaints:
    value = part.get(key)
    if value is None:
        if needed:
            yield f"missing {key} [{at}]"
    elif not isinstance(value, str):
        yield f"{key} must be a string [{at}]"
    elif len(value) > most or (needed and len(value) < least):
        yield f"{key} must be {least} to {most} characters, not {len(value)} [{at}]"


def _text(
    part: Json, key: str, most: int, at: str, plain: bool = False, needed: bool = True
) -> Complaints:
    value = part.get(key)
    if value is None:
        if needed:
            yield f"missing {key} [{at}]"
        return
    if not isinstance(value, dict) or value.get("type") not in ("plain_text", "mrkdwn"):
        yield f"{key} must be a text object [{at}]"
        return
    if plain and value["type"] != "plain_text":
        yield f"{key} must be plain_text [{at}]"
    own = {"type", "text", "emoji" if value["type"] == "plain_text" else "verbatim"}
    for field in sorted(set(value) - own):
        yield f"a {value['type']} has no field {field} [{at}/{key}]"
    yield from _string(value, "text", most, f"{at}/{key}")


def _section(block: Json, at: str) -> Complaints:
    if not block.get("text") and not block.get("fields"):
        yield f"a section needs text or fields [{at}]"
    yield from _text(block, "text", 3_000, at, needed=False)
    fields = block.get("fields") or []
    if len(fields) > 10:
        yield f"more than 10 fields [{at}]"
    for each in fields:
        yield from _text({"field": each}, "field", 2_000, at)
    if block.get("accessory"):
        yield from _element(block["accessory"], ELEMENTS_OF_ACTIONS | {"image"}, f"{at}/accessory")


def _header(block: Json, at: str) -> Complaints:
    yield from _text(block, "text", 150, at, plain=True)


def _divider(block: Json, at: str) -> Complaints:
    yield from ()


def _markdown(block: Json, at: str) -> Complaints:
    yield from _string(block, "text", MARKDOWN_LENGTH, at)


def _image(block: Json, at: str) -> Complaints:
    if bool(block.get("image_url")) == bool(block.get("slack_file")):
        yield f"an image needs image_url or slack_file [{at}]"
    yield from _string(block, "alt_text", 2_000, at)


def _elements(block: Json, at: str, most: int, kinds: set[str]) -> Complaints:
    elements = block.get("elements")
    if not isinstance(elements, list) or not 1 <= len(elements) <= most:
        yield f"1 to {most} elements [{at}]"
        return
    for place, element in enumerate(elements):
        yield from _element(element, kinds, f"{at}/elements/{place}")


def _actions(block: Json, at: str) -> Complaints:
    yield from _elements(block, at, 25, ELEMENTS_OF_ACTIONS)


def _context(block: Json, at: str) -> Complaints:
    yield from _elements(block, at, 10, {"plain_text", "mrkdwn", "image"})


def _context_actions(block: Json, at: str) -> Complaints:
    yield from _elements(block, at, 5, {"feedback_buttons", "icon_button"})


def _input(block: Json, at: str) -> Complaints:
    yield from _text(block, "label", 2_000, at, plain=True)
    yield from _text(block, "hint", 2_000, at, plain=True, needed=False)
    if not isinstance(block.get("element"), dict):
        yield f"missing element [{at}]"
    else:
        yield from _element(block["element"], ELEMENTS_OF_INPUT, f"{at}/element")


def _rich_text(block: Json, at: str) -> Complaints:
    kinds = {f"rich_text_{kind}" for kind in ("section", "list", "preformatted", "quote")}
    elements = block.get("elements")
    if not isinstance(elements, list) or not elements:
        yield f"missing elements [{at}]"
    elif not all(isinstance(e, dict) and e.get("type") in kinds for e in elements):
        yield f"rich text is made of {', '.join(sorted(kinds))} [{at}]"


def _table(block: Json, at: str) -> Complaints:
    rows = block.get("rows")
    if not isinstance(rows, list) or not 1 <= len(rows) <= 100:
        yield f"1 to 100 rows [{at}]"
    elif not all(isinstance(row, list) and 1 <= len(row) <= 20 for row in rows):
        yield f"1 to 20 cells a row [{at}]"
    elif any(cell.get("type") not in CELLS for row in rows for cell in row):
        yield f"a cell is one of {', '.join(sorted(CELLS))} [{at}]"
    if sum(map(len, texts_of(rows))) > TABLE_LENGTH:
        yield f"more than {TABLE_LENGTH} characters in a table [{at}]"


def _task_card(block: Json, at: str) -> Complaints:
    yield from _string(block, "task_id", 255, at)
    yield from _string(block, "title", 255, at)
    if block.get("status") not in ("pending", "in_progress", "complete", "error"):
        yield f"status of a task card [{at}]"


def _element(element: object, kinds: set[str], at: str) -> Complaints:
    if not isinstance(element, dict) or element.get("type") not in kinds:
        kind = element.get("type") if isinstance(element, dict) else element
        yield f"unsupported element: {kind} [{at}]"
        return
    kind = element["type"]
    if kind in ("plain_text", "mrkdwn"):
        yield from _text({"element": element}, "element", 2_000, at)
    elif kind == "image":
        yield from _image(element, at)
    else:
        yield from _string(element, "action_id", 255, at, needed=kind in NEED_AN_ACTION)
    if kind == "button":
        yield from _button(element, at)
    elif kind == "feedback_buttons":
        for half in ("positive_button", "negative_button"):
            yield from _feedback_half(element.get(half), f"{at}/{half}")
    elif kind in ("static_select", "overflow", "radio_buttons", "checkboxes"):
        yield from _options(element, kind, at)


def _button(button: Json, at: str) -> Complaints:
    yield from _text(button, "text", 75, at, plain=True)
    yield from _string(button, "value", 2_000, at, needed=False)
    yield from _string(button, "url", 3_000, at, needed=False)
    yield from _string(button, "accessibility_label", 75, at, needed=False)
    if button.get("style") not in (None, "primary", "danger"):
        yield f"style is primary or danger [{at}]"


def _feedback_half(half: object, at: str) -> Complaints:
    if not isinstance(half, dict):
        yield f"missing [{at}]"
        return
    yield from _text(half, "text", 75, at, plain=True)
    yield from _string(half, "value", 2_000, at)
    yield from _string(half, "accessibility_label", 75, at, needed=False)


def _options(element: Json, kind: str, at: str) -> Complaints:
    options = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        options += group.get("options") or []
    most = {"overflow": 5, "static_select": 100}.get(kind, 10)
    if not 1 <= len(options) <= most:
        yield f"1 to {most} options [{at}]"
    for option in options:
        yield from _text(option, "text", 75, at)
        yield from _string(option, "value", 150, at)


ELEMENTS_OF_ACTIONS = {
    *("button", "overflow", "static_select", "external_select", "users_select"),
    *("conversations_select", "channels_select", "radio_buttons", "checkboxes"),
    *("datepicker", "timepicker", "datetimepicker", "workflow_button"),
}
ELEMENTS_OF_INPUT = (ELEMENTS_OF_ACTIONS - {"button", "overflow", "workflow_button"}) | {
    *("plain_text_input", "number_input", "email_text_input", "url_text_input"),
    *("rich_text_input", "file_input", "multi_static_select", "multi_users_select"),
}
NEED_AN_ACTION = {"button", "overflow", "feedback_buttons", "icon_button", "static_select"}
"""Slack makes an action id up where there is none; then nobody can listen to the press."""
CELLS = {"raw_text", "raw_number", "rich_text"}

EVERYWHERE = {"message", "modal", "home"}
BLOCK_RULES: dict[str, tuple[Rule, set[str], set[str]]] = {
    "section": (_section, {"text", "fields", "accessory", "expand"}, EVERYWHERE),
    "header": (_header, {"text", "level"}, EVERYWHERE),
    "divider": (_divider, set(), EVERYWHERE),
    "markdown": (_markdown, {"text"}, {"message"}),
    "image": (_image, {"image_url", "slack_file", "alt_text", "title"}, EVERYWHERE),
    "actions": (_actions, {"elements"}, EVERYWHERE),
    "context": (_context, {"elements"}, EVERYWHERE),
    "context_actions": (_context_actions, {"elements"}, {"message"}),
    "input": (
        _input,
        {"label", "element", "hint", "optional", "dispatch_action"},
        {"modal", "home", "message"},
    ),
    "rich_text": (_rich_text, {"elements"}, EVERYWHERE),
    "table": (_table, {"rows", "column_settings"}, {"message"}),
    "task_card": (
        _task_card,
        {"task_id", "title", "details", "output", "sources", "status"},
        {"message"},
    ),
}
"""Each type of block: its rule, its fields, and where it may stand. What is not here is refused."""
