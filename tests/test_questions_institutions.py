"""A board is meant by whose it is, where a question says that it decides or meets."""

import pytest

from bot.questions.bodies.institutions import institution_forms
from bot.questions.bodies.named import bodies_called, find_bodies
from index.archive import BodyEntry
from index.danish.glossary import Glossary
from index.documents import Body


def body(key: str, name: str) -> BodyEntry:
    return BodyEntry(key, Body(name, None), (name,), ())


WATER = body("water", "Bestyrelsen for Åvand I/S")
HOMES = body("homes", "Organisationsbestyrelsen for Boligforeningen Engen")
LIGHT = body("light", "Bestyrelsen for den selvejende institution Fyrtårnet")
COUNCIL = body("council", "Byrådet")
HELD = (WATER, HOMES, LIGHT, COUNCIL)


def named(text: str, glossary: Glossary | None = None) -> list[tuple[str, str]]:
    """Return key and words of every body that a question names."""
    return [(m.body.key, m.span.of(text)) for m in find_bodies(text, HELD, glossary)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hvad besluttede Åvand om pumpen?", [("water", "Åvand")]),
        ("Hvad besluttede Åvand I/S den 3. maj 2022?", [("water", "Åvand I/S")]),
        ("Hvad vedtog bestyrelsen for Åvand?", [("water", "bestyrelsen for Åvand")]),
        ("Hvad vedtog Åvands bestyrelse?", [("water", "Åvands bestyrelse")]),
        ("Hvad skete der på Åvands sidste møde?", [("water", "Åvands")]),
        ("What did Åvand decide on the pump?", [("water", "Åvand")]),
        ("What did the board of Åvand decide?", [("water", "board of Åvand")]),
        ("Hvad er ikke afgjort i Engen?", [("homes", "Engen")]),
        ("Hvad blev besluttet i Boligforeningen Engen?", [("homes", "Boligforeningen Engen")]),
        ("Hvad sagde boligforeningens bestyrelse?", [("homes", "boligforeningens bestyrelse")]),
        ("Præsenter Fyrtårnet", [("light", "Fyrtårnet")]),
        ("Hvad sagde Fyrtårnet ja til?", [("light", "Fyrtårnet")]),
    ],
)
def test_a_board_is_called_by_the_name_of_what_it_is_the_board_of(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Hvor mange bor der i Engen?",
        "Fik Åvand et lån?",
        "Hvad koster vand fra Åvand?",
        "Hvem ejer Fyrtårnet?",
    ],
)
def test_its_name_alone_is_as_often_the_matter(text: str) -> None:
    assert named(text) == []


def test_what_a_council_decides_on_a_company_is_asked_of_the_council() -> None:
    assert named("Hvad sagde byrådet til garantien for Åvand?") == [("council", "byrådet")]


def test_a_council_told_apart_by_a_common_word_is_not_the_town_council() -> None:
    glossary = Glossary.load()
    assert named("What did the patient council decide?", glossary) == []
    assert named("What did the council decide?", glossary) == [("council", "council")]
    assert named("What did the town council decide?", glossary) == [("council", "town council")]
    assert named("What has the new council decided?", glossary) == [("council", "council")]


def test_the_forms_of_a_name_lose_what_it_is_and_its_legal_form() -> None:
    assert institution_forms(WATER) == {("aavand", "i", "s"), ("aavand",)}
    assert institution_forms(COUNCIL) == frozenset()


NET = body("net", "Bestyrelsen for Sundnettet IT I/S")
MILL = body("mill", "Bestyrelsen for Fonden Bremholm Mølle")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Who was away at Sundnettet's board meeting?", "net"),
        ("Hvad vedtog Sundnettets bestyrelse?", "net"),
        ("Hvad besluttede bestyrelsen for Bremholm?", "mill"),
    ],
)
def test_the_first_word_of_its_name_will_do_beside_the_word_board(text: str, key: str) -> None:
    found = find_bodies(text, (NET, MILL, COUNCIL), Glossary.load())
    assert [m.body.key for m in found] == [key]


def test_the_first_word_of_two_names_names_neither() -> None:
    other = body("other", "Bestyrelsen for Sundnettet Varme A/S")
    assert not find_bodies("Hvad vedtog Sundnettets bestyrelse?", (NET, other, COUNCIL))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sundnettet", "net"),
        ("Sundnettet IT", "net"),
        ("Bremholm", "mill"),
        ("Fonden Bremholm Mølle", "mill"),
        ("Bremholm Mølle", "mill"),
    ],
)
def test_a_board_is_called_by_how_the_name_of_its_institution_begins(name: str, key: str) -> None:
    assert bodies_called(name, (NET, MILL, COUNCIL)) == {key}


def test_a_word_from_the_middle_of_a_name_calls_nobody() -> None:
    assert not bodies_called("Mølle", (NET, MILL, COUNCIL))
