"""The vector index: which passages lie nearest to a question.

A collection is scanned exactly while that is as fast as anything: 10,000 passages take one and a
half milliseconds of one processor, 100,000 fourteen. Above `EXACT_UP_TO` passages Chroma's HNSW
graph finds the nearest; a filtered search is always an exact scan over the vectors that are
allowed, because Chroma's own filters cost 35–97 ms at 100,000. Rebuildable from the catalogue.

::

    ids.npy        the ids of the passages, ascending
    vectors.npy    n × d, a row an id, of unit length
    chroma/        the same vectors as an HNSW graph, in a large collection only
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

Vectors = NDArray[np.float32]

EXACT_UP_TO = 150_000
"""Passages in a collection that are scanned: 14 ms per 100,000 on one core, and always right. A
graph that finds 0.99 of the same takes 13 ms at 100,000, and three minutes to build."""

_IDS, _VECTORS, _GRAPH = "ids.npy", "vectors.npy", "chroma"
_ID_BYTES = 24  # sixteen digits, a dash and the passage's place
_FILTERS_KEPT = 32
_SHARE_GATHERED = 0.25  # of a collection: beyond, multiplying all costs less than picking out some
_BATCH = 5_000  # below the number of variables that SQLite takes in one statement
_COLLECTION = "passages"
# Chosen by measuring against an exact scan (2 cores, 100,000 clustered vectors of 384 numbers,
# questions off the archive's topics): of the true ten, an effort of 200 finds 0.91 in 4 ms, 400
# 0.98 in 8, 800 0.997 in 13, 1,600 0.999 in 15. Building runs at 500 vectors a second.
_NEIGHBOURS, _EFFORT_BUILDING, _EFFORT_SEARCHING = 32, 200, 800


class _Part:
    """One collection."""

    def __init__(self, ids: NDArray[np.bytes_], vectors: Vectors, graph: "_Chroma | None") -> None:
        self.ids = ids
        self.vectors = vectors
        self.graph = graph
        # A conversation asks with the same filter again.
        # Not a method: it and what it is kept in would hold on to each other.
        self._rows_of = lru_cache(maxsize=_FILTERS_KEPT)(partial(_below, ids))

    def nearest(
        self, vector: Vectors, limit: int, allowed: Sequence[str] | None
    ) -> list[tuple[str, float]]:
        if allowed is not None:
            return self._among(self._rows_of(tuple(allowed)), vector, limit)
        if self.graph is not None:
            return self._among(self._found(tuple(self.graph.nearest(vector, limit))), vector, limit)
        return self._best(_cosines(self.vectors, vector), limit)

    def row(self, id_: str) -> int | None:
        """Where an id stands."""
        found = self._found((id_,))
        return int(found[0]) if len(found) else None

    def _among(
        self, rows: NDArray[np.intp], vector: Vectors, limit: int
    ) -> list[tuple[str, float]]:
        if len(rows) < len(self.ids) * _SHARE_GATHERED:
            return self._best(_cosines(self.vectors[rows], vector), limit, rows)
        return self._best(_cosines(self.vectors, vector)[rows], limit, rows)

    def _best(
        self, cosines: Vectors, limit: int, rows: NDArray[np.intp] | None = None
    ) -> list[tuple[str, float]]:
        if len(cosines) > limit:
            best = np.argpartition(-cosines, limit - 1)[:limit]
        else:
            best = np.arange(len(cosines))
        places = best if rows is None else rows[best]
        ids: list[bytes] = self.ids[places].tolist()
        return [
            (id_.decode("ascii"), cosine)
            for id_, cosine in zip(ids, cosines[best].tolist(), strict=True)
        ]

    def _found(self, ids: tuple[str, ...]) -> NDArray[np.intp]:
        """Where the ids stand, ascending; those that are not here are left out."""
        if not ids or not len(self.ids):
            return np.empty(0, np.intp)
        wanted = np.unique(np.array(ids, dtype=self.ids.dtype))
        places = np.searchsorted(self.ids, wanted)
        places[places == len(self.ids)] = 0
        rows: NDArray[np.intp] = places[self.ids[places] == wanted]
        return rows


def _cosines(vectors: Vectors, vector: Vectors) -> Vectors:
    # Not `@`: the threads of its library wait for more by running on, and keep a processor busy for
    # thirty milliseconds after each scan that took one.
    cosines: Vectors = np.einsum("ij,j->i", vectors, vector)
    return cosines


def _below(ids: NDArray[np.bytes_], names: tuple[str, ...]) -> NDArray[np.intp]:
    """Where the passages of those ids, and of documents of those ids, stand; ascending."""
    if not names or not len(ids):
        return np.empty(0, np.intp)
    wanted = np.unique(np.array(names, dtype=ids.dtype))
    starts = np.searchsorted(ids, wanted)
    # What begins with a document's id and a dash stands before that id and a full stop.
    lengths = np.searchsorted(ids, np.char.add(wanted, b".")) - starts
    before = np.cumsum(lengths) - lengths
    rows: NDArray[np.intp] = np.repeat(starts - before, lengths) + np.arange(lengths.sum())
    return rows


class VectorIndex:
    """The passages of one or more collections, searched as one. Safe to use from several threads.

    Closed by `close`, after the last search.
    """

    def __init__(self, parts: Sequence[_Part]) -> None:
        self._parts = tuple(parts)

    @classmethod
    def open(cls, folders: Sequence[Path]) -> Self:
        """Open the collections that `write` made; the vectors are mapped, not read."""
        return cls([_opened(folder) for folder in folders])

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return sum(len(part.ids) for part in self._parts)

    def nearest(
        self, vector: Vectors, limit: int, allowed: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return ids of passages with their cosine, nearest first, at most `limit`.

        Args:
            vector: d numbers, of unit length.
            limit: How many are wanted.
            allowed: Ids of passages, or of documents for all passages of theirs, to choose from;
                scanned exactly. `None` for all.
        """
        if limit < 1:
            return []
        found = [hit for part in self._parts for hit in part.nearest(vector, limit, allowed)]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def ids(self) -> list[str]:
        """Return the ids of all passages, ascending within a collection."""
        return [id_.decode("ascii") for part in self._parts for id_ in part.ids]

    def graph_ids(self) -> list[list[str]]:
        """Return what ids each graph holds, ascending; nothing for a collection without one."""
        return [sorted(part.graph.ids()) for part in self._parts if part.graph is not None]

    def vector(self, id_: str) -> Vectors:
        """Return a passage's vector.

        Raises:
            KeyError: There is no such passage.
        """
        for part in self._parts:
            if (row := part.row(id_)) is not None:
                return np.array(part.vectors[row])
        raise KeyError(id_)

    def vectors(self) -> Iterator[tuple[str, Vectors]]:
        """Go through ids and vectors."""
        for part in self._parts:
            for id_, vector in zip(part.ids, part.vectors, strict=True):
                yield id_.decode("ascii"), vector

    def close(self) -> None:
        """Let go of the graphs."""
        for part in self._parts:
            if part.graph is not None:
                part.graph.close()


def write(
    folder: Path,
    vectors: Iterable[tuple[str, bytes]],
    count: int,
    dimension: int,
    *,
    exact_up_to: int | None = None,
) -> None:
    """Make a collection of `count` passages.

    Args:
        folder: Where; must not exist.
        vectors: Ids, ascending, each with `dimension` little-endian float32 of unit length.
        count: How many.
        dimension: Numbers in a vector.
        exact_up_to: Above this many a graph is built too; `EXACT_UP_TO` where it is not said.
    """
    folder.mkdir(parents=True)
    ids = np.zeros(count, dtype=f"S{_ID_BYTES}")
    # Written like any file: a full disk is then an error, where a mapped file would be a signal.
    with (folder / _VECTORS).open("wb") as file:
        head = {"descr": "<f4", "fortran_order": False, "shape": (count, dimension)}
        np.lib.format.write_array_header_1_0(file, head)
        for row, (id_, blob) in enumerate(vectors):
            if len(id_) > _ID_BYTES:  # numpy would cut it short without a word
                raise ValueError(f"a passage's id is too long: {id_}")
            ids[row] = id_.encode("ascii")
            file.write(blob)
    np.save(folder / _IDS, ids)
    if count > (EXACT_UP_TO if exact_up_to is None else exact_up_to):
        _build_apart(folder)


def _build_apart(folder: Path) -> None:
    """Build a collection's graph in a process of its own.

    Chroma writes stretches of memory to its files that it has not filled. What a run has in memory
    may be text that it has just taken out of the archive; the other process never had it.
    """
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "index.vectors", str(folder)],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2]
        raise RuntimeError(f"The vector graph in {folder} could not be built: {last}")


def _opened(folder: Path) -> _Part:
    ids = np.load(folder / _IDS)
    # np.load cannot map an array without bytes, which an empty collection has.
    vectors = np.asarray(np.load(folder / _VECTORS, mmap_mode="r" if len(ids) else None))
    graph = _Chroma(folder / _GRAPH) if _may_be_opened(folder / _GRAPH) else None
    return _Part(ids, vectors, graph)


def _may_be_opened(graph: Path) -> bool:
    """Tell whether there is a graph to be used: Chroma writes to one by merely opening it.

    Who may only read scans instead, which is slower and never wrong.
    """
    files = [graph, *graph.rglob("*")] if graph.is_dir() else []
    effective = os.access in os.supports_effective_ids
    return bool(files) and all(os.access(f, os.W_OK, effective_ids=effective) for f in files)


class _Chroma:
    """An HNSW graph in a Chroma folder of its own, used in process; its server is never started."""

    def __init__(self, folder: Path) -> None:
        self._client = _client(folder)
        self._collection: Collection = self._client.get_collection(
            _COLLECTION, embedding_function=None
        )

    @classmethod
    def build(cls, folder: Path) -> None:
        """Make the graph of the collection in `folder`."""
        ids = np.load(folder / _IDS)
        vectors = np.load(folder / _VECTORS, mmap_mode="r")
        with closing(_client(folder / _GRAPH)) as client:
            collection = client.create_collection(
                _COLLECTION,
                embedding_function=None,
                configuration={
                    "hnsw": {
                        "space": "ip",
                        "max_neighbors": _NEIGHBOURS,
                        "ef_construction": _EFFORT_BUILDING,
                        "ef_search": _EFFORT_SEARCHING,
                        # Chroma writes the whole graph out each time this many have come.
                        "batch_size": _BATCH,
                        "sync_threshold": len(ids),
                    }
                },
            )
            for start in range(0, len(ids), _BATCH):
                rows = slice(start, start + _BATCH)
                collection.add(
                    ids=[id_.decode("ascii") for id_ in ids[rows]],
                    embeddings=np.ascontiguousarray(vectors[rows]),
                )

    def nearest(self, vector: Vectors, limit: int) -> list[str]:
        found = self._collection.query(
            query_embeddings=vector[np.newaxis], n_results=limit, include=[]
        )
        return found["ids"][0]

    def ids(self) -> list[str]:
        """Return the ids of all vectors."""
        return self._collection.get(include=[])["ids"]

    def close(self) -> None:
        self._client.close()


def _client(folder: Path) -> "Client":
    # Imported here: it takes most of a second, and a small archive needs none of it.
    import chromadb  # noqa: PLC0415
    from chromadb.config import Settings  # noqa: PLC0415

    settings = Settings(anonymized_telemetry=False)
    # Annotated as the interface, which lacks the `close` that the client has.
    return cast("Client", chromadb.PersistentClient(str(folder), settings=settings))


if __name__ == "__main__":
    _Chroma.build(Path(sys.argv[1]))
