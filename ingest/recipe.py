"""What turns a file into passages, as a fingerprint: another recipe reads every file again.

Nobody has to remember to raise a number: the fingerprint is taken of the code itself. Vectors are
not lost by it, they are kept by what was embedded.
"""

import hashlib
from functools import cache
from pathlib import Path

from index.danish.words import folded_words, index_terms
from index.settings import Limits
from index.words import Analysis

_TOP = Path(__file__).parent.parent
_READING = (
    *("ingest/reading", "ingest/cleaning", "ingest/structure", "ingest/rates"),
    *("ingest/understanding.py", "ingest/passages.py"),
    *("index/danish", "index/documents.py", "index/passages.py", "index/rates"),
)
_LANGUAGE = ("index/danish",)


def reading_recipe(limits: Limits, ocr: str | None) -> str:
    """Return the fingerprint of how files are read: the code, the limits, the languages of OCR."""
    # The same limits and the same programs matter only to files that could not be read; one
    # fingerprint for all is simpler, and reading again is cheap beside embedding.
    return _fingerprint(_code(_READING), limits.model_dump_json(), ocr or "no OCR")


def danish_analysis() -> Analysis:
    """Return how texts become terms of the word index."""
    return Analysis(_fingerprint(_code(_LANGUAGE)), index_terms, folded_words)


@cache
def _code(parts: tuple[str, ...]) -> str:
    found = hashlib.sha256()
    for part in parts:
        top = _TOP / part
        files = [top] if top.is_file() else sorted(p for p in top.rglob("*") if p.is_file())
        for file in files:
            if file.suffix in {".py", ".txt", ".toml", ".tsv"}:
                found.update(file.relative_to(_TOP).as_posix().encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
