"""What an ingest run takes: new text, nothing new, one changed file."""

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from benchmarks.files import write_files
from benchmarks.machine import once
from benchmarks.report import Part, Row
from index.catalogue.reading import Catalogue
from index.embedding import Embedder
from index.generation.home import IndexHome

ITEMS = 1
"""A file: with one item each, a thousand files are embedded in minutes, not in an hour."""
SAMPLE = 100


def measure(embedder: Embedder, files: int, folder: Path) -> Part:
    """Measure `referent ingest` on made-up minutes, in processes of its own."""
    archive, home = folder / "archive", folder / "home"
    write_files(archive, files, ITEMS)
    first = once(_ingest(archive, home))
    embedded, rate = _embedded(home), _rate(embedder, home)
    unchanged = once(_ingest(archive, home))
    reading = once(lambda: [sha256(p.read_bytes()) for p in archive.rglob("*") if p.is_file()])
    changed = next(path for path in sorted(archive.rglob("*.txt")))
    changed.write_text(changed.read_text("utf-8").replace("procent", "pct."), "utf-8")
    one = once(_ingest(archive, home))
    return Part(
        "Ingest",
        f"`referent ingest` on {files:,} made-up minutes of one item each (text, Markdown, HTML), "
        f"{embedded:,} different passages, the start of the command included.",
        (
            Row(
                "new text",
                f"{embedded / first:.1f} passages a second",
                "≥ 20",
                f"{rate:.1f} by the model alone",
            ),
            Row(f"{files:,} new files", f"{first:.0f} s"),
            Row(
                f"{files:,} unchanged files",
                f"{unchanged:.2f} s",
                "≤ 2 s",
                f"{reading:.2f} s to read and hash them",
            ),
            Row(f"one changed file of {files:,}", f"{one:.2f} s"),
        ),
    )


def _ingest(archive: Path, home: Path) -> Callable[[], object]:
    command = [sys.executable, "-m", "referent", "ingest", str(archive), "--json"]
    environment = os.environ | {"REFERENT_HOME": str(home)}
    return lambda: subprocess.run(command, env=environment, check=True, capture_output=True)


def _embedded(home: Path) -> int:
    with_vectors = _catalogue(home)
    try:
        return with_vectors.count("embeddings")
    finally:
        with_vectors.close()


def _rate(embedder: Embedder, home: Path) -> float:
    """Return how many of these passages a second the model embeds when it does nothing else."""
    catalogue = _catalogue(home)
    try:
        access = next(iter(catalogue.accesses()))
        texts = [passage.embedded_text for passage in catalogue.passages(access)]
    finally:
        catalogue.close()
    sample = texts[:: max(1, len(texts) // SAMPLE)]
    return len(sample) / once(lambda: embedder.embed_passages(sample))


def _catalogue(home: Path) -> Catalogue:
    current = IndexHome(home).current()
    assert current is not None
    return Catalogue(current.catalogue)
