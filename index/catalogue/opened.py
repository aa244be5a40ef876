"""Documents that were opened lately: one reply looks at the same few again and again."""

from collections import OrderedDict
from threading import Lock

from index.documents import Document

CHARACTERS = 2_000_000
"""Of text that is kept altogether; a document longer than a tenth of that is not kept at all."""


class OpenedDocuments:
    """The documents opened last, as many as their texts allow. Safe to use from several threads."""

    def __init__(self, characters: int = CHARACTERS) -> None:
        """Take how much text may be kept."""
        self._room = characters
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._characters = 0
        self._lock = Lock()

    def get(self, id_: str) -> Document | None:
        """Return a document that is kept."""
        with self._lock:
            document = self._kept.get(id_)
            if document is not None:
                self._kept.move_to_end(id_)
            return document

    def keep(self, document: Document) -> None:
        """Keep a document, and let go of those that were not asked for the longest."""
        if len(document.text) > self._room // 10:
            return
        with self._lock:
            if document.id in self._kept:
                return
            self._kept[document.id] = document
            self._characters += len(document.text)
            while self._characters > self._room:
                _, oldest = self._kept.popitem(last=False)
                self._characters -= len(oldest.text)
