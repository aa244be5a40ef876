"""Which items are one matter, which a list of outcomes holds, and what a case is called."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on


def paper(body: str, day: str, *items: tuple[str, str], kind: str = "Referat") -> str:
    """Write a paper of items: title (with its case number, if any) and decision."""
    parts = []
    for number, (titled, decision) in enumerate(items, start=1):
        title, _, case = titled.partition(" | ")
        decided = f"\n\nBeslutning\n{decision}" if decision else ""
        numbered = f"\nSagsnr. {case}" if case else ""
        told = f"Sagsfremstilling\nSagen drejer sig om {title.lower()} i 2022."
        parts.append(f"{number}. {title}{numbered}\n\n{told}{decided}\n")
    return "\n\n".join((f"{kind} af møde i {body}\nden {day} kl. 10.00", *parts))


PAPERS = {
    "vej-marts.txt": paper(
        "Vejudvalget",
        "1. marts 2022",
        ("Fortov i Lunde | 22/1050", "Udsat til næste møde."),
        ("Stibelysning i Bavn", "For forslaget stemte 2, imod stemte 5. Forslaget faldt."),
        (
            "Hastighed på Havnevej",
            "Et ændringsforslag om 40 km/t faldt med 2 stemmer for og 5 imod. Herefter blev "
            "indstillingen godkendt med 5 stemmer mod 2.",
        ),
        ("Rabatter i 2022", "Udvalget lod sig inspirere af de grønne rabatter."),
        ("Mødeplan 2022-2024", "Godkendt."),
        ("Takst for stader på 75 kr.", "Godkendt."),
    ),
    "sund-april.txt": paper(
        "Sundhedsrådet", "5. april 2022", ("Tandklinik i Lunde | 22/1050", "Godkendt.")
    ),
    "vej-agenda.txt": paper(
        "Vejudvalget",
        "4. juli 2023",
        ("Lukket punkt: Køb af grund", ""),
        kind="Dagsorden",
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("matters"), PAPERS) as assistant:
        yield assistant


def test_a_number_that_two_authorities_use_makes_no_case_of_two_matters(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad besluttede Vejudvalget om fortovet i Lunde?")
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert "Senere i samme sag" not in reply.text


def test_a_case_of_several_matters_says_so(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er der sket i sag 22/1050?")
    assert reply.kind is ReplyKind.CASE
    assert any("Flere forskellige sager" in warning for warning in reply.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Hvilke sager blev stemt ned i Vejudvalget i 2022?",
        "Which items were rejected by Vejudvalget in 2022?",
    ],
)
def test_a_vote_is_listed_by_how_it_ended_and_not_by_its_amendment(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.LIST
    assert "Stibelysning i Bavn" in reply.text
    assert "Havnevej" not in reply.text


def test_a_list_of_outcomes_says_how_many_decisions_fit_no_class(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke sager blev udsat eller afvist i Vejudvalget i 2022?")
    assert reply.kind is ReplyKind.LIST
    listed = ask(assistant, "Hvilke sager blev afvist i Vejudvalget i 2022?")
    assert "kun kan gengives i referatets egne ord: 1." in listed.text


def test_an_amount_that_the_item_does_not_print_is_told(assistant: Assistant) -> None:
    printed = ask(assistant, "Godkendte Vejudvalget en takst for stader på 75 kr.?")
    other = ask(assistant, "Godkendte Vejudvalget en takst for stader på 95 kr.?")
    assert not any("75 kr" in warning for warning in printed.warnings)
    assert any("95 kr" in warning for warning in other.warnings)


def test_the_years_that_a_plan_covers_are_not_when_it_was_decided_on(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Vejudvalget om mødeplanen i 2024?")
    assert reply.kind is not ReplyKind.DECISION


def test_a_closed_item_of_a_meeting_to_come_has_not_been_dealt_with(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad blev der besluttet om køb af grund?")
    assert reply.kind is ReplyKind.CLOSED
    assert "på dagsordenen som lukket" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Kom sagen om fortovet i Lunde tilbage?",
        "Følg sagen om fortovet i Lunde",
        "Hvilke møder har behandlet fortovet i Lunde?",
        "Has the matter of the pavement in Lunde come back?",
    ],
)
def test_a_matter_that_was_put_off_is_followed_to_what_became_of_it(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.CASE
    assert "Ikke fundet i arkivet siden" in reply.text or "Not found in the archive" in reply.text
