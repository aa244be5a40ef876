"""What several bodies or sides decide together, or one finds and then rules."""

import pytest

from tests.structure_layouts import decided, read

JOINT = (
    "Referat af fællesmøde i Vandudvalget og Skovudvalget den 12. maj 2023\n\n"
    "Til stede: Bo Friis (formand), Ida Krog\n\n"
    "Ad 1 Dagsorden\nGodkendt.\n\n"
    "Ad 2 Stien\nStien er smal. Bo spurgte til bredden. {}\n\n"
    "Ad 3 Eventuelt\nIntet.\n"
)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Begge udvalg godkendte linjeføringen.", "approved"),
        ("De to udvalg vedtog linjeføringen.", "approved"),
        ("Udvalgene enedes om en bredde på to meter.", "unclassified"),
        ("Begge parter accepterede linjeføringen.", "approved"),
        ("Foreningerne accepterede prisen.", "approved"),
        ("Kommunen og lodsejerne var enige om, at broen ikke kan godkendes.", "rejected"),
        ("Jagtforeningen og kommunen enedes om at dele udgiften.", "unclassified"),
        ("SU-Skov godkendte stien. SU-Vand udsatte sin stillingtagen.", "unclassified"),
        ("Påtalen meddeles lodsejeren.", "unclassified"),
        (
            "Udvalget fandt, at hegnet er ulovligt. Ejeren skal derfor fjerne det.",
            "unclassified",
        ),
        ("Udvalget fandt ikke grundlag for at påtale hegnet.", "unclassified"),
    ],
)
def test_what_several_decide_together_is_the_decision(sentence: str, outcome: str) -> None:
    minutes = read(JOINT.format(sentence))
    assert " ".join(decided(minutes, "2")) == sentence
    assert minutes.decisions[1].outcome.value == outcome


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Friis og Ida Krog var enige om, at stien er for smal.",
        "Formanden og kassereren var enige om, at stien er for smal.",
        "Begge bestyrelser godkendte linjeføringen.",
        "Udvalget fandt stien smal.",
        "Kommunen skal derfor lave en plan.",
        "Afslaget meddeles normalt inden en uge.",
    ],
)
def test_what_others_say_or_what_follows_from_no_finding_is_no_decision(sentence: str) -> None:
    assert read(JOINT.format(sentence)).decisions[1].outcome.value == "none"


def test_what_both_committees_did_is_no_decision_of_the_council() -> None:
    minutes = read(
        "Referat af møde i Byrådet den 12. maj 2023\n\nTil stede: Bo Friis (formand), Ida Krog\n\n"
        "Ad 1 Dagsorden\nGodkendt.\n\nAd 2 Stien\nStien er smal. Begge udvalg godkendte den.\n\n"
        "Ad 3 Eventuelt\nIntet.\n"
    )
    assert minutes.decisions[1].outcome.value == "none"
