"""The parts of Block Kit that Referent uses, as typed dictionaries: plain JSON, nothing of Slack's.

Everything that comes from the archive or from a question goes into `text` runs of rich text and
into `plain_text` with emoji turned off. Slack reads no markup in either, so a quotation stays
verbatim and nothing in it can become a mention, a link or a picture.
"""

from typing import Literal, NotRequired, TypedDict


class PlainText(TypedDict):
    """Text without any markup."""

    type: Literal["plain_text"]
    text: str
    emoji: bool


class Style(TypedDict, total=False):
    """How a run looks."""

    bold: bool
    italic: bool


class TextRun(TypedDict):
    """Words, shown as they are."""

    type: Literal["text"]
    text: str
    style: NotRequired[Style]


class LinkRun(TypedDict):
    """Words that lead to our own web page."""

    type: Literal["link"]
    url: str
    text: str


class EmojiRun(TypedDict):
    """A picture by its name; only our own warning sign."""

    type: Literal["emoji"]
    name: str


Inline = TextRun | LinkRun | EmojiRun


class RichSection(TypedDict):
    """A paragraph."""

    type: Literal["rich_text_section"]
    elements: list[Inline]


class RichQuote(TypedDict):
    """A quotation."""

    type: Literal["rich_text_quote"]
    elements: list[Inline]


class RichList(TypedDict):
    """A list of points."""

    type: Literal["rich_text_list"]
    style: Literal["bullet"]
    indent: int
    elements: list[RichSection]


RichElement = RichSection | RichQuote | RichList


class RichText(TypedDict):
    """Paragraphs, quotations and lists."""

    type: Literal["rich_text"]
    elements: list[RichElement]


class Button(TypedDict):
    """A button; `value` comes back when it is pressed."""

    type: Literal["button"]
    action_id: str
    text: PlainText
    value: str


class Option(TypedDict):
    """A line of a menu."""

    text: PlainText
    value: str


class Menu(TypedDict):
    """A menu of which one line is chosen."""

    type: Literal["static_select"]
    action_id: str
    placeholder: PlainText
    options: list[Option]


class Actions(TypedDict):
    """A row of buttons and menus."""

    type: Literal["actions"]
    elements: list[Button | Menu]


class FeedbackButton(TypedDict):
    """One half of the feedback buttons."""

    text: PlainText
    value: str
    accessibility_label: str


class FeedbackButtons(TypedDict):
    """Thumbs up and down."""

    type: Literal["feedback_buttons"]
    action_id: str
    positive_button: FeedbackButton
    negative_button: FeedbackButton


class ContextActions(TypedDict):
    """A row of small buttons below a message."""

    type: Literal["context_actions"]
    elements: list[FeedbackButtons]


class Header(TypedDict):
    """A large heading."""

    type: Literal["header"]
    text: PlainText


class Divider(TypedDict):
    """A line across."""

    type: Literal["divider"]


class RadioButtons(TypedDict):
    """Lines of which one may be chosen."""

    type: Literal["radio_buttons"]
    action_id: str
    options: list[Option]


class TextInput(TypedDict):
    """A field to write in."""

    type: Literal["plain_text_input"]
    action_id: str
    multiline: bool
    max_length: int


class Input(TypedDict):
    """Something to fill in, in a window."""

    type: Literal["input"]
    block_id: str
    """By which, and by the action id, what was filled in comes back."""
    optional: bool
    label: PlainText
    hint: NotRequired[PlainText]
    element: RadioButtons | TextInput


Block = RichText | Actions | ContextActions | Header | Divider | Input


class Metadata(TypedDict):
    """What a program finds a message by."""

    event_type: str
    event_payload: dict[str, str]


class Message(TypedDict):
    """The arguments of chat.postMessage, or the body for a response URL, without the place."""

    text: str
    """For notifications and screen readers."""
    blocks: list[Block]
    mrkdwn: bool
    unfurl_links: bool
    unfurl_media: bool
    metadata: NotRequired[Metadata]


class Modal(TypedDict):
    """A window over the conversation."""

    type: Literal["modal"]
    title: PlainText
    close: PlainText
    blocks: list[Block]
    submit: NotRequired[PlainText]
    callback_id: NotRequired[str]
    """By which a window that is sent is known."""
    private_metadata: NotRequired[str]
    """Kept by Slack with the window: the channel from which it was opened."""


class Home(TypedDict):
    """The Home tab."""

    type: Literal["home"]
    blocks: list[Block]
