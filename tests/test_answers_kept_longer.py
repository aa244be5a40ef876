"""When something ends comes with the later word by which it was kept longer."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "a.txt": """\
Referat af møde i Færgeudvalget
den 9. marts 2021 kl. 19.00

1. Godkendelse af dagsorden

Beslutning
Godkendt.

2. Cykelrabatten

Sagsfremstilling
Efter aftalen med rederiet bortfalder cykelrabatten den 1. juli 2021. Rederiet er ikke klar.

Beslutning
Rabatten bevares til og med den 31. december 2021.

3. Natfærgen

Sagsfremstilling
Natfærgen ophører den 1. maj 2021. Det foreslås, at natfærgen forlænges til den 1. oktober 2021.

Beslutning
Taget til efterretning.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("ferry"), PAPERS) as assistant:
        yield assistant


def test_what_keeps_it_longer_comes_along_with_a_warning(ferry: Assistant) -> None:
    reply = ask(ferry, "Hvornår bortfalder cykelrabatten?")
    assert any("31. december 2021" in quote for quote in quotes(reply))
    assert any("bliver ved" in warning for warning in reply.warnings)


def test_what_is_only_proposed_keeps_nothing(ferry: Assistant) -> None:
    reply = ask(ferry, "Hvornår ophører natfærgen?")
    assert any("1. maj 2021" in quote for quote in quotes(reply))
    assert not any("bliver ved" in warning for warning in reply.warnings)
