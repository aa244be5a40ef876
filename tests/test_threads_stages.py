"""A matter of several meetings has a price at each: what a message says of the time tells which."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from bot.threads.stages import Stage, _said
from tests.asked_papers import assistant_on
from tests.test_conversation import talk

FIRST = """\
Referat af møde i Søudvalget (SØU)
den 9. marts 2022 kl. 16.00
Godkendt referat

Til stede: Palle Rør (formand), Inga Tang, Bo Siv

1. Badebro ved Nordstranden
Sagsnr. 22/7001

Sagsfremstilling
Tømrer Eg har givet tilbud på 310.000 kr. for badebroen.

Indstilling
Forvaltningen indstiller, at broen bygges.

Beslutning
Udsat. Inga Tang stemte imod udsættelsen.
"""
SECOND = """\
Referat af møde i Søudvalget (SØU)
den 8. juni 2022 kl. 16.00
Godkendt referat

Til stede: Palle Rør (formand), Inga Tang, Bo Siv

1. Badebro ved Nordstranden, genoptaget
Sagsnr. 22/7001

Sagsfremstilling
Vi får 40.000 kr. fra fonden. Tømrer Eg har givet nyt tilbud på 265.000 kr. for en kortere bro.

Indstilling
Forvaltningen indstiller, at broen bygges.

Beslutning
Godkendt. Bo Siv stemte imod.

2. Bådpladser

Sagsfremstilling
Der er 40 bådpladser.

Indstilling
Forvaltningen indstiller, at bådpladserne nummereres.

Beslutning
Godkendt. Inga Tang stemte imod.
"""
HUTS = """\
Referat af møde i Søudvalget (SØU)
den 7. september 2022 kl. 16.00
Godkendt referat

Til stede: Palle Rør (formand), Inga Tang, Bo Siv

1. Omklædningshuse

Sagsfremstilling
Husene koster 90.000 kr.

Indstilling
Forvaltningen indstiller, at husene opstilles.

Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"1.txt": FIRST, "2.txt": SECOND, "3.txt": HUTS}
    with assistant_on(tmp_path_factory.mktemp("stages"), papers) as assistant:
        yield assistant


def day_of(reply: Reply) -> str:
    return str(reply.citations[0].document.date)


ABOUT = "Hvad besluttede SØU om badebroen ved Nordstranden?"


@pytest.mark.parametrize(
    ("message", "amount", "day"),
    [
        ("hvad lød det første tilbud på?", "310.000 kr.", "2022-03-09"),
        ("hvad kostede den oprindeligt?", "310.000 kr.", "2022-03-09"),
        ("what was the first offer?", "310.000 kr.", "2022-03-09"),
        ("hvad er prisen nu?", "265.000 kr.", "2022-06-08"),
        ("what does it cost now?", "265.000 kr.", "2022-06-08"),
        ("hvad koster den?", "265.000 kr.", "2022-06-08"),
    ],
)
def test_a_price_is_of_the_meeting_that_is_meant(
    assistant: Assistant, message: str, amount: str, day: str
) -> None:
    reply = talk(assistant, ABOUT, message)[-1]
    assert amount in reply.citations[0].quote
    assert day_of(reply) == day


def test_what_a_thing_costs_goes_before_what_is_given_to_it(assistant: Assistant) -> None:
    reply = talk(assistant, ABOUT, "hvad koster den?")[-1]
    assert "265.000 kr." in reply.citations[0].quote.split("fonden.")[-1]


def test_then_is_the_meeting_that_was_spoken_of(assistant: Assistant) -> None:
    first, then = talk(assistant, f"{ABOUT[:-1]} i marts 2022?", "hvad kostede den dengang?")
    assert day_of(first) == day_of(then) == "2022-03-09"
    assert "310.000 kr." in then.citations[0].quote


def test_then_is_the_only_meeting_of_a_matter_that_has_but_one(assistant: Assistant) -> None:
    said = ("Hvad besluttede SØU om omklædningshusene?", "hvad kostede de dengang?")
    reply = talk(assistant, *said)[-1]
    assert "90.000 kr." in reply.citations[0].quote


def test_who_was_against_is_asked_of_the_first_meeting_too(assistant: Assistant) -> None:
    reply = talk(assistant, ABOUT, "hvem stemte imod til at begynde med?")[-1]
    assert day_of(reply) == "2022-03-09"
    assert any("Inga Tang stemte imod" in citation.quote for citation in reply.citations)


@pytest.mark.parametrize(
    ("text", "stage", "bare"),
    [
        ("hvad var den oprindelige pris?", Stage.FIRST, "hvad var den pris?"),
        ("what did it cost in the end?", Stage.NEWEST, "what did it cost?"),
        ("Hvad kostede den gang?", Stage.THEN, "Hvad kostede?"),
        ("og hvem betalte dengang", Stage.THEN, "og hvem betalte"),
    ],
)
def test_the_words_that_say_the_time_are_taken_out(text: str, stage: Stage, bare: str) -> None:
    assert _said(text) == (stage, bare)


@pytest.mark.parametrize(
    "text",
    ["hvornår er det første møde?", "what is the first step?", "hvad koster den nye bro?"],
)
def test_what_is_first_of_other_things_says_no_time(text: str) -> None:
    assert _said(text) is None


def test_a_month_names_the_meeting_of_the_matter_in_it(assistant: Assistant) -> None:
    reply = talk(assistant, ABOUT, "hvad var tilbuddet i marts?")[-1]
    assert day_of(reply) == "2022-03-09"
    assert "310.000 kr." in reply.citations[0].quote


@pytest.mark.parametrize(
    ("message", "day", "name"),
    [
        ("hvem stemte imod da den blev udsat i marts?", "2022-03-09", "Inga Tang"),
        ("who was against when it came up in June?", "2022-06-08", "Bo Siv"),
    ],
)
def test_a_vote_is_of_the_meeting_that_a_clause_names(
    assistant: Assistant, message: str, day: str, name: str
) -> None:
    reply = talk(assistant, ABOUT, message)[-1]
    assert day_of(reply) == day
    assert any(f"{name} stemte imod" in citation.quote for citation in reply.citations)


@pytest.mark.parametrize("message", ["kom det tilbage?", "did it ever come back?"])
def test_what_a_matter_came_back_as_is_told(assistant: Assistant, message: str) -> None:
    reply = talk(assistant, f"{ABOUT[:-1]} den 9. marts 2022?", message)[-1]
    assert day_of(reply) == "2022-06-08"
    assert reply.kind is ReplyKind.DECISION


def test_an_item_that_is_named_is_told_where_nothing_is_said_to_the_question(
    assistant: Assistant,
) -> None:
    said = (f"{ABOUT[:-1]} i juni 2022?", "ok og bådpladserne, hvem ejer dem?", "hvem stemte imod?")
    _, named, votes = talk(assistant, *said)
    for reply in (named, votes):
        first = reply.citations[0]
        assert first.item is not None
        assert first.item.title == "Bådpladser"
