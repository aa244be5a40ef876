"""Markdown: headings, lists and tables by CommonMark; the markup goes, the words stay."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.reading.blocks import BULLET, Block, Cell, Kind, Table
from ingest.reading.draft import Draft
from ingest.reading.extraction import Extraction, Reason, Unreadable, ink
from ingest.reading.html import blocks_of_fragment
from ingest.reading.plain import characters_of

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(\n|$)", re.S)
_LABEL = re.compile(
    r"[A-ZÆØÅ][\wæøåÆØÅ'’/-]{2,}(?:\s(?!at\b|som\b|der\b|that\b)[\wæøåÆØÅ'’/-]+){0,3}:(?:\s|$)"
    r"|(?:Indstilling|Beslutning|Recommendation|Decision)(?:en|s)?\.(?:\s|$)"
)
"""How a line begins that is one by itself: "Beslutning: Udsat", "Til stede: Ib Krog"."""
_SENTENCE_END = re.compile(r"[.!?][)\"”»]?\s*$")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read_markdown(data: bytes) -> Extraction:
    """Read a Markdown file.

    Raises:
        Unreadable: The bytes are no text in a known encoding, or there is none.
    """
    source, removed = characters_of(data)
    draft = Draft()
    for each in removed:
        draft.remove(each.what, each.characters)
    body = source.lstrip("\n")
    if matter := _FRONT_MATTER.match(body):
        draft.add(Block(line, Kind.LINE) for line in matter[1].split("\n"))
        body = body[matter.end() :]
    draft.add(_Walk(MarkdownIt("commonmark").enable("table").parse(body)).blocks())
    so_far = draft.finish()
    if not so_far.text:
        raise Unreadable(Reason.NO_TEXT, "the file holds no words")
    whole = ink(source) + sum(each.characters for each in removed)
    draft.remove("markup", whole - so_far.yielded)
    return draft.finish()


class _Walk:
    """Goes through the tokens once, keeping count of the lists it is in."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = iter(tokens)
        self._lists: list[int | None] = []
        """A counter for each list around, `None` for one with bullets."""
        self._marker = ""

    def blocks(self) -> Iterator[Block | Table]:
        for token in self._tokens:
            if token.type == "heading_open":
                yield Block(_inline(next(self._tokens)), Kind.HEADING, int(token.tag[1]))
            elif token.type == "table_open":
                yield self._table()
            elif token.type == "inline":
                yield self._paragraph(_inline(token))
            elif token.type in ("fence", "code_block"):
                yield from (Block(line, Kind.LINE) for line in token.content.split("\n"))
            elif token.type == "html_block":
                yield from blocks_of_fragment(token.content)
            else:
                self._track(token)

    def _track(self, token: Token) -> None:
        if token.type == "bullet_list_open":
            self._lists.append(None)
        elif token.type == "ordered_list_open":
            self._lists.append(int(token.attrs.get("start", 1)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            number = self._lists[-1]
            self._marker = BULLET if number is None else f"{number}."
            if number is not None:
                self._lists[-1] = number + 1

    def _paragraph(self, text: str) -> Block:
        if not self._lists:
            return Block(text)
        marker, self._marker = self._marker, ""
        return Block(text, Kind.POINT if marker else Kind.LINE, len(self._lists) - 1, marker)

    def _table(self) -> Table:
        rows: list[tuple[Cell, ...]] = []
        cells: list[Cell] = []
        header = False
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type in ("th_open", "td_open"):
                header = token.type == "th_open"
            elif token.type == "inline":
                cells.append(Cell((Block(_inline(token)),), header=header))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Table(tuple(rows))


def _inline(token: Token) -> str:
    parts = []
    children = [c for c in token.children or () if c.type != "text" or c.content]
    for place, (child, following) in enumerate(zip_longest(children, children[1:])):
        if child.type == "softbreak" and following is not None and _parts_lines(children, place):
            parts.append("\n")
        elif child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "image":
            parts.append(_inline(child))
        else:
            parts.append(_BREAKS.get(child.type, ""))
    return "".join(parts)


def _parts_lines(children: Sequence[Token], place: int) -> bool:
    """Tell whether a break within a paragraph stands between two lines that are each by itself.

    Below it begins a label, "**Dato:** 3. maj" or "*Beslutning:* Udsat" (a plain one below another,
    or below the end of a sentence), or above it a line is a heading, "**1. Kajen**", all of it
    strong; a phrase over which the sentence goes on is not.
    """
    below = children[place + 1]
    if below.type == "strong_open":
        return True
    if below.type == "em_open":
        inside = children[place + 2]
        behind = children[place + 4].content if place + 4 < len(children) else ""
        return inside.content.rstrip().endswith(":") or behind.startswith(":")
    starts = [i for i, c in enumerate(children[:place]) if c.type in _BREAKS]
    above = children[starts[-1] + 1 if starts else 0 : place]
    if below.type == "text" and _LABEL.match(below.content):
        words = "".join(child.content for child in above)
        return bool(_LABEL.match(words) or _SENTENCE_END.search(words))
    strong = [c.type for c in above if c.type in {"strong_open", "strong_close"}]
    alone = strong == ["strong_open", "strong_close"] == [above[0].type, above[-1].type]
    return alone and not below.content[:1].islower()
