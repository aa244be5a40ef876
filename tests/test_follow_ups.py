"""A follow-up keeps the subject it leans on, or is asked back; never answered from elsewhere."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import assistant_on
from tests.test_conversation import PAPERS, SPEAKS, minutes, talk

ABBREVIATIONS = (
    "Notat om begreber\nden 3. januar 2022\n\nMobilt Renseanlæg (MRA) er en vogn.\n"
    "Lokal Vandgruppe (LVG) er en forening.\n"
)
MORE = {
    **PAPERS,
    "miu-april.txt": SPEAKS,
    "kfu-2022.txt": minutes(
        "Kulturudvalget (KFU)",
        "4. maj 2022",
        "Ole Vind",
        ("Vandløbsplan", "Godkendt."),
        ("Scenen i parken", "Udsat."),
    ),
    "begreber.txt": ABBREVIATIONS,
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("follow-ups"), MORE) as assistant:
        yield assistant


PLAN = "Hvad besluttede MIU om vandløbsplanen den 1. marts 2022?"
BRIDGE = "Hvad besluttede MIU om gangbroen ved stationen?"


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        (["nej, jeg mente KFU"], "Hvad besluttede KFU om vandløbsplanen?"),
        (["nej, jeg mente KFU", "Nej ikke KFU, MIU"], "Hvad besluttede MIU om vandløbsplanen?"),
        (["og i 2021?"], "Hvad besluttede MIU om vandløbsplanen i 2021?"),
        (["undskyld, 2021"], "Hvad besluttede MIU om vandløbsplanen i 2021?"),
        (["sorry, 2021"], "Hvad besluttede MIU om vandløbsplanen i 2021?"),
        (["jeg mener mødet i 2021"], "Hvad besluttede MIU om vandløbsplanen i 2021?"),
        (["and in 2021?"], "Hvad besluttede MIU om vandløbsplanen i 2021?"),
        (["what about March 2021?"], "Hvad besluttede MIU om vandløbsplanen i marts 2021?"),
    ],
)
def test_another_committee_or_time_takes_the_day_of_the_first_meeting_with_it(
    assistant: Assistant, said: list[str], read_as: str
) -> None:
    assert talk(assistant, PLAN, *said)[-1].understood_as == read_as


@pytest.mark.parametrize(
    ("first", "on", "read_as"),
    [
        ("Hvad sagde MIU om vandstanden i 2022?", "og i 2021?", "vandstanden i 2021?"),
        ("What did MIU say of the plantation in 2022?", "and in 2021?", "plantation in 2021?"),
    ],
)
def test_another_year_cuts_no_word_before_it(
    assistant: Assistant, first: str, on: str, read_as: str
) -> None:
    told = talk(assistant, first, on)[-1].understood_as
    assert told is not None
    assert told.endswith(read_as)


def test_what_another_committee_is_asked_is_never_told_of_the_first(assistant: Assistant) -> None:
    for text in ("nej, jeg mente KFU", "og i KFU?"):
        reply = talk(assistant, BRIDGE, "hvad koster gelænderet?", text)[-1]
        assert not any(c.document.body and c.document.body.short == "MIU" for c in reply.citations)
        assert not reply.kind.asserts


@pytest.mark.parametrize(
    "text",
    ["hvor længe har han været det?", "hvem var det før?", "since when?", "hvad kostede det?"],
)
def test_what_leans_on_nothing_is_asked_back_and_leaves_the_thread_as_it_was(
    assistant: Assistant, text: str
) -> None:
    asked_back, after = talk(assistant, "Hvem er formand for MIU?", text, "og i KFU?")[1:]
    assert asked_back.kind is ReplyKind.NOT_FOUND
    assert asked_back.asks_back
    assert not asked_back.citations
    assert after.understood_as == "Hvem er formand for KFU?"


@pytest.mark.parametrize("text", ["who decided that?", "hvem besluttede det?", "nej ikke MIU"])
def test_nobody_is_told_who_decided_another_matter(assistant: Assistant, text: str) -> None:
    assert talk(assistant, "Hvad koster leje af telt?", text)[-1].asks_back


@pytest.mark.parametrize(
    "text", ["og hvad med fuglekasserne?", "and the deadline?", "jeg mener broen i Hov"]
)
def test_a_thing_that_fits_nowhere_is_not_put_into_the_question_before(
    assistant: Assistant, text: str
) -> None:
    reply = talk(assistant, BRIDGE, "er det vedtaget?", text)[-1]
    assert reply.understood_as is None or "under" not in reply.understood_as
    assert reply.kind is not ReplyKind.FACT


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("hvem var fraværende?", "hvem var fraværende i Kulturudvalget?"),
        ("hvem leder det?", "hvem leder Kulturudvalget?"),
    ],
)
def test_after_an_introduction_people_are_those_of_that_committee(
    assistant: Assistant, text: str, read_as: str
) -> None:
    reply = talk(assistant, "Jeg er ny i KFU. Introducér mig.", text)[-1]
    assert reply.understood_as == read_as
    assert reply.citations[0].document.body is not None
    assert reply.citations[0].document.body.short == "KFU"


def test_an_introduction_has_no_year(assistant: Assistant) -> None:
    assert talk(assistant, "Jeg er ny i KFU. Introducér mig.", "og i 2021?")[-1].asks_back


def test_who_sits_on_another_committee_is_asked_with_the_name_that_was_typed(
    assistant: Assistant,
) -> None:
    reply = talk(assistant, "who sits on MIU?", "and KFU?")[-1]
    assert (reply.understood_as, reply.kind) == ("who sits on KFU?", ReplyKind.PEOPLE)


@pytest.mark.parametrize("text", ["LVG?", "og LVG?", "hvad med LVG?"])
def test_a_bare_abbreviation_is_asked_like_the_one_before(assistant: Assistant, text: str) -> None:
    reply = talk(assistant, "hej, hvad står MRA for?", text)[-1]
    assert reply.understood_as == "hvad står LVG for?"
    assert "Lokal Vandgruppe" in reply.text


@pytest.mark.parametrize("text", ["vis kilden", "hvor står det?", "what is the source?"])
def test_where_it_stands_is_told_with_the_answer_again(assistant: Assistant, text: str) -> None:
    first, again = talk(assistant, "hej, hvad koster leje af telt?", text)
    assert again.understood_as == "hvad koster leje af telt?"
    assert [c.quote for c in again.citations] == [c.quote for c in first.citations]


@pytest.mark.parametrize("text", ["fortæl mere", "tell me more", "kan du uddybe det?"])
def test_more_is_told_of_the_item(assistant: Assistant, text: str) -> None:
    reply = talk(assistant, BRIDGE, text)[-1]
    assert reply.understood_as is not None
    assert "under “Gangbro ved stationen”" in reply.understood_as
    assert {c.item.title for c in reply.citations if c.item} == {"Gangbro ved stationen"}


def test_a_list_of_several_items_leaves_none_to_lean_on(assistant: Assistant) -> None:
    replies = talk(assistant, "hvilke punkter blev udsat?", "hvad kostede det?")
    assert replies[0].kind is ReplyKind.LIST
    assert replies[1].asks_back


@pytest.mark.parametrize(
    ("text", "sure"),
    [("og i 1999?", True), ("nej, jeg mente 1999", True), ("og i morgen?", False)],
)
def test_a_year_or_a_committee_is_surely_meant_for_us(
    assistant: Assistant, text: str, sure: bool
) -> None:
    reply = talk(assistant, "Hvad besluttede MIU i 2021?", text)[-1]
    assert not reply.kind.asserts
    assert reply.is_surely_meant is sure


@pytest.mark.parametrize(
    "said", ["Torsdag?", "Enig?", "kl. 14?", "hvad med kaffe?", "Nej, torsdag", "hvem tager den?"]
)
@pytest.mark.parametrize("first", [BRIDGE, "Hvad er prisen for leje af telt?"])
def test_what_people_say_to_each_other_is_no_follow_up_that_finds_something(
    assistant: Assistant, first: str, said: str
) -> None:
    reply = talk(assistant, first, said)[-1]
    assert not (reply.understood_as is not None and reply.kind.asserts)
    assert not reply.is_surely_meant


def test_a_thing_taken_as_known_is_not_told_of_another_matter(assistant: Assistant) -> None:
    draft, bridge = talk(
        assistant, BRIDGE, "og hvad sagde renseanlægget?", "og hvad koster teltet?"
    )[1:]
    assert draft.asks_back
    assert bridge.kind is ReplyKind.RATE
