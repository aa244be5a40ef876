"""Answers about rates that a text leaves behind, gives to others, or calls by another word."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.cli.door import Door
from bot.cli.failures import run
from bot.replies import Reply, ReplyKind
from referent import app

TODAY = date(2026, 11, 22)
PAPERS = {
    "koersel.txt": "Notat om cykling\n\nCykelgodtgørelsen er 1,50 kr. pr. km i 2022.\n",
    "nyere.txt": (
        "Notat om satser\n\nCykelgodtgørelsen er 1,90 kr. pr. km op til 500 km og 1,20 kr. "
        "derover.\n"
    ),
    "lods.txt": (
        "Notat om lodser\n\nTimesatsen for lodser er 410 kr. pr. time i 2023, dog 510 kr. pr. time "
        "i weekenden.\n"
    ),
    "stop.txt": "Notat om forløb\n\nHonoraret for rygestop er 550 kr. pr. forløb i 2022.\n",
    "euro.txt": "Notat om rejser\n\nUdlandsgodtgørelsen er 75 euro pr. dag.\n",
    "tusind.txt": "Notat om leje\n\nLejeprisen for kranen er 1,500 kr. pr. time i 2026.\n",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    base = tmp_path_factory.mktemp("doubtful")
    (base / "archive").mkdir()
    for name, text in PAPERS.items():
        (base / "archive" / name).write_text(text, encoding="utf-8")
    home = base / "home"
    assert run(app, ["ingest", str(base / "archive"), "--home", str(home), "--json"]) == 0
    (base / "t.csv").write_text(
        "Navn;Beløb;Enhed;Gyldig fra;Note\nTakst for Styrmand;900;kr. pr. tur;2024-01-01;"
        "ekskl. moms\n",
        encoding="utf-8",
    )
    assert run(app, ["rates", "load", str(base / "t.csv"), "--home", str(home)]) == 0
    with Door().assistant(home) as assistant:
        assert isinstance(assistant, Assistant)
        yield assistant


def ask(archive: Assistant, question: str) -> Reply:
    return archive.reply(Asked(question, TODAY))


def test_an_expired_candidate_is_not_called_the_latest_of_all(archive: Assistant) -> None:
    told = ask(archive, "hvad er cykelgodtgørelsen?")
    assert "kan ikke siges" in told.text.splitlines()[0]
    assert any("1,90 kr. pr. km op til 500 km" in cited.quote for cited in told.citations)


def test_the_rate_itself_goes_before_what_it_is_at_weekends(archive: Assistant) -> None:
    told = ask(archive, "hvad er timesatsen for lodser?")
    assert [str(one.entry.rate.amount) for one in told.rates] == ["410", "510"]
    assert "(i weekenden)" in told.text


def test_a_rate_by_another_word_is_told_as_the_nearest(archive: Assistant) -> None:
    told = ask(archive, "hvad er honoraret for rygning?")
    assert "hedder det, der spørges om (rygning)" in told.text.splitlines()[0]
    assert "hedder det" not in ask(archive, "hvad er honoraret for rygestop?").text


def test_an_amount_in_euro_is_an_amount(archive: Assistant) -> None:
    told = ask(archive, "hvad er udlandsgodtgørelsen?")
    assert told.kind is ReplyKind.FACT
    assert "angiver intet beløb" not in told.text


def test_three_decimals_are_told_to_be_doubtful(archive: Assistant) -> None:
    told = ask(archive, "hvad er lejeprisen for kranen?")
    assert any(warning.startswith("1,500 kan læses på to måder") for warning in told.warnings)


def test_people_who_are_paid_are_found_by_their_rate_with_its_remark(archive: Assistant) -> None:
    told = ask(archive, "hvad er taksten for styrmænd?")
    assert [str(one.entry.rate.amount) for one in told.rates] == ["900"]
    assert "ekskl. moms" in told.text


def test_what_does_not_apply_on_a_day_is_not_said_to_be_missing(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path_factory.mktemp("listed")
    (base / "t.csv").write_text(
        "Navn;Beløb;Enhed;Aftale;Aftaleår\nProjektsats;100;kr. pr. klinik;PA22;1\n",
        encoding="utf-8",
    )
    home = str(base / "home")
    assert run(app, ["rates", "load", str(base / "t.csv"), "--home", home]) == 0
    capsys.readouterr()
    assert run(app, ["rates", "projektsats", "--home", home, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["name"] == "Projektsats"
    assert run(app, ["rates", "projektsats", "--on", "2023-05-01", "--home", home]) == 1
    assert "there is one that is undated" in capsys.readouterr().err
    (base / "empty").mkdir()
    assert run(app, ["rates", "load", str(base / "empty"), "--home", home]) == 2
    assert "No table of rates was found" in capsys.readouterr().err
