"""What is noted was decided by others; what somebody says is no decision."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.noting import without_noted
from tests.structure_layouts import outcomes, read


@pytest.mark.parametrize(
    "words",
    [
        "Udvalget tog havnefogedens afslag til efterretning.",
        "Udvalget tog til efterretning, at ansøgningen er blevet afvist.",
        "At Byrådet har forkastet forslaget, blev taget til efterretning.",
        "At sagen ikke er godkendt, tages til efterretning.",
        "Redegørelsen om godkendte plejefamilier blev taget til efterretning.",
        "Kommunens afvisning tages til efterretning.",
        "Godkendelsen af kajen tages til orientering.",
    ],
)
def test_a_refusal_or_approval_that_is_noted_is_noted(words: str) -> None:
    assert classify(words, "Havneudvalget") is Outcome.NOTED


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Udvalget tog status til efterretning og godkendte planen.", Outcome.APPROVED),
        ("Indstillingen blev godkendt og status taget til efterretning.", Outcome.APPROVED),
        ("Udvalget tog ikke afslaget til efterretning.", Outcome.UNCLASSIFIED),
        ("Ej til efterretning.", Outcome.UNCLASSIFIED),
        ("Udvalget tog ikke stilling.", Outcome.UNCLASSIFIED),
        ("Anna svarede, at det blev godkendt sidste år.", Outcome.UNCLASSIFIED),
        ("Beslutningen på sidste møde, hvor sagen blev udsat, blev godkendt.",
         Outcome.UNCLASSIFIED),
        ("Såfremt Byrådet godkender budgettet, er udvalget positivt indstillet.",
         Outcome.UNCLASSIFIED),
        ("Blev i k k e godkendt.", Outcome.REJECTED),
        ("IKKE-GODKENDT", Outcome.REJECTED),
        ("Godkendt: 0. Afvist: 9.", Outcome.VOTE),
        ("Ja: 9. Nej: 11.", Outcome.VOTE),
        ("Bevilget: 9.000 kr.", Outcome.APPROVED),
        ("~~Godkendt~~ Afvist", Outcome.REJECTED),
        ("Sagen stilles i bero.", Outcome.DEFERRED),
        ("Punktet blev flyttet til næste møde.", Outcome.DEFERRED),
        ("Rådet vender tilbage til sagen i efteråret.", Outcome.DEFERRED),
        ("Udvalget ønskede flere oplysninger, inden der træffes beslutning.", Outcome.DEFERRED),
        ("Godkendt. Udvalget ønskede flere oplysninger, inden sagen behandles i rådet.",
         Outcome.APPROVED),
        ("Forslagsstilleren trak forslaget tilbage.", Outcome.SENT_BACK),
        ("Udvalget trak sin godkendelse tilbage.", Outcome.UNCLASSIFIED),
        ("Indstillingen tiltrædes ikke af et flertal bestående af K.", Outcome.REJECTED),
        ("Efter afstemning (7 for, 8 imod) kunne planen ikke godkendes.", Outcome.REJECTED),
        ("Udvalget besluttede ikke at yde tilskud.", Outcome.REJECTED),
        ("Ikke udsat. Godkendt.", Outcome.APPROVED),
        ("Godkendt. Sagen udsættes ikke.", Outcome.APPROVED),
        ("Sagen udsættes ikke.", Outcome.UNCLASSIFIED),
        ("Vedtaget. Enhedslisten kan ikke tiltræde.", Outcome.APPROVED_WITH_CHANGE),
        ("Ved mødets start blev dagsordenen godkendt. Punktet blev udsat.", Outcome.DEFERRED),
    ],
)  # fmt: skip
def test_what_is_said_of_a_decision_is_told_from_the_decision(words: str, outcome: Outcome) -> None:
    assert classify(words, "Havneudvalget") is outcome


def test_what_is_noted_goes_and_what_is_decided_beside_it_stays() -> None:
    assert without_noted("rådet tog afslaget til efterretning") == "rådet tog det til efterretning"
    both = "rådet tog status til efterretning og godkendte planen"
    assert without_noted(both).endswith("og godkendte planen")


HEAD = "Referat af møde i Havneudvalget den 4. maj 2022\n\n"
NEXT = "\n\n2. Molen\n\nBeslutning\n\nAfvist.\n"


@pytest.mark.parametrize(
    "part",
    [
        "Indstilling\n\nFogeden indstiller,\n\nat kajen males.\n\nVedtaget politik\n\n"
        "Politikken for kajer blev godkendt i 2011.",
        "Indstilling\n\nFogeden indstiller, at kajen males.\n\nUdkast til beslutning\n\nGodkendt.",
        "Høringssvar\n\nGrundejerne har besluttet at støtte det. Beslutning: Godkendt af dem.",
        "Beslutning\n\nGodkendt (forventet).",
    ],
)
def test_words_of_others_and_what_is_expected_are_no_decision(part: str) -> None:
    assert outcomes(read(f"{HEAD}1. Kajen\n\n{part}{NEXT}"))[0] == "none"


@pytest.mark.parametrize(
    ("part", "outcome"),
    [
        ("Beslutning\n\nUdvalget besluttede:\n\n1. Kajen godkendes\n\n2. Molen males", "approved"),
        ("Beslutning\n\nIndstillingen: 3 for, 8 imod.", "vote"),
        ("Sagsfremstilling\n\nBeslutning fra seneste møde:\n\nGodkendt.\n\nBeslutning\n\nAfvist.",
         "rejected"),
    ],
)  # fmt: skip
def test_a_decision_is_all_of_its_part_and_nothing_before_it(part: str, outcome: str) -> None:
    assert outcomes(read(f"{HEAD}1. Kajen\n\n{part}{NEXT}"))[0] == outcome
