"""A recommendation whose clauses stand on lines of their own."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.led_clauses import with_clauses


@pytest.mark.parametrize(
    "words",
    [
        "Havneudvalget indstiller til byrådet,\n\nat budgettet godkendes, og\n\nat molen fjernes.",
        "Havneudvalget anbefaler:\n\n• at lånet endeligt godkendes\n\n• at renten bindes",
        "Udvalget anbefalede over for byrådet,\nat planen vedtages.",
    ],
)
def test_what_is_recommended_is_not_approved(words: str) -> None:
    assert classify(words) is Outcome.RECOMMENDED


def test_what_was_decided_in_clauses_stays_decided() -> None:
    assert classify("Byrådet besluttede,\n\nat budgettet godkendes.") is not Outcome.RECOMMENDED
    words = "Havneudvalget indstiller,\n\nat lånet optages.\n\nIndstillingen blev godkendt."
    assert classify(words) is Outcome.APPROVED


def test_a_sentence_behind_the_clauses_stands_by_itself() -> None:
    said = ["Udvalget indstiller,", "at broen bygges.", "Ida Vad stemte imod.", "at stien lukkes."]
    assert with_clauses(said) == [
        "Udvalget indstiller, at broen bygges.",
        "Ida Vad stemte imod.",
        "at stien lukkes.",
    ]
