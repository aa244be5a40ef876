"""What comes back from the process that reads a file."""

from dataclasses import dataclass

from index.catalogue.records import Account
from index.documents import Document
from index.passages import Passage
from index.rates.rate import Agreement, Rate


@dataclass(frozen=True, slots=True)
class Further:
    """Another document of the same file: a further meeting of a protocol that holds several."""

    document: Document
    passages: tuple[Passage, ...]
    rates: tuple[Rate, ...] = ()
    agreements: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """A file that was read: the document, what came from it, and where its characters went."""

    document: Document
    passages: tuple[Passage, ...]
    account: Account
    rates: tuple[Rate, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    """When agreements run, as far as the document says it."""
    further: tuple[Further, ...] = ()
    """The other documents, where the file holds several meetings."""
