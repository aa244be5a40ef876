"""Quotations and parties' notes, which are not what was decided."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.unsaid import without_notes, without_quotations
from tests.structure_layouts import decided, outcomes, read


@pytest.mark.parametrize(
    "words",
    [
        'Referatet godkendt med rettelse: Under punkt 2 skulle der stå "Afvist".',
        "Referatet tiltrådt med den rettelse, at »Forkastet.« ændres til »Udsat.« i punkt 7.",
        "Godkendt med følgende ændring: ”Ikke imødekommet” udgår.",
        'Tiltrådt – i punkt 3 blev "afvist" rettet til "udsat".',
        "Godkendt med den rettelse, at punkt 5 (broen) ikke blev tiltrådt, men udskudt.",
        "Protokollen tiltrådt med den tilføjelse, at ansøgningen om bøjer blev afvist.",
    ],
)
def test_what_a_correction_says_of_another_decision_is_not_this_one(words: str) -> None:
    assert classify(words) is Outcome.APPROVED_WITH_CHANGE


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Med den ændring, at taksten sænkes, blev planen tiltrådt.", Outcome.APPROVED_WITH_CHANGE),
        ("Med den rettelse, at kajen udgår, kunne planen ikke tiltrædes.", Outcome.REJECTED),
        ("Planen med den ændring, at taksten sænkes, blev forkastet.", Outcome.REJECTED),
    ],
)
def test_a_decision_behind_a_correction_is_read(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ('"Afvist."', Outcome.REJECTED),
        ('Udvalget traf følgende beslutning: "Planen afvises."', Outcome.REJECTED),
        ("Havnefogedens 'nej' til kajen blev forkastet.", Outcome.REJECTED),
        ('Planen "Godkendt havn 2030" blev forkastet.', Outcome.REJECTED),
        ('Rapporten "Afvist ved kajen" blev taget til efterretning.', Outcome.NOTED),
        ("Afvist, da KL's vejledning ikke er fulgt.", Outcome.REJECTED),
    ],
)
def test_a_decision_in_quotation_marks_is_read_and_a_title_is_not(
    words: str, outcome: Outcome
) -> None:
    assert classify(words) is outcome


def test_quotations_leave_their_place_and_an_open_mark_loses_nothing() -> None:
    assert without_quotations('Titlen "Nej." er god.') == 'Titlen "". er god.'
    assert without_quotations('Titlen "Nej er god.') == 'Titlen "Nej er god.'
    assert without_quotations('"Nej."') == '"Nej."'


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Tiltrådt.\nProtokoltilførsel: Liste K kunne ikke godkende planen.", Outcome.APPROVED),
        ("Udsat.\nMindretalsudtalelse\nListe K forkaster planen.", Outcome.DEFERRED),
        ("Protokoltilførsel fra Liste K: Planen burde være afvist.\nTiltrådt.", Outcome.APPROVED),
        ("Protokoltilførsel: Liste K godkendte ikke planen.", Outcome.UNCLASSIFIED),
        ("Forslaget om en protokoltilførsel blev afvist.", Outcome.REJECTED),
    ],
)
def test_a_partys_note_is_not_the_decision(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


def test_notes_below_their_label_end_a_decision_and_beside_it_their_line() -> None:
    assert without_notes("Udsat.\nSærudtalelse\nNej.\nNej.") == "Udsat."
    assert without_notes("Særudtalelse: Nej.\nUdsat.") == "Udsat."


def test_minutes_that_wait_are_deferred_whatever_a_party_adds() -> None:
    minutes = read(
        "Referat\nMøde i Havneudvalget den 1. april 2020\n\n1. Bøjer\n\nBeslutning\n\nGodkendt.\n\n"
        "2. Kajen\n\nBeslutning\n\nAfventer.\n\nProtokoltilførsel\n\nListe K kan ikke godkende "
        "kajen.\n"
    )
    assert outcomes(minutes) == ["approved", "deferred"]
    assert decided(minutes, "2")[0] == "Afventer."
