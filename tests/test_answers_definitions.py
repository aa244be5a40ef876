"""What a short form or a word means, where a list of words says so."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "aftale.txt": """\
HAVNEAFTALE
Aftale om samarbejde på havnen
Gældende fra 1. januar 2022

§ 1. Formål
MKU mødes fire gange om året. En AVR deltager i hvert møde, og en GLIM føres hver dag.

Forkortelser
AVR: arbejdsvagtrepræsentant
GLIM – den bog, hvori skibe skrives ind
SKUB (det daglige møde mellem kajmester og lodser)
""",
}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("words"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Hvad er AVR?", "AVR: arbejdsvagtrepræsentant"),
        ("What does AVR stand for?", "AVR: arbejdsvagtrepræsentant"),
        ("Hvad er en GLIM?", "GLIM – den bog, hvori skibe skrives ind"),
        ("What is SKUB?", "SKUB (det daglige møde mellem kajmester og lodser)"),
    ],
)
def test_a_colon_a_dash_or_brackets_define(harbour: Assistant, question: str, quoted: str) -> None:
    reply = ask(harbour, question)
    assert reply.kind is ReplyKind.DEFINITION
    assert quoted in quotes(reply)[0]
    assert "siger ikke" not in reply.text
    assert "does not say" not in reply.text


def test_a_short_form_that_is_only_used_is_not_defined(harbour: Assistant) -> None:
    assert ask(harbour, "Hvad står MKU for?").kind is not ReplyKind.DEFINITION
