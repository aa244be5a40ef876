"""Rates of which there are two sides, successors of a rate, and contributions of a year."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.questions.rates.sides import is_opposite, sides_in
from bot.replies import Reply, ReplyKind
from index.rates.rate import DoubtKind
from tests.asked_papers import assistant_on

PAPERS = {
    "notat.txt": """\
Notat om slæbning
Dato: 2. februar 2026

Slæbepenge: 2,10 kr./km (lav takst) og 3,30 kr./km (høj takst) i 2026.
""",
    "havnen.txt": """\
Referat af møde i Havneudvalget (HU)
den 10. juni 2025 kl. 15.00

1. Takst for bundmaling

Indstilling
Forvaltningen indstiller, at taksten for bundmaling er 650 kr. pr. båd fra 1. september 2025.

Beslutning
Taksten fastsættes til 600 kr. pr. båd fra 1. september 2025.
""",
    "brev.txt": """\
Brev til bådejerne
Dato: 5. november 2025

Taksten for bundmaling er fra 1. januar 2026 på 615 kr. pr. båd.
""",
    "overenskomst.txt": """\
Overenskomst LB25
Overenskomsten træder i kraft 1. april 2025 og gælder til 31. marts 2028.

Fyrbidraget udgør 3,10 kr. pr. indbygger i år 1, 3,20 kr. i år 2 og 33,0 kr. i år 3.
""",
}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("sides"), PAPERS) as assistant:
        yield assistant


def ask(harbour: Assistant, question: str) -> Reply:
    return harbour.reply(Asked(question, date(2026, 6, 15)))


def amounts(reply: Reply) -> list[str]:
    return [str(told.entry.rate.amount) for told in reply.rates]


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("Hvad er slæbepengene, høj takst?", "3.30"),
        ("Hvad er den lave takst for slæbepenge?", "2.10"),
    ],
)
def test_the_other_side_is_never_told(harbour: Assistant, question: str, amount: str) -> None:
    assert amounts(ask(harbour, question)) == [amount]


def test_a_rate_that_began_after_a_proposal_is_told_before_the_one_it_follows(
    harbour: Assistant,
) -> None:
    reply = ask(harbour, "Hvad er taksten for bundmaling?")
    assert reply.kind is ReplyKind.RATE
    assert amounts(reply) == ["615", "600"]


def test_a_contribution_of_a_year_carries_its_doubt(harbour: Assistant) -> None:
    # What applies today, in another year of the agreement, stands beside it.
    told, *_ = ask(harbour, "Hvad er fyrbidraget i LB25 år 3?").rates
    assert str(told.entry.rate.amount) == "33.0"
    assert DoubtKind.BREAK in {doubt.kind for doubt in told.entry.rate.doubts}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Hvor høj er taksten i dag?", set()),
        ("Takst pr. dag, høj", {"high"}),
        ("Aftentakst for børn", {"evening", "child"}),
        ("night fee for adults", {"night", "adult"}),
    ],
)
def test_sides_are_words_of_pairs_that_tell_a_side(text: str, sides: set[str]) -> None:
    assert sides_in(text) == sides


def test_only_another_side_of_the_same_set_is_opposite() -> None:
    assert is_opposite(frozenset({"high"}), "Gebyr (lav takst)")
    assert not is_opposite(frozenset({"high"}), "Gebyr")
    assert not is_opposite(frozenset({"high"}), "Aftengebyr")
    assert not is_opposite(frozenset(), "Gebyr (lav takst)")
