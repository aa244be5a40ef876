"""A time beside "besluttede" is that of the meeting; what only names it is told behind a no."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

FERRY = """\
Referat af møde i Færgeudvalget den {day} 2021 kl. 10.00
{status}

Til stede: Rut Kjær (formand), Bo Sand

1. Natfærgen til Lillø
Sagsnr. 21/7

Indstilling
Forvaltningen indstiller, at natfærgen nedlægges den 1. februar 2023.

Beslutning
{decided}

2. Havnefest 2024

Indstilling
Forvaltningen indstiller, at der holdes havnefest.

Beslutning
Godkendt.
"""
PAPERS = {
    "faerge/udkast.txt": FERRY.format(
        day="8. april", status="Udkast til referat", decided="Natfærgen nedlægges i 2023."
    ),
    "faerge/referat.txt": FERRY.format(
        day="8. april",
        status="Godkendt referat",
        decided="Natfærgen fortsætter til udgangen af 2022.",
    ),
    "skov/2022.txt": """\
Referat af møde i Skovudvalget den 3. maj 2022 kl. 10.00

Til stede: Per Gran (formand)

1. Ny sti i Storskoven

Indstilling
Forvaltningen indstiller, at stien anlægges.

Beslutning
Stien anlægges i 2023.

2. Hegn om plantagen

Indstilling
Forvaltningen indstiller, at hegnet rejses.

Beslutning
Afvist.
""",
}


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("times"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede Skovudvalget i 2023?",
        "What did Skovudvalget decide in 2023?",
        "Hvad vedtog Skovudvalget om stien i 2023?",
        "Hvad besluttede udvalget om stien i Storskoven i 2023?",
    ],
)
def test_what_is_done_in_a_year_was_not_decided_in_it(ferries: Assistant, question: str) -> None:
    reply = ask(ferries, question)
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE
    assert "2023" in reply.text.split("\n\n", maxsplit=1)[0]
    assert "Stien anlægges i 2023." in quotes(reply)
    assert "3. maj 2022" in reply.text or "3 May 2022" in reply.text


def test_nothing_is_told_of_a_draft_that_was_replaced(ferries: Assistant) -> None:
    reply = ask(ferries, "Hvad besluttede Færgeudvalget i 2023?")
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE
    assert all("udkast" not in c.document.source for c in reply.citations)


def test_a_body_that_met_and_did_not_decide_it_is_said_to_have_met(ferries: Assistant) -> None:
    reply = ask(ferries, "Hvad blev besluttet om natfærgen til Lillø i 2022?")
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "2022" in reply.text


def test_the_year_in_a_title_is_that_of_the_matter(ferries: Assistant) -> None:
    reply = ask(ferries, "Hvad besluttede Færgeudvalget om havnefesten i 2024?")
    assert reply.kind is ReplyKind.DECISION
    assert reply.text.startswith("Arkivet har ingen beslutning om det i 2024.")
    assert "8. april 2021" in reply.text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Hvad besluttede udvalget i 2022?", "Beslutninger: 2"),
        ("What did the committee decide in 2022?", "Decisions: 2"),
    ],
)
def test_a_committee_that_is_not_named_is_every_committee(
    ferries: Assistant, question: str, begins: str
) -> None:
    reply = ask(ferries, question)
    assert reply.kind is ReplyKind.LIST
    assert reply.text.startswith(begins)


@pytest.mark.parametrize(
    "question", ["Hvad besluttede rådet i 2022?", "Hvad besluttede udvalget i 2031?"]
)
def test_a_time_without_any_meeting_is_a_no(ferries: Assistant, question: str) -> None:
    assert not ask(ferries, question).kind.asserts
