"""Numbers of persons, masked in an extraction before anything else of the program sees it."""

from dataclasses import replace

from index.danish.personal_numbers import masked, personal_spans
from ingest.reading.extraction import Extraction


def without_personal_numbers(extraction: Extraction) -> Extraction:
    """Return the extraction with every personal number masked; no place in it moves."""
    title = extraction.title
    count = len(personal_spans(extraction.text)) + len(personal_spans(title or ""))
    if not count:
        return extraction
    safe = replace(
        extraction,
        text=masked(extraction.text),
        title=masked(title) if title is not None else None,
    )
    return safe.warned(how_many(count))


def how_many(count: int) -> str:
    """Tell of masked numbers, and never which."""
    return "one personal number masked" if count == 1 else f"{count} personal numbers masked"
