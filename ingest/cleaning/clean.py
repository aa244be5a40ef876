"""The whole cleaning of one extraction, in order: characters, language, chrome, words, persons."""

from collections.abc import Callable, Iterable, Iterator

from ingest.cleaning.characters import mend_mojibake, tidy_characters
from ingest.cleaning.chrome import furniture
from ingest.cleaning.edits import Edit, apply
from ingest.cleaning.glued import part_glued, part_headings, part_labels
from ingest.cleaning.language import require_language
from ingest.cleaning.personal import without_personal_numbers
from ingest.cleaning.repair import join_words, part_sentences, part_words
from ingest.cleaning.transcripts import set_out
from ingest.reading.extraction import Extraction, Reason, Unreadable


def clean(extraction: Extraction) -> Extraction:
    """Return the extraction cleaned, with a warning for every kind of repair.

    Raises:
        Unreadable: Its text is no language, or nothing but chrome.
    """
    extraction = _repaired(extraction, mend_mojibake, "wrongly decoded characters mended")
    extraction = apply(extraction, tidy_characters(extraction.text))
    extraction = _repaired(extraction, set_out, "lines of printed pages set out again")
    extraction = require_language(extraction)
    extraction = apply(extraction, furniture(extraction))
    extraction = _repaired(
        extraction, lambda text: join_words(text, extraction.table_rows), "lines of one word joined"
    )
    extraction = _repaired(extraction, part_sentences, "sentences parted that were glued together")
    extraction = _repaired(extraction, part_glued, "cells parted that were glued together")
    extraction = _repaired(extraction, part_headings, "headings parted from what is above them")
    extraction = _repaired(extraction, part_labels, "labels parted from what they name")
    extraction = _repaired(extraction, part_words, "words parted that were glued together")
    extraction = apply(extraction, _outer_space(extraction.text))
    if not extraction.text:
        raise Unreadable(Reason.NO_TEXT, "nothing but the furniture of a web page")
    # The last of all: nothing after it parts or joins what it looks at.
    return without_personal_numbers(extraction)


def _repaired(
    extraction: Extraction, repair: Callable[[str], Iterable[Edit]], what: str
) -> Extraction:
    edits = list(repair(extraction.text))
    if not edits:
        return extraction
    places = "one place" if len(edits) == 1 else f"{len(edits)} places"
    return apply(extraction, edits).warned(f"{what} in {places}")


def _outer_space(text: str) -> Iterator[Edit]:
    """Yield the removal of white space around the text and of more than one blank line in it."""
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    if start:
        yield Edit(0, start, "", "space")
    if end < len(text):
        yield Edit(end, len(text), "", "space")
    at = start
    while (at := text.find("\n\n\n", at, end)) >= 0:
        stop = at
        while text[stop] == "\n":
            stop += 1
        yield Edit(at, stop, "\n\n", "space")
        at = stop
