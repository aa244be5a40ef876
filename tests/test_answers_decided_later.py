"""What became of a matter, who was against it, and agreements: papers in Danish and English."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "havn/2021-05-04.txt": """\
Referat af møde i Havnerådet
den 4. maj 2021 kl. 16.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

1. Landstrøm på Nordkajen

Indstilling
Havnechefen indstiller, at der etableres landstrøm på Nordkajen.

Beslutning
Godkendt med forbehold for, at tre rederier bestiller plads inden 1. marts 2022.

2. Opfyldning af Vestre Bassin

Indstilling
Havnechefen indstiller, at bassinet fyldes op.

Beslutning
Udsat. Rådet ønsker en miljøvurdering.

3. Nyt læskur

Indstilling
Havnechefen indstiller, at der opstilles et læskur for 90.000 kr.

Beslutning
Godkendt. Bent Sommer stemte imod.
""",
    "havn/2022-06-07.txt": """\
Referat af møde i Havnerådet
den 7. juni 2022 kl. 16.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer
Fraværende: Ulla Friis

1. Landstrøm på Nordkajen - status

Indstilling
Havnechefen indstiller, at rådet tager til efterretning, at landstrømmen bortfalder.

Beslutning
Taget til efterretning.

2. Opfyldning af Vestre Bassin (genoptaget fra 4. maj 2021)

Indstilling
Havnechefen indstiller, at bassinet fyldes op for 4 mio. kr.

Beslutning
Vedtaget med stemmerne 2-0.
""",
    "havn/aftale.md": """\
# Aftale om slæbebåd

mellem Havnerådet og Sværdborg Bugsering. Aftalen træder i kraft den 1. januar 2022.

## § 1. Ydelsen
Slæbebåden ligger klar hele døgnet og skal være ude inden 25 minutter.

## § 2. Varighed
Aftalen løber i tre år.

## § 3. Tavshedspligt
Skipperen må ikke fortælle om rederiernes forhold.
""",
    "havn/salg.txt": """\
Referat af møde i Havnerådet
den 9. august 2022 kl. 16.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

1. Køb af fendere

Fenderne leveres af Brdr. Quist for 310.000 kr.

Beslutning
Godkendt.
""",
    "panel/terms.md": """\
# Terms of Reference of the Lakeside Grants Panel

Adopted on 2 February 2022.

## 1. Members
The Panel has seven members.

## 2. Quorum
The Panel can decide when at least five members take part.

## 3. Appeals
An applicant may appeal to the Director within three weeks.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("later"), PAPERS) as opened:
        yield opened


@pytest.mark.parametrize(
    "text",
    [
        "How did the question of filling up the western basin end?",
        "Hvordan endte sagen om opfyldning af Vestre Bassin?",
        "Hvad blev der af opfyldningen af Vestre Bassin?",
    ],
)
def test_how_a_matter_ended_is_told_from_its_return(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert quotes(reply)[0] == "Vedtaget med stemmerne 2-0."


@pytest.mark.parametrize(
    "text",
    ["Hvordan endte sagen om landstrøm på Nordkajen?", "Er landstrøm på Nordkajen godkendt?"],
)
def test_what_lapsed_since_is_told_with_what_was_noted(assistant: Assistant, text: str) -> None:
    told = " ".join(quotes(ask(assistant, text)))
    assert "forbehold for, at tre rederier" in told
    assert "at landstrømmen bortfalder" in " ".join(told.split())


def test_an_approval_against_a_vote_is_told_as_a_vote(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Havnerådet om læskuret?")
    assert "Vedtaget ved afstemning" in reply.text
    assert "Godkendt. Bent Sommer stemte imod." in quotes(reply)


def test_who_was_away_is_not_said_to_have_been_against(assistant: Assistant) -> None:
    reply = ask(assistant, "Var Ulla Friis imod opfyldningen af Vestre Bassin i juni 2022?")
    assert reply.kind is ReplyKind.PEOPLE
    assert "Fraværende: Ulla Friis" in quotes(reply)


@pytest.mark.parametrize(
    "text",
    [
        "How long is the agreement on helicopters with Sværdborg Bugsering?",
        "Hvor længe løber aftalen om dykkere med Sværdborg Bugsering?",
        "Hvad er opsigelsesvarslet i aftalen med Brdr. Quist?",
    ],
)
def test_another_agreement_answers_nothing(assistant: Assistant, text: str) -> None:
    assert not ask(assistant, text).kind.asserts


def test_the_agreement_itself_answers(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor længe løber aftalen om slæbebåd?")
    assert "Aftalen løber i tre år." in quotes(reply)


def test_a_clause_on_secrecy_is_read_like_any_other(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad må skipperen på slæbebåden ikke fortælle?")
    assert "Skipperen må ikke fortælle om rederiernes forhold." in quotes(reply)


def test_a_span_of_time_counts_no_members(assistant: Assistant) -> None:
    reply = ask(assistant, "How many members must be present for the Panel to make decisions?")
    assert quotes(reply)[0] == "The Panel can decide when at least five members take part."


def test_neither_the_thing_nor_the_amount_is_no_answer(assistant: Assistant) -> None:
    assert not ask(assistant, "Is the fee for chimney sweeping DKK 300?").kind.asserts
