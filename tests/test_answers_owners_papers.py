"""A question that names whose papers it is of, where only their folder says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

PAPER = """\
Byrådet
Referat af møde den {day}

Til stede: Ole Berg (formand), Mia Holm

1. {title}
Sagsfremstilling
Pladsen tåler 40 børn.
Indstilling
Forvaltningen indstiller, at legepladsen repareres.
Beslutning
{decided}
"""
PRICES = """\
Priser i badstuen og båden

 • En plads i badstuen koster 41 kr. pr. besøg
 • En plads i båden koster 12 kr. pr. besøg
"""
FLAT = """\
Priser for leje af telte

2022

2023

Stort telt

310 kr.

355 kr.
"""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {
        "oddeby-byraad/1.txt": PAPER.format(
            day="6. april 2021", title="Legeplads ved åen", decided="Godkendt."
        ),
        "naesborg-byraad/1.txt": PAPER.format(
            day="7. april 2021", title="Legeplads ved engen", decided="Udsat til juni."
        ),
        "priser/oddeby-badstue.txt": PRICES,
        "priser/naesborg-telte.txt": FLAT,
    }
    with assistant_on(tmp_path_factory.mktemp("towns"), papers) as assistant:
        yield assistant


def test_the_folder_names_the_town(towns: Assistant) -> None:
    told = ask(towns, "Hvad besluttede byrådet i Oddeby om legepladsen?")
    assert told.kind is ReplyKind.DECISION
    assert {c.document.source for c in told.citations} == {"oddeby-byraad/1.txt"}
    other = ask(towns, "Hvad besluttede byrådet i Næsborg om legepladsen?")
    assert {c.document.source for c in other.citations} == {"naesborg-byraad/1.txt"}


def test_a_town_that_nothing_names_has_decided_nothing(towns: Assistant) -> None:
    told = ask(towns, "Hvad besluttede byrådet i Fjelstrup om legepladsen?")
    assert told.kind is ReplyKind.NOT_FOUND


def test_what_the_town_has_no_paper_on_is_not_answered_from_another(towns: Assistant) -> None:
    told = ask(towns, "Hvad koster en plads i badstuen i Næsborg?")
    assert told.kind is ReplyKind.NOT_FOUND


def test_a_year_and_a_town_alone_tell_nothing(towns: Assistant) -> None:
    told = ask(towns, "Hvem fik fredsprisen 2021 i Oddeby?")
    assert told.kind in {ReplyKind.NOT_FOUND, ReplyKind.NOT_IN_ARCHIVE}


def test_a_list_of_prices_is_named_by_its_file(towns: Assistant) -> None:
    told = ask(towns, "Hvad koster en plads i badstuen i Oddeby?")
    assert "41" in told.citations[0].quote


def test_a_figure_that_stands_alone_is_the_price_of_nothing(towns: Assistant) -> None:
    told = ask(towns, "Hvad koster et stort telt i Næsborg i 2023?")
    assert told.kind in {ReplyKind.NOT_FOUND, ReplyKind.NOT_IN_ARCHIVE}


def test_the_year_of_a_budget_is_not_when_it_was_treated(tmp_path: Path) -> None:
    decided = "Vedtaget med 5 stemmer for og 2 imod. Imod stemte Mia Holm."
    paper = PAPER.format(
        day="6. oktober 2021", title="2. behandling af budget 2022", decided=decided
    )
    with assistant_on(tmp_path, {"1.txt": paper}) as assistant:
        told = ask(assistant, "Blev budget 2022 vedtaget i byrådet, og hvem stemte imod?")
    assert "Mia Holm" in told.text
