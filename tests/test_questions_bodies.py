"""Which committee a question names without its whole name, and which it names in vain."""

import pytest

from bot.questions.bodies.named import bodies_called, find_bodies, holds_council, unknown_body
from index.archive import BodyEntry
from index.danish.glossary import Glossary
from index.documents import Body


def body(key: str, name: str, short: str | None = None) -> BodyEntry:
    return BodyEntry(key, Body(name, short), (name, short) if short else (name,), ())


BRIDGE = body("bridge", "Styregruppen for Fjordbroen")
HARBOUR = body("harbour", "Styregruppen for Havnen")
NOISE = body("noise", "Arbejdsgruppen om støj")
HEALTH = body("health", "Udvalget for Sundhed")
NATURE = body("nature", "Udvalget for Natur og Strand")
MIND = body("mind", "Psykiatriudvalget")
MIND_AND_SOCIAL = body("both", "Psykiatri- og Socialudvalget", "PSU")
REGION = body("region", "Regionsrådet")


def named(text: str, *held: BodyEntry) -> list[tuple[str, str]]:
    """Return key and words of every body that a question names."""
    return [(m.body.key, m.span.of(text)) for m in find_bodies(text, held)]


@pytest.mark.parametrize(
    ("text", "held", "found"),
    [
        ("Hvad besluttede styregruppen?", (BRIDGE, HEALTH), [("bridge", "styregruppen")]),
        ("styregruppens medlemmer", (BRIDGE, NOISE), [("bridge", "styregruppens")]),
        ("Hvad sagde arbejdsgruppen?", (BRIDGE, NOISE), [("noise", "arbejdsgruppen")]),
        ("What did styregruppen decide?", (BRIDGE, HEALTH), [("bridge", "styregruppen")]),
    ],
)
def test_the_one_word_for_what_a_body_is_names_it_where_no_other_is_one(
    text: str, held: tuple[BodyEntry, ...], found: list[tuple[str, str]]
) -> None:
    assert named(text, *held) == found


def test_two_steering_groups_are_told_apart_by_their_whole_names_only() -> None:
    assert named("Hvad besluttede styregruppen?", BRIDGE, HARBOUR) == []
    text = "Hvad besluttede styregruppen for havnen?"
    assert named(text, BRIDGE, HARBOUR) == [("harbour", "styregruppen for havnen")]


@pytest.mark.parametrize("word", ["udvalget", "rådet", "gruppen", "bestyrelsen", "nævnet"])
def test_a_bare_word_for_a_committee_names_none_even_where_one_alone_is_held(word: str) -> None:
    text = f"Hvad besluttede {word}?"
    for held in (HEALTH, MIND, BRIDGE, NOISE, REGION, body("b", "Bestyrelsen for Værftet")):
        assert named(text, held) == []


def test_a_whole_name_goes_before_half_of_a_double_one() -> None:
    text = "Hvad besluttede Psykiatriudvalget?"
    assert named(text, MIND, MIND_AND_SOCIAL) == [("mind", "Psykiatriudvalget")]
    assert named(text, MIND_AND_SOCIAL) == [("both", "Psykiatriudvalget")]


def test_the_other_half_of_a_double_name_still_names_it() -> None:
    text = "Hvad besluttede Socialudvalget?"
    assert named(text, MIND, MIND_AND_SOCIAL) == [("both", "Socialudvalget")]


def test_a_double_name_said_whole_is_not_taken_for_the_body_of_its_half() -> None:
    text = "Hvad besluttede Psykiatri- og Socialudvalget?"
    found = named(text, MIND, MIND_AND_SOCIAL)
    assert found == [("both", "Psykiatri- og Socialudvalget")]


def test_a_committee_for_one_subject_is_known_by_the_compound() -> None:
    assert named("Hvad sagde sundhedsudvalget?", HEALTH, MIND) == [("health", "sundhedsudvalget")]
    elderly = body("elderly", "Rådet for Ældre")
    assert named("Hvad sagde Ældrerådet?", elderly) == [("elderly", "Ældrerådet")]


@pytest.mark.parametrize("text", ["Hvad sagde naturudvalget?", "Hvad sagde strandudvalget?"])
def test_a_committee_for_two_subjects_is_not_called_by_one_of_them(text: str) -> None:
    assert named(text, NATURE) == []


@pytest.mark.parametrize("text", ["Hvem er i redningsgruppen?", "Hvem er i isgruppen?"])
def test_a_group_for_two_subjects_is_called_by_either(text: str) -> None:
    group = body("rescue", "Arbejdsgruppen for Redning og Is")
    assert [key for key, _ in named(text, group)] == ["rescue"]


@pytest.mark.parametrize("text", ["Hvad sagde sundhedsrådet?", "Hvad sagde kulturudvalget?"])
def test_the_compound_needs_both_the_subject_and_what_the_body_is(text: str) -> None:
    assert named(text, HEALTH) == []


@pytest.mark.parametrize("name", ["Regionsrådet", "Byrådet", "Kommunalbestyrelsen", "Amtsrådet"])
def test_a_council_of_a_place_is_held(name: str) -> None:
    assert holds_council([HEALTH, body("c", name)])


@pytest.mark.parametrize("name", ["Elevrådet", "Byggeudvalget", "Skolebestyrelsen", "Brugerrådet"])
def test_other_councils_and_boards_are_of_no_place(name: str) -> None:
    assert not holds_council([HEALTH, body("c", name)])


def test_a_council_called_by_its_place_may_be_the_one_that_is_held() -> None:
    text = "What did the Lyngby council decide?"
    assert unknown_body(text, (), frozenset(), places=True) is None
    assert unknown_body(text, (), frozenset()) == "Lyngby council"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What did the town council decide?", "town council"),
        ("What did the Culture Committee decide?", "Culture Committee"),
        ("Hvad besluttede Kulturudvalget?", "Kulturudvalget"),
    ],
)
def test_a_held_council_does_not_stand_for_a_kind_of_council_or_a_committee(
    text: str, words: str
) -> None:
    assert unknown_body(text, (), frozenset(), places=True) == words


ODDE = body("odde", "Byrådet, Odde Kommune")
VIG = body("vig", "Byrådet, Vig Kommune")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Hvad besluttede Byrådet om broen?", {"odde", "vig"}),
        ("Hvad besluttede Byrådet i Vig om broen?", {"vig"}),
        ("Hvad besluttede byrådet i Odde Kommune?", {"odde"}),
    ],
)
def test_a_council_of_a_place_that_is_named_is_that_of_no_other(text: str, keys: set[str]) -> None:
    assert {key for key, _ in named(text, ODDE, VIG, MIND)} == keys


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("byrådet", {"odde", "vig"}),
        ("Byrådet i Vig", {"vig"}),
        ("psyk", {"mind", "both"}),
        ("psykiatri og soc", {"both"}),
        ("Udvalget for Sund", {"health"}),
        ("Skoleudvalget i Nord", set()),
        ("Byrådet i Nord", set()),
        ("", set()),
    ],
)
def test_the_beginning_of_a_name_calls_those_it_begins(name: str, keys: set[str]) -> None:
    assert bodies_called(name, (ODDE, VIG, MIND, MIND_AND_SOCIAL, HEALTH)) == keys


def test_where_matters_are_named_too_no_word_of_a_name_is_cut_short() -> None:
    held = (ODDE, VIG, MIND, MIND_AND_SOCIAL, HEALTH, BRIDGE)
    assert bodies_called("psyk", held, cut=False) == set()
    assert bodies_called("styregruppe", held, cut=False) == {"bridge"}
    assert bodies_called("udvalget for sundhed", held, cut=False) == {"health"}


def test_half_of_a_double_name_is_enough_in_english_where_it_is_nobodys_whole() -> None:
    glossary = Glossary.load()
    both = body("both", "Psykiatri- og Nærhedsudvalget")
    text = "What did the psychiatry committee say?"
    assert [m.body.key for m in find_bodies(text, (both, REGION), glossary)] == ["both"]
    assert [m.body.key for m in find_bodies(text, (both, MIND), glossary)] == ["mind"]


def test_initials_name_every_committee_of_that_name_that_is_held() -> None:
    harbour, north = body("h", "LMU Havnen"), body("n", "LMU - NORD")
    text = "Hvad besluttede LMU om kaffen?"
    assert named(text, harbour) == [("h", "LMU")]
    assert [key for key, _ in named("Hvad besluttede LMU Havnen?", harbour, north)] == ["h"]
    assert named("Hvad besluttede OK Havnen?", body("o", "OK Havnen og andre")) == []


def test_a_council_is_called_by_the_first_translation_that_is_a_body() -> None:
    works, ferries = (
        body("med", "Lokal-MED, Havnen"),
        body("ferry", "Samarbejdsudvalget for færger"),
    )
    text = "What did the works council decide about breaks?"
    found = find_bodies(text, (ferries, works), Glossary.load())
    assert [mention.body.key for mention in found] == ["med"]
    alone = find_bodies(text, (ferries,), Glossary.load())
    assert [mention.body.key for mention in alone] == ["ferry"]
