"""What a comparison found, carried out on a draft's catalogue, file by file."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

from index.catalogue.records import Account, FileRecord, FileState, Stamp
from index.catalogue.writing import CatalogueDraft
from ingest.comparison import Comparison, Lost, Seen, look, settled
from ingest.progress import Progress
from ingest.reading.extraction import Reason, Unreadable
from ingest.report import FileReport, Verdict
from ingest.sources import SourceFile
from ingest.understood import Understood

Reader = Callable[[SourceFile, str], Understood]
"""Reads a file for an audience, in a process of its own; raises `Unreadable`."""

READ_AT_ONCE = 2
"""Files read side by side: each may take the memory that the limits allow."""

_ATTEMPTS = 2  # a file that changes while it is read gets a second chance


@dataclass(frozen=True, slots=True)
class Bookkeeping:
    """Carries out what a run has to do with the files."""

    catalogue: CatalogueDraft
    reader: Reader
    recipe: str
    now_ns: Callable[[], int]

    def carry_out(self, todo: Comparison, progress: Progress) -> list[FileReport]:
        """Take out what is gone, read what changed, and tell what became of every file."""
        for record in todo.gone:
            self.catalogue.remove_file(record.source)
            self._drop(record)
        reports = [self._keep(seen) for seen in todo.unchanged]
        reports += [self._lose_sight(lost) for lost in todo.out_of_reach]
        reports += [self._set_aside(seen, original) for seen, original in todo.duplicates]
        progress.begin("reading", len(todo.changed))
        for seen, result in self._read(todo.changed):
            if isinstance(result, Understood):
                reports.append(self._put(seen, result))
            else:
                reports.append(self._put_unreadable(seen, result))
            progress.advance()
        progress.end()
        return sorted(reports, key=lambda report: report.source)

    def _keep(self, seen: Seen) -> FileReport:
        assert seen.record is not None
        stamp = self._settled(seen)
        if seen.record.stamp != stamp:
            self.catalogue.put_file(replace(seen.record, stamp=stamp))
        return told(seen.record)

    def _lose_sight(self, lost: Lost) -> FileReport:
        before = lost.record
        if not lost.keeps_text:
            self._drop(before)
            before = replace(
                before,
                audience=lost.audience,
                held=lost.held,
                document=None,
                further=(),
                account=None,
            )
        record = replace(
            before,
            state=FileState.UNREADABLE,
            stamp=None,  # read again whenever it is back; the hash still tells copies of it
            duplicate_of=None,
            reason=lost.by.reason.value,
            detail=lost.by.detail or None,
        )
        self.catalogue.put_file(record)
        return told(record)

    def _set_aside(self, seen: Seen, original: str) -> FileReport:
        self._drop(seen.record)
        return self._record(seen, FileState.DUPLICATE, duplicate_of=original)

    def _put(self, seen: Seen, understood: Understood) -> FileReport:
        self._drop(seen.record)  # it may have held more documents than it does now
        self.catalogue.put_document(
            understood.document, understood.passages, understood.rates, understood.agreements
        )
        for one in understood.further:
            self.catalogue.put_document(one.document, one.passages, one.rates, one.agreements)
        report = self._record(
            seen,
            FileState.INDEXED,
            document=understood.document.id,
            further=tuple(one.document.id for one in understood.further),
            account=understood.account,
        )
        return replace(report, verdict=Verdict.INDEXED, opened=seen.opened)

    def _put_unreadable(self, seen: Seen, why: Unreadable) -> FileReport:
        before = seen.record
        if before is not None and before.audience != seen.audience:
            self._drop(before)
            before = None
        return self._record(
            seen,
            FileState.UNREADABLE,
            document=before.document if before else None,
            further=before.further if before else (),
            reason=why.reason.value,
            detail=why.detail,
            account=before.account if before and before.document else None,
        )

    def _record(
        self,
        seen: Seen,
        state: FileState,
        *,
        document: str | None = None,
        further: tuple[str, ...] = (),
        duplicate_of: str | None = None,
        reason: str | None = None,
        detail: str | None = None,
        account: Account | None = None,
    ) -> FileReport:
        """Record what became of a file that was looked at, and report it."""
        # Of one that cannot be opened, the last hash still tells copies of it.
        before = seen.record.sha256 if seen.record and seen.stamp is None else None
        record = FileRecord(
            source=seen.file.source,
            state=state,
            audience=seen.audience,
            recipe=self.recipe,
            stamp=self._settled(seen),
            sha256=seen.sha256 or before,
            document=document,
            further=further,
            duplicate_of=duplicate_of,
            reason=reason,
            detail=detail,
            account=account,
            held=seen.held,
        )
        self.catalogue.put_file(record)
        return told(record)

    def _drop(self, record: FileRecord | None) -> None:
        if record is not None and record.document is not None:
            for id_ in (record.document, *record.further):
                self.catalogue.remove_document(id_)

    def _settled(self, seen: Seen) -> Stamp | None:
        return settled(seen.stamp, self.now_ns()) if seen.stamp else None

    def _read(self, files: Sequence[Seen]) -> Iterator[tuple[Seen, Understood | Unreadable]]:
        """Read files side by side; results come in order, and few are waited with."""
        todo = iter(files)
        with ThreadPoolExecutor(READ_AT_ONCE) as pool:
            waiting: list[Future[tuple[Seen, Understood | Unreadable]]] = []
            try:
                while True:
                    for seen in islice(todo, 2 * READ_AT_ONCE - len(waiting)):
                        waiting.append(pool.submit(self._attempt, seen))
                    if not waiting:
                        return
                    yield waiting.pop(0).result()
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def _attempt(self, seen: Seen) -> tuple[Seen, Understood | Unreadable]:
        """Read one file; what is kept of it belongs to the bytes whose hash is kept."""
        for _ in range(_ATTEMPTS):
            try:
                result: Understood | Unreadable = self.reader(seen.file, seen.audience)
            except Unreadable as why:
                result = why
            now = look(seen.file, seen.record, seen.audience)
            if now.stamp == seen.stamp:
                return seen, result
            seen = replace(now, held=seen.held)
        detail = "It was written to while it was read. Run again when it is finished."
        return seen, Unreadable(Reason.CHANGED, detail)


def told(record: FileRecord) -> FileReport:
    """Report a file as it is recorded, not read in this run."""
    verdict = {
        FileState.INDEXED: Verdict.UNCHANGED,
        FileState.DUPLICATE: Verdict.DUPLICATE,
        FileState.UNREADABLE: Verdict.UNREADABLE,
    }[record.state]
    return FileReport(
        source=record.source,
        verdict=verdict,
        document=record.document,
        further=record.further,
        duplicate_of=record.duplicate_of,
        reason=record.reason,
        detail=record.detail,
        kept_from_before=record.state is FileState.UNREADABLE and record.document is not None,
        account=record.account,
        held_for=record.audience if record.held else None,
    )
