"""The settings of a model that writes refuse what would tell secrets, or count nothing."""

from decimal import Decimal
from pathlib import Path

import pytest

from index.errors import SettingsError
from index.settings import FILE_NAME, Settings
from index.writer_settings import Writer


def writer(home: Path, text: str) -> Writer:
    (home / FILE_NAME).write_text(f"[writer]\n{text}", encoding="utf-8")
    loaded = Settings.load(home=home).writer
    assert loaded is not None
    return loaded


SOUND = 'base_url = "http://127.0.0.1:11434/v1"\nmodel = "m"\n'


def test_without_a_section_there_is_no_model(tmp_path: Path) -> None:
    assert Settings.load(home=tmp_path).writer is None


def test_the_key_comes_from_the_environment_and_is_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFERENT_WRITER__KEY", "sk-hemmelig")
    loaded = writer(tmp_path, SOUND)
    assert loaded.key is not None
    assert loaded.key.get_secret_value() == "sk-hemmelig"
    assert "hemmelig" not in repr(loaded)


def test_a_price_is_kept_to_the_last_digit(tmp_path: Path) -> None:
    loaded = writer(tmp_path, SOUND + 'price_in = 0.15\ncurrency = "DKK"\n')
    assert loaded.price_in == Decimal("0.15")


@pytest.mark.parametrize(
    "address",
    [
        "https://models.example/v1",
        "http://localhost:8080/v1",
        "http://127.0.0.1/v1",
        "http://[::1]:8080/v1",
    ],
)
def test_an_address_is_taken_that_nobody_else_can_listen_to(tmp_path: Path, address: str) -> None:
    assert writer(tmp_path, f'base_url = "{address}"\nmodel = "m"').base_url == address


@pytest.mark.parametrize("address", ["http://models.example/v1", "http://10.0.0.5:8000/v1"])
def test_another_machine_is_spoken_to_in_the_clear_only_where_that_is_said(
    tmp_path: Path, address: str
) -> None:
    text = f'base_url = "{address}"\nmodel = "m"\n'
    with pytest.raises(SettingsError, match=r"base_url must begin with https://, or insecure"):
        writer(tmp_path, text)
    assert writer(tmp_path, text + "insecure = true").insecure


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('model = "m"', r"'writer\.base_url': Field required"),
        ('base_url = "http://127.0.0.1/v1"', r"'writer\.model': Field required"),
        ('base_url = "https:///v1"\nmodel = "m"', r"'writer\.base_url'"),
        ('base_url = "https://name:word@models.example"\nmodel = "m"', r"'writer\.base_url'"),
        ('base_url = "https://models.example/v1?key=1"\nmodel = "m"', r"'writer\.base_url'"),
        ('base_url = "http://[::1/v1"\nmodel = "m"', "it must be an address such as http"),
        (SOUND + 'key = "a b"', "key holds what no key holds"),
        (SOUND + 'key = ""', "key holds what no key holds"),
        (SOUND + "seconds = 5", "first_seconds is more than seconds"),
        (SOUND + "seconds = 0", r"'writer\.seconds'"),
        (SOUND + "parameters = { tools = [] }", "tools is not to be set"),
        (SOUND + 'parameters = { model = "other" }', "model is not to be set"),
        (SOUND + "price_in = 1", "prices need a currency"),
        (SOUND + "cost_a_day = 1", "cost_a_day needs price_in or price_out"),
        (SOUND + "price_in = -1", r"'writer\.price_in'"),
        (SOUND + 'currency = "kroner"', r"'writer\.currency'"),
        (SOUND + "tokens_a_day = 0", r"'writer\.tokens_a_day'"),
        (SOUND + "tokens = 1", r"'writer\.tokens': it is not known"),
    ],
)
def test_what_is_wrong_is_told_by_name(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as refused:
        writer(tmp_path, text)
    assert "word" not in str(refused.value)
