"""Who can reach the web page: without a login nobody but this machine."""

from pathlib import Path

import pytest

from bot.serving.reach import gate_of, login_of
from index.errors import SettingsError
from index.settings import Settings

LOGIN = {"issuer": "https://login.example/x", "client_id": "a", "client_secret": "b"}


def _settings(tmp_path: Path, login: dict[str, str] | None, **serve: object) -> Settings:
    return Settings.load(home=tmp_path, login=login, serve=serve)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.53"])
def test_this_machine_needs_no_login(tmp_path: Path, host: str) -> None:
    settings = _settings(tmp_path, None, host=host, public_url="http://localhost:8642")
    assert login_of(settings, tmp_path) is None
    gate_of(settings, None)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.1.2.3", "referent.example", "127.0.0.1.x"])
def test_another_address_is_refused_without_a_login(tmp_path: Path, host: str) -> None:
    with pytest.raises(SettingsError, match=r"serve\.host.*login"):
        login_of(_settings(tmp_path, None, host=host), tmp_path)


def test_an_address_that_leads_others_here_is_refused_without_a_login(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"serve\.public_url.*login"):
        login_of(_settings(tmp_path, None, public_url="https://referent.example"), tmp_path)


def test_a_login_needs_an_address_to_come_back_to_over_tls(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"serve\.public_url"):
        login_of(_settings(tmp_path, LOGIN), tmp_path)
    with pytest.raises(SettingsError, match="https"):
        login_of(_settings(tmp_path, LOGIN, public_url="http://referent.example"), tmp_path)
    settings = _settings(tmp_path, LOGIN, host="0.0.0.0", public_url="https://referent.example")
    assert login_of(settings, tmp_path) is not None
