"""Bodies of one kind, notes typed without small words, and lists asked for in a few words."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.questions.intents import Intent, ListAspect, intent_of, list_aspect
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

ON = date(2031, 9, 1)
PAPERS = {
    "a/2031-03-04.txt": """\
Referat
Kystklynge Vesthavn
Møde den 4. marts 2031
Til stede: Ib Krog
Afbud: Eva Lund

1. Sandsække
Indstilling
Det indstilles, at
1. der købes 400 sandsække
2. der lejes en pumpe
Beslutning
Klyngen tiltrådte 1. For så vidt angår 2 afventes en pris. Punktet genoptages i maj.

2. Kajkursus
Beslutning
Kurset holdes den 9. maj 2031.
""",
    "b/2031-02-04.html": """\
<html><head><title>Referat - Samarbejdsudvalget for lodser</title></head><body>
<h1>Referat - Samarbejdsudvalget for lodser</h1><p>Mødedato 4. februar 2031</p>
<h2>1. Ledige pladser</h2><h3>Beslutning</h3><p>Pladsen i Nordby genopslås.</p>
<h2>2. LUKKET PUNKT - Erstatningssag</h2>
<h2>3. Nye bøjer</h2><h3>Beslutning</h3><p>Godkendt.</p></body></html>
""",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("namesakes"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede Kystklynge Østhavn om kajkurset?",
        "What did Kystklynge Østhavn decide on sandbags?",
        "Hvem var fraværende i Kystklynge Østhavn den 4. marts 2031?",
    ],
)
def test_another_body_of_the_kind_is_not_the_one_that_is_held(
    papers: Assistant, question: str
) -> None:
    reply = ask(papers, question, ON)
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE
    assert "Kystklynge Østhavn" in reply.text


@pytest.mark.parametrize("name", ["Kystklynge Vesthavn", "kystklynge vesthavn", "kystklyngen"])
def test_the_body_that_is_held_answers(papers: Assistant, name: str) -> None:
    assert "9. maj 2031" in ask(papers, f"hvad besluttede {name} om kajkurset", ON).text


def test_a_time_in_which_a_body_agreed_is_that_of_a_meeting(papers: Assistant) -> None:
    reply = ask(papers, "Hvad blev Samarbejdsudvalget for lodser enige om i juni 2031?", ON)
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE


def test_a_note_without_small_words_finds_the_closed_item(papers: Assistant) -> None:
    reply = ask(papers, "erstatningssag samarbejdsudvalg lodser februar 2031", ON)
    assert reply.kind is ReplyKind.CLOSED


def test_what_comes_back_in_part_is_put_off_in_part(papers: Assistant) -> None:
    reply = ask(papers, "udsatte punkter kystklynge vesthavn 2031", ON)
    assert reply.kind is ReplyKind.LIST
    assert "Sandsække" in reply.text


@pytest.mark.parametrize(
    ("words", "aspect"),
    [
        ("udskudte sager i rådet 2031", ListAspect.DEFERRED),
        ("deferred items 2031", ListAspect.DEFERRED),
        ("uafklarede punkter i rådet", ListAspect.OPEN),
        ("udsatte punkter om havnen", None),
        ("den udsatte tidsplan", None),
    ],
)
def test_a_list_may_be_asked_for_by_its_name_alone(words: str, aspect: ListAspect | None) -> None:
    assert list_aspect(words) is aspect


@pytest.mark.parametrize(
    ("words", "is_case"),
    [
        ("Hvad var forløbet i sagen om molen?", True),
        ("Vis forløbet for kranen", True),
        ("Hvornår udløber aftalen om patientforløb for lodser?", False),
        ("Er aftalen om samtaleforløb i havnen stadig gældende?", False),
    ],
)
def test_a_course_of_treatment_is_no_course_of_a_case(words: str, *, is_case: bool) -> None:
    intent = intent_of(words, known_terms=frozenset(), has_case_number=False)
    assert (intent is Intent.CASE) is is_case
