"""What tests ask of a run over the small archive, and how they disturb one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.view import Searcher, Stores
from ingest.report import FileReport, Report, Verdict
from ingest.sources import SourceFile
from ingest.understood import Understood
from tests.small_archive import ToyEmbedder

NOTE = "Et notat\nom noget andet\nmed to linjer\n"


def verdicts(report: Report) -> dict[str, Verdict]:
    """Return what became of every file, by source."""
    return {file.source: file.verdict for file in report.files}


def file_of(report: Report, source: str) -> FileReport:
    """Return what the report says of one file."""
    (found,) = (file for file in report.files if file.source == source)
    return found


def somewhere(home: Path, content: bytes) -> bool:
    """Tell whether any file below the home holds these bytes."""
    return any(content in path.read_bytes() for path in home.rglob("*") if path.is_file())


def must_not_read(file: SourceFile, audience: str) -> Understood:
    """Read nothing: a run that asks for this reader fails."""
    raise AssertionError(f"{file.source} was read")


def no_searcher(stores: Stores) -> Searcher:
    """Search nothing: a library that only lists needs no searcher."""
    raise NotImplementedError


class TiringEmbedder(ToyEmbedder):
    """A toy that embeds one batch and then fails."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.asked:
            raise RuntimeError("tired")
        return super().embed_passages(texts)


def lock(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let nobody look into the folders of that name."""
    real = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
