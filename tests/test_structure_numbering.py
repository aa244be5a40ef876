"""Which numbered lines are items, and which are numbered parts of one."""

from tests.structure_layouts import decided, numbers_and_titles, outcomes, read, recommended

HEAD = "Referat af møde i Digeudvalget den 4. maj 2011\n\n"


def test_parts_numbered_below_their_item_are_no_items() -> None:
    document = read(
        HEAD + "Pkt. 1. Godkendelse af dagsorden\n1.1 Beslutning\nGodkendt.\n\n"
        "Pkt. 2. Nyt dige\n\n2.1 Resume\nDiget skal være højere.\n\n2.2 Tidsplan\nTo år.\n\n"
        "2.3 Indstilling\nDigefogeden indstiller, at diget hæves en meter.\n\n"
        "2.4 Beslutning\nVedtaget, dog kun en halv meter.\n\nPkt. 3. Eventuelt\nIntet.\n"
    )
    assert numbers_and_titles(document) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Nyt dige"),
        ("3", "Eventuelt"),
    ]
    assert recommended(document, "2") == ["at diget hæves en meter."]
    assert decided(document, "2") == ["Vedtaget, dog kun en halv meter."]
    assert outcomes(document) == ["approved", "approved_with_change", "none"]


def test_parts_numbered_anew_in_every_item_are_no_items() -> None:
    parts = (
        "1. Resume\nOm diget.\n\n2. Indstilling\nDet indstilles, at det hæves.\n\n3. Beslutning\n"
    )
    document = read(
        HEAD + f"Punkt 1: Norddiget\n\n{parts}Godkendt.\n\nPunkt 2: Syddiget\n\n{parts}Udsat.\n"
    )
    assert numbers_and_titles(document) == [("1", "Norddiget"), ("2", "Syddiget")]
    assert outcomes(document) == ["approved", "deferred"]


def test_points_below_an_item_that_are_named_like_parts_are_items() -> None:
    document = read(
        HEAD + "1. Referat\n\nBeslutning\nGodkendt.\n\n2. Orientering\n\n"
        "2.1 Økonomi\n\nSagsnr. 11/101\n\nBeslutning\nTaget til efterretning.\n\n"
        "2.2 Pumper\n\nSagsnr. 11/102\n\nBeslutning\nTaget til efterretning.\n"
    )
    assert [i.number for i in document.items] == ["1", "2", "2.1", "2.2"]
