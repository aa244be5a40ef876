"""Who left the room in a matter that came up twice: asked of the meeting at which somebody did."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on

HEAD = "Referat af møde i Mølleudvalget den {day}\n\nTil stede: Ib Krog (formand), Maja Dam\n\n"
ITEM = "1. Ombygning af stubmøllen\n\nSagsfremstilling\n{case}\n\nBeslutning\n{decision}\n"
PAPERS = {
    "2021.txt": HEAD.format(day="6. juni 2021")
    + ITEM.format(case="Ejeren søger om at bygge stubmøllen om.", decision="Ikke godkendt."),
    "2022.txt": HEAD.format(day="8. juni 2022")
    + ITEM.format(
        case="Ejeren søger igen. Maja Dam forlod lokalet, da hun er medejer af stubmøllen.",
        decision="Godkendt.",
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("once"), PAPERS) as assistant:
        yield assistant


def test_the_meeting_at_which_somebody_left_is_told(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem forlod lokalet under sagen om stubmøllen?")
    assert "Maja Dam" in reply.text
    assert "2022" in reply.text


def test_of_a_year_that_is_named_its_meeting_is_told(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem forlod lokalet under sagen om stubmøllen i 2021?")
    assert "Maja Dam" not in reply.text
