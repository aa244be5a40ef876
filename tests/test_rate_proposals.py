"""What is only proposed, in a table that staff keep or in minutes: told beside what applies."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.questions.rates.asides import proposal_words
from bot.replies import Reply, ReplyKind
from index.danish.folding import fold
from index.rates.rate import RateStatus
from tests.asked_papers import assistant_on

PAPERS = {
    "takster.csv": """\
Navn;Engelsk navn;Takst (kr. pr. døgn);Fra;Bemærkning
Kajleje;Quay rent;165;01-01-2026;
Kajleje;Quay rent;175;01-01-2027;foreslået
Skabsleje;Locker;20;01-01-2026;foreslået
""",
    "havn/2025-10-01.txt": """\
Referat af møde i Havneudvalget den 1. oktober 2025

1. Bådskure

Sagsfremstilling
Bådskurene er nymalede.

Indstilling
Forvaltningen indstiller, at lejen af et bådskur fastsættes til 70 kr. pr. uge fra 1. juni 2026.

Beslutning
Udsat.
""",
}
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("proposals"), PAPERS) as assistant:
        yield assistant


def ask(quay: Assistant, question: str) -> Reply:
    return quay.reply(Asked(question, TODAY))


def stated(reply: Reply) -> list[tuple[str, RateStatus]]:
    return [(str(told.entry.rate.amount), told.status) for told in reply.rates]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad koster kajlejen til næste år?",
        "Hvad er kajlejen i 2027?",
        "Er der foreslået en ny kajleje i 2027?",
        "What is the proposed quay rent rate for 2027?",
    ],
)
def test_what_applies_comes_first_and_then_what_is_proposed_for_that_time(
    quay: Assistant, question: str
) -> None:
    reply = ask(quay, question)
    assert stated(reply)[0] == ("165", RateStatus.IN_FORCE)
    assert stated(reply)[-1][0] == "175"
    assert stated(reply)[-1][1] is not RateStatus.IN_FORCE
    heading = "Proposed in the archive" if question.startswith("What") else "Foreslået i arkivet"
    assert "175" in reply.text.partition(heading)[2]


def test_where_only_a_proposal_is_known_the_reply_says_so_first(quay: Assistant) -> None:
    reply = ask(quay, "Er der foreslået en skabsleje?")
    assert reply.kind is ReplyKind.RATE
    assert reply.text.startswith("Arkivet har kun forslag til det")
    assert stated(reply) == [("20", RateStatus.UNDATED)]


def test_what_was_put_off_is_a_proposal_with_the_decision(quay: Assistant) -> None:
    reply = ask(quay, "Hvad er den foreslåede leje af et bådskur?")
    assert "70 kr." in reply.text
    assert "Udsat." in reply.text
    assert all(status is not RateStatus.IN_FORCE for _, status in stated(reply))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Er der foreslået en ny pris?", True),
        ("Hvad er forslaget til takst?", True),
        ("What rate is proposed?", True),
        ("Hvad er prisen?", False),
    ],
)
def test_words_that_ask_for_a_proposal(text: str, asks: bool) -> None:
    assert bool(proposal_words(fold(text))) is asks
