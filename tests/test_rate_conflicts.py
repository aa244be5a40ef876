"""Two papers and two figures: the newer leads and that is said first, or one follows the other."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on


def memo(day: str, words: str) -> str:
    return f"Notat om takster\n\n{day}\n\n{words}\n"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {
        "2024-03-05 notat.txt": memo("5. marts 2024", "Brotaksten er 20 kr. pr. tur i 2025."),
        "2024-09-10 notat.txt": memo("10. september 2024", "Brotaksten er 22 kr. pr. tur i 2025."),
        "2023-02-07 slam.txt": memo(
            "7. februar 2023", "Slamtaksten er 310 kr. pr. læs fra 1. april 2023."
        ),
        "2024-10-08 slam.txt": memo("8. oktober 2024", "Slamtaksten er 340 kr. pr. læs i 2025."),
    }
    with assistant_on(tmp_path_factory.mktemp("conflicts"), papers) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Hvad er brotaksten?", "Den nyeste går forud"),
        ("What is the brotakst?", "The newer one prevails"),
    ],
)
def test_of_two_papers_that_both_apply_the_newer_leads_and_that_is_said_above(
    assistant: Assistant, question: str, says: str
) -> None:
    reply = ask(assistant, question, date(2025, 5, 1))
    head, _, points = reply.text.partition("\n- ")
    assert says in head
    assert points.startswith("**22 kr.")
    assert "20 kr." in points
    assert not any(says in warning for warning in reply.warnings)


def test_what_a_later_paper_raised_from_a_later_day_is_no_conflict(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er slamtaksten?", date(2025, 5, 1))
    assert "**340 kr." in reply.text
    assert "forskellige tal" not in " ".join((reply.text, *reply.warnings))
