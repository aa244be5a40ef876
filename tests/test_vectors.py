import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.vectors import VectorIndex, Vectors, write

DIMENSION = 24


def _clustered(count: int, seed: int = 0) -> Vectors:
    """Vectors as a model of the E5 kind makes them: one common direction, many small clusters."""
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(max(1, count // 20), DIMENSION))
    rows = 2.0 + centres[chance.integers(0, len(centres), count)]
    rows += chance.normal(size=rows.shape) * 0.4
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows.astype(np.float32)


def _ids(count: int) -> list[str]:
    return [f"{'ab' * 8}-{place:05d}" for place in range(count)]


def _folder(path: Path, vectors: Vectors, exact_up_to: int = 10**9) -> Path:
    pairs = [(i, v.tobytes()) for i, v in zip(_ids(len(vectors)), vectors, strict=True)]
    write(path, pairs, len(vectors), DIMENSION, exact_up_to=exact_up_to)
    return path


def _exact(vectors: Vectors, asked: Vectors, limit: int) -> list[str]:
    order = np.argsort(-(vectors @ asked), kind="stable")[:limit]
    return [_ids(len(vectors))[row] for row in order]


def test_a_scan_finds_the_nearest_in_order_with_their_cosines(tmp_path: Path) -> None:
    vectors = _clustered(500)
    index = VectorIndex.open([_folder(tmp_path / "v", vectors)])
    found = index.nearest(vectors[7], 10)
    assert [id_ for id_, _ in found] == _exact(vectors, vectors[7], 10)
    assert found[0][0] == _ids(500)[7]
    assert found[0][1] == pytest.approx(1.0)
    index.close()


def test_only_what_is_allowed_is_found_and_ids_from_elsewhere_are_ignored(tmp_path: Path) -> None:
    vectors = _clustered(300)
    index = VectorIndex.open([_folder(tmp_path / "v", vectors)])
    allowed = [_ids(300)[row] for row in (3, 50, 200)]
    found = index.nearest(vectors[7], 10, [*allowed, "ffffffffffffffff-00000", allowed[0]])
    assert sorted(id_ for id_, _ in found) == sorted(allowed)
    assert index.nearest(vectors[7], 10, []) == []
    index.close()


def test_two_collections_are_searched_as_one(tmp_path: Path) -> None:
    whole = _clustered(200)
    ids = _ids(200)
    for name, rows in (("a", range(0, 200, 2)), ("b", range(1, 200, 2))):
        pairs = [(ids[row], whole[row].tobytes()) for row in rows]
        write(tmp_path / name, pairs, 100, DIMENSION)
    index = VectorIndex.open([tmp_path / "a", tmp_path / "b"])
    assert index.passages == 200
    assert [id_ for id_, _ in index.nearest(whole[9], 12)] == _exact(whole, whole[9], 12)
    index.close()


def test_an_empty_collection_and_none_at_all_find_nothing(tmp_path: Path) -> None:
    write(tmp_path / "v", [], 0, DIMENSION)
    for index in (VectorIndex.open([tmp_path / "v"]), VectorIndex.open([])):
        assert index.nearest(_clustered(1)[0], 5) == []
        assert index.nearest(_clustered(1)[0], 5, ["x"]) == []
        assert (index.passages, index.ids()) == (0, [])
        index.close()


def test_an_id_that_would_be_cut_short_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="too long"):
        write(tmp_path / "v", [("x" * 25, b"\0" * 4 * DIMENSION)], 1, DIMENSION)


@pytest.mark.slow
def test_the_graph_finds_what_a_scan_finds(tmp_path: Path) -> None:
    vectors = _clustered(4_000)
    index = VectorIndex.open([_folder(tmp_path / "v", vectors, exact_up_to=1_000)])
    assert index.graph_ids() == [_ids(4_000)]
    asked = _clustered(60, seed=1)
    shared = [
        len({id_ for id_, _ in index.nearest(one, 10)} & set(_exact(vectors, one, 10)))
        for one in asked
    ]
    assert sum(shared) / (10 * len(asked)) >= 0.99
    allowed = _ids(4_000)[:500]
    found = [id_ for id_, _ in index.nearest(asked[0], 10, allowed)]
    assert found == _exact(vectors[:500], asked[0], 10)
    index.close()


@pytest.mark.slow
def test_a_graph_opens_from_a_copy_and_answers_in_several_threads(tmp_path: Path) -> None:
    import shutil
    from concurrent.futures import ThreadPoolExecutor

    vectors = _clustered(1_500)
    original = _folder(tmp_path / "v", vectors, exact_up_to=100)
    shutil.copytree(original, tmp_path / "copy")
    shutil.rmtree(original)
    index = VectorIndex.open([tmp_path / "copy"])
    with ThreadPoolExecutor(4) as pool:
        nearest = list(pool.map(lambda row: index.nearest(vectors[row], 1)[0][0], range(200)))
    assert nearest == _ids(1_500)[:200]
    index.close()


_GRAPH_AT_WORK = """
import sys
from pathlib import Path
import numpy as np
from index import vectors
folder = Path(sys.argv[1])
rows = np.eye(24, dtype=np.float32)
pairs = [(f"{row:020d}", rows[row].tobytes()) for row in range(24)]
vectors.write(folder, pairs, 24, 24, exact_up_to=0)
assert vectors.VectorIndex.open([folder]).nearest(rows[7], 1)[0][0] == pairs[7][0]
with vectors.closing(vectors._client(folder / "other")) as client:
    assert client.get_settings().anonymized_telemetry is False
"""


def test_the_graph_reports_nothing_and_leaves_nothing_behind(tmp_path: Path) -> None:
    user = tmp_path / "user"
    user.mkdir()
    subprocess.run(
        [sys.executable, "-c", _GRAPH_AT_WORK, str(tmp_path / "v")],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "HOME": str(user), "ANONYMIZED_TELEMETRY": "True"},
        check=True,
    )
    assert list(user.rglob("*")) == []
