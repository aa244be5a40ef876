"""Text that lost its spaces or its lines, put right where that is certain.

Nothing is guessed: a word is parted only into words that the document has elsewhere or that every
text has, and never where a figure, a name, an address or a case number could be hit.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from index.spans import Span
from ingest.cleaning.edits import Edit

JOINED = "line break"
PARTED = "space"
MIN_RUN = 12
"""Lines of one word each, one after the other; fewer are a list of names or a narrow table."""
MIN_LOWER = 0.5
"""Share of the words that begin small; in a list of names or headings hardly any do."""
MIN_GLUED = 18
"""Letters; shorter words are as likely a name or a compound."""
MAX_GLUED = 400
"""Letters; longer ones would take too long to take apart."""
MIN_PIECES = 4
MIN_SMALL = 2
"""Small words that must be among the pieces; no Danish compound holds two of them."""

_LINE = re.compile(r"^[ \t]*(\S.*?)?[ \t]*$", re.M)
_SENTENCE_END = (".", "!", "?", ":")
_GLUED_SENTENCE = re.compile(
    r"(?<![\w@/.])([a-zæøå]{3,}[.!?])(?=[A-ZÆØÅ][a-zæøå]{2,}[\s,.;:])(?![A-ZÆØÅ][a-zæøå]{1,3}(?:[/.]|\s*$))"
)
_LONG = re.compile(rf"(?<![\w@./-])[A-ZÆØÅ]?[a-zæøå]{{{MIN_GLUED},{MAX_GLUED}}}(?![\w@/-])")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_SMALL = """
    at af og er en et den det de der til på for med som om fra ved har var ikke blev skal kan
    vil men eller hvor når også efter over under mellem inden samt hos sig sin sit nu så vi this
    that the and of to in is was for with
"""
SMALL_WORDS = frozenset(_SMALL.split())


def join_words(text: str, tables: tuple[Span, ...]) -> Iterator[Edit]:
    """Yield the joining of lines where every line holds one word only ("one word a line")."""
    run: list[re.Match[str]] = []
    blank = 0
    for line in _LINE.finditer(text):
        word = line[1]
        if word is None:
            blank += 1
            if blank > 1:
                yield from _joined(text, run)
                run = []
            continue
        blank = 0
        if " " in word or any(row.start <= line.start() < row.end for row in tables):
            yield from _joined(text, run)
            run = []
        else:
            run.append(line)
    yield from _joined(text, run)


def _joined(text: str, run: list[re.Match[str]]) -> Iterator[Edit]:
    words = [line[1] for line in run]
    small = sum(word[0].islower() for word in words)
    function = sum(word.lower().strip(".,;:") in SMALL_WORDS for word in words)
    if len(run) < MIN_RUN or small < MIN_LOWER * len(run) or function * 10 < len(run):
        return
    gaps = [text[a.end(1) : b.start(1)] for a, b in pairwise(run)]
    # Where only some of the lines have a blank line between them, those are the paragraphs.
    paragraphs = 0 < sum("\n\n" in gap for gap in gaps) < len(gaps) / 2
    for before, after, gap in zip(run, run[1:], gaps, strict=False):
        ends = before[1].endswith(_SENTENCE_END) and after[1][0].isupper()
        if (paragraphs and "\n\n" in gap) or (ends and not paragraphs):
            continue
        yield Edit(before.end(1), after.start(1), " ", JOINED)


def part_sentences(text: str) -> Iterator[Edit]:
    """Yield a space where a sentence is glued to the one before ("godkendt.Punktet")."""
    for found in _GLUED_SENTENCE.finditer(text):
        yield Edit(found.end(), found.end(), " ", PARTED)


def part_words(text: str) -> Iterator[Edit]:
    """Yield spaces within words that are several words glued together."""
    glued = list(_LONG.finditer(text))
    if not glued:
        return
    known = Counter(word.lower() for word in _WORD.findall(text) if len(word) < MIN_GLUED)
    for found in glued:
        at = found.start()
        pieces = _pieces(found[0].lower(), known)
        for piece in pieces[:-1]:
            at += len(piece)
            yield Edit(at, at, " ", PARTED)


def _pieces(word: str, known: Counter[str]) -> list[str]:
    """Return the words that `word` is made of, in the only way possible; none if not certain."""
    longest = 25
    ways: list[list[list[str]]] = [[[]], *([] for _ in word)]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - longest), end):
            piece = word[start:end]
            if ways[start] and (piece in SMALL_WORDS or (len(piece) > 2 and known[piece])):
                # Two ways are as good as many: then nothing is certain.
                ways[end] += [[*way, piece] for way in ways[start]][: 2 - len(ways[end])]
    if len(ways[-1]) != 1:
        return []
    pieces = ways[-1][0]
    small = sum(piece in SMALL_WORDS for piece in pieces)
    return pieces if len(pieces) >= MIN_PIECES and small >= MIN_SMALL else []
