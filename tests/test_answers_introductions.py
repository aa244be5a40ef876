"""What is told of a body: introductions, asked in words, with every part in its place."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.conversation.turns import turn_of
from bot.questions.scopes import asks_introduction
from bot.replies import Language, ReplyKind
from index.rates.rate import RateStatus
from tests.asked_papers import ask, assistant_on
from tests.harbour_board import ASKED, PAPERS, under


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("scopes"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "Introduce me to HAU",
        "jeg er ny i Havneudvalget",
        "Fortæl mig om HAU",
        "Give me an overview of HAU",
        "Hvad laver Havneudvalget?",
    ],
)
def test_a_body_is_introduced_whatever_the_words(assistant: Assistant, text: str) -> None:
    assert ask(assistant, text, ASKED).kind is ReplyKind.INTRO


@pytest.mark.parametrize("text", ["HAU", "hau.", "Havneudvalget", "intro HAU", "Skovrådet?"])
def test_the_name_of_a_body_alone_asks_what_it_is(assistant: Assistant, text: str) -> None:
    assert ask(assistant, text, ASKED).kind is ReplyKind.INTRO


def test_the_name_of_a_body_below_an_answer_asks_that_of_it(assistant: Assistant) -> None:
    before = turn_of(ask(assistant, "Hvad besluttede HAU på sidste møde?", ASKED), None)
    reply = assistant.reply(Asked("Skovrådet", ASKED, after=before))
    assert reply.kind is ReplyKind.LIST
    assert reply.understood_as is not None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("beslutninger Skovrådet", ["Stier i plantagen"]),
        ("Decisions: Skovrådet", ["Stier i plantagen"]),
        ("de seneste beslutninger i Skovrådet", ["Stier i plantagen"]),
    ],
)
def test_decisions_of_a_body_and_no_matter_are_all_of_them(
    assistant: Assistant, text: str, titles: list[str]
) -> None:
    reply = ask(assistant, text, ASKED)
    assert reply.kind is ReplyKind.LIST
    assert [entry.item.title for entry in reply.decisions] == titles


@pytest.mark.parametrize(
    ("text", "reader", "told"),
    [
        ("HAU", "en", "en"),
        ("HAU", "da", "da"),
        ("hvad er HAU?", "en", "da"),
        ("who is chair of HAU?", "da", "en"),
    ],
)
def test_a_question_of_no_language_is_answered_in_the_readers(
    assistant: Assistant, text: str, reader: Language, told: str
) -> None:
    assert assistant.reply(Asked(text, ASKED, otherwise=reader)).language == told


def test_an_introduction_tells_what_a_newcomer_needs(assistant: Assistant) -> None:
    reply = ask(assistant, "introduce me to HAU", ASKED)
    assert "skal sørge for, at kommunens havne er trygge" in reply.text
    members = under(reply, "At the meeting of 8 September 2021")
    assert members[0].startswith("Present: Rigmor Tang (formand), Aksel Brun, Birthe Sand")
    assert under(reply, "Last meetings")[0].startswith("8 September 2021, approved minutes")
    assert "ni pladser" in under(reply, "Last decisions")[0]
    assert "Kran på kajen" in under(reply, "Deferred or sent back, and not settled since: 1")[0]
    assert [told.status for told in reply.rates] == [RateStatus.IN_FORCE]
    assert "**425" in under(reply, "Rates in force today (1 October 2021)")[0]
    papers = under(reply, "Strategies, agreements and terms of reference")
    assert "Kommissorium" in papers[0]


def test_an_introduction_tells_no_rate_that_has_expired(assistant: Assistant) -> None:
    reply = ask(assistant, "introduce me to HAU", date(2022, 3, 1))
    assert reply.kind is ReplyKind.INTRO
    assert reply.rates == ()


def test_a_body_that_is_not_held_is_not_introduced(assistant: Assistant) -> None:
    reply = ask(assistant, "jeg er ny i Kulturudvalget", ASKED)
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE


def test_who_is_new_and_names_no_body_is_shown_those_there_are(assistant: Assistant) -> None:
    reply = ask(assistant, "Jeg er ny, hvor skal jeg starte?", ASKED)
    assert reply.kind is ReplyKind.INTRO
    assert "Havneudvalget (HAU)" in reply.text
    assert "Skovrådet" in reply.text


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Fortæl mig om HAU's nye mole", "Fortæl mig om 's nye mole"),
        ("Tell me about the mileage rate", "Tell me about the mileage rate"),
        ("What does a boat place cost?", "What does a boat place cost"),
    ],
)
def test_a_matter_beside_the_body_asks_for_no_introduction(text: str, subject: str) -> None:
    assert not asks_introduction(text, subject)


@pytest.mark.parametrize(
    "text",
    [
        "Hvilke udvalg er der i arkivet?",
        "Hvilke råd og nævn findes der?",
        "Which committees are there?",
        "What bodies does the archive hold?",
        "List all committees",
    ],
)
def test_the_bodies_there_are_can_be_asked_for(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text, ASKED)
    assert reply.kind is ReplyKind.INTRO
    assert "Havneudvalget" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Jeg er ny i Havneudvalget – fortæl mig det vigtigste",
        "I am new in HAU, tell me the essentials",
    ],
)
def test_a_newcomer_who_asks_for_what_matters_is_introduced(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text, ASKED)
    assert reply.kind is ReplyKind.INTRO
    assert "8 September 2021" in reply.text or "8. september 2021" in reply.text


COUNCILS = {
    f"{place}/2022-05-04.txt": f"""\
{place} Kommune
Byrådet
Referat af møde den 4. maj 2022 kl. 17.00

Til stede: Ib Krog (formand), Maja Dam

1. {matter}

Beslutning
Godkendt.
"""
    for place, matter in (("Odde", "Ny mole"), ("Vig", "Ny cykelsti"))
}


def test_councils_of_one_name_are_told_apart(tmp_path: Path) -> None:
    with assistant_on(tmp_path, COUNCILS) as assistant:
        reply = ask(assistant, "Introducer mig til Byrådet")
        assert reply.kind is ReplyKind.INTRO
        assert "Byrådet, Odde Kommune" in reply.text
        assert "Byrådet, Vig Kommune" in reply.text
        one = ask(assistant, "Introducer mig til Byrådet i Vig")
        assert "Ny cykelsti" in one.text
        assert "Ny mole" not in one.text
        bare = ask(assistant, "Hvad besluttede byrådet om molen?")
        assert "Byrådet, Odde Kommune" in bare.text
