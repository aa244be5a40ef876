"""What changed since a day: asked in words, with every part in its place."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.questions.scopes import ChangesAspect, changes_asked_for
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on
from tests.harbour_board import ASKED, PAPERS, has, under


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("changes"), PAPERS) as assistant:
        yield assistant


def test_what_changed_is_told_by_meeting_decision_and_rate(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er der sket siden januar 2021?", ASKED)
    assert reply.kind is ReplyKind.CHANGES
    assert [line.split(":")[0] for line in under(reply, "Møder")] == [
        "HAU · 8. september 2021",
        "Skovrådet · 4. maj 2021",
        "HAU · 3. februar 2021",
    ]
    assert [entry.item.title for entry in reply.decisions] == [
        "Bådplads til gæster",
        "Stier i plantagen",
        "Ny mole ved Nordhavnen",
        "Kran på kajen",
    ]
    assert [str(told.entry.rate.amount) for told in reply.rates] == ["425", "400"]
    assert "– før: **400" in reply.text


def test_a_paper_that_another_replaced_is_named_before_it_and_decides_nothing(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "what changed since June 2021?", ASKED)
    meeting = under(reply, "Meetings")[0]
    papers = [meeting.index(word) for word in ("agenda", "draft minutes", "approved minutes")]
    assert papers == sorted(papers)
    assert "ni pladser" in reply.text
    assert "otte pladser" not in reply.text


def test_the_approval_of_an_agenda_is_no_change(assistant: Assistant) -> None:
    reply = ask(assistant, "hvad er nyt siden januar 2021?", ASKED)
    assert "Godkendelse af dagsorden" not in reply.text


def test_changes_keep_to_the_body_that_is_named(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er der sket i Skovrådet siden januar 2021?", ASKED)
    assert [entry.item.title for entry in reply.decisions] == ["Stier i plantagen"]
    assert "HAU" not in reply.text


def test_changes_of_one_sort_are_told_alone(assistant: Assistant) -> None:
    reply = ask(assistant, "Which rates have changed since 2020?", ASKED)
    assert reply.kind is ReplyKind.CHANGES
    assert has(reply, "Rates that begin in that time")
    assert not has(reply, "Decisions")


def test_without_a_time_what_is_new_is_what_the_last_meeting_brought(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad er nyt?", ASKED)
    assert "8. september 2021" in reply.text.split("\n\n")[0]
    assert [entry.item.title for entry in reply.decisions] == ["Bådplads til gæster"]


def test_nothing_new_is_said_with_the_newest_there_is(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er nyt siden den 20. september 2021?", ASKED)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert has(reply, "Det nyeste i arkivet")


@pytest.mark.parametrize(
    ("text", "subject", "aspect", "open_ended"),
    [
        ("what changed since June?", "what changed", None, True),
        ("hvad skete der i 2021?", "hvad skete der", None, False),
        ("hvilke beslutninger er nye siden maj", "hvilke beslutninger er nye", "decisions", True),
        ("any news since we last met?", "any news since we last met", None, True),
    ],
)
def test_what_is_asked_of_changes(
    text: str, subject: str, aspect: str | None, *, open_ended: bool
) -> None:
    asked = changes_asked_for(text, subject)
    assert asked is not None
    assert asked.aspect is (ChangesAspect(aspect) if aspect else None)
    assert asked.open_ended is open_ended


@pytest.mark.parametrize(
    "subject",
    ["what changed in the agreement on fees for doctors", "hvad er ændret i kommissoriet"],
)
def test_what_changed_in_a_matter_asks_for_a_fact(subject: str) -> None:
    assert changes_asked_for(subject, subject) is None


def test_a_rate_that_has_ended_since_is_no_news(assistant: Assistant) -> None:
    assert ask(assistant, "Hvad er der sket siden januar 2021?", date(2022, 3, 1)).rates == ()
