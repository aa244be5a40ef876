"""Web pages nested too deeply for a parser: their text block by block, without structure."""

from html.parser import HTMLParser

from ingest.reading.blocks import Block
from ingest.reading.extraction import ink

_SKIPPED = {
    "script": "script",
    "style": "style sheet",
    "head": "page metadata",
    "nav": "navigation",
    "del": "struck text",
    "s": "struck text",
    "strike": "struck text",
}
_BREAKING = "p div br li tr table h1 h2 h3 h4 h5 h6 section article ul ol td th"
_BREAKS = frozenset(_BREAKING.split())


class FlatPage(HTMLParser):
    """Collects `blocks` and, by what it was, the ink that was left out."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.removed: list[tuple[str, int]] = []
        self._skipping: list[str] = []
        self._pieces: list[str] = []
        self.feed(source)
        self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the text at blocks, and begin to skip at what is no text."""
        if tag in _SKIPPED:
            self._skipping.append(tag)
        if tag in _BREAKS:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        """Stop skipping where it began."""
        if self._skipping and self._skipping[-1] == tag:
            self._skipping.pop()
        if tag in _BREAKS:
            self._flush()

    def handle_data(self, data: str) -> None:
        """Keep the text, or account for it."""
        if self._skipping:
            self.removed.append((_SKIPPED[self._skipping[-1]], ink(data)))
        else:
            self._pieces.append(data.replace("\n", " "))

    def _flush(self) -> None:
        if (text := "".join(self._pieces)).strip():
            self.blocks.append(Block(text))
        self._pieces = []
