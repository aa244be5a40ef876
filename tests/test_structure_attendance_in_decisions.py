"""Who came, as the decision on the first item lists it."""

from tests.structure_layouts import decided, read

PAPER = """Referat
til
mødet i LMU Havnen
den 3. maj 2021 kl. 11:30

1. Godkendelse af dagsorden

Beslutning

Dagsordenen blev godkendt.

Deltagere:

Ida Vad

Bo Lund, Kajen

Afbud:

- Eva Skov
- Ib Krog (suppleant Maja Dam deltager i stedet)

2. Ny kran

Beslutning

Godkendt.
"""


def test_lists_below_a_label_are_of_the_meeting() -> None:
    assert {(a.name, a.presence.value, a.item) for a in read(PAPER).attendance} == {
        ("Ida Vad", "present", None),
        ("Bo Lund", "present", None),
        ("Eva Skov", "apology", None),
        ("Ib Krog", "apology", None),
    }


def test_they_are_no_part_of_the_decision() -> None:
    assert decided(read(PAPER), "1") == ["Dagsordenen blev godkendt."]


def test_an_apology_told_in_a_sentence_of_the_first_item_is_for_the_meeting() -> None:
    paper = read(PAPER.replace("Deltagere:\n\nIda Vad", "Afbud fra: Ida Vad og Maja Dam."))
    assert ("Ida Vad", None) in {(a.name, a.item) for a in paper.attendance}


def test_where_several_work_is_nobody() -> None:
    paper = read(
        "Referat af møde i havnerådet den 3. maj 2021\n\nDeltagere:\n\n"
        "Kontorchef Ida Vad, Nære Indkøb\n\nKonsulent Bo Lund, Nære Indkøb\n\n"
        "Eva Skov, Maja Dam\n\n1. Ny kran\n\nBeslutning\n\nGodkendt.\n"
    )
    assert [a.name for a in paper.attendance] == ["Ida Vad", "Bo Lund", "Eva Skov", "Maja Dam"]
