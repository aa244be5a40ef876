"""What is asked of one body is not answered from what neither is of it nor names it."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

WATER = """\
Åvand I/S
Bestyrelsesmøde den 4. marts 2021

Til stede: Inga Rask (formand), Bent Sommer

1. Ny pumpe
Indstilling: Direktøren indstiller, at pumpen købes.
Beslutning: Godkendt.

2. Gebyr for måler
Indstilling: Direktøren indstiller, at gebyret hæves til 310 kr.
Beslutning: Afvist.
"""

COUNCIL = """\
Byrådet
Referat af møde den 6. april 2021

Til stede: Ole Berg (formand), Mia Holm

1. Legeplads i Nord
Sagsfremstilling
Der mangler stillads og rækværk ved gyngerne, og pladsen tåler 40 børn.
Indstilling
Forvaltningen indstiller, at legepladsen repareres.
Beslutning
Godkendt.

2. Lån til Åvand
Sagsfremstilling
Åvand søger om et lån på 8 mio. kr.
Indstilling
Forvaltningen indstiller, at lånet ydes.
Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"vand.txt": WATER, "raad.txt": COUNCIL}
    with assistant_on(tmp_path_factory.mktemp("bodies"), papers) as assistant:
        yield assistant


def test_a_day_of_a_board_is_answered_with_all_of_its_meeting(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Åvand den 4. marts 2021?")
    assert reply.kind is ReplyKind.LIST
    assert "Ny pumpe" in reply.text
    assert "Gebyr for måler" in reply.text


def test_what_another_body_was_told_answers_nothing_about_it(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor mange børn mangler Åvand stillads til?")
    assert "40 børn" not in reply.text


def test_what_another_body_was_told_of_it_answers(assistant: Assistant) -> None:
    assert "8 mio. kr." in ask(assistant, "Hvor stort et lån søger Åvand om?").text
