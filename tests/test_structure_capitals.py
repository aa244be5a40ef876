"""Names that a letterhead shouts are written as in running text."""

import pytest

from ingest.structure.head.capitals import lowered


@pytest.mark.parametrize(
    ("shouted", "name"),
    [
        ("KLIMA- OG TEKNIKUDVALGET", "Klima- og Teknikudvalget"),
        ("TVÆRGÅENDE STYREGRUPPE FOR MILJØ", "Tværgående Styregruppe for Miljø"),
        ("BYRÅDET", "Byrådet"),
        ("P R O T O K O L", "Protokol"),
        ("N O T A T om havnen", "NOTAT om havnen"),
    ],
)
def test_a_shouted_name_is_lowered(shouted: str, name: str) -> None:
    assert lowered(shouted) == name


@pytest.mark.parametrize(
    "name", ["HFU", "DANVA", "HFU og PLO", "Havneudvalget (HFU)", "Byrådet", ""]
)
def test_an_abbreviation_keeps_its_capitals(name: str) -> None:
    assert lowered(name) == name
