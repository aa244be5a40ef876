"""What changed since a day, and introductions: asked in words, with every part in its place."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.conversation.turns import turn_of
from bot.questions.scopes import ChangesAspect, asks_introduction, changes_asked_for
from bot.replies import Language, Reply, ReplyKind
from index.rates.rate import RateStatus
from tests.asked_papers import ask, assistant_on

PAPERS = {
    "havn/2021-02-03.txt": """\
Referat af møde i Havneudvalget (HAU)
den 3. februar 2021 kl. 13.00
Godkendt referat

Til stede: Rigmor Tang (formand), Aksel Brun
Afbud: Birthe Sand

1. Godkendelse af dagsorden

Beslutning
Godkendt.

2. Ny mole ved Nordhavnen

Sagsfremstilling
Molen skal bygges af sten.

Indstilling
Forvaltningen indstiller, at molen bygges.

Beslutning
Godkendt.

3. Kran på kajen

Indstilling
Forvaltningen indstiller, at kranen købes.

Beslutning
Punktet udsat.
""",
    "havn/2021-09-08-dagsorden.txt": """\
Dagsorden for møde i Havneudvalget (HAU)
den 8. september 2021 kl. 13.00

1. Bådplads til gæster

Indstilling
Forvaltningen indstiller, at der laves ti pladser.
""",
    "havn/2021-09-08-udkast.txt": """\
UDKAST
Referat af møde i Havneudvalget (HAU)
den 8. september 2021 kl. 13.00

Til stede: Rigmor Tang (formand), Aksel Brun, Birthe Sand

1. Bådplads til gæster

Indstilling
Forvaltningen indstiller, at der laves ti pladser.

Beslutning
Godkendt med otte pladser.
""",
    "havn/2021-09-08-referat.txt": """\
Referat af møde i Havneudvalget (HAU)
den 8. september 2021 kl. 13.00
Godkendt referat

Til stede: Rigmor Tang (formand), Aksel Brun, Birthe Sand

1. Bådplads til gæster

Indstilling
Forvaltningen indstiller, at der laves ti pladser.

Beslutning
Godkendt med ni pladser.
""",
    "havn/kommissorium.txt": """\
Kommissorium for Havneudvalget (HAU)
Vedtaget den 5. januar 2020

Formål
Havneudvalget skal sørge for, at kommunens havne er trygge og velholdte.

Medlemmer
Udvalget har tre medlemmer.
""",
    "skov/2021-05-04.txt": """\
Referat af møde i Skovrådet
den 4. maj 2021 kl. 10.00
Godkendt referat

Til stede: Palle Eg (formand)

1. Stier i plantagen

Indstilling
Sekretariatet indstiller, at stierne mærkes.

Beslutning
Godkendt.
""",
    "havn/takster.csv": """\
Navn;Beløb;Enhed;Gyldig fra;Gyldig til
Bådplads i Havneudvalgets havne;400;kr. pr. måned;2020-01-01;2020-12-31
Bådplads i Havneudvalgets havne;425;kr. pr. måned;2021-01-01;2021-12-31
""",
}
ASKED = date(2021, 10, 1)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("scopes"), PAPERS) as assistant:
        yield assistant


def under(reply: Reply, heading: str) -> list[str]:
    """Return the points below a heading of a reply."""
    blocks = reply.text.split("\n\n")
    at = blocks.index(f"**{heading}**")
    return [line.removeprefix("- ") for line in blocks[at + 1].splitlines()]


def has(reply: Reply, heading: str) -> bool:
    """Tell whether a reply has a part."""
    return f"**{heading}**" in reply.text.split("\n\n")


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


def test_a_rate_that_has_ended_since_is_no_news(assistant: Assistant) -> None:
    assert ask(assistant, "Hvad er der sket siden januar 2021?", date(2022, 3, 1)).rates == ()
