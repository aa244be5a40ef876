"""A recommendation that is not followed: a rejection only where nothing else was settled."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from tests.structure_layouts import read


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (
            "Rådet følger ikke indstillingen. Rådet anbefaler over for Teknisk Udvalg, at der"
            " bevilges 45.000 kr., betinget af at stien holdes åben. Ib Dam var uenig.",
            Outcome.RECOMMENDED,
        ),
        (
            "Nævnet følger ikke indstillingen, men anbefaler Byrådet, at stien asfalteres.",
            Outcome.RECOMMENDED,
        ),
        ("Indstillingen følges ikke. Der ydes et tilskud på 20.000 kr.", Outcome.UNCLASSIFIED),
        ("Udvalget fulgte ikke indstillingen og valgte model C.", Outcome.UNCLASSIFIED),
        (
            "Udvalget kan ikke tiltræde indstillingen. I stedet udvides molen i 2027.",
            Outcome.UNCLASSIFIED,
        ),
        ("Indstillingen blev ikke fulgt.", Outcome.REJECTED),
        ("Indstillingen blev ikke fulgt, da naboerne har klaget.", Outcome.REJECTED),
        ("Indstillingen følges ikke. Ansøgningen afvises.", Outcome.REJECTED),
        ("Indstillingen følges ikke. Sagen udsættes til maj.", Outcome.DEFERRED),
        ("Ikke godkendt, af hensyn til ynglende fugle.", Outcome.REJECTED),
    ],
)
def test_what_is_settled_instead_counts(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


def of_item(recommended: str, decided: str) -> Outcome:
    minutes = read(
        "Havnerådet\nReferat fra mødet den 18. april 2024\n\n1. Ansøgning fra roklubben\n"
        f"Indstilling\n{recommended}\nBeslutning\n{decided}\n\n2. Kajen\nBeslutning\nUdsat.\n"
    )
    return minutes.decisions[0].outcome


def test_a_refused_refusal_is_no_rejection() -> None:
    refusal = "Formanden indstiller, at der gives afslag."
    assert of_item(refusal, "Indstillingen følges ikke.") is Outcome.UNCLASSIFIED
    assert of_item(refusal, "Afslag.") is Outcome.REJECTED
    grant = "Formanden indstiller, at ansøgningen imødekommes."
    assert of_item(grant, "Indstillingen følges ikke.") is Outcome.REJECTED


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Tilbuddet fra Molebyg blev antaget.", Outcome.APPROVED),
        (
            "Tilbuddet antages under forbehold for, at lånet bevilges.",
            Outcome.APPROVED_WITH_CHANGE,
        ),
        ("Det antages, at prisen stiger.", Outcome.UNCLASSIFIED),
    ],
)
def test_an_accepted_tender_is_approved(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


def test_what_is_done_instead_of_a_known_advice_refuses_it() -> None:
    asked = "Formanden indstiller, at prøven med natlys fortsætter."
    refused = "Rådet kunne ikke tilslutte sig indstillingen. Lamperne fjernes i maj. "
    assert of_item(asked, refused + "I stedet males kajkanten hvid.") is Outcome.REJECTED
    assert of_item(asked, refused + "I stedet bevilges 9.000 kr.") is not Outcome.REJECTED
    refusal = "Formanden indstiller, at ansøgningen afvises."
    assert of_item(refusal, refused + "I stedet males kajkanten hvid.") is not Outcome.REJECTED
