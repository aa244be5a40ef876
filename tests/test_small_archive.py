"""The toy archive that other tests rest on."""

from tests.small_archive import MARCH, understood


def test_the_toy_understands_a_sheet() -> None:
    document = understood("3.txt", MARCH).document
    assert [(item.number, item.closed) for item in document.items] == [
        ("1", False),
        ("2", True),
        ("3", False),
    ]
