"""Of two agreements that followed each other the one in force is told, unless a time is named."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.conversation.turns import turn_of
from tests.asked_papers import TODAY, ask, assistant_on, quotes

OLD = """\
Aftale om fodpleje

mellem Strandby Kommune og Fodplejerne

Gældende fra den 1. januar 2016 til den 31. december 2019

§ 1. Besøg
Fodplejeren kommer første gang senest fire uger efter henvendelsen.

§ 2. Opsigelse
Aftalen kan opsiges med to måneders varsel til udgangen af en måned.
"""
NEW = """\
Aftale om fodpleje 2020-2023

Indgået mellem Strandby Kommune og Fodplejerne. Aftalen gælder fra den 1. januar 2020 til den
31. december 2023.

§ 1. Besøg
Fodplejeren kommer første gang senest to uger efter henvendelsen.

§ 2. Opsigelse
Aftalen kan opsiges med fem måneders varsel til udgangen af et kvartal.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"gammel.txt": OLD, "ny.txt": NEW}
    with assistant_on(tmp_path_factory.mktemp("successors"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hvornår udløber aftalen om fodpleje?", "31. december 2023"),
        ("Gælder aftalen om fodpleje stadig?", "31. december 2023"),
        ("Hvad er opsigelsesvarslet i aftalen om fodpleje?", "fem måneders varsel"),
        ("Hvor hurtigt skal fodplejeren komme første gang?", "to uger"),
    ],
)
def test_the_agreement_in_force_is_told(assistant: Assistant, text: str, said: str) -> None:
    reply = ask(assistant, text)
    assert any(said in " ".join(quote.split()) for quote in quotes(reply))
    assert not any("2019" in quote or "to måneders" in quote for quote in quotes(reply))


def test_of_an_earlier_time_the_earlier_agreement_is_told(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvornår udløb aftalen om fodpleje fra 2016?")
    assert "31. december 2019" in reply.text


def test_a_year_is_told_by_the_agreement_of_then(assistant: Assistant) -> None:
    alone = ask(assistant, "Hvor hurtigt skulle fodplejeren komme første gang i 2018?")
    assert any("fire uger" in quote for quote in quotes(alone))
    before = turn_of(ask(assistant, "Hvor hurtigt skal fodplejeren komme første gang?"), None)
    asked = Asked("og i 2018?", on=TODAY, after=before)
    assert any("fire uger" in quote for quote in quotes(assistant.reply(asked)))


def test_when_all_are_over_the_last_of_them_is_told(assistant: Assistant) -> None:
    reply = ask(assistant, "Gælder aftalen om fodpleje stadig?", on=date(2025, 5, 1))
    assert "31. december 2023" in reply.text
    assert "2019" not in reply.text
