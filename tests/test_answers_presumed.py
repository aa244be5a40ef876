"""What a question presumes of a decision need not be so: it is found, and told as it was."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

PAPERS = {
    "vej/2017-10-05.txt": """\
Referat af møde i Vejudvalget den 5. oktober 2017 kl. 9.00

Til stede: Bent Krog (formand)

1. Vinterberedskab

Indstilling
Forvaltningen indstiller, at vinterberedskabet udbydes.

Beslutning
Afvist.

2. Helhedsplan for banegården

Indstilling
Forvaltningen indstiller, at planen sendes i høring.

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("presumed"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "title", "told"),
    [
        ("When was the winter service tender approved?", "Vinterberedskab", "Not approved"),
        ("Hvornår blev vinterberedskabet vedtaget?", "Vinterberedskab", "Ikke godkendt"),
        ("Why did the committee reject the railway station plan?", "Helhedsplan", "Approved"),
        ("Hvorfor afviste udvalget helhedsplanen for banegården?", "Helhedsplan", "Godkendt"),
    ],
)
def test_a_decision_is_found_though_it_went_the_other_way(
    roads: Assistant, question: str, title: str, told: str
) -> None:
    reply = ask(roads, question)
    assert reply.kind is ReplyKind.DECISION
    assert title in reply.text
    assert told in reply.text


@pytest.mark.parametrize(
    "question", ["Hvorfor afviste udvalget svømmehallen?", "Why did the committee reject the pool?"]
)
def test_a_word_for_deciding_finds_nothing_by_itself(roads: Assistant, question: str) -> None:
    assert not ask(roads, question).kind.asserts
