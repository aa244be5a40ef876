"""What holds goes first: the body that decides before the advice, a rejection before the plan."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.questions.patterns import pattern
from index.danish.folding import fold
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "social/2018-02-01.txt": """\
Referat af møde i Socialudvalget den 1. februar 2018 kl. 9.00

Til stede: Ane Birk (formand)

1. Varmestuen på Kajen
Sagsnr. 18/55

Indstilling
Forvaltningen indstiller, at varmestuen lukkes den 1. juni 2018.

Beslutning
Anbefales, idet varmestuen lukkes den 1. august 2018.

2. Støtte til rideklubben

Indstilling
Forvaltningen indstiller, at rideklubben støttes med 30.000 kr.

Beslutning
Godkendt.
""",
    "byraad/2018-03-06.txt": """\
Referat af møde i Østby Byråd den 6. marts 2018 kl. 17.00

Til stede: Pia Holm (borgmester)

1. Varmestuen på Kajen
Sagsnr. 18/55

Indstilling
Socialudvalget anbefaler, at varmestuen lukkes den 1. august 2018.

Beslutning
Byrådet besluttede, at varmestuen ikke lukkes.

2. Støtte til rideklubben

Indstilling
Det indstilles, at rideklubben støttes med 90.000 kr.

Beslutning
Afslået.
""",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("standing"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår lukker varmestuen på Kajen?",
        "When does the warming shelter (varmestuen) on Kajen close?",
        "Lukkes varmestuen på Kajen den 1. august 2018?",
    ],
)
def test_the_body_that_decides_goes_before_the_one_that_advised(
    town: Assistant, question: str
) -> None:
    reply = ask(town, question)
    assert "varmestuen ikke lukkes" in quotes(reply)[0]


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Which council rejected support for the riding club (rideklubben)?", "Østby Byråd"),
        ("Hvem afviste støtten til rideklubben?", "Østby Byråd"),
        ("Hvilket udvalg godkendte støtten til rideklubben?", "Socialudvalget"),
    ],
)
def test_the_body_that_decided_so_is_told_first(town: Assistant, question: str, body: str) -> None:
    reply = ask(town, question)
    assert reply.text.startswith(f"**{body}")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("lukkes varmestuen i maj?", True),
        ("nedlægges ordningen?", True),
        ("rates for rent?", False),
        ("minutes of the last meeting", False),
    ],
)
def test_a_passive_verb_in_front_asks_for_yes_or_no(text: str, asks: bool) -> None:
    assert (pattern("yes_no").search(fold(text)) is not None) is asks
