"""Proposals that somebody made at the meeting: what falls decides nothing, what is carried does."""

import pytest

from ingest.structure.outcomes.amounts import changes_amount
from ingest.structure.outcomes.changes import alters
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.fallen import without_fallen
from tests.structure_layouts import read


@pytest.mark.parametrize(
    "words",
    [
        "Liste T foreslog, at punktet udskydes. Forslaget blev ikke vedtaget. "
        "Indstillingen blev godkendt med stemmerne fra A og F.",
        "Ib Krog stillede forslag om en lavere pris. Forslaget faldt. Indstillingen tiltrådt.",
        "K fremsatte ændringsforslag om to pladser. Ændringsforslaget nedstemt. Godkendt.",
        "Forslag om at sende sagen retur og tilbage til udvalget blev nedstemt. Godkendt.",
        "Forslaget om at tage punktet af dagsordenen blev forkastet. Herefter godkendt.",
    ],
)
def test_a_proposal_that_fell_leaves_the_approval_as_it_is(words: str) -> None:
    assert classify(words).value == "approved"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("V foreslog, at sagen udsættes. Forslaget blev vedtaget.", "deferred"),
        ("V foreslog, at punktet hjemvises. Forslaget blev vedtaget.", "sent_back"),
        (
            "V foreslog, at prisen sænkes til 40 kr. Forslaget blev vedtaget.",
            "approved_with_change",
        ),
        ("Ib Krog foreslog Maja Dam som formand. Forslaget blev vedtaget.", "approved"),
        ("Ib Krog foreslog en lavere pris. Forslaget blev ikke vedtaget.", "rejected"),
        (
            "V foreslog, at prisen sænkes. Forslaget faldt. Indstillingen blev ikke godkendt.",
            "rejected",
        ),
    ],
)
def test_what_became_of_a_proposal_is_what_was_decided(words: str, outcome: str) -> None:
    assert classify(words).value == outcome


def test_the_proposal_of_who_brings_the_item_is_the_item() -> None:
    said = ["Forvaltningen foreslog, at broen rives ned.", "Forslaget blev forkastet.", "Godkendt."]
    assert without_fallen(said) == said


@pytest.mark.parametrize(
    ("words", "asked", "told", "changed"),
    [
        ("Godkendt med et beløb på 50.000 kr.", "at ansøgningen godkendes.", "", True),
        ("Tiltrådt med 50.000 kr.", "at foreningen får tilskud.", "", True),
        ("Godkendt med 50.000 kr.", "at der ydes 80.000 kr.", "", True),
        ("Godkendt med 50.000 kr.", "at ansøgningen godkendes.", "Der søges 50.000 kr.", False),
        ("Godkendt med et beløb på 50.000 kr.", "", "", False),
        ("Godkendt med 5 stemmer mod 2.", "at ansøgningen godkendes.", "", False),
    ],
)
def test_a_sum_with_which_is_approved_and_that_nobody_named_is_a_change(
    words: str, asked: str, told: str, *, changed: bool
) -> None:
    assert changes_amount(words, asked, told) is changed


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("Støtten gives som lån.", True),
        ("Tilskuddet udbetales først i 2027.", True),
        ("Beløbet kan alene bruges til maling.", True),
        ("Bevillingen gives kun for et år.", True),
        ("Støtten er til stor glæde.", False),
        ("Beløbet er på 50.000 kr.", False),
    ],
)
def test_how_a_grant_is_given_is_a_change_where_it_was_not_recommended(
    sentence: str, *, changes: bool
) -> None:
    assert (alters(sentence) is not None) is changes


def test_a_loan_where_support_was_recommended_is_approved_with_a_change() -> None:
    paper = (
        "Havneudvalget\nReferat\nMøde den 3. juni 2014\n\n1. Klubhus\n\nIndstilling\n"
        "Det indstilles, at klubben får støtte{}.\n\nBeslutning\nGodkendt. Støtten gives som lån.\n"
    )
    outcomes = [
        read(paper.format(end)).decisions[0].outcome.value for end in ("", "; den gives som lån")
    ]
    assert outcomes == ["approved_with_change", "approved"]
