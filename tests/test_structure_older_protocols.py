"""Decisions that stand in the item's own text, and the formulas of protocols of the 1990s."""

import pytest

from index.decisions import Outcome
from index.documents import Presence
from ingest.structure.outcomes.classifying import classify
from tests.structure_layouts import decided, item, outcomes, read

HEAD = "BESLUTNINGSPROTOKOL\n\nHavnekontaktudvalget\nMødet den 4. maj 1998\n\n"
CAME = (
    "Til stede: Ib Krog, havnechef H. P. Dam, prakt. læge Maja Lund.\n"
    "Fraværende: prakt. læge Ole Holm (forfald), Eva Krog.\n\n"
)


def of_item(words: str) -> tuple[str, list[str]]:
    minutes = read(
        f"{HEAD}{CAME}Sag nr. 1.\nProtokol.\nVedtoges.\n\nSag nr. 2.\n{words}\n\n"
        "Sag nr. 3.\nEventuelt.\nIntet.\n"
    )
    decision = minutes.decision_of(item(minutes, "2").index)
    assert decision is not None
    return str(decision.outcome), decided(minutes, "2")


@pytest.mark.parametrize(
    ("words", "outcome", "decision"),
    [
        (
            "Ny bom.\nForslaget afvistes. Ib Krog stemte for.",
            "rejected",
            "Forslaget afvistes. Ib Krog stemte for.",
        ),
        ("Ny bom.\nUdskødes til juni.", "deferred", "Udskødes til juni."),
        (
            "Ny bom.\nOrienteringen toges til efterretning.",
            "noted",
            "Orienteringen toges til efterretning.",
        ),
        (
            "Ny bom.\nEva Krog pålagdes at indhente tilbud.",
            "unclassified",
            "Eva Krog pålagdes at indhente tilbud.",
        ),
        (
            "Slæbested.\nUdvalget indstiller til Amtsrådet, at der afsættes kr. 12.000.",
            "recommended",
            "Udvalget indstiller til Amtsrådet, at der afsættes kr. 12.000.",
        ),
        (
            "Vagter.\nHonoraret fastsættes fra 1. juni 1998 til kr. 41,50 pr. time.",
            "unclassified",
            "Honoraret fastsættes fra 1. juni 1998 til kr. 41,50 pr. time.",
        ),
    ],
)
def test_what_an_old_protocol_decides(words: str, outcome: str, decision: str) -> None:
    assert of_item(words) == (outcome, [decision])


def test_persons_with_a_shortened_title_are_persons() -> None:
    minutes = read(f"{HEAD}{CAME}Sag nr. 1.\nProtokol.\nVedtoges.\n\nSag nr. 2.\nBom.\nUdsattes.\n")
    came = {a.name: (a.presence, a.organisation) for a in minutes.attendance}
    assert came["Maja Lund"] == (Presence.PRESENT, None)
    assert came["Ole Holm"] == (Presence.ABSENT, None)
    assert len(came) == 5


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Rådet imødekom ansøgningen for et år.", "approved_with_change"),
        ("Rådet returnerede oplægget til gruppen.", "sent_back"),
        ("Rådet fulgte ikke indstillingen.", "rejected"),
        ("Rådet oversendte ønsket til havnechefen.", "unclassified"),
        ("Parterne er enige om, at bommen kun hæves én gang.", "unclassified"),
    ],
)
def test_what_a_body_does_at_the_end_of_an_item_is_its_decision(words: str, outcome: str) -> None:
    minutes = read(
        "Referat\nHavnerådet den 4. maj 2031\n\n1. Bommen\nBommen er gammel.\n\n"
        f"{words}\n\n2. Kajen\nGodkendt.\n"
    )
    assert decided(minutes, "1") == [words]
    assert outcomes(minutes)[0] == outcome


def test_a_conclusion_may_have_one_letter() -> None:
    minutes = read(
        "Havnerådet\nMøde den 4. maj 2031\n\nPkt. 1 Referat\nGodkendt.\n\n"
        "Pkt. 2 Bommen\nIb fremlagde tallene.\nK: Bommen bevares. Eva laver et oplæg.\n\n"
        "Pkt. 3 Lys\nK: Til efterretning.\n"
    )
    assert decided(minutes, "2") == ["Bommen bevares. Eva laver et oplæg."]
    assert outcomes(minutes) == ["approved", "unclassified", "noted"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kystfonden har givet afslag.", Outcome.UNCLASSIFIED),
        ("Vej og Park har bevilget to bænke. Rådet tager det til efterretning.", Outcome.NOTED),
        ("Havnerådet har bevilget to bænke.", Outcome.APPROVED),
        (
            "Rådet besluttede, at salen lukkes kl. 22. Natåbning blev ikke vedtaget.",
            Outcome.UNCLASSIFIED,
        ),
        ("Natåbning blev ikke vedtaget.", Outcome.REJECTED),
    ],
)
def test_news_of_others_and_what_is_settled_besides_are_no_refusal(
    words: str, expected: Outcome
) -> None:
    assert classify(words, "Havnerådet") is expected


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Indstillingen godkendes for 2031. 2032 tages op til foråret.", "approved_with_change"),
        ("Godkendt for 2031 og 2032.", "approved"),
        ("Indstillingen godkendes.", "approved"),
    ],
)
def test_one_of_several_years_is_not_all_that_was_recommended(words: str, outcome: str) -> None:
    minutes = read(
        "Referat\nHavnerådet den 4. maj 2030\n\n1. Vagter\nIndstilling\n"
        "Det indstilles, at ordningen fortsætter i 2031 og 2032.\n"
        f"Beslutning\n{words}\n\n2. Kajen\nBeslutning\nGodkendt.\n"
    )
    assert outcomes(minutes)[0] == outcome
