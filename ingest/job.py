"""A run, from a folder of files to a published generation. This page tells the whole story.

What is decided here:

- The archive is what the last run was given. What left its folders leaves the archive; a run on
  other folders makes another archive of it. Where that leaves out a folder of the last run, it is
  refused before anything is read, unless it is asked for.
- Text leaves the archive only when its file leaves the folder or is read anew. A file that was
  indexed and cannot be read now keeps its old text, and every report says so. Only where the file
  has moved to another audience is the old text dropped: better not found than seen by others.
- A run that would empty an archive is refused, unless that is asked for.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from index.audiences import Place
from index.catalogue.reading import Catalogue
from index.catalogue.records import FileRecord, RunRecord
from index.catalogue.schema import access, opened_to
from index.catalogue.vector_cache import VectorCache, remove_cache
from index.danish.personal_numbers import masked
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
from ingest.rates.decided import decided_rates
from ingest.rates.staff.loading import keep
from ingest.report import FileReport, Outcome, PassedOver, Report, Verdict
from ingest.roots import refuse_to_forget, resolved, roots_of
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
    audience_of: Callable[[str, Path], str]
    """Says who may see a file, from its path below an ingested folder, and that folder."""
    progress: Progress
    now: Callable[[], datetime]
    unmatched_audiences: Callable[[Iterable[Place]], tuple[str, ...]] = lambda _: ()
    """Says which folders that the settings list hold none of the files."""

    def run(
        self, roots: Sequence[Path], *, allow_empty: bool = False, replace: bool = False
    ) -> Report:
        """Bring the index in line with the folders, or leave it as it was.

        Args:
            roots: The folders, or single files.
            allow_empty: Let the archive be emptied.
            replace: Let folders that it was made from be left out.

        Raises:
            UsageError: A folder is not there, or one that the archive was made from is left out.
            IndexBusy: Another run is writing.
            NoSpace: The disk is full.
            NotWritable: This user may not write in the home folder.
            IndexDamaged: What was built does not pass its own verification.
        """
        started = self.now()
        found = walk([*roots, *self._loaded()], self.home.home)
        with space.watched(self.home.path), self._writing(started):
            remove_old(self.home)
            base = usable_base(self.home.known())
            decided = decided_rates(base, self.home)
            known = _known(base, None if replace else roots)
            todo = compare(found, known, audience_of=self.audience_of, recipe=self.recipe)
            if todo.nothing_to_do and self._is_up_to_date(base, roots):
                result = _Result(Outcome.UNCHANGED, [told(record) for record in known.values()])
            else:
                result = self._renew(base, todo, roots, started, allow_empty=allow_empty)
            # Whatever an earlier run had embedded is published by now, or belongs to nothing.
            remove_cache(self.home.embedded)
            return self._report(result, todo, found, roots, started, decided)

    def load(self, tables: Sequence[Path]) -> Report:
        """Take in tables of rates, and leave everything else as it is.

        They are kept in the home folder, where every later run finds them.

        Raises:
            UsageError: A file is not there.
            BadRates: One has errors; nothing of any of them is taken over.
            IndexBusy: Another run is writing.
            IndexDamaged: What was built does not pass its own verification.
        """
        started = self.now()
        with space.watched(self.home.path), self._writing(started):
            remove_old(self.home)
            keep(tables, self.home.rate_tables, self.reader)
            base = usable_base(self.home.known())
            found = walk(self._loaded(), self.home.home)
            sources = {file.source for file in found}
            recorded = _known(base, None)
            known = {s: record for s, record in recorded.items() if s in sources}
            todo = compare(
                found,
                known,
                audience_of=self.audience_of,
                recipe=self.recipe,
                elsewhere=[record for s, record in recorded.items() if s not in sources],
            )
            roots = _made_from(base)
            if todo.nothing_to_do and base is not None:
                result = _Result(Outcome.UNCHANGED, [told(record) for record in known.values()])
            else:
                result = self._renew(base, todo, roots, started, allow_empty=False)
            remove_cache(self.home.embedded)
            report = self._report(result, todo, found, roots, started)
            # The folders of the archive were not walked: where a file lies is not known.
            return replace(report, unmatched_audiences=())

    @contextmanager
    def _writing(self, started: datetime) -> Iterator[None]:
        self.home.make()
        with locks.writing(self.home.lock, started):
            yield

    def _loaded(self) -> list[Path]:
        """Return the folder of what was loaded, where anything was."""
        return [self.home.tables] if self.home.tables.is_dir() else []

    def _renew(
        self,
        base: GenerationFolder | None,
        todo: Comparison,
        roots: Sequence[Path],
        started: datetime,
        *,
        allow_empty: bool,
    ) -> "_Result":
        """Make a generation in which everything is done, and publish it; or leave no trace."""
        with (
            Draft.begin(self.home, base, self.embedder.name) as draft,
            closing(VectorCache(self.home.embedded, self.embedder.name)) as cache,
        ):
            books = Bookkeeping(draft.catalogue, self.reader, self.recipe, time.time_ns)
            files = books.carry_out(todo, self.progress)
            if not draft.catalogue.documents() and not allow_empty:
                return _Result(Outcome.REFUSED, files)
            embedded = embed_missing(draft.catalogue, self.embedder, cache, self.progress)
            draft.catalogue.put_run(self._recorded(base, todo, roots, started, embedded))
            self.progress.begin("publishing", 3)
            changes = draft.build(self.embedder.dimension, self.analysis)
            self.progress.advance()
            new = {id_ for change in changes.values() for id_ in change.new}
            verify(draft.folder, self.analysis, new)
            self.progress.advance()
            publish(self.home, draft.folder)
            self.progress.advance()
            self.progress.end()
            return _Result(Outcome.PUBLISHED, files, embedded)

    def _recorded(
        self,
        base: GenerationFolder | None,
        todo: Comparison,
        roots: Sequence[Path],
        started: datetime,
        embedded: int,
    ) -> RunRecord:
        """Return what is kept of a run; of files that are gone, with who could see them."""
        return RunRecord(
            started,
            self.now(),
            tuple(map(str, resolved(roots))),
            embedded,
            new=tuple(one.file.source for one in todo.changed if one.record is None),
            changed=tuple(one.file.source for one in todo.changed if one.record is not None),
            gone=_gone(base, todo.gone),
        )

    def _is_up_to_date(self, base: GenerationFolder | None, roots: Sequence[Path]) -> bool:
        """Tell whether a generation is made of these folders, and as this run would make it."""
        if base is None:
            return False
        with closing(Catalogue(base.catalogue)) as catalogue:
            made_by = (catalogue.model, catalogue.analysis)
            made_from = roots_of(catalogue.last_run())
        return made_by == (self.embedder.name, self.analysis.name) and made_from == resolved(roots)

    def _report(
        self,
        result: "_Result",
        todo: Comparison,
        found: Sources,
        roots: Sequence[Path],
        started: datetime,
        decided: Mapping[str, str] = MappingProxyType({}),
    ) -> Report:
        """Tell what was done, and remove older generations that nobody reads."""
        still_read = remove_old(self.home)
        current = self.home.known()
        held = manifest.read(current) if current else None
        files = [*result.files, *_out_of_the_way(found, result.files)]
        refused = result.outcome is Outcome.REFUSED
        left = decided_rates(current, self.home) if decided else {}
        return Report(
            outcome=result.outcome,
            generation=current.name if current else None,
            roots=tuple(map(str, roots)),
            started=started,
            seconds=(self.now() - started).total_seconds(),
            files=tuple(sorted(files, key=lambda file: file.source)),
            passed_over=tuple(
                PassedOver(one.source, one.reason.value) for one in found.passed if one.harmless
            ),
            removed=() if refused else tuple(masked(record.source) for record in todo.gone),
            documents=held.documents if held else 0,
            passages=held.passages if held else 0,
            embedded=result.embedded,
            still_read=len(still_read),
            lapsed=tuple(told for key, told in decided.items() if key not in left),
            unmatched_audiences=self.unmatched_audiences((f.source, f.root) for f in found),
        )


@dataclass(frozen=True, slots=True)
class _Result:
    """How a run ended."""

    outcome: Outcome
    files: Sequence[FileReport]
    embedded: int = 0


def _known(base: GenerationFolder | None, named: Sequence[Path] | None) -> dict[str, FileRecord]:
    """Return what is recorded of every file; refuse to leave out a folder, where some are named."""
    if base is None:
        return {}
    with closing(Catalogue(base.catalogue)) as catalogue:
        if named is not None:
            refuse_to_forget(catalogue, named)
        return catalogue.files()


def _made_from(base: GenerationFolder | None) -> Sequence[Path]:
    """Return the folders that a generation was made from."""
    if base is None:
        return ()
    with closing(Catalogue(base.catalogue)) as catalogue:
        return roots_of(catalogue.last_run())


def _out_of_the_way(found: Sources, files: Sequence[FileReport]) -> list[FileReport]:
    """Report what could not even be looked at, but for what is reported already."""
    told_of = {file.source for file in files if file.verdict is Verdict.UNREADABLE}
    return [
        FileReport(one.source, Verdict.UNREADABLE, reason=one.reason.value, detail=one.detail)
        for one in found.passed
        if not one.harmless and one.source not in told_of
    ]


def _gone(base: GenerationFolder | None, records: Sequence[FileRecord]) -> tuple[str, ...]:
    """Return who could see files that are gone; one in an open folder may have been closed."""
    if base is None or not records:
        return ()
    with closing(Catalogue(base.catalogue)) as catalogue:
        known = catalogue.accesses_by_document()

    def seen_by(record: FileRecord) -> str:
        documents = [id_ for id_ in (record.document, *record.further) if id_ in known]
        return access(record.audience, *(one for id_ in documents for one in opened_to(known[id_])))

    return tuple(seen_by(record) for record in records)
