"""Links and copies: what lies in a closed folder is opened by neither, whatever comes first."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from index.audiences import audience_at
from index.documents import OPEN
from index.library import Library
from ingest.job import Job
from ingest.report import Outcome, Verdict
from tests.small_archive import JUNE, MARCH, contents, toy_job, write_sheets
from tests.small_runs import NOTE, file_of, lock, no_searcher, somewhere, verdicts

CLOSED_FOLDER = {"lukket": "sekretariat"}


def job(home: Path, audiences: dict[str, str] = CLOSED_FOLDER) -> Job:
    """Make a run that closes folders as the settings do."""
    return toy_job(home, audience_of=lambda source, root: audience_at(audiences, (source, root)))


def sources(home: Path, *audiences: str) -> list[str]:
    """Return the sources of the documents that some may see, sorted."""
    seen_by = frozenset({OPEN, *audiences})
    with closing(Library(home, no_searcher)) as library, library.view(seen_by) as view:
        return sorted(document.source for document in view.documents())


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_sheets(tmp_path / "arkiv", {"aabent/3.txt": MARCH, "lukket/6.txt": JUNE})


@pytest.mark.parametrize("target", ["lukket", "lukket/6.txt"])
def test_a_link_to_a_closed_folder_or_file_opens_nothing(
    home: Path, archive: Path, target: str
) -> None:
    (archive / "aabent" / "genvej").symlink_to(archive / target)
    report = job(home).run([archive])
    assert sources(home) == ["aabent/3.txt"]
    assert sources(home, "sekretariat") == ["aabent/3.txt", "lukket/6.txt"]
    link = next(file for file in report.files if file.source.startswith("aabent/genvej"))
    assert (link.verdict, link.duplicate_of, link.held_for) == (
        Verdict.DUPLICATE,
        "lukket/6.txt",
        "sekretariat",
    )
    assert job(home).run([archive]).outcome is Outcome.UNCHANGED


def test_a_link_between_ingested_folders_is_known_by_the_folder_it_leads_to(
    home: Path, tmp_path: Path
) -> None:
    one = write_sheets(tmp_path / "et", {"3.txt": MARCH})
    two = write_sheets(tmp_path / "to", {"lukket/6.txt": JUNE})
    (one / "genvej").symlink_to(two)
    job(home).run([one, two])
    assert sources(home) == ["3.txt"]
    (one / "genvej").unlink()
    (one / "lige-ind").symlink_to(two / "lukket")
    job(home).run([one, two])
    assert sources(home) == ["3.txt"]


def test_a_closed_file_in_a_folder_that_is_passed_over_stays_closed_behind_a_link(
    home: Path, archive: Path
) -> None:
    write_sheets(archive, {"lukket/.lager/n.txt": NOTE})
    (archive / "aabent" / "n.txt").symlink_to(archive / "lukket/.lager/n.txt")
    report = job(home).run([archive])
    assert file_of(report, "aabent/n.txt").held_for == "sekretariat"
    assert sources(home) == ["aabent/3.txt"]
    assert sources(home, "sekretariat") == ["aabent/3.txt", "aabent/n.txt", "lukket/6.txt"]


def test_a_link_in_a_closed_folder_is_closed_and_so_is_what_it_leads_to(
    home: Path, archive: Path
) -> None:
    (archive / "lukket" / "genvej.txt").symlink_to(archive / "aabent/3.txt")
    report = job(home).run([archive])
    assert sources(home) == []
    assert file_of(report, "aabent/3.txt").held_for == "sekretariat"


def test_a_copy_of_a_closed_text_is_held_whichever_came_first(home: Path, archive: Path) -> None:
    write_sheets(archive, {"aabent/6.txt": JUNE})
    job(home, {}).run([archive])
    assert sources(home) == ["aabent/3.txt", "aabent/6.txt"]
    report = job(home).run([archive])
    held = file_of(report, "aabent/6.txt")
    assert (held.duplicate_of, held.held_for) == ("lukket/6.txt", "sekretariat")
    assert "'aabent/6.txt': held for a stricter audience" in report.warnings[0]
    assert sources(home) == ["aabent/3.txt"]
    again = job(home).run([archive])
    assert again.outcome is Outcome.UNCHANGED
    assert again.warnings == report.warnings


def test_a_closed_copy_that_comes_later_closes_the_open_one(home: Path, archive: Path) -> None:
    job(home).run([archive])
    write_sheets(archive, {"lukket/3.txt": MARCH})
    report = job(home).run([archive])
    assert file_of(report, "aabent/3.txt").held_for == "sekretariat"
    assert sources(home) == []


def test_an_open_copy_that_comes_later_is_held(home: Path, archive: Path) -> None:
    job(home).run([archive])
    write_sheets(archive, {"aabent/kopi.txt": JUNE})
    assert file_of(job(home).run([archive]), "aabent/kopi.txt").held_for == "sekretariat"
    assert sources(home) == ["aabent/3.txt"]


def test_a_text_opens_when_no_closed_copy_is_left_and_the_report_says_so(
    home: Path, archive: Path
) -> None:
    write_sheets(archive, {"aabent/6.txt": JUNE})
    job(home).run([archive])
    (archive / "lukket/6.txt").unlink()
    report = job(home).run([archive])
    assert sources(home) == ["aabent/3.txt", "aabent/6.txt"]
    (warning,) = report.warnings
    assert warning.startswith("'aabent/6.txt': open to everyone now, and closed before")
    assert job(home).run([archive]).warnings == ()


def test_a_closed_file_that_moves_to_an_open_folder_opens_and_the_report_says_so(
    home: Path, archive: Path
) -> None:
    job(home).run([archive])
    (archive / "lukket/6.txt").rename(archive / "aabent/6.txt")
    report = job(home).run([archive])
    assert [file.source for file in report.files if file.opened] == ["aabent/6.txt"]


def test_settings_that_no_longer_close_a_folder_open_it_and_the_report_says_so(
    home: Path, archive: Path
) -> None:
    job(home).run([archive])
    report = job(home, {}).run([archive])
    assert [file.source for file in report.files if file.opened] == ["lukket/6.txt"]


def test_a_closed_folder_out_of_reach_still_holds_its_copies(
    home: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_sheets(archive, {"aabent/6.txt": JUNE})
    job(home).run([archive])
    lock(monkeypatch, "lukket")
    for _ in range(3):
        report = job(home).run([archive])
        assert file_of(report, "aabent/6.txt").held_for == "sekretariat"
        assert sources(home) == ["aabent/3.txt"]
    monkeypatch.undo()
    report = job(home).run([archive])
    assert file_of(report, "aabent/6.txt").duplicate_of == "lukket/6.txt"
    assert (report.exit_code, sources(home)) == (0, ["aabent/3.txt"])


def test_a_folder_that_is_closed_while_it_is_out_of_reach_closes_what_links_to_it(
    home: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive / "lukket" / "6.txt").rename(archive / "lukket" / "7.txt")
    (archive / "aabent" / "genvej").symlink_to(archive / "lukket")
    job(home, {}).run([archive])
    assert somewhere(home, b"Punktet udsat")
    lock(monkeypatch, "lukket")
    lock(monkeypatch, "genvej")
    job(home).run([archive])
    assert sources(home) == ["aabent/3.txt"]
    assert not somewhere(home, b"Punktet udsat")


def test_an_open_copy_out_of_reach_is_dropped_when_its_text_is_closed(
    home: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job(home).run([archive])
    write_sheets(archive, {"lukket/3.txt": MARCH})
    lock(monkeypatch, "aabent")
    for _ in range(2):
        job(home).run([archive])
        assert sources(home) == []
    (archive / "lukket/3.txt").unlink()
    monkeypatch.undo()
    job(home).run([archive])
    assert sources(home) == ["aabent/3.txt"]


def test_loading_a_table_opens_no_other_that_is_held(home: Path, tmp_path: Path) -> None:
    archive = write_sheets(tmp_path / "arkiv", {"lukket/sats.csv": NOTE, "3.txt": MARCH})
    write_sheets(home / "tables" / "rates", {"sats.csv": NOTE, "anden.csv": JUNE})
    job(home).run([archive])
    assert "rates/sats.csv" not in sources(home)
    report = job(home).load([])
    assert file_of(report, "rates/sats.csv").held_for == "sekretariat"
    assert sources(home) == ["3.txt", "rates/anden.csv"]


def test_a_link_out_of_the_folders_is_not_followed_and_what_it_brought_in_goes(
    home: Path, archive: Path, tmp_path: Path
) -> None:
    write_sheets(archive, {"aabent/n.txt": NOTE})
    job(home).run([archive])
    outside = tmp_path / "udenfor.txt"
    (archive / "aabent/n.txt").rename(outside)
    (archive / "aabent/n.txt").symlink_to(outside)
    report = job(home).run([archive])
    told = file_of(report, "aabent/n.txt")
    assert (told.verdict, told.reason) == (
        Verdict.UNREADABLE,
        "link that leads out of the folders",
    )
    assert str(outside) in (told.detail or "")
    assert (report.exit_code, report.removed) == (3, ("aabent/n.txt",))
    assert not somewhere(home, b"Et notat")


TEXTS = (MARCH, JUNE, NOTE)
PLACES = ("aabent/1.txt", "aabent/2.txt", "lukket/1.txt", "ledelse/1.txt")
STEP = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(PLACES), st.sampled_from(TEXTS)),
    st.tuples(st.just("link"), st.sampled_from(PLACES), st.sampled_from(PLACES)),
    st.tuples(st.just("remove"), st.sampled_from(PLACES), st.none()),
    st.tuples(st.just("close"), st.sampled_from(("lukket", "ledelse", "aabent")), st.none()),
    st.tuples(st.just("open"), st.sampled_from(("lukket", "ledelse", "aabent")), st.none()),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(STEP, max_size=3), min_size=1, max_size=4))
def test_after_any_history_an_archive_is_as_open_as_one_made_today(
    tmp_path_factory: pytest.TempPathFactory,
    history: list[list[tuple[str, str, str | None]]],
) -> None:
    tmp_path = tmp_path_factory.mktemp("historie")
    archive = write_sheets(tmp_path / "arkiv", {"rod.txt": "Rod\nrod\nrod"})
    audiences: dict[str, str] = {}
    for steps in history:
        for step in steps:
            _do(archive, audiences, *step)
        # A file that cannot be read keeps the text it had, and a new archive never had it.
        assume(not any(p.is_symlink() and not p.exists() for p in archive.rglob("*")))
        job(tmp_path / "home", dict(audiences)).run([archive])
        closed = {_text(archive / p) for p in PLACES if p.split("/")[0] in audiences} - {None}
        for source in sources(tmp_path / "home"):
            assert (archive / source).read_text() not in closed
    job(tmp_path / "ny", dict(audiences)).run([archive])
    for who in ((), ("lukket",), ("ledelse",), ("aabent",), ("lukket", "ledelse")):
        assert sources(tmp_path / "home", *who) == sources(tmp_path / "ny", *who)
    assert contents(tmp_path / "home") == contents(tmp_path / "ny")
    shutil.rmtree(tmp_path)


def _do(archive: Path, audiences: dict[str, str], what: str, place: str, other: str | None) -> None:
    if what == "close":
        audiences[place] = place
    elif what == "open":
        audiences.pop(place, None)
    else:
        (archive / place).unlink(missing_ok=True)
        if what == "write":
            write_sheets(archive, {place: other or ""})
        elif what == "link" and place != other:
            (archive / place).parent.mkdir(exist_ok=True)
            (archive / place).symlink_to(archive / str(other))


def _text(path: Path) -> str | None:
    return path.read_text() if os.path.exists(path) else None  # noqa: PTH110 - loops are no file


def test_the_verdicts_of_copies_in_one_folder_are_as_before(home: Path, archive: Path) -> None:
    write_sheets(archive, {"aabent/kopi.txt": MARCH})
    report = job(home).run([archive])
    assert verdicts(report)["aabent/kopi.txt"] is Verdict.DUPLICATE
    assert report.warnings == ()
