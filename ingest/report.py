"""What a run did: every file in exactly one state, every page and character accounted for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from index.catalogue.records import Account


class Outcome(StrEnum):
    """How a run ended."""

    PUBLISHED = "published"
    """A new generation answers."""
    UNCHANGED = "unchanged"
    """There was nothing to do; the generation that was there answers."""
    REFUSED = "refused"
    """The archive would have been emptied; the generation that was there answers."""


class Verdict(StrEnum):
    """What became of a file in this run."""

    INDEXED = "indexed"
    """Read in this run."""
    UNCHANGED = "unchanged"
    """Indexed by an earlier run, and still the same."""
    DUPLICATE = "duplicate"
    """Byte for byte the same as another file, which is the one indexed."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file."""

    source: str
    verdict: Verdict
    document: str | None = None
    """Id of the document that answers for it."""
    further: tuple[str, ...] = ()
    """Ids of its other documents, where it holds several meetings."""
    duplicate_of: str | None = None
    reason: str | None = None
    detail: str | None = None
    """Why it could not be read, and what to do."""
    kept_from_before: bool = False
    """It could not be read now; its text from an earlier run still answers."""
    account: Account | None = None
    held_for: str | None = None
    """Audience of a closed folder in which the text lies too; its own folder is not that."""
    opened: bool = False
    """Its text was closed before this run, and is open to everyone now."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something in the folders that is not meant to be read."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """One run."""

    outcome: Outcome
    generation: str | None
    """Name of the one that answers now; `None` where there is none."""
    roots: tuple[str, ...]
    started: datetime
    seconds: float
    files: tuple[FileReport, ...]
    passed_over: tuple[PassedOver, ...]
    """What lies in the folders and is no document: hidden files, lock files, the home folder."""
    removed: tuple[str, ...]
    """Sources of files that are no longer there; their text is out of the archive."""
    documents: int
    passages: int
    embedded: int
    """Passages that the model was asked for; the others' vectors were known."""
    still_read: int
    """Older generations that a reader has not let go of yet."""
    lapsed: tuple[str, ...] = ()
    """Rates that somebody had decided on in a review, and whose words are no longer there."""
    unmatched_audiences: tuple[str, ...] = ()
    """Folders that the setting `audiences` lists and that hold none of the files."""

    @property
    def counts(self) -> dict[str, int]:
        """How many files ended in each state."""
        counted = Counter(file.verdict for file in self.files)
        return {verdict.value: counted[verdict] for verdict in Verdict}

    @property
    def pages(self) -> int:
        """Pages of all files that were read, now or before."""
        return sum(file.account.pages for file in self.files if file.account)

    @property
    def kept(self) -> int:
        """Characters of text kept, over all files."""
        return sum(file.account.kept for file in self.files if file.account)

    @property
    def removed_characters(self) -> dict[str, int]:
        """Characters left out of all files, by what they were; the most first."""
        counted: Counter[str] = Counter()
        for file in self.files:
            if file.account:
                counted.update(dict(file.account.removed))
        return dict(counted.most_common())

    @property
    def warnings(self) -> tuple[str, ...]:
        """What may let the archive be seen by others than was meant, and reviews that ended."""
        return (
            *_warning(
                self.lapsed,
                "decided on in a review, and its words are others now, so the decision no longer "
                "holds. Look at it again: referent rates review.",
            ),
            *(
                f"Setting 'audiences' lists {folder!r}, and no file of this run lies there. If it "
                "is misspelt, what it was to close is open: correct it in the settings and run "
                "again."
                for folder in self.unmatched_audiences
            ),
            *_warning(
                [file.source for file in self.files if file.held_for],
                "held for a stricter audience than the folder has, because the same text lies in "
                "a closed folder as well. To open it, take it out of there.",
            ),
            *_warning(
                [file.source for file in self.files if file.opened],
                "open to everyone now, and closed before this run. If that is not meant, list "
                "the folder in the setting 'audiences' and run again.",
            ),
        )

    @property
    def exit_code(self) -> int:
        """0 done; 1 refused; 3 done, but some files could not be read."""
        if self.outcome is Outcome.REFUSED:
            return 1
        return 3 if any(file.verdict is Verdict.UNREADABLE for file in self.files) else 0


_NAMED = 5
"""Files that a warning names; the JSON report has them all."""


def _warning(sources: Sequence[str], what: str) -> Iterator[str]:
    if sources:
        names = ", ".join(map(repr, sources[:_NAMED]))
        more = f" and {len(sources) - _NAMED} more" if len(sources) > _NAMED else ""
        yield f"{names}{more}: {what}"
