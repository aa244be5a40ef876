"""Citations: the only way for a reply to quote.

A citation does not hold words; it holds a document and a place in it, and cuts the words out when
asked. So a quotation that does not stand in the document cannot be constructed.
"""

import re
from dataclasses import dataclass, field

from bot.fingerprints import Fingerprint
from index.catalogue.covers import MASK
from index.catalogue.masking import place_for_all, place_for_reader
from index.documents import Document, Item, Section, SectionKind
from index.spans import Span

PASSAGE_REACH = 600
"""Characters shown on each side of a quotation when its section is longer than that."""


WHOLE_ITEM = 1_500
"""Characters up to which an agenda item is shown whole around a quotation: heading,
recommendation and decision explain each other."""


class UncitablePlace(ValueError):
    """A place that cannot be quoted: empty, outside the document, or masked."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quotation with its place.

    Raises:
        UncitablePlace: The span is empty or blank, lies outside the text, or touches masked text.
    """

    number: int
    """The marker in the reply's text: `[number]`, from 1."""
    document: Document = field(repr=False)
    span: Span

    def __post_init__(self) -> None:
        words = self.span.of(self.document.text)
        if self.number < 1:
            raise UncitablePlace(f"citations are numbered from 1, not {self.number}")
        if self.span.end > len(self.document.text) or not words.strip():
            raise UncitablePlace(f"nothing stands at {self.span} of {self.document.source}")
        if MASK in words:
            raise UncitablePlace(f"{self.span} of {self.document.source} is not for this audience")

    @property
    def quote(self) -> str:
        """The words, verbatim."""
        return self.span.of(self.document.text)

    @property
    def section(self) -> Section | None:
        """The section in which the quotation starts."""
        return next(
            (s for s in self.document.sections if s.span.start <= self.span.start < s.span.end),
            None,
        )

    @property
    def section_kind(self) -> SectionKind:
        """What that section is for."""
        return self.section.kind if self.section else SectionKind.TEXT

    @property
    def item(self) -> Item | None:
        """The agenda item in which the quotation stands."""
        return next(
            (i for i in self.document.items if i.span.start <= self.span.start < i.span.end), None
        )

    @property
    def page(self) -> int | None:
        """The printed page, for formats that have pages."""
        return self.document.page_at(self.span.start)

    @property
    def is_scan(self) -> bool:
        """Whether the words were read from a picture of their page, which may misread letters."""
        return self.document.is_scan_at(self.span.start)

    @property
    def passage_span(self) -> Span:
        """The quotation with its surroundings: its item, where that is short, else its section.

        Of a long section, as much as `PASSAGE_REACH` allows, cut at line ends, so that no word is
        halved.
        """
        text = self.document.text
        if self.item and len(self.item.span) <= WHOLE_ITEM:
            return self.item.span
        outer = self.section.span if self.section else Span(0, len(text))
        start, end = outer.start, max(outer.end, self.span.end)
        if self.span.start - start > PASSAGE_REACH:
            cut = text.find("\n", self.span.start - PASSAGE_REACH, self.span.start)
            start = cut + 1 if cut >= 0 else self.span.start
        if end - self.span.end > PASSAGE_REACH:
            cut = text.rfind("\n", self.span.end, self.span.end + PASSAGE_REACH)
            end = cut if cut >= 0 else self.span.end
        return Span(start, end)

    @property
    def passage(self) -> str:
        """The words of `passage_span`, without white space at the ends."""
        return self.passage_span.of(self.document.text).strip()

    @property
    def url(self) -> str:
        """Where the web page shows the quotation in its document.

        The place is the one that everyone counts, so that whoever follows the address comes to it,
        and the address knows its words again where the paper has changed; one in a closed item is
        named apart, for those who may see it.
        """
        at = place_for_all(self.document, self.span)
        if at is None:
            return f"/documents/{self.document.id}?closed={self.span.start}-{self.span.end}#cited"
        words = Fingerprint.of(self.quote)
        return f"/documents/{self.document.id}?cited={at.start}-{at.end}-{words}#cited"


def cited_again(number: int, document: Document, span: Span, quote: str) -> Citation | None:
    """Return a quotation where it stands for this reader now; `None` where it stands there no more.

    Its place may have been counted in the text of a reader who may see less, and never in that of
    one who may see more: what a place would lead to could tell how long a closed text is.
    """
    counted_by_all = place_for_reader(document, span)
    for place in (span, *([counted_by_all] if counted_by_all is not None else [])):
        try:
            citation = Citation(number, document, place)
        except UncitablePlace:
            continue
        if citation.quote == quote:
            return citation
    return None


def folded(text: str) -> str:
    """Return `text` with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()
