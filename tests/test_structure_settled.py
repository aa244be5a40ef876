"""What is settled beside a discussion, a noting or an approval, and what is given up."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.departures import departed
from ingest.structure.outcomes.extensions import acts_further

ASKED = "at havneplanen vedtages."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Udvalget drøftede sagen og besluttede at lukke havnen.", Outcome.UNCLASSIFIED),
        ("Drøftet, hvorefter udvalget besluttede, at havnen lukkes.", Outcome.UNCLASSIFIED),
        ("Drøftet. Udvalget valgte model B.", Outcome.UNCLASSIFIED),
        ("Drøftet, og forslaget opgives.", Outcome.REJECTED),
        ("Taget til efterretning. Aftalen opsiges.", Outcome.UNCLASSIFIED),
        ("Orientering givet. Det besluttedes at sælge kranen.", Outcome.UNCLASSIFIED),
        ("Drøftet. Udvalget besluttede at genoptage sagen på næste møde.", Outcome.DEFERRED),
        ("Drøftet. Udvalget besluttede at invitere foreningen.", Outcome.DISCUSSED),
        ("Udvalget drøftede rådets beslutning om at lukke havnen.", Outcome.DISCUSSED),
        ("Udvalget drøftede, hvordan det besluttes at lukke havne.", Outcome.DISCUSSED),
        ("Taget til efterretning, at rådet besluttede at lukke havnen.", Outcome.NOTED),
        ("Taget til efterretning. Udvalget ønsker en status.", Outcome.NOTED),
    ],
)
def test_what_is_settled_wins_over_what_is_discussed(words: str, expected: Outcome) -> None:
    assert classify(words, "Havneudvalget") is expected


@pytest.mark.parametrize(
    "words",
    [
        "Vedtaget, og derudover afsættes 20.000 kr.",
        "Vedtaget, og der ansættes en havnefoged.",
        "Vedtaget, herunder at taksten sænkes.",
        "Vedtaget samt at broen fjernes.",
        "Vedtaget. Endvidere besluttede udvalget at sælge kranen.",
        "Vedtaget. Derudover bevilges 10.000 kr.",
        "Udvalget vedtog planen og bevilgede 80.000 kr. til skilte.",
    ],
)
def test_a_further_act_is_a_change(words: str) -> None:
    assert departed(classify(words), words, ASKED) is Outcome.APPROVED_WITH_CHANGE


@pytest.mark.parametrize(
    "words",
    [
        "Vedtaget, og udvalget takkede for arbejdet.",
        "Vedtaget og underskrevet.",
        "Vedtaget, og sagen sendes videre til rådet.",
        "Vedtaget. Ordningen evalueres om et år.",
        "Vedtaget, og udvalget ser frem til åbningen.",
    ],
)
def test_courtesy_and_procedure_are_none(words: str) -> None:
    assert not acts_further(words, ASKED)
    assert classify(words) is Outcome.APPROVED


def test_an_act_that_was_recommended_is_no_further_one() -> None:
    assert not acts_further("Vedtaget, og der ansættes en havnefoged.", "at en havnefoged ansættes")


def test_a_resolution_of_another_thing_is_no_approval() -> None:
    words = "Udvalget vedtog at hæve taksten."
    asked = "at orienteringen tages til efterretning"
    assert departed(classify(words), words, asked) is Outcome.UNCLASSIFIED


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Henlagt.", Outcome.REJECTED),
        ("Sagen henlægges.", Outcome.REJECTED),
        ("Forslaget droppes.", Outcome.REJECTED),
        ("Planen blev opgivet.", Outcome.REJECTED),
        ("Projektet skrinlægges.", Outcome.REJECTED),
        ("Forslaget nyder ikke fremme.", Outcome.REJECTED),
        ("Udvalget henlagde sagen.", Outcome.REJECTED),
        ("Ikke henlagt.", Outcome.UNCLASSIFIED),
        ("Overskuddet henlægges til kajen.", Outcome.UNCLASSIFIED),
    ],
)
def test_a_proposal_that_is_given_up_is_rejected(words: str, expected: Outcome) -> None:
    assert classify(words) is expected
