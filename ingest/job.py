"""A run, from a folder of files to a published generation. This page tells the whole story.

What is decided here:

- The archive is what the last run was given. What left its folders leaves the archive; a run on
  other folders makes another archive of it.
- Text leaves the archive only when its file leaves the folder or is read anew. A file that was
  indexed and cannot be read now keeps its old text, and every report says so. Only where the file
  has moved to another audience is the old text dropped: better not found than seen by others.
- A run that would empty an archive is refused, unless that is asked for.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from index.catalogue.reading import Catalogue
from index.catalogue.records import FileRecord, RunRecord
from index.catalogue.vector_cache import VectorCache
from index.embedding import Embedder
from index.generation import locks, manifest, space
from index.generation.draft import Draft, usable_base
from index.generation.home import GenerationFolder, IndexHome
from index.generation.publication import publish, remove_old
from index.generation.verification import verify
from index.words import Analysis
from ingest.bookkeeping import Bookkeeping, Reader, told
from ingest.comparison import Comparison, compare
from ingest.embedding import embed_missing
from ingest.progress import Progress
from ingest.report import FileReport, Outcome, PassedOver, Report, Verdict
from ingest.sources import Sources, walk


@dataclass(frozen=True, slots=True)
class Job:
    """A run with everything it needs from outside."""

    home: IndexHome
    reader: Reader
    recipe: str
    """Fingerprint of what the reader does; a file read by another recipe is read again."""
    embedder: Embedder
    analysis: Analysis
    audience_of: Callable[[str], str]
    progress: Progress
    now: Callable[[], datetime]

    def run(self, roots: Sequence[Path], *, allow_empty: bool = False) -> Report:
        """Bring the index in line with the folders, or leave it as it was.

        Raises:
            UsageError: A folder is not there.
            IndexBusy: Another run is writing.
            NoSpace: The disk is full.
            IndexDamaged: What was built does not pass its own verification.
        """
        started = self.now()
        found = walk(roots)
        self.home.make()
        with locks.writing(self.home.lock, started), space.watched(self.home.path):
            remove_old(self.home)
            base = usable_base(self.home.current())
            known = _known(base)
            todo = compare(found, known, audience_of=self.audience_of, recipe=self.recipe)
            account = _Account(self.home, roots, found, started, self.now, todo)
            if todo.nothing_to_do and self._is_up_to_date(base):
                return account.report(Outcome.UNCHANGED, [told(r) for r in known.values()])
            draft = Draft.begin(self.home, base, self.embedder.name)
            cache = VectorCache(self.home.embedded, self.embedder.name)
            try:
                books = Bookkeeping(draft.catalogue, self.reader, self.recipe, time.time_ns)
                reports = books.carry_out(todo, self.progress)
                if not draft.catalogue.documents() and not allow_empty:
                    draft.discard()
                    return account.report(Outcome.REFUSED, reports)
                embedded = embed_missing(draft.catalogue, self.embedder, cache, self.progress)
                draft.catalogue.put_run(account.run_record(embedded))
                changes = draft.build(self.embedder.dimension, self.analysis)
                new = {id_ for change in changes.values() for id_ in change.new}
                verify(draft.folder, self.analysis, new)
                publish(self.home, draft.folder)
            except BaseException:
                draft.discard()
                raise
            finally:
                cache.close()
            cache.remove_files()
            return account.report(Outcome.PUBLISHED, reports, embedded)

    def _is_up_to_date(self, base: GenerationFolder | None) -> bool:
        """Tell whether both indexes of a generation are made as this run would make them."""
        if base is None:
            return False
        with closing(Catalogue(base.catalogue)) as catalogue:
            made_by = (catalogue.model, catalogue.analysis)
        return made_by == (self.embedder.name, self.analysis.name)


def _known(base: GenerationFolder | None) -> dict[str, FileRecord]:
    if base is None:
        return {}
    with closing(Catalogue(base.catalogue)) as catalogue:
        return catalogue.files()


@dataclass(frozen=True, slots=True)
class _Account:
    """What a report tells of a run beside its files."""

    home: IndexHome
    roots: Sequence[Path]
    found: Sources
    started: datetime
    now: Callable[[], datetime]
    todo: Comparison

    def run_record(self, embedded: int) -> RunRecord:
        """Record the run in the generation that it makes."""
        return RunRecord(self.started, self.now(), tuple(map(str, self.roots)), embedded)

    def report(self, outcome: Outcome, files: Sequence[FileReport], embedded: int = 0) -> Report:
        """Report the run, and remove older generations that nobody reads."""
        still_read = remove_old(self.home)
        current = self.home.current()
        held = manifest.read(current) if current else None
        return Report(
            outcome=outcome,
            generation=current.name if current else None,
            roots=tuple(map(str, self.roots)),
            started=self.started,
            seconds=(self.now() - self.started).total_seconds(),
            files=tuple(sorted([*files, *self._out_of_the_way(files)], key=lambda f: f.source)),
            passed_over=tuple(
                PassedOver(one.source, one.reason.value)
                for one in self.found.passed
                if one.harmless
            ),
            removed=tuple(record.source for record in self.todo.gone),
            documents=held.documents if held else 0,
            passages=held.passages if held else 0,
            embedded=embedded,
            still_read=len(still_read),
        )

    def _out_of_the_way(self, files: Sequence[FileReport]) -> list[FileReport]:
        """Report what could not even be looked at, but for what is reported already."""
        told_of = {file.source for file in files if file.verdict is Verdict.UNREADABLE}
        return [
            FileReport(one.source, Verdict.UNREADABLE, reason=one.reason.value, detail=one.detail)
            for one in self.found.passed
            if not one.harmless and one.source not in told_of
        ]
