"""Clauses that a decision names, and what it leaves of a recommendation unsaid."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.coverage import approves_some_only
from ingest.structure.outcomes.parted import named_in, pieces

TWO = ("at kajen males", "at kranen sælges")
THREE = (*TWO, "at orienteringen tages til efterretning")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Punkt 1 vedtaget, og punkt 2 forkastet.", ["Punkt 1 vedtaget", "punkt 2 forkastet."]),
        ("1. tiltrådt, 2. udsat", ["1. tiltrådt", "2. udsat"]),
        ("Rådet vedtog pkt. 1 og udskød pkt. 2", ["Rådet vedtog pkt. 1", "udskød pkt. 2"]),
        ("Første at godkendt, andet at ikke.", ["Første at godkendt og andet at ikke."]),
        ("Punkt 1, punkt 2 og punkt 3 godkendt", ["Punkt 1, punkt 2 og punkt 3 godkendt"]),
        ("Rådet vedtog, at 2 haller bygges, og 3 lukkes", None),
    ],
)
def test_a_sentence_is_parted_where_each_clause_has_its_fate(
    sentence: str, expected: list[str] | None
) -> None:
    assert pieces([sentence]) == (expected or [sentence])


def test_a_label_alone_belongs_to_the_sentence_behind_it() -> None:
    assert pieces(["Ad 1.", "Godkendt.", "Ad 2.", "Udsat."]) == ["Ad 1. Godkendt.", "Ad 2. Udsat."]


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("Pkt. 1, 2 og 4 tiltrådt", {1, 2, 4}),
        ("Punkt 2-4 tiltrådt", {2, 3, 4}),
        ("Punkt 1 til 3 tiltrådt", {1, 2, 3}),
        ("1. og 3. at blev vedtaget", {1, 3}),
        ("Indstillingens 2. led vedtaget", {2}),
        ("Første og sidste pind vedtaget", {1, 4}),
        ("De to første at'er vedtaget", {1, 2}),
        ("Litra b vedtaget", {2}),
        ("c) vedtaget", {3}),
        ("Dot 3 vedtaget", {3}),
        ("Vedtaget under punkt 3", set()),
        ("Udvalget vedtog, at 2 haller bygges", set()),
        ("C godkender ikke", set()),
        ("Vedtaget", set()),
    ],
)
def test_clauses_are_known_by_number_letter_and_place(piece: str, expected: set[int]) -> None:
    assert named_in(piece, 4) == expected


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        ("Punkt 2 vedtaget.", TWO, True),
        ("Første pind vedtaget.", TWO, True),
        ("Rådet vedtog pkt. 1 og 3.", THREE, True),
        ("Punkt 1 og 2 vedtaget. Punkt 3 taget til efterretning.", THREE, False),
        ("Punkt 1 og 2 vedtaget.", THREE, True),
        ("Punkt 1-3 vedtaget.", THREE, False),
        ("Punkt 1 vedtaget. De øvrige punkter vedtaget.", THREE, False),
        ("Vedtaget.", THREE, False),
        ("Punkt 1 og 3 vedtaget.", (), True),
        ("Punkt 1 og 2 vedtaget.", (), False),
        ("Punkt 7 vedtaget.", ("at kajen males",), False),
    ],
)
def test_an_approval_of_some_clauses_is_told_from_one_of_all(
    words: str, asked: tuple[str, ...], expected: bool
) -> None:
    assert approves_some_only(words, asked, "7") is expected


@pytest.mark.parametrize(
    "words",
    [
        "Indstillingens punkt 1 blev vedtaget, og punkt 2 blev ikke vedtaget.",
        "Punkt 1 blev ikke vedtaget, men punkt 2 blev vedtaget.",
        "a) blev vedtaget, b) blev forkastet.",
        "Rådet vedtog punkt 1 og afviste punkt 2.",
        "Første at tiltrådt. Andet at hjemvist.",
    ],
)
def test_clauses_of_different_fates_are_an_approval_with_a_change(words: str) -> None:
    assert classify(words) is Outcome.APPROVED_WITH_CHANGE


def test_clauses_that_are_all_refused_are_a_refusal() -> None:
    assert classify("Punkt 1 ikke vedtaget. Punkt 2 ikke vedtaget.") is Outcome.REJECTED
