"""What became of a matter that was left open, as a later paper tells it under another item."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.wording import phrase
from tests.asked_papers import ask, assistant_on

HEAD = "Referat af møde i Badehusrådet\nden {} kl. 16.00\n\nTil stede: Palle Rør (formand)\n\n"
FIRST = (
    HEAD.format("8. juni 2022")
    + """\
1. Lukning af saunaen om aftenen

Beslutning: Drøftet. Lederen træffer afgørelse senere.

2. Nye omklædningsskabe

Beslutning: Godkendt.

3. Rampe til kørestole

Beslutning: Udsat.
"""
)
LATER = (
    HEAD.format("7. september 2022")
    + """\
1. Siden sidst

Lederen har besluttet, at saunaen er åben til kl. 20. Skabene er bestilt.

Beslutning: Taget til efterretning.

2. Trappen

Beslutning: Godkendt.
"""
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"1.txt": FIRST, "2.txt": LATER}
    with assistant_on(tmp_path_factory.mktemp("later"), papers) as assistant:
        yield assistant


def test_a_matter_only_discussed_is_told_with_what_was_decided_since(assistant: Assistant) -> None:
    text = ask(assistant, "Hvad besluttede Badehusrådet om lukning af saunaen?").text
    assert phrase("told_later_heading", "da") in text
    assert "saunaen er åben til kl. 20" in text


@pytest.mark.parametrize("matter", ["nye omklædningsskabe", "rampe til kørestole"])
def test_nothing_is_told_later_of_what_was_decided_or_is_not_named(
    assistant: Assistant, matter: str
) -> None:
    text = ask(assistant, f"Hvad besluttede Badehusrådet om {matter}?").text
    assert phrase("told_later_heading", "da") not in text
