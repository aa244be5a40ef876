"""`python -m benchmarks`: measure everything and write RESULTS.md; a quarter of an hour.

Let nothing else run meanwhile. A run of some parts only is printed and not written.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from benchmarks import (
    checks,
    embedding,
    ingesting,
    machine,
    neighbours,
    readings,
    replies,
    report,
    starting,
    synthetic,
)
from benchmarks.report import Part
from index.embedding import open_embedder

PARTS = ("embedding", "starting", "checks", "readings", "ingesting", "neighbours", "replies")


def main(arguments: Sequence[str]) -> None:
    """Run the parts that are asked for; a run of all replaces the file of results."""
    options = _options(arguments)
    described = machine.description()
    with tempfile.TemporaryDirectory(prefix="referent-benchmarks-") as folder:
        parts = list(_measured(options, Path(folder)))
    page = report.written(
        described,
        parts,
        datetime.now().astimezone(),
        " ".join(["python -m benchmarks", *arguments]),
    )
    print(page)
    output = options.output or (report.FILE if tuple(options.only) == PARTS else None)
    if output:
        output.write_text(page, "utf-8")


def _measured(options: argparse.Namespace, folder: Path) -> Iterator[Part]:
    wanted = frozenset(options.only)
    if "embedding" in wanted:
        yield _told(embedding.measure)
    if "starting" in wanted:
        yield _told(starting.measure, folder / "starting")
    if "checks" in wanted:
        yield _told(checks.measure)
    if "readings" in wanted:
        yield _told(readings.measure, folder / "readings")
    if not wanted & {"neighbours", "replies", "ingesting"}:
        return
    embedder = open_embedder(None, folder)
    if "ingesting" in wanted:
        yield _told(ingesting.measure, embedder, options.files, folder / "ingesting")
    if not wanted & {"neighbours", "replies"}:
        return
    about = synthetic.anchors(embedder)
    if "neighbours" in wanted:
        yield _told(neighbours.measure, embedder, about, options.passages, folder / "neighbours")
    if "replies" in wanted:
        built = options.keep or folder / "replies"
        yield _told(replies.measure, embedder, about, options.passages, built)


def _told(measure: Callable[..., Part], *given: object) -> Part:
    print(f"… {measure.__module__}", file=sys.stderr)
    return measure(*given)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks", description="Measure Referent.")
    sizes = [10_000, 100_000]
    parser.add_argument("--passages", type=int, nargs="+", default=sizes, help="sizes of archive")
    parser.add_argument("--files", type=int, default=1000, help="files of an ingest run")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="parts to measure")
    parser.add_argument(
        "--keep", type=Path, help="where the indexes for replies stay, for a next run"
    )
    parser.add_argument("--output", type=Path, help="where to write the page")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
