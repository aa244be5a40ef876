"""Parts of an item that stand in one paragraph, as a PDF of narrow columns gives them."""

import pytest

from index.decisions import Outcome
from tests.structure_layouts import decided, item, outcomes, read, recommended

HEAD = "Referat af møde i Havneudvalget den 4. april 2029\n\nTil stede: Ib Krog, Maja Dam\n\n"


def test_what_is_decided_is_parted_from_what_was_recommended() -> None:
    minutes = read(
        HEAD + "1. Ny kran\n"
        "Sagsfremstilling: Kranen er fra 1994 og har ikke været efterset. "
        "Indstilling: Havnekontoret indstiller, at kranen skrottes, og at der afsættes "
        "400.000 kr. til en ny. Beslutning: "
        "Udvalget godkendte skrotningen med den ændring, at beløbet sænkes til 300.000 kr.\n\n"
        "2. Bøjer\nIndstilling: At der købes fire bøjer. Beslutning: Udsat.\n"
    )
    assert recommended(minutes, "1")[-1] == "at der afsættes 400.000 kr. til en ny."
    assert decided(minutes, "1")[0].startswith("Udvalget godkendte skrotningen med den ændring")
    assert decided(minutes, "2") == ["Udsat."]
    assert outcomes(minutes) == ["approved_with_change", "deferred"]


@pytest.mark.parametrize(
    "text",
    [
        "Baggrund: Planen er gammel. Kystudvalget den 3. maj 2028. Beslutning: Anbefales vedtaget.",
        "Ejerne har drøftet den. Beslutning: Godkendt af dem.",
    ],
)
def test_what_others_decided_is_no_decision_because_it_is_labelled(text: str) -> None:
    minutes = read(f"{HEAD}1. Molen\n{text}\n\nBeslutning\nUdsat.\n\n2. Eventuelt\nIntet.\n")
    decision = minutes.decision_of(item(minutes, "1").index)
    assert decision is not None
    assert decision.outcome is Outcome.DEFERRED
