"""A rate that a later paper takes away is not told to be in force, nor is its end a rate."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import Reply
from index.rates.rate import RateStatus
from ingest.rates.sentences.disclaimers import may_state
from tests.asked_papers import ask, assistant_on, quotes

TODAY = date(2025, 10, 5)


def minutes(body: str, day: str, *items: str) -> str:
    """Write minutes whose items are a title and what stands below it."""
    told = "\n".join(f"{n}. {item}\n" for n, item in enumerate(items, 1))
    return f"{body}\nReferat af møde den {day}\n\nTil stede: Ole Dam (formand), Per Ravn\n\n{told}"


def item(title: str, recommended: str, decided: str) -> str:
    """Write an item."""
    return f"{title}\n\nIndstilling\n{recommended}\n\nBeslutning\n{decided}\n"


PAPERS = {
    "takster.csv": """\
Navn;Beløb;Enhed;Gyldig fra;Gyldig til
Vinterplads;700;kr. pr. sæson;2023-01-01;
""",
    "a.txt": minutes(
        "Havneudvalget",
        "14. februar 2023",
        item(
            "Slæbestedet",
            "Direktøren indstiller, at gebyret for slæbestedet er 45 kr. pr. gang i 2023-2026.",
            "Godkendt.",
        ),
        item(
            "Mastekranen",
            "Direktøren indstiller, at gebyret for mastekranen er 310 kr. pr. løft i 2023-2026.",
            "Godkendt.",
        ),
        item(
            "Klubhuset",
            "Direktøren indstiller, at lejen for klubhuset er 800 kr. pr. døgn i 2023-2026.",
            "Godkendt.",
        ),
    ),
    "b.txt": minutes(
        "Havneudvalget",
        "12. marts 2024",
        item(
            "Slæbestedet",
            "Direktøren indstiller, at gebyret for slæbestedet på 45 kr. pr. gang annulleres"
            " fra 1. april 2024.",
            "Godkendt.",
        ),
        item(
            "Mastekranen",
            "Direktøren indstiller, at gebyret for mastekranen afskaffes fra 1. maj 2024.",
            "Ikke godkendt.",
        ),
        item(
            "Vinterplads",
            "Direktøren indstiller, at prisen for en vinterplads bortfalder fra 1. maj 2024.",
            "Godkendt.",
        ),
    ),
    "c.txt": """\
Pier Committee
Minutes of the meeting on 12 March 2024

Present: Ole Dam (chair), Per Ravn

1. Waste

Recommendation
The director recommends that the waste fee of 30 kr. per boat is abolished from 1 April 2024.

Decision
Approved.
""",
    "d.txt": """\
Pier Committee
Minutes of the meeting on 14 February 2023

Present: Ole Dam (chair), Per Ravn

1. Waste

Recommendation
The director recommends that the waste fee is set at 30 kr. per boat from 1 March 2023.

Decision
Approved.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("repeals"), PAPERS) as opened:
        yield opened


def statuses(reply: Reply) -> set[RateStatus]:
    return {told.status for told in reply.rates}


def test_a_rate_that_was_annulled_is_not_in_force(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er gebyret for slæbestedet?", TODAY)
    assert "faldet bort" in reply.text
    assert "Gælder i dag" not in reply.text
    assert any("annulleres fra 1. april 2024" in words for words in quotes(reply))
    assert statuses(reply) == {RateStatus.UNDATED}


def test_before_its_end_it_is_in_force(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad var gebyret for slæbestedet i 2023?", TODAY)
    assert "faldet bort" not in reply.text
    assert statuses(reply) == {RateStatus.IN_FORCE}


def test_an_end_that_was_not_adopted_ends_nothing(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er gebyret for mastekranen?", TODAY)
    assert "faldet bort" not in reply.text
    assert RateStatus.IN_FORCE in statuses(reply)


def test_the_end_of_another_rate_is_not_told(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er lejen for klubhuset?", TODAY)
    assert "faldet bort" not in reply.text


def test_what_the_staff_keep_is_told_with_the_paper_that_ends_it(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er prisen for en vinterplads?", TODAY)
    assert "Gælder i dag" in reply.text
    assert "faldet bort" in reply.text
    assert any("bortfalder fra 1. maj 2024" in words for words in quotes(reply))


def test_an_english_paper_ends_one(assistant: Assistant) -> None:
    reply = ask(assistant, "What is the waste fee?", TODAY)
    assert "has ended" in reply.text
    assert any("abolished from 1 April 2024" in words for words in quotes(reply))
    assert [told.entry.rate.name for told in reply.rates] == ["waste fee"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Taksten for en plads på 900 kr. pr. år annulleres fra 1. juli 2024.",
        "Gebyret på 45 kr. pr. gang frafaldes.",
        "The fee of 30 kr. per boat is repealed from 1 April 2024.",
    ],
)
def test_the_end_of_a_rate_is_none_itself(sentence: str) -> None:
    assert not may_state(sentence, frozenset(), of_agreement=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Annulleres kurset, betales et gebyr på 500 kr. pr. deltager.",
        "Gebyret er 500 kr. pr. deltager, hvis kurset annulleres.",
    ],
)
def test_what_a_cancellation_costs_is_a_rate(sentence: str) -> None:
    assert may_state(sentence, frozenset(), of_agreement=False)
