"""The passage that an address leads to, in a paper that may have changed since."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.citations import Citation, UncitablePlace
from bot.fingerprints import Fingerprint
from index.catalogue.masking import place_for_reader
from index.documents import Document
from index.spans import Span

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})(?:-(\d{1,9})-([0-9a-f]{10}))?")


class Trust(StrEnum):
    """What is known of the words that an address leads to."""

    STANDS = "stands"
    """They stand where it says."""
    MOVED = "moved"
    """They stand elsewhere, and there alone."""
    GONE = "gone"
    """They stand nowhere, or at several places."""
    UNCHECKED = "unchecked"
    """The address says a place alone."""


@dataclass(frozen=True, slots=True)
class Led:
    """Where an address leads."""

    citation: Citation | None
    """What is marked; never other words than those that the address remembers."""
    trust: Trust | None
    """`None` where it leads to no passage."""


def led(found: Document, cited: str, closed: str) -> Led:
    """Return the passage that an address names.

    `cited`: its place as everyone counts it, with what the address remembers of its words;
    `closed`: the place of one in a closed item, for those who may see it. Of closed words nothing
    is remembered: whoever was shown the address could try out what they are.
    """
    place, remembered = _named(cited)
    if place is None:
        within, _ = _named(closed)
        return _unchecked(found, None if found.is_masked else within)
    at = place_for_reader(found, place)
    if remembered is None:
        return _unchecked(found, at)
    citation = _citation(found, at)
    if citation is not None and Fingerprint.of(citation.quote) == remembered:
        return Led(citation, Trust.STANDS)
    now = [c for span in remembered.places(found.text) if (c := _citation(found, span))]
    return Led(now[0], Trust.MOVED) if len(now) == 1 else Led(None, Trust.GONE)


def _unchecked(found: Document, place: Span | None) -> Led:
    citation = _citation(found, place)
    return Led(citation, Trust.UNCHECKED if citation else None)


def _citation(found: Document, place: Span | None) -> Citation | None:
    if place is None:
        return None
    try:
        return Citation(1, found, place)
    except UncitablePlace:
        return None


def _named(place: str) -> tuple[Span | None, Fingerprint | None]:
    named = _PLACE.fullmatch(place)
    if named is None or int(named[1]) >= int(named[2]):
        return None, None
    remembered = Fingerprint(int(named[3]), named[4]) if named[4] else None
    return Span(int(named[1]), int(named[2])), remembered
