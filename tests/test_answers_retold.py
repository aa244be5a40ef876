"""What a committee without papers in the archive did, as the papers of others tell it."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

MINUTES = """\
Referat af møde i Stiudvalget (STU)
den 8. juni 2022 kl. 16.00
Godkendt referat

Til stede: Palle Rør (formand), Inga Tang

1. Ny ridesti i Østerskoven, byrådets behandling

Sagsfremstilling
Udvalget anbefalede i marts en sti på 4 km. Byrådet besluttede den 25. maj 2022 i stedet, at
ridestien i Østerskoven bliver 6 km lang. Byrådet drøfter skovens øvrige stier i august.

Indstilling
Forvaltningen indstiller, at orienteringen tages til efterretning.

Beslutning
Taget til efterretning.

2. Bænke i Vesterskoven

Sagsfremstilling
Byrådet får et notat om bænkene i Vesterskoven. Seniorrådet er imod rød maling og vil hellere have
ryglæn.

Indstilling
Forvaltningen indstiller, at bænkene males.

Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("retold"), {"1.txt": MINUTES}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede byrådet om ridestien i Østerskoven?",
        "What did byrådet decide on the ridesti in Østerskoven?",
    ],
)
def test_what_a_body_without_papers_did_is_told_by_others(
    assistant: Assistant, question: str
) -> None:
    reply = ask(assistant, question)
    assert reply.kind is ReplyKind.FACT
    assert "bliver 6 km lang" in reply.citations[0].quote
    assert "byrådet" in reply.text.split("\n")[0]
    assert "til efterretning" not in reply.text  # what the other body decided


@pytest.mark.parametrize(
    "question",
    [
        "Hvad mente seniorrådet om bænkene i Vesterskoven?",
        "hvad siger seniorrådet om bænkene?",
        "What did the seniorråd say about the bænke in Vesterskoven?",
    ],
)
def test_what_a_body_without_papers_said_is_told_by_others(
    assistant: Assistant, question: str
) -> None:
    reply = ask(assistant, question)
    assert "imod rød maling" in reply.citations[0].quote
    assert "seniorråd" in reply.text.split("\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad mener seniorrådet om ridestien i Østerskoven?",
        "Hvad besluttede seniorrådet om bænkene i Vesterskoven?",
        "Hvad besluttede byrådet om bænkene i Vesterskoven?",
        "Hvad besluttede byrådet om skolerne?",
        "Hvad besluttede regionsrådet om ridestien i Østerskoven?",
    ],
)
def test_what_nobody_tells_of_it_is_refused(assistant: Assistant, question: str) -> None:
    assert ask(assistant, question).kind is ReplyKind.NOT_IN_ARCHIVE
