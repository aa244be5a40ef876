"""A run's report and a check-up, as text for a person and as JSON for a program."""

from collections.abc import Iterator, Sequence

import msgspec

from ingest.checks import Check
from ingest.report import FileReport, Outcome, Report, Verdict


def as_json(report: Report) -> str:
    """Return the whole report as one object."""
    return _json({"outcome": report.outcome, **_facts(report), "files": _files(report)})


def as_text(report: Report) -> str:
    """Return what a person wants to know of a run; files only where something is to be done."""
    return "".join(f"{line}\n" for line in _lines(report))


def checks_as_json(checks: Sequence[Check]) -> str:
    """Return a check-up as an array."""
    return _json([msgspec.to_builtins(check) for check in checks])


def checks_as_text(checks: Sequence[Check]) -> str:
    """Return a check-up, a line a check, with what to do about it below."""
    lines = []
    for check in checks:
        lines.append(f"{check.state.value:>4}  {check.name}: {check.finding}")
        if check.advice:
            lines.append(f"      {check.advice}")
    return "".join(f"{line}\n" for line in lines)


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"


def _facts(report: Report) -> dict[str, object]:
    return {
        "generation": report.generation,
        "roots": report.roots,
        "started": report.started,
        "seconds": round(report.seconds, 3),
        "counts": report.counts,
        "documents": report.documents,
        "passages": report.passages,
        "embedded": report.embedded,
        "pages": report.pages,
        "characters": {"kept": report.kept, "removed": report.removed_characters},
        "passed_over": report.passed_over,
        "removed": report.removed,
        "warnings": report.warnings,
        "unmatched_audiences": report.unmatched_audiences,
        "older_generations_still_read": report.still_read,
    }


def _files(report: Report) -> list[dict[str, object]]:
    return [
        {
            "source": file.source,
            "state": file.verdict,
            "document": file.document,
            "further_documents": list(file.further),
            "duplicate_of": file.duplicate_of,
            "reason": file.reason,
            "detail": file.detail,
            "kept_from_before": file.kept_from_before,
            "held_for": file.held_for,
            "opened": file.opened,
            "account": None
            if file.account is None
            else msgspec.to_builtins(file.account) | {"removed": dict(file.account.removed)},
        }
        for file in report.files
    ]


def _lines(report: Report) -> Iterator[str]:
    yield _headline(report)
    yield from (f"WARNING: {shown(warning)}" for warning in report.warnings)
    counts = ", ".join(f"{count} {name}" for name, count in report.counts.items() if count)
    yield f"Files: {counts or 'none'}."
    pages = f" on {report.pages} pages" if report.pages else ""
    yield f"Text: {report.kept:,} characters kept{pages}{_left_out(report)}."
    yield (
        f"Archive: {report.documents} documents, {report.passages} passages "
        f"({report.embedded} embedded in this run)."
    )
    for file in report.files:
        yield from _about(file)
    if report.passed_over:
        reasons = ", ".join(sorted({passed.reason for passed in report.passed_over}))
        yield f"Passed over, as no documents: {len(report.passed_over)} ({reasons})"
    if report.removed:
        yield f"No longer in the folder, and out of the archive: {len(report.removed)}"
        yield from (f"  {shown(source)}" for source in report.removed)
    if report.still_read:
        yield (
            "An older generation is still being read by a running process. Until that process "
            "asks again or ends, what was removed in this run is still on the disk."
        )


def _headline(report: Report) -> str:
    seconds = f"{report.seconds:.1f} s"
    match report.outcome:
        case Outcome.PUBLISHED:
            return f"Done in {seconds}: generation {report.generation} answers."
        case Outcome.UNCHANGED:
            return f"Nothing has changed ({seconds}): generation {report.generation} answers."
        case Outcome.REFUSED:
            return (
                "Not done: nothing readable was found, so there would be an empty archive. "
                "What was there is untouched. If you mean it, add --allow-empty."
            )


def _left_out(report: Report) -> str:
    parts = [f"{count:,} {what}" for what, count in report.removed_characters.items()]
    return f"; characters left out: {', '.join(parts)}" if parts else ""


def _about(file: FileReport) -> Iterator[str]:
    if file.verdict is Verdict.UNREADABLE:
        yield f"  {shown(file.source)}: not readable ({file.reason}): {shown(file.detail or '')}"
        if file.kept_from_before:
            yield "    Its text from an earlier run still answers. Remove the file to end that."
    elif file.verdict is Verdict.DUPLICATE:
        yield f"  {shown(file.source)}: the same as {shown(file.duplicate_of or '')}"
    if file.held_for:
        yield f"  {shown(file.source)}: held for {shown(file.held_for)!r}"
    for warning in file.account.warnings if file.account else ():
        yield f"  {shown(file.source)}: {shown(warning)}"


def shown(text: str) -> str:
    """Return text on one line with nothing in it that a terminal would obey."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
