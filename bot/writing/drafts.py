"""What a model writes, as it comes: pieces of text into sentences with their markers.

Nothing here is believed. A sentence is only passed on when the next one has begun, so that its
markers and its end are there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.rendering.visible import visible
from index.danish.sentences import sentences

LONGEST = 6_000
"""Characters of a draft that are read; an answer of a few sentences is never longer."""

_MARKER = r"\[\s*\d+(?:\s*(?:[,;–-]|og|and)\s*\d+)*\s*\]"
_MARKERS = re.compile(_MARKER)
_MARKER_RUN = re.compile(rf"{_MARKER}(?:\s*{_MARKER})*")
_STOP_BEFORE_MARKERS = re.compile(rf"(?P<stop>[.!?…]+[\"”’»']?)(?P<markers>(?:\s*{_MARKER})+)")
_MARKER_BEGINS = re.compile(r"\s*\[")
_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s+", re.MULTILINE)
_QUOTED = re.compile(r"[“\"»„](?P<words>[^“”\"«»„]{2,}?)[”\"«“]")
_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?])")
_DOUBLE_STOP = re.compile(r"(?<!\.)\.\.$")
_NUMBERS = re.compile(r"\d+")
_RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
_WIDEST_RANGE = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence up to a marker, which says what they rest on."""

    text: str
    """Without markers, on one line."""
    markers: tuple[int, ...]
    """The sources that it names, each once, in their order."""

    @property
    def own(self) -> str:
        """What is the model's own of it: without what it quotes."""
        return " ".join(_QUOTED.sub(" ", self.text).split())

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words that stand between quotation marks."""
        return tuple(found["words"].strip(" .,;") for found in _QUOTED.finditer(self.text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft."""

    text: str
    """Without its markers, on one line."""
    pieces: tuple[Piece, ...]
    """One for each place where markers stand; what follows the last is part of the last."""

    @property
    def markers(self) -> tuple[int, ...]:
        """The sources that it names, each once, in their order."""
        return tuple(dict.fromkeys(m for piece in self.pieces for m in piece.markers))

    @property
    def own(self) -> str:
        """What is the model's own of it: without what it quotes."""
        return Piece(self.text, ()).own

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words that stand between quotation marks."""
        return Piece(self.text, ()).quotes

    @property
    def is_whole(self) -> bool:
        """Whether it ends as a sentence does: one that was cut off may lack its reservation."""
        return re.search(r"[.!?…][\"”’»')\]]*$", self.text) is not None


def sentences_of(pieces: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a draft, each as soon as the next one has begun."""
    draft, read = "", 0
    for piece in pieces:
        draft += piece[: LONGEST - read]
        read += len(piece)
        *finished, draft = _parted(draft)
        yield from map(_read, finished)
        if read >= LONGEST:
            break
    yield from (_read(text) for text in _split(draft))


def _parted(draft: str) -> list[str]:
    """Return the sentences that are surely over, and the rest of the draft."""
    found = _split(draft)
    if len(found) < 2 or _MARKER_BEGINS.match(found[-1]):
        return [draft]
    rest = draft.rfind(found[-1])
    # What was tidied cannot be found again as it stood: then everything waits for what follows.
    return [*found[:-1], draft[rest:]] if rest >= 0 else [draft]


def _split(draft: str) -> list[str]:
    """Return the sentences of a text, each marker within the one that it follows."""
    tidy = _STOP_BEFORE_MARKERS.sub(r"\g<markers>\g<stop>", visible(draft))
    tidy = _BULLET.sub("", tidy)
    return [span.of(tidy) for span in sentences(tidy)]


def _read(text: str) -> Sentence:
    return Sentence(_line(_MARKERS.sub(" ", text)), tuple(_pieces(text)))


def _pieces(text: str) -> Iterator[Piece]:
    """Yield a sentence in pieces, each with the markers right behind it."""
    at = 0
    found = list(_MARKER_RUN.finditer(text))
    for place, markers in enumerate(found, start=1):
        end = len(text) if place == len(found) else markers.end()
        words = _line(_MARKERS.sub(" ", text[at:end]))
        yield Piece(words, tuple(dict.fromkeys(_named(markers[0]))))
        at = end


def _line(text: str) -> str:
    line = _SPACE_BEFORE_STOP.sub("", " ".join(text.split()))
    return _DOUBLE_STOP.sub(".", line)  # "4 kr. [1]." ends in one


def _named(text: str) -> Iterator[int]:
    """Yield the sources that markers name; "[1-3]" are three."""
    for found in _MARKERS.finditer(text):
        span = _RANGE.search(found[0])
        numbers = [int(number[:4]) for number in _NUMBERS.findall(found[0])]
        if span and 0 < numbers[-1] - numbers[0] <= _WIDEST_RANGE:
            numbers = list(range(numbers[0], numbers[-1] + 1))
        yield from numbers
