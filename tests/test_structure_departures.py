"""Decisions that approve or refuse another thing than was recommended."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.departures import departed

REJECTED, UNCLASSIFIED = Outcome.REJECTED, Outcome.UNCLASSIFIED
APPROVED, CHANGED = Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE


def outcome(words: str, asked: str) -> Outcome:
    return departed(classify(words), words, asked)


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        ("Havnefogedens forslag om at beholde fyret blev vedtaget.", "at fyret rives ned",
         UNCLASSIFIED),
        ("Forslag fra Liste K om at sælge molen blev tiltrådt.", "at molen repareres",
         UNCLASSIFIED),
        ("Forslaget om at rive fyret ned blev vedtaget.", "at fyret rives ned", APPROVED),
        ("Forslaget om at godkende budgettet blev vedtaget.", "at regnskabet vedtages", APPROVED),
        ("Forslaget om bedre lys blev vedtaget.", "at der opsættes lamper", APPROVED),
        ("Forslag fra K om at sælge molen faldt. Indstillingen tiltrådt.", "at molen repareres",
         APPROVED),
        ("Forslaget om at beholde fyret blev vedtaget.", "", APPROVED),
    ],
)  # fmt: skip
def test_another_proposal_than_the_recommended_is_no_approval_of_it(
    words: str, asked: str, expected: Outcome
) -> None:
    assert outcome(words, asked) is expected


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        ("Tiltrådt efter havnefogedens alternative forslag.", "at molen repareres", CHANGED),
        ("Godkendt med scenarie 3.", "at scenarie 2 vælges", CHANGED),
        ("Udvalget godkendte model B.", "at kajen males", CHANGED),
        ("Udvalget godkendte model B.", "at model B vælges", APPROVED),
        ("Godkendt med scenarie 2.", "at scenarie 2 vælges", APPROVED),
        ("Det alternative forslag blev vedtaget.", "at det alternative forslag vælges", APPROVED),
        ("Tilskud til alternativ behandling bevilget.", "at der ydes tilskud", APPROVED),
        ("Forslag i sagen om kajen godkendt.", "at kajen males", APPROVED),
        ("Udvalget godkendte model B.", "", APPROVED),
    ],
)
def test_another_of_several_ways_is_a_change(words: str, asked: str, expected: Outcome) -> None:
    assert outcome(words, asked) is expected


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        ("Afslag givet.", "at ansøgningen afslås", REJECTED),
        ("Ansøgningen blev afvist.", "at der meddeles afslag", REJECTED),
        ("Afvist.", "at der meddeles afslag", UNCLASSIFIED),
        ("Forkastet.", "at ansøgningen afslås", UNCLASSIFIED),
        ("Ikke tiltrådt.", "at ansøgningen afslås", UNCLASSIFIED),
        ("Afslag.", "at der gives afslag\nat kajen males", UNCLASSIFIED),
        ("Ikke imødekommet.", "at ansøgningen ikke imødekommes", REJECTED),
        ("Indstillingen blev ikke tiltrådt.", "at ansøgningen afslås", REJECTED),
        ("Ansøgningen blev afvist.", "at ansøgningen imødekommes", REJECTED),
        ("Afvist.", "", REJECTED),
        ("Nej.", "at fyret males", REJECTED),
        ("Nej tak!", "at fyret males", REJECTED),
        ("Nej.", "at ansøgningen afslås", UNCLASSIFIED),
        ("Nej.", "", Outcome.NONE),
        ("Intet.", "at fyret males", Outcome.NONE),
    ],
)
def test_a_refusal_that_was_recommended_refuses_no_recommendation(
    words: str, asked: str, expected: Outcome
) -> None:
    assert outcome(words, asked) is expected


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        ("Imødekommet med 50.000 kr.", "at der gives afslag", UNCLASSIFIED),
        ("Imødekommet, dog kun med 20.000 kr.", "at ansøgningen afslås", UNCLASSIFIED),
        ("Ansøgningen blev godkendt.", "at ansøgningen ikke imødekommes", UNCLASSIFIED),
        ("Udvalget bevilgede 20.000 kr.", "at der ikke ydes tilskud", UNCLASSIFIED),
        ("Lokalplanen vedtaget.", "at lokalplanen ikke vedtages", UNCLASSIFIED),
        ("Godkendt.", "at der gives afslag", APPROVED),
        ("Udvalget tiltrådte indstillingen.", "at ansøgningen ikke imødekommes", APPROVED),
        ("Godkendt med 20.000 kr.", "at ansøgningen afslås", UNCLASSIFIED),
        ("Udvalget godkendte, at kantinen bevares.", "at kantinen nedlægges", UNCLASSIFIED),
        ("Udvalget godkendte, at kantinen lukkes.", "at kantinen bevares", UNCLASSIFIED),
        ("Udvalget godkendte, at kantinen lukkes.", "at kantinen nedlægges", APPROVED),
        ("Lokalplanen vedtaget.", "at lokalplanen vedtages", APPROVED),
        ("Imødekommet som indstillet.", "at kajen males\nat molen afslås", APPROVED),
    ],
)
def test_a_grant_where_a_refusal_was_recommended_is_no_approval_of_it(
    words: str, asked: str, expected: Outcome
) -> None:
    assert outcome(words, asked) is expected
