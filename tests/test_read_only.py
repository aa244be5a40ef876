"""A home that may only be read: everything is answered, nothing is written, and it is said."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from index.documents import OPEN
from index.errors import NotWritable
from index.generation.home import IndexHome
from index.generation.opening import OpenGeneration
from index.generation.publication import remove, remove_old
from index.settings import Settings
from index.words import WeightedTerm
from ingest.checks import State
from ingest.doctor import examine
from ingest.recipe import danish_analysis
from tests.small_archive import JUNE, MARCH, ToyEmbedder, toy_job, write_sheets

NOBODY = 65534


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user may look into, as the folders of pytest are not."""
    path = Path(tempfile.mkdtemp(prefix="referent-test-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def home(place: Path) -> Path:
    folder = write_sheets(place / "arkiv", {"3.txt": MARCH})
    toy_job(place / "home", analysis=danish_analysis()).run([folder])
    return place / "home"


@contextmanager
def read_only(home: Path) -> Iterator[None]:
    """Let this process only read below a home."""
    paths = [home, *home.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if user == 0:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_words_and_vectors_are_searched_and_nothing_is_left_behind(
    home: Path, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    temporary = place / "tmp"
    temporary.mkdir()
    temporary.chmod(0o777)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with read_only(home):
        generation = OpenGeneration.current(IndexHome(home))
        words = generation.words(frozenset({OPEN}))
        assert list(temporary.iterdir()) == []
        term = WeightedTerm(danish_analysis().terms("supervision ordningen")[0])
        assert words.passages == len(words.ids())
        assert words.search([WeightedTerm("astrid"), term], 1)
        assert sorted(words.ids()) == generation.vectors(frozenset({OPEN})).ids()
        generation.close()


def test_without_any_folder_to_write_to_it_is_said_what_to_do(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    with (
        read_only(home),
        closing(OpenGeneration.current(IndexHome(home))) as generation,
        pytest.raises(NotWritable, match="TMPDIR"),
    ):
        generation.words(frozenset({OPEN}))


@pytest.mark.slow
def test_a_graph_that_may_only_be_read_is_left_alone_and_everything_scanned(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.vectors.EXACT_UP_TO", 3)
    toy_job(place / "home").run([write_sheets(place / "arkiv", {"3.txt": MARCH})])
    with read_only(place / "home"):
        generation = OpenGeneration.current(IndexHome(place / "home"))
        vectors = generation.vectors(frozenset({OPEN}))
        assert vectors.graph_ids() == []
        first = vectors.ids()[0]
        ((found, cosine),) = vectors.nearest(vectors.vector(first), 1)
        assert found == first
        assert cosine == pytest.approx(1)
        generation.close()


def test_the_check_up_says_that_it_is_read_only_and_fails_nothing(home: Path) -> None:
    with read_only(home):
        checks = {c.name: c for c in examine(Settings.load(home=home), ToyEmbedder)}
    assert checks["home"].state is State.WARN
    assert "may be read but not written to" in checks["home"].finding
    assert checks["index contents"].state is State.OK
    assert not any(check.failed for check in checks.values())


def test_a_home_that_can_neither_be_made_nor_read_is_a_failure(place: Path) -> None:
    (place / "tom").mkdir()
    with read_only(place / "tom"):
        checks = {c.name: c for c in examine(Settings.load(home=place / "tom"), ToyEmbedder)}
    assert checks["home"].failed


def test_a_run_says_in_a_sentence_that_it_may_not_write(home: Path, place: Path) -> None:
    for missing in (home, place / "ny" / "home"):
        missing.parent.mkdir(exist_ok=True)
        with read_only(missing.parent), pytest.raises(NotWritable, match="Permission denied"):
            toy_job(missing).run([place / "arkiv"])


def test_a_reader_that_may_not_write_leaves_an_old_generation_to_the_next_run(
    home: Path, place: Path
) -> None:
    index = IndexHome(home)
    with closing(OpenGeneration.current(index)) as old:
        write_sheets(place / "arkiv", {"6.txt": JUNE})
        toy_job(home, analysis=danish_analysis()).run([place / "arkiv"])
    with read_only(home):
        assert not remove(index, old.folder)
    assert remove_old(index) == []
    assert index.generations() == [index.current()]
