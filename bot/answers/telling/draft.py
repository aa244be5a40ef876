"""A reply while it is being written.

The only ways to put words into a reply are to say a phrase of `bot.wording`, to name something
by its metadata, or to quote a document. Markers and citations are numbered here, so they agree.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.citations import Citation, folded
from bot.replies import Language, Reply, ReplyKind, ToldRate
from bot.wording import phrase
from index.archive import ItemEntry
from index.documents import Document
from index.spans import Span

LONGEST_QUOTE = 2_000
"""Characters of one quotation shown in full; what is cut off is said to be cut."""


class Draft:
    """Collects paragraphs, quotations and warnings, then becomes a `Reply`."""

    def __init__(self, question: str, language: Language) -> None:
        self.question = question
        self.language = language
        self._blocks: list[str] = []
        self._citations: list[Citation] = []
        self._warnings: list[str] = []
        self._decisions: list[ItemEntry] = []
        self._rates: list[ToldRate] = []

    def phrase(self, key: str, /, **values: object) -> str:
        """Return a phrase in the reply's language."""
        return phrase(key, self.language, **values)

    def cite(self, document: Document, span: Span) -> str:
        """Return the marker of a citation; the same place gets the same number."""
        for citation in self._citations:
            if citation.document.id == document.id and citation.span == span:
                return f"[{citation.number}]"
        self._citations.append(Citation(len(self._citations) + 1, document, span))
        return f"[{len(self._citations)}]"

    def say(self, key: str, /, **values: object) -> None:
        """Add a paragraph in our own words."""
        self._blocks.append(self.phrase(key, **values))

    def add(self, paragraph: str) -> None:
        """Add a paragraph built from phrases, metadata and quotations."""
        self._blocks.append(paragraph)

    def heading(self, text: str) -> None:
        """Add a line in bold."""
        self._blocks.append(f"**{plain(text)}**")

    def quote(self, document: Document, span: Span, cited: Span | None = None) -> None:
        """Add the words at `span` as a quotation, with the citation of `cited` (or `span`)."""
        words = folded(span.of(document.text))
        shown = words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0]
        marker = self.cite(document, cited or span)
        self._blocks.append(f"> “{plain(shown)}” {marker}")
        if shown != words:
            self.say("excerpt")

    def quotes(self, document: Document, span: Span) -> bool:
        """Tell whether the words at `span` are cited already, in whole."""
        return any(c.document.id == document.id and c.span.contains(span) for c in self._citations)

    def points(self, points: Sequence[str], count: int | None = None) -> None:
        """Add a list; where it is cut off from `count` points, that is said."""
        if points:
            self._blocks.append("\n".join(f"- {point}" for point in points))
        if count is not None and count > len(points):
            self.say("list_shortened", shown=len(points), count=count)

    def warn(self, key: str, /, **values: object) -> None:
        """Add a warning, once."""
        warning = self.phrase(key, **values)
        if warning not in self._warnings:
            self._warnings.append(warning)

    def tell(self, entry: ItemEntry) -> None:
        """Note that the reply tells of this item's decision."""
        self._decisions.append(entry)

    def state(self, rate: ToldRate) -> None:
        """Note that the reply states this rate."""
        self._rates.append(rate)

    @property
    def cites(self) -> bool:
        """Whether anything has been cited yet."""
        return bool(self._citations)

    def none(self) -> Reply:
        """Return the finished reply, which tells that there is none of what was asked for."""
        return replace(self.reply(ReplyKind.NOT_FOUND), is_none=True)

    def reply(self, kind: ReplyKind) -> Reply:
        """Return the finished reply."""
        if scans := [str(one.number) for one in self._citations if one.is_scan]:
            self.warn("read_from_scan", sources=", ".join(scans))
        return Reply(
            question=self.question,
            language=self.language,
            kind=kind,
            text="\n\n".join(self._blocks),
            citations=tuple(self._citations),
            decisions=tuple(self._decisions),
            rates=tuple(self._rates),
            warnings=tuple(self._warnings),
        )


def plain(text: str) -> str:
    """Return words of a document or a question so that Markdown shows them as they are.

    Brackets would read as citation markers, the others as emphasis, code or markup.
    """
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", folded(text))
