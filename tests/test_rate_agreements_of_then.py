"""A rate whose agreement covers the year goes first, however that agreement calls the thing."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answers.rates.word_index import aside_of, is_short_for
from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes

OLD = """\
Aftale om fysioterapi i Lundby Kommune

Indgået mellem Lundby Kommune og Fysioterapeuterne i Lundby

Aftalen gælder fra 1. januar 2018 til 31. december 2020.

§ 1. Kontrol
Honoraret er 188,00 kr. pr. kontrol.

§ 2. Elektrisk stimulation
Honoraret for elektrisk stimulation (ES-behandling) er 455,00 kr. pr. gang. Klinikken stiller
apparatet til rådighed.

§ 3. Træning
Holdtræning i klinikkens lokaler afregnes med 96,00 kr. pr. deltager.
"""
NEW = """\
Aftale om fysioterapi i Lundby Kommune 2021-2023

Indgået mellem Lundby Kommune og Fysioterapeuterne i Lundby. Aftalen gælder fra den 1. januar 2021
til den 31. december 2023.

Honorarerne for de enkelte år er:

| Ydelse | 2021 | 2022 | 2023 |
|---|---|---|---|
| ES-behandling i klinik (kr. pr. gang) | 401,00 | 409,00 | 418,00 |
| Kontrol (kr. pr. kontrol) | 195,00 | 199,00 | 203,00 |
"""


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"gammel.txt": OLD, "ny.md": NEW}
    with assistant_on(tmp_path_factory.mktemp("clinic"), papers) as assistant:
        yield assistant


def test_the_rate_of_the_agreement_of_then_goes_first(clinic: Assistant) -> None:
    reply = ask(clinic, "Hvad var taksten for ES-behandling i 2019?")
    assert "455,00" in quotes(reply)[0]
    assert "Gælder i 2019" in reply.text


def test_today_the_one_in_force_goes_first(clinic: Assistant) -> None:
    reply = ask(clinic, "Hvad er honoraret for ES-behandling?", on=date(2022, 5, 1))
    assert "Gælder i dag" in reply.text
    assert "409,00" in reply.text.partition("Andre perioder")[0]
    assert "455,00" not in reply.text.partition("Andre perioder")[0]


@pytest.mark.parametrize(
    ("aside", "name", "short"),
    [
        ("(ES-behandling)", "elektrisk stimulationsbehandling", False),
        ("(EL-behandling)", "elektrisk behandling", True),
        ("(KOL)", "kronisk obstruktiv lungesygdom", True),
        ("(aften)", "behandling", False),
        ("(MR-scanning)", "scanning", False),
    ],
)
def test_an_abbreviation_in_brackets_is_the_name(aside: str, name: str, short: bool) -> None:
    assert is_short_for(aside, name) is short
    assert bool(aside_of(f"{name} {aside}")) is not short
