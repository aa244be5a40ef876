"""A row of a table is the figure of one thing: asked for another, it answers nothing."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from bot.wording import phrase
from tests.asked_papers import ask, assistant_on, quotes

AGREEMENT = """\
Lokalaftale om dykkertjeneste i Havneudvalget

Aftalen er indgået den 3. marts 2021 mellem Havneudvalget og dykkernes forening.

1. Parterne

Dykkerne renser skroge, efterser moler og finder tabte genstande efter aftale med havnefogeden.

2. Ydelser

| Ydelse | 2022 | 2023 |
|---|---|---|
| Eftersyn af molehoved | 640 kr. | 660 kr. |
| Rensning af skrog | 850 kr. | 875 kr. |
| Tillæg for nattevagt | 120 kr. | 125 kr. |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"aftale.md": AGREEMENT}
    with assistant_on(tmp_path_factory.mktemp("lines"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "Hvad er honoraret for isdykkertjeneste i lokalaftalen?",
        "Hvad koster en bjergning efter lokalaftalen om dykkertjeneste?",
    ],
)
def test_no_row_answers_for_a_thing_that_no_row_names(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "kr." not in reply.text


def test_the_row_that_names_it_answers(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad koster rensning af et skrog i 2023?")
    assert "875" in reply.text
    assert any("Rensning af skrog" in quote for quote in quotes(reply))


def test_rows_of_one_table_are_no_sources_that_differ(assistant: Assistant) -> None:
    for text in ("Hvad koster rensning i 2023?", "Hvad betales der for eftersyn og rensning?"):
        assert phrase("sources_differ", "da") not in ask(assistant, text).warnings
