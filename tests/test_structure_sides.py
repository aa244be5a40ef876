"""One of several sides that does not go along with what was decided: a dissent, no rejection."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (
            "Aftalen fornys for to år. Vestby Kommune kunne ikke tiltræde prisen og bød 40 kr.",
            Outcome.UNCLASSIFIED,
        ),
        ("Tiltrådt. Molebyens Idræt kan ikke støtte ordningen.", Outcome.APPROVED_WITH_CHANGE),
        ("Sagen udsættes til maj. Lærersiden kunne ikke tiltræde det.", Outcome.DEFERRED),
        ("Gebyret sættes op. Færgelauget kan ikke godkende beløbet.", Outcome.UNCLASSIFIED),
    ],
)
def test_a_side_that_does_not_go_along_rejects_nothing(words: str, outcome: Outcome) -> None:
    assert classify(words, "Havneforum") is outcome


@pytest.mark.parametrize(
    "words",
    [
        "Udvalget kunne ikke tilslutte sig indstillingen.",
        "Havneforum kunne ikke tiltræde forslaget.",
        "Sagen drøftes. Havneforum kunne ikke tiltræde forslaget.",
        "Gebyret drøftes. Bestyrelsen kan ikke godkende beløbet.",
        "Vestby Kommune kan ikke imødekomme ansøgningen.",
        "Ansøgningen ønskes fremmet. Vestby Kommune kan ikke støtte den.",
    ],
)
def test_a_body_that_does_not_go_along_rejects(words: str) -> None:
    assert classify(words, "Havneforum") is Outcome.REJECTED
