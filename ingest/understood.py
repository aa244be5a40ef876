"""What comes back from the process that reads a file."""

from dataclasses import dataclass

from index.catalogue.records import Account
from index.documents import Document
from index.passages import Passage


@dataclass(frozen=True, slots=True)
class Understood:
    """A file that was read: the document, its passages, and where its characters went."""

    document: Document
    passages: tuple[Passage, ...]
    account: Account
