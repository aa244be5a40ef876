"""Who chairs a body is told by the newest election of which any paper tells, with its day."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes

DAY = date(2023, 8, 1)
PAPERS = {
    "a.txt": """\
Referat af møde i Stirådet
den 9. marts 2021 kl. 19.00

Til stede: Ulla Hvidtfeldt (formand), Jens Krag, Mie Sand Toft

1. Godkendelse af dagsorden

Beslutning
Godkendt.

2. Bænke langs stien

Beslutning
Der sættes seks bænke op.
""",
    "b.txt": """\
Nyt fra stien

Stirådet
Mødet den 4. maj 2022 i klubhuset. Med var Jens Krag, Mie Sand Toft og Bo Ravn.

Ny ledelse
Ulla Hvidtfeldt har ønsket at stoppe. Jens Krag blev valgt som formand med fem stemmer mod to. Han
tiltræder den 1. juni 2022. Mie Sand Toft fortsætter som næstformand.

Bænke
Alle bænke er sat op. Asta Lind blev valgt som formand for bænkudvalget.
""",
    "c.txt": """\
Referat af møde i Broudvalget
den 14. september 2022 kl. 18.00

Til stede: Bo Ravn, Hans Rask Juhl, Lis Bering

1. Godkendelse af dagsorden

Beslutning
Godkendt.

2. Konstituering

Sagsfremstilling
Udvalget skal vælge en formand.

Beslutning
Udvalget konstituerede sig med Lis Bering som formand og Bo Ravn som næstformand.
""",
    "d.txt": """\
Referat af møde i Broudvalget
den 11. januar 2022 kl. 18.00

Til stede: Hans Rask Juhl (formand), Bo Ravn

1. Godkendelse af dagsorden

Beslutning
Godkendt.

2. Rækværk

Beslutning
Rækværket males.
""",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("path"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize("text", ["Hvem er formand for Stirådet?", "Who is the chair of Stirådet?"])
def test_an_election_told_in_a_paper_of_no_meeting_goes_first(path: Assistant, text: str) -> None:
    reply = ask(path, text, DAY)
    first = " ".join(quotes(reply)[0].split())
    assert first.startswith("Jens Krag blev valgt som formand")
    assert "1. juni 2022" in first
    assert "Asta Lind" not in reply.text
    assert "2022" in reply.text


def test_who_is_deputy_is_told_by_who_goes_on(path: Assistant) -> None:
    assert "Mie Sand Toft" in quotes(ask(path, "Hvem er næstformand for Stirådet?", DAY))[0]


def test_an_election_after_the_last_list_with_roles_goes_first(path: Assistant) -> None:
    reply = ask(path, "Hvem er formand for Broudvalget?", DAY)
    assert "Lis Bering" in quotes(reply)[0]
    assert "Hans Rask Juhl" in reply.text


def test_of_an_earlier_year_the_chair_of_then_is_told(path: Assistant) -> None:
    reply = ask(path, "Hvem var formand for Stirådet i 2021?", DAY)
    assert "Ulla Hvidtfeldt" in reply.text
    assert "Jens Krag" not in reply.text
