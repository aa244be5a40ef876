"""What a matter costs and when it was are told by its decision, not by what stands beside it."""

from collections.abc import Iterator

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import TODAY, assistant_on

MINUTES = """\
Referat af møde i Havneudvalget (HU)
den 10. marts 2021 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

1. Ny mole ved fiskerihavnen

Sagsfremstilling
Bådelauget anbefalede molen på sit møde den 4. januar 2021. Molen kræver 90 meter sten. Fonden har \
i 2021 2.300.000 kr. til rådighed, hvoraf 700.000 kr. er brugt. Skuret koster 45.000 kr.

Indstilling
Sekretariatet indstiller, at der gives 600.000 kr. til molen.

Beslutning
Godkendt, dog højst 450.000 kr. og kun i 2021.

2. Badebro ved stranden

Sagsfremstilling
Broen er fra 1970, og den nye koster 120.000 kr.

Beslutning
Udsat til næste møde.
"""
DECISION = "Godkendt, dog højst 450.000 kr. og kun i 2021."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("mole"), {"hu/2021.txt": MINUTES}) as opened:
        yield opened


def _asked(assistant: Assistant, *said: str) -> Reply:
    *before, last = said
    return assistant.reply(assistant.in_thread(Asked(last, on=TODAY), before))


@pytest.mark.parametrize(
    "asked",
    [
        "hvad koster det?",
        "og hvad kostede den?",
        "what does it cost?",
        "and how much did it cost?",
        "hvornår var det?",
        "hvornår blev det besluttet?",
        "when was that?",
        "when was it decided?",
    ],
)
def test_the_decision_tells_what_it_costs_and_when_it_was(assistant: Assistant, asked: str) -> None:
    reply = _asked(assistant, "hvad besluttede Havneudvalget om den nye mole?", asked)
    assert reply.kind is ReplyKind.DECISION
    assert reply.citations[0].quote == DECISION


@pytest.mark.parametrize(
    ("before", "asked", "told"),
    [
        ("hvad besluttede Havneudvalget om den nye mole?", "hvad koster skuret?", "45.000 kr."),
        ("hvad besluttede Havneudvalget om badebroen?", "hvad koster den?", "120.000 kr."),
    ],
)
def test_a_part_and_what_no_decision_tells_are_told_by_the_item(
    assistant: Assistant, before: str, asked: str, told: str
) -> None:
    reply = _asked(assistant, before, asked)
    assert told in reply.citations[0].quote
