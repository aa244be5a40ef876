"""The register of decisions is narrowed by words, also where they are part of longer ones."""

from collections.abc import Iterator

import pytest

from bot.listing.decided import decided_items
from index.archive import EVERYTHING, View
from index.documents import OPEN
from tests.asking_archive import archive_of

PAPER = """\
Referat af møde i Fritidsudvalget
den 3. maj 2021 kl. 16.00

1. Etablering af friluftsskole i Nordby

Sagsfremstilling
Der er regnet på bygning, drift og kørsel. Det koster 400.000 kr. om året, og der er 22 pladser.

Beslutning
Godkendt.

2. Skolernes regnskab

Sagsfremstilling
Skole for skole er regnskabet gennemgået. En skole har brugt mere end en anden skole, og den
tredje skole mindre. Hver skole får besked.

Beslutning
Godkendt.

3. Kvarterværkstedet

Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with (
        archive_of(tmp_path_factory.mktemp("decided"), PAPER) as archive,
        archive.views(frozenset({OPEN})) as opened,
    ):
        yield opened


@pytest.mark.slow
@pytest.mark.parametrize(
    ("about", "numbers"),
    [
        ("skole", {"1", "2"}),
        ("værksted", {"3"}),
        ("skole Nordby", {"1"}),
        ("regnskab", {"2"}),
        ("skib", set()),
    ],
)
def test_a_word_finds_the_items_whose_titles_have_it_within_a_longer_one(
    view: View, about: str, numbers: set[str]
) -> None:
    found = decided_items(view, EVERYTHING, about)
    assert {entry.item.number for entry in found} == numbers
