"""A reply as a message: warnings, the answer, its sources, and what one can press."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rendering.markdown import Line, LineKind, Run, lines_of
from bot.rendering.places import LABELS, cut
from bot.rendering.visible import visible_line
from bot.replies import Language, Reply, ReplyKind
from bot.slack.drawing.fitting import cut_to_fit, weight
from bot.slack.drawing.limits import (
    BYTES_OF_A_BLOCK,
    FALLBACK,
    MESSAGE_BLOCKS,
    MESSAGE_BYTES,
    MODAL_TITLE,
    VIEW_BLOCKS,
    VIEW_BYTES,
)
from bot.slack.drawing.mrkdwn import fallback
from bot.slack.drawing.presses import Press, Pressed, button, feedback, plain_text
from bot.slack.drawing.rich_text import rich_blocks, rich_text, section, text
from bot.slack.drawing.shapes import (
    Actions,
    Block,
    Button,
    Inline,
    Menu,
    Message,
    Metadata,
    Modal,
    RichText,
)
from bot.slack.drawing.sources import openers, places, source_block
from bot.wording import phrase

EVENT_TYPE = "referent_answer"
"""By it, and the id of the question, an answer is found again in a thread."""
APOLOGY_TYPE = "referent_apology"
"""The same of an apology."""

BESIDE_THE_ANSWER = 9
"""Blocks kept free for the question as it was read, warnings, sources and buttons."""

LONGEST_QUESTION = 300
"""Characters of a follow-up as it was read."""

LONGEST_NAME = 60
"""Characters of the name of who shares an answer."""

MOST_WARNINGS = 8
LONGEST_WARNINGS = 1_500
"""Bytes of all warnings in a message; more than that stand in the whole answer."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much may be drawn."""

    blocks: int
    size: int
    """Bytes of all strings."""
    warnings: int
    """Of them, for warnings."""


IN_A_MESSAGE = Room(MESSAGE_BLOCKS, MESSAGE_BYTES, LONGEST_WARNINGS)
IN_A_VIEW = Room(VIEW_BLOCKS, VIEW_BYTES, VIEW_BYTES // 4)


def message(
    reply: Reply,
    question_id: str,
    page_url: str | None = None,
    *,
    private: bool = False,
    asked: bool = False,
    shared_by: str | None = None,
) -> Message:
    """Draw a reply.

    Args:
        reply: The answer.
        question_id: What the buttons and the metadata name the question by.
        page_url: Base address of the web page, to which sources are linked; `None` where there is
            none, and the files are named instead.
        private: Only the asker sees it, who may then share it with the channel.
        asked: The question stands nowhere near it, so it is shown.
        shared_by: The name of who shows it to others; then the question is shown as well.

    Raises:
        ValueError: The id or the address is not one.
    """
    above, head = _as_read(reply), understood(reply)
    if asked or shared_by is not None:
        above = _as_asked(reply, shared_by)
        head = [rich_text(section(text(above)))]
    answer = _Answer(reply, question_id, page_url, head)
    blocks = answer.drawn(IN_A_MESSAGE, share=private)
    blocks.append(feedback(question_id, reply.language))
    return posted(spoken(reply, page_url, above), blocks, question_id)


def whole_modal(reply: Reply, question_id: str, page_url: str | None = None) -> Modal:
    """Draw a reply that was cut in its message; here there is room for six times as much."""
    answer = _Answer(reply, question_id, page_url, understood(reply))
    return {
        "type": "modal",
        "title": plain_text(phrase("slack_whole_title", reply.language), MODAL_TITLE),
        "close": plain_text(phrase("slack_close", reply.language), MODAL_TITLE),
        "blocks": answer.drawn(IN_A_VIEW, share=False),
    }


def posted(
    spoken_text: str,
    blocks: list[Block],
    question_id: str | None = None,
    event_type: str = EVENT_TYPE,
) -> Message:
    """Return a message that unfurls nothing, with the metadata by which an answer is found."""
    made: Message = {
        "text": spoken_text,
        "blocks": blocks,
        "mrkdwn": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }
    if question_id is not None:
        found_by: Metadata = {
            "event_type": event_type,
            "event_payload": {"question": question_id},
        }
        made["metadata"] = found_by
    return made


def spoken(reply: Reply, page_url: str | None, above: str | None) -> str:
    """Return a reply as plain lines, for a notification and for a screen reader.

    Whoever reads with their ears gets the answer in full, as far as there is room for it, below
    what stands above it.
    """
    language = reply.language
    note = LABELS["note"][language]
    lines = [above] if above else []
    lines += [f"{note}: {visible_line(warning)}" for warning in reply.warnings]
    lines += [line.text for line in _lines(reply)]
    if reply.citations:
        lines.append(LABELS["sources"][language])
        for one in places(reply.citations, language, with_file=page_url is None):
            numbers = " ".join(f"[{citation.number}]" for citation in one.citations)
            lines.append(f"{numbers} {one.words}")
    return fallback(lines, FALLBACK)


def warning_line(words: str, language: Language) -> list[Inline]:
    """Return a warning with our sign before it."""
    return [
        {"type": "emoji", "name": "warning"},
        text(f" {LABELS['note'][language]}: ", bold=True),
        text(words),
    ]


def understood(reply: Reply) -> list[RichText]:
    """Return as what a follow-up was read, so that a wrong reading is seen before the answer."""
    told = _as_read(reply)
    if told is None:
        return []
    return [rich_text(section({"type": "text", "text": told, "style": {"italic": True}}))]


def _as_read(reply: Reply) -> str | None:
    if reply.understood_as is None:
        return None
    question = cut(visible_line(reply.understood_as), LONGEST_QUESTION)
    return phrase("read_as", reply.language, question=question)


def _as_asked(reply: Reply, shared_by: str | None) -> str:
    """Return what was asked, and who shows the answer to others."""
    question = cut(visible_line(reply.understood_as or reply.question), LONGEST_QUESTION)
    if shared_by is None:
        return phrase("slack_asked", reply.language, question=question)
    name = cut(visible_line(shared_by), LONGEST_NAME)
    return phrase("slack_shared_by", reply.language, name=name, question=question)


def _lines(reply: Reply) -> list[Line]:
    """Return the lines of a reply; of one in which nothing can be seen, that nothing was found."""
    numbers = {citation.number for citation in reply.citations}
    nothing = phrase(f"slack_no_{ReplyKind.NOT_FOUND.value}", reply.language)
    return lines_of(reply.text, numbers) or [Line(LineKind.TEXT, (Run(nothing),))]


class _Answer:
    """A reply while its blocks are drawn in whatever room there is."""

    def __init__(
        self, reply: Reply, question_id: str, page_url: str | None, head: list[RichText]
    ) -> None:
        self._reply = reply
        self._head = head
        self._question = question_id
        self._page_url = page_url
        self._lines = _lines(reply)
        self._said = [words for warning in reply.warnings if (words := visible_line(warning))]

    def drawn(self, room: Room, *, share: bool) -> list[Block]:
        """Return all blocks but the feedback buttons; with less of the answer where need be."""
        whole = self._with(self._lines, room, share=share, shortened=False)
        if _fits(whole, room):
            return whole

        def fits(lines: Sequence[Line]) -> bool:
            return _fits(self._with(lines, room, share=share, shortened=True), room)

        return self._with(cut_to_fit(self._lines, fits), room, share=share, shortened=True)

    def _with(
        self, lines: Sequence[Line], room: Room, *, share: bool, shortened: bool
    ) -> list[Block]:
        language = self._reply.language
        marked = {number for line in lines for number in line.markers}
        cited = [citation for citation in self._reply.citations if citation.number in marked]
        blocks: list[Block] = []
        blocks += self._head
        warnings, all_shown = self._warnings(room)
        if warnings is not None:
            blocks.append(warnings)
        blocks += rich_blocks(lines, room.blocks - BESIDE_THE_ANSWER)
        if shortened:
            key = "slack_cut" if room is IN_A_MESSAGE else "slack_cut_view"
            blocks.append(rich_text(section(text(phrase(key, language)))))
        if cited:
            blocks.append({"type": "divider"})
            blocks.append(source_block(cited, language, self._page_url))
        pressed: list[Button | Menu] = openers(cited, self._question, language)
        whole = shortened or not all_shown
        # A view is the whole answer already: what does not fit there fits nowhere in Slack.
        if whole and room is IN_A_MESSAGE:
            pressed += self._button("slack_whole", Press.WHOLE)
        if share:
            pressed += self._button("slack_share", Press.SHARE)
        if pressed:
            row: Actions = {"type": "actions", "elements": pressed}
            blocks.append(row)
        return blocks

    def _button(self, key: str, press: Press) -> list[Button]:
        made = button(phrase(key, self._reply.language), Pressed(press, self._question))
        return [made] if made else []

    def _warnings(self, room: Room) -> tuple[RichText | None, bool]:
        """Return the warnings, and whether they are all of them."""
        shown: list[Inline] = []
        left = room.warnings
        for number, words in enumerate(self._said):
            if number == MOST_WARNINGS or len(words.encode()) > left:
                shown += [text("\n")] * bool(shown)
                count = len(self._said) - number
                told = phrase("slack_more_warnings", self._reply.language, count=count)
                shown += warning_line(told, self._reply.language)
                return rich_text(section(*shown)), False
            left -= len(words.encode())
            shown += [text("\n")] * bool(shown)
            shown += warning_line(words, self._reply.language)
        return (rich_text(section(*shown)) if shown else None), True


def _fits(blocks: Sequence[Block], room: Room) -> bool:
    # The feedback buttons come on top: one block, and fewer bytes than this.
    size = weight(list(blocks)) + BYTES_OF_A_BLOCK * (len(blocks) + 1) + 400
    return len(blocks) < room.blocks and size <= room.size
