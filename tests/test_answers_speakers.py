"""What an agency said is quoted; lists of papers and of what was put off are of whom is named."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "raad.txt": """\
Byrådet
Referat af møde den 6. april 2021

Til stede: Ole Berg (formand), Mia Holm

1. Lygter langs søen
Sagsfremstilling
Lygterne koster 90.000 kr. Fugleværnet finder, at lyset forstyrrer ynglende fugle.
Indstilling
Forvaltningen indstiller, at der opstilles lygter.
Beslutning
Godkendt.

2. Hegn om parken
Indstilling
Forvaltningen indstiller, at hegnet fjernes.
Beslutning
Udsat.
""",
    "vand.txt": """\
Åvand I/S
Bestyrelsesmøde den 4. marts 2021

Til stede: Inga Rask (formand), Bent Sommer

1. Ny pumpe
Indstilling: Direktøren indstiller, at pumpen købes.
Beslutning: Udsat.

2. Ny ventil
Indstilling: Direktøren indstiller, at ventilen købes.
Beslutning: Godkendt.
""",
    "aftale.md": """\
# Aftale om rengøring
Indgået den 1. maj 2020 mellem Åvand I/S og Blank ApS.

## § 1
Der gøres rent hver fredag.
""",
    "plan.md": """\
# Handleplan for stier
Vedtaget den 1. maj 2020

## Indsatser

1. Grus: Stien ved mosen får grus. Vejlauget er tovholder.
2. Bro: Broen ved åen hæves til 2,40 m.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("speakers"), PAPERS) as assistant:
        yield assistant


def test_what_an_agency_said_is_quoted_and_not_what_was_decided(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad sagde Fugleværnet om lygterne?")
    assert reply.kind is ReplyKind.FACT
    assert "ynglende fugle" in quotes(reply)[0]


def test_what_the_council_said_is_what_it_decided(assistant: Assistant) -> None:
    assert quotes(ask(assistant, "Hvad sagde Byrådet om lygterne?"))[0] == "Godkendt."


def test_a_list_of_agreements_is_of_whom_it_names(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke aftaler har Åvand?")
    assert reply.kind is ReplyKind.LIST
    assert [c.document.title for c in reply.citations] == ["Aftale om rengøring"]


def test_a_board_is_not_told_what_the_council_put_off(assistant: Assistant) -> None:
    reply = ask(assistant, "Which items did the board postpone?")
    assert "Ny pumpe" in reply.text
    assert "Hegn" not in reply.text


def test_the_latest_that_was_decided_is_all_of_the_last_meeting(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er det seneste, Byrådet har besluttet?")
    assert reply.kind is ReplyKind.LIST
    assert "Lygter" in reply.text


def test_the_end_of_one_point_leads_to_no_other(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor højt skal broen ved åen være?")
    assert "2,40 m" in quotes(reply)[0]
    assert "tovholder" not in reply.text
