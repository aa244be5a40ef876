"""Who was there when a matter was decided: not at the meeting that put it off; who leads a body."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "havn/2022-03-02.txt": """\
Referat af møde i Havneudvalget den 2. marts 2022 kl. 9.00
Havnekontoret, mødelokale 4

Til stede: Ib Krog (formand), Maja Dam, Lis Toft
Afbud: Ole Ravn

1. Nyt fyrtårn på Odden
Sagsnr. 22/11

Indstilling
Forvaltningen indstiller, at fyrtårnet bygges.

Beslutning
Udsat til maj, da udvalget ønsker et overslag.

2. Vandskiklubben

Beslutning
Udsat.
""",
    "havn/2022-05-04.txt": """\
Referat af møde i Havneudvalget den 4. maj 2022 kl. 9.00
Havnekontoret, mødelokale 4

Til stede: Ib Krog (formand), Lis Toft, Ole Ravn
Afbud: Maja Dam

1. Nyt fyrtårn på Odden - genoptaget
Sagsnr. 22/11

Indstilling
Forvaltningen indstiller, at fyrtårnet bygges.

Beslutning
Godkendt med 2 stemmer mod 1. Lis Toft stemte imod.
""",
}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("deciding"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvem var til stede da fyrtårnet blev vedtaget?",
        "Hvem deltog, da det nye fyrtårn blev besluttet?",
        "Who was present when the fyrtårn was approved?",
        "Hvem manglede da fyrtårnet blev godkendt?",
    ],
)
def test_the_meeting_that_decided_is_told_and_not_the_one_that_put_off(
    harbour: Assistant, question: str
) -> None:
    reply = ask(harbour, question)
    assert reply.kind is ReplyKind.PEOPLE
    assert "Ole Ravn" in reply.text or "Maja Dam" in reply.text
    assert {c.document.date.isoformat() for c in reply.citations if c.document.date} == {
        "2022-05-04"
    }


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Var Maja Dam til stede da fyrtårnet blev vedtaget?", "Nej."),
        ("Var Ole Ravn med, da fyrtårnet blev vedtaget?", "Ja."),
        ("Was Maja Dam there when the fyrtårn was adopted?", "No."),
    ],
)
def test_one_person_is_looked_for_where_it_was_decided(
    harbour: Assistant, question: str, word: str
) -> None:
    reply = ask(harbour, question)
    assert word in reply.text
    assert "2. marts" not in reply.text
    assert "2 March" not in reply.text


def test_what_was_only_put_off_was_never_decided(harbour: Assistant) -> None:
    reply = ask(harbour, "Hvem var til stede da vandskiklubben blev godkendt?")
    assert reply.kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    ["Hvem leder Havneudvalget?", "Who chairs Havneudvalget?", "Who heads the Havneudvalget?"],
)
def test_who_leads_a_body_is_its_chair(harbour: Assistant, question: str) -> None:
    reply = ask(harbour, question)
    assert reply.kind is ReplyKind.PEOPLE
    assert quotes(reply) == ["Til stede: Ib Krog (formand)"]


def test_a_dissent_is_not_told_as_a_change_of_what_was_adopted(tmp_path: Path) -> None:
    paper = """\
Referat af møde i Havneudvalget den 4. maj 2022 kl. 9.00

Til stede: Ib Krog (formand), Lis Toft

1. Gebyr for kranen

Indstilling
Forvaltningen indstiller, at gebyret sættes til 500 kr.

Beslutning
Indstillingen tiltrådt. Lis Toft kunne ikke tiltræde indstillingen.
"""
    with assistant_on(tmp_path, {"havn/2022-05-04.txt": paper}) as assistant:
        reply = ask(assistant, "Hvad besluttede Havneudvalget om gebyret for kranen?")
    assert "ikke af alle" in reply.text
    assert "med en ændring" not in reply.text


def test_when_a_body_met_is_a_list_of_its_meetings(harbour: Assistant) -> None:
    reply = ask(harbour, "Hvornår mødtes Havneudvalget i 2022?")
    assert reply.kind is ReplyKind.LIST
    none = ask(harbour, "Hvornår mødtes Havneudvalget i 2019?")
    assert none.kind is ReplyKind.NOT_IN_ARCHIVE
