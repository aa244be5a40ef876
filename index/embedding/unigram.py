"""Text into token ids, as SentencePiece's unigram model does it.

Ours and not the `tokenizers` library's: building its trie of 250,000 pieces takes 1.3 s and
300 MB at every start, where a dictionary takes 0.06 s and 40 MB. A test compares the two.
"""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from index.embedding.embedder import encodable
from index.embedding.weights import Vocabulary

SPACE = "▁"
"""Stands before every word, as SentencePiece writes a space."""
LONGEST_PIECE = 16
"""In characters; of the bundled vocabulary."""
UNKNOWN_PENALTY = 10.0
"""An unknown character costs this much more than the rarest piece (SentencePiece's constant)."""
WORDS_KEPT = 1 << 15
"""Archives repeat their words: four of five are found here."""
LONGEST_KEPT = 64
"""A longer word is split anew each time, or a few odd questions would fill the memory."""


class UnigramTokenizer:
    """Splits text into the most probable sequence of pieces."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        # A part of its own: a method kept here would hold on to this, and this to it.
        self._split = _Splitter(vocabulary).split
        self._ids_of_word = lru_cache(WORDS_KEPT)(self._split)

    def ids(self, text: str, limit: int) -> list[int]:
        """Return at most `limit` ids, `<s>` and `</s>` among them. Any string will do."""
        room = limit - 2
        ids: list[int] = []
        for word in self._words(text):
            split = self._ids_of_word if len(word) <= LONGEST_KEPT else self._split
            # Beyond this many characters a word fills the room whatever pieces it has.
            ids.extend(split(word[: room * LONGEST_PIECE]))
            if len(ids) >= room:
                break
        return [self._vocabulary.start, *ids[:room], self._vocabulary.end]

    def _words(self, text: str) -> Iterator[str]:
        # The map is made for single characters; NFC joins a letter with the accent after it.
        read = normalize("NFC", encodable(text).translate(self._vocabulary.mapping))
        return (word for word in read.split(" ") if word)


class _Splitter:
    """Splits words into the most probable pieces."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._unknown_score = min(vocabulary.scores) - UNKNOWN_PENALTY

    def split(self, word: str) -> tuple[int, ...]:
        """Return the ids of one word by the Viterbi algorithm."""
        characters = SPACE + word
        scores, pieces = self._vocabulary.scores, self._vocabulary.pieces
        length = len(characters)
        best = [0.0] + [float("-inf")] * length
        arrived: list[tuple[int, int]] = [(0, 0)] * (length + 1)
        for start in range(length):
            for end in range(start + 1, min(start + LONGEST_PIECE, length) + 1):
                piece = pieces.get(characters[start:end].encode())
                if piece is not None:
                    score = best[start] + scores[piece]
                elif end == start + 1:
                    piece, score = self._vocabulary.unknown, best[start] + self._unknown_score
                else:
                    continue
                if score > best[end]:
                    best[end], arrived[end] = score, (start, piece)
        return self._path(arrived)

    def _path(self, arrived: list[tuple[int, int]]) -> tuple[int, ...]:
        """Walk back from the end; a run of unknown characters is one unknown token."""
        ids: list[int] = []
        end = len(arrived) - 1
        while end > 0:
            end, piece = arrived[end]
            if not (ids and piece == ids[-1] == self._vocabulary.unknown):
                ids.append(piece)
        return tuple(reversed(ids))
