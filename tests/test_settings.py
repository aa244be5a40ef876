"""Settings refuse what they do not know, and say what is wrong in a sentence."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import OPEN
from index.errors import SettingsError
from index.settings import FILE_NAME, Settings


def load(home: Path, text: str | bytes = "") -> Settings:
    content = text.encode() if isinstance(text, str) else text
    (home / FILE_NAME).write_bytes(content)
    return Settings.load(home=home)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = Settings.load(home=tmp_path)
    assert (settings.model, settings.audiences, settings.limits.seconds) == (None, {}, 120)


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFERENT_LIMITS__SECONDS", "7")
    settings = load(tmp_path, "[limits]\nseconds = 5\nfile_mb = 9\n")
    assert (settings.limits.seconds, settings.limits.file_mb) == (7, 9)


def test_slack_may_be_named_where_its_tokens_are_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = '[slack.people]\nU123 = ["sekretariat"]\n'
    slack = load(tmp_path, named).slack  # an ingest by night
    assert slack is not None
    assert not slack.has_tokens
    monkeypatch.setenv("REFERENT_SLACK__BOT_TOKEN", "xoxb-1")
    with pytest.raises(SettingsError, match="Socket Mode needs app_token"):
        load(tmp_path, named)
    monkeypatch.setenv("REFERENT_SLACK__APP_TOKEN", "xapp-1")
    slack = load(tmp_path, named).slack
    assert slack is not None
    assert slack.has_tokens


def test_the_home_folder_comes_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFERENT_HOME", str(tmp_path))
    (tmp_path / FILE_NAME).write_text('model = "a/model"')
    assert Settings.load().home == tmp_path
    assert Settings.load().model == "a/model"


def test_an_empty_variable_is_unset_and_not_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("REFERENT_HOME", "")
    assert Settings.load().home.name == "referent"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('modl = "x"', "'modl': it is not known"),
        ("[limits]\nsecond = 1", "'limits.second': it is not known"),
        ("[limits]\nseconds = -1", "'limits.seconds': Input should be greater than 0"),
        ("audiences = 7", "'audiences'"),
        ('audiences = {"" = "x"}', "'audiences': '' names no folder"),
        ('audiences = {"./" = "x"}', "'audiences': './' names no folder"),
        ('audiences = {"/" = "x"}', "'audiences': '/' is absolute"),
        ('audiences = {"/board" = "x"}', "'audiences': '/board' is absolute"),
        ("audiences = {'C:/board' = \"x\"}", "'audiences': 'C:/board' is absolute"),
        ('audiences = {"a/../b" = "x"}', "'audiences': 'a/../b' names no folder"),
        ('audiences = {"Ab" = "x", "ab/" = "y"}', "'Ab' and 'ab/' are one folder"),
        ("not toml [", "is not TOML"),
        (b"\xff\xfe", "is not TOML"),
        ('home = "elsewhere"', "'home' cannot stand in"),
    ],
)
def test_what_is_wrong_in_the_file_is_told(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(SettingsError, match=message.replace(".", r"\.")):
        load(tmp_path, text)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("REFERENT_MODL", "x", "it is not known"),
        ("REFERENT_AUDIENCES", "x", r"REFERENT_AUDIENCES, .*must hold an object in JSON"),
        ("REFERENT_LIMITS__MEMORY_MB", "much", "limits.memory_mb"),
    ],
)
def test_what_is_wrong_in_the_environment_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=message):
        Settings.load(home=tmp_path)


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="file"):
        Settings.load(home=tmp_path / "file")


def test_the_nearest_folder_decides_who_may_see_a_document(tmp_path: Path) -> None:
    settings = load(tmp_path, '[audiences]\nboard = "board"\n"board/public" = "open"\n')
    assert settings.audience_of("board/a.pdf") == "board"
    assert settings.audience_of("board/public/a.pdf") == OPEN
    assert settings.audience_of("boardroom/a.pdf") == OPEN


@pytest.mark.parametrize(
    "key",
    [
        "Økonomi/Lån",
        "økonomi/lån",
        "./ØKONOMI/LÅN/",
        "økonomi\\lån",
        "økonomi//lån",
    ],
)
def test_a_listed_folder_is_known_however_it_is_spelled(tmp_path: Path, key: str) -> None:
    for form in ("NFC", "NFD"):
        settings = Settings(home=tmp_path, audiences={unicodedata.normalize(form, key): "board"})
        assert settings.audience_of("Økonomi/Lån/a.pdf") == "board"
        assert settings.audience_of("Økonomi/Låneri/a.pdf") == OPEN


def test_a_listed_file_is_closed_too(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, audiences={"board/a.pdf": "board"})
    assert settings.audience_of("board/a.pdf") == "board"
    assert settings.audience_of("board/b.pdf") == OPEN


@pytest.mark.parametrize("root", ["/arkiv/Board", "/arkiv/board/2024", "/board"])
def test_a_listed_folder_may_be_the_ingested_one_or_lie_above_it(tmp_path: Path, root: str) -> None:
    settings = Settings(home=tmp_path, audiences={"board": "board"})
    assert settings.audience_of("a.pdf", Path(root)) == "board"
    assert settings.audience_of("a.pdf", Path("/arkiv/boardroom")) == OPEN
    assert settings.unmatched_audiences([("a.pdf", Path(root))]) == ()


def test_where_two_readings_of_a_path_differ_the_closed_one_wins(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, audiences={"board": "board", "public": OPEN})
    assert settings.audience_of("public/a.pdf", Path("/arkiv/board")) == "board"
    nested = Settings(home=tmp_path, audiences={"board": "board", "board/public": OPEN})
    assert nested.audience_of("public/a.pdf", Path("/arkiv/board")) == OPEN


def test_a_listed_folder_without_a_file_is_named_as_it_was_written(tmp_path: Path) -> None:
    listed = {"Fotroligt/": "board", "Board": "board", "Board/Public": OPEN}
    settings = Settings(home=tmp_path, audiences=listed)
    places = [("fortroligt/a.pdf", None), ("board/public/b.pdf", None)]
    assert settings.unmatched_audiences(places) == ("Fotroligt/",)
    assert settings.unmatched_audiences([]) == tuple(listed)


@given(st.lists(st.sampled_from(["a", "B", "å", "c"]), min_size=1, max_size=4))
def test_a_file_in_a_listed_folder_is_never_open(names: list[str]) -> None:
    for depth in range(1, len(names) + 1):
        settings = Settings(home=Path(), audiences={"/".join(names[:depth]).upper(): "board"})
        for cut in range(len(names)):
            source = "/".join([*names[cut:], "x.pdf"])
            root = Path("/arkiv", *names[:cut])
            assert settings.audience_of(source, root) == "board"
            assert settings.unmatched_audiences([(source, root)]) == ()
