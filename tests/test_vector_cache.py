from pathlib import Path

from index.catalogue.vector_cache import VectorCache, remove_cache
from index.catalogue.writing import digest_of
from tests.small_archive import JUNE, understood


def test_a_cut_short_run_leaves_its_vectors_to_the_next(tmp_path: Path) -> None:
    digest = digest_of(understood("6.txt", JUNE).passages[0])
    cache = VectorCache(tmp_path / "cache", "toy 1")
    cache.keep([(digest, b"vector")])
    cache.close()
    again = VectorCache(tmp_path / "cache", "toy 1")
    assert again.known([digest, b"other"]) == {digest: b"vector"}
    again.close()


def test_the_cache_forgets_vectors_of_another_model_and_survives_damage(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    cache = VectorCache(path, "toy 1")
    cache.keep([(b"digest", b"vector")])
    cache.close()
    other = VectorCache(path, "toy 2")
    assert other.known([b"digest"]) == {}
    other.close()
    path.write_bytes(b"no database at all, but a good deal of bytes" * 100)
    damaged = VectorCache(path, "toy 2")
    assert damaged.known([b"digest"]) == {}
    damaged.close()
    remove_cache(path)
    assert list(tmp_path.iterdir()) == []
