"""A check-up of the installation and of the index."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from index.embedding import Embedder, open_embedder
from index.errors import IndexMissing, NotWritable, ReferentError
from index.generation import locks, manifest
from index.generation.home import IndexHome
from index.generation.opening import OpenGeneration
from index.generation.verification import verify
from index.rates.reviews import Reviews
from index.settings import Settings
from ingest.checks import Check, State
from ingest.reading.ocr import Ocr
from ingest.recipe import danish_analysis

PYTHONS = ((3, 11), (3, 14))
"""From this version up to, not including, that one."""

_SPARE_BYTES = 500_000_000  # below this a run on an archive of any size may not end well


def examine(settings: Settings, load: Callable[[], Embedder] | None = None) -> tuple[Check, ...]:
    """Look at everything; a failure of one check keeps no other from being made.

    Args:
        settings: Whose home and model are looked at.
        load: Loads the embedding model; by default the one of the settings.
    """
    home = IndexHome(settings.home)
    model, embedder = _model(load or (lambda: open_embedder(settings.model, home.models)))
    return (
        _python(),
        _packages(),
        _writable(home),
        _space(home),
        model,
        *_index(home, embedder),
        *_reviews(home),
        _lock(home),
        _ocr(),
    )


def _python() -> Check:
    least, beyond = PYTHONS
    number = ".".join(map(str, sys.version_info[:3]))
    if least <= sys.version_info[:2] < beyond:
        return Check("python", State.OK, number)
    advice = f"Install Python {least[0]}.{least[1]} to {beyond[0]}.{beyond[1] - 1}."
    return Check("python", State.FAIL, number, advice)


def _packages() -> Check:
    try:
        wanted = [_name(line) for line in requires("referent") or () if "extra ==" not in line]
    except PackageNotFoundError:
        return Check("packages", State.WARN, "Referent is not installed as a package", "make setup")
    missing = [name for name in wanted if not _installed(name)]
    if missing:
        return Check("packages", State.FAIL, f"missing: {', '.join(missing)}", "make setup")
    return Check("packages", State.OK, f"{len(wanted)} installed")


def _name(requirement: str) -> str:
    return "".join(_letters(requirement))


def _letters(requirement: str) -> Iterator[str]:
    for character in requirement:
        if not (character.isalnum() or character in "-_."):
            return
        yield character


def _installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def _writable(home: IndexHome) -> Check:
    try:
        home.make()
        with tempfile.TemporaryFile(dir=home.path):
            pass
    except (OSError, NotWritable) as error:
        if isinstance(error, NotWritable) or error.errno in locks.NOT_ALLOWED:
            return _not_writable(home)
        return Check(
            "home",
            State.FAIL,
            f"{home.home}: {error.strerror}",
            "Mend that, or set REFERENT_HOME to another folder.",
        )
    return Check("home", State.OK, str(home.home))


def _not_writable(home: IndexHome) -> Check:
    """Say of a home that may not be written to whether it can at least be asked."""
    if not _is_readable(home):
        advice = "Give this user the right to write there, or set REFERENT_HOME to another folder."
        return Check("home", State.FAIL, f"{home.home} cannot be written to", advice)
    finding = f"{home.home} may be read but not written to: questions are answered"
    advice = (
        "Run `referent ingest`, `rates load` and `rates review` as a user who may write there. "
        "The word index is opened by way of a temporary folder, and errors are not logged."
    )
    return Check("home", State.WARN, finding, advice)


def _is_readable(home: IndexHome) -> bool:
    try:
        return home.known() is not None
    except OSError:
        return False


def _space(home: IndexHome) -> Check:
    folder = next(p for p in (home.path, *home.path.parents) if p.exists())
    free = shutil.disk_usage(folder).free
    taken = sum(f.stat().st_size for g in home.generations() for f in g.files())
    finding = f"{_size(free)} free, the index takes {_size(taken)}"
    if free < max(_SPARE_BYTES, taken):
        advice = "A run makes a second copy of the index before the first one goes: make room."
        return Check("space", State.WARN, finding, advice)
    return Check("space", State.OK, finding)


def _model(load: Callable[[], Embedder]) -> tuple[Check, Embedder | None]:
    try:
        embedder = load()
    except ReferentError as error:
        return Check("model", State.FAIL, str(error), "Mend or change the setting `model`."), None
    return Check("model", State.OK, f"{embedder.name}, {embedder.dimension} numbers"), embedder


def _index(home: IndexHome, embedder: Embedder | None) -> Iterator[Check]:
    again = "Run `referent ingest` again."
    try:
        generation = OpenGeneration.current(home)
    except IndexMissing as error:
        yield Check("index", State.WARN, str(error))
        return
    except ReferentError as error:
        yield Check("index", State.FAIL, str(error), again)
        return
    try:
        held = generation.manifest
        counts = f"{held.documents} documents, {held.passages} passages"
        yield Check("index", State.OK, f"generation {generation.folder.name}: {counts}")
        if embedder is not None and embedder.name != held.model:
            finding = f"the index was made by {held.model!r}, set is {embedder.name!r}"
            advice = "Set the model back, or run `referent ingest` to embed everything anew."
            yield Check("index model", State.FAIL, finding, advice)
        yield _verified(generation)
    finally:
        generation.close()


def _verified(generation: OpenGeneration) -> Check:
    altered = manifest.altered(generation.folder, generation.manifest)
    if altered:
        finding = f"altered since it was published: {', '.join(altered[:3])}"
        return Check("index contents", State.FAIL, finding, "Run `referent ingest` again.")
    try:
        verify(generation.folder, danish_analysis())
    except ReferentError as error:
        return Check("index contents", State.FAIL, str(error), "Run `referent ingest` again.")
    return Check("index contents", State.OK, "all three stores agree")


def _reviews(home: IndexHome) -> Iterator[Check]:
    """Look at the choices of reviews; nothing where there are none."""
    if not home.reviews.exists():
        return
    try:
        count = len(Reviews(home.reviews).choices())
    except ReferentError as error:
        advice = "Put back a copy of the file, or move it away: its choices are lost then."
        yield Check("reviews", State.FAIL, str(error), advice)
    else:
        yield Check("reviews", State.OK, f"{count} rates decided")


def _lock(home: IndexHome) -> Check:
    holder = locks.holder(home.lock)
    if holder is None:
        return Check("lock", State.OK, "no run is writing")
    return Check("lock", State.WARN, f"held by {holder}", "A run is going on; wait for its end.")


def _ocr() -> Check:
    ocr = Ocr.within(60)
    if ocr is None:
        return Check("scans", State.WARN, "cannot be read", f"{Ocr.MISSING}.")
    return Check("scans", State.OK, f"read by Tesseract ({ocr.languages})")


def _size(count: float) -> str:
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"
