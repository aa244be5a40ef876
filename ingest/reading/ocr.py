"""Scans read by Tesseract: an optional part, used where a page has an image and no text.

The pages are drawn by pypdfium2 and read by the program `tesseract` with its Danish (and, where it
is there, its English) language data. A page that does not come out is left without text; the pages
that the time did not suffice for are left as well, and the reader says which.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import ClassVar

RESOLUTION = 300
"""Dots per inch: what Tesseract is trained on."""
MAX_PIXELS = 40_000_000
"""Of a drawn page; a page may claim to be as large as a house."""
SHARE_OF_TIME = 0.85
"""Of the time that a file may take; the rest is for what comes after."""
_MODULES = ("pytesseract", "pypdfium2", "PIL")


@dataclass(frozen=True, slots=True)
class Ocr:
    """Reads page images until its time is up."""

    MISSING: ClassVar[str] = (
        "To have scans read, install OCR: pip install 'referent[ocr]', and the programs"
        " tesseract-ocr and tesseract-ocr-dan (Debian: apt install tesseract-ocr tesseract-ocr-dan)"
    )

    languages: str
    """As Tesseract takes them: "dan+eng"."""
    deadline: float
    """On the clock of `time.monotonic`."""

    @classmethod
    def within(cls, seconds: float) -> "Ocr | None":
        """Return OCR that stops in time, `None` where a part of it is not installed."""
        installed = installed_languages()
        if "dan" not in installed:
            return None
        languages = "+".join(name for name in ("dan", "eng") if name in installed)
        return cls(languages, time.monotonic() + seconds * SHARE_OF_TIME)

    def read_pages(self, data: bytes, indices: list[int]) -> Iterator[tuple[int, str]]:
        """Yield index and text of each page that could be read."""
        import pypdfium2  # noqa: PLC0415  # an optional part, slow to load
        import pytesseract  # noqa: PLC0415

        # One page at a time on one core: two files may be read beside each other.
        os.environ["OMP_THREAD_LIMIT"] = "1"
        document = pypdfium2.PdfDocument(data)
        try:
            for index in indices:
                left = self.deadline - time.monotonic()
                if left < 1:
                    return
                page = document[index]
                scale = min(
                    RESOLUTION / 72,
                    (MAX_PIXELS / max(1.0, page.get_width() * page.get_height())) ** 0.5,
                )
                image = page.render(scale=scale, grayscale=True).to_pil()
                try:
                    text = pytesseract.image_to_string(image, lang=self.languages, timeout=left)
                except (RuntimeError, pytesseract.TesseractError):
                    # Out of time, or an image that Tesseract cannot make anything of.
                    continue
                yield index, _tidy(text)
        finally:
            document.close()


def installed_languages() -> frozenset[str]:
    """Return the languages that can be read; none where a part of OCR is not installed."""
    program = shutil.which("tesseract")
    if program is None or not all(find_spec(name) for name in _MODULES):
        return frozenset()
    try:
        listed = subprocess.run(  # noqa: S603  # a program of this machine, without input
            [program, "--list-langs"], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(listed.stdout.split("\n")[1:])


def _tidy(text: str) -> str:
    """Fold white space; a blank line stays one."""
    lines = [" ".join(line.split()) for line in text.replace("\f", "\n").split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()
