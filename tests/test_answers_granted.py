"""What was granted in some time: a sum is told where a paper prints it, and never made."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "fond.txt": """\
Bestyrelsen for Havnefonden
Referat af møde den 3. maj 2023

Deltagere: Lone Dahl (formand), Ivar Krog

1. Ny kran
Beslutning: Godkendt. Der bevilges 400.000 kr.

2. Bænke
Beslutning: Godkendt. Der bevilges 25.000 kr.

3. Eventuelt
Fonden har hermed i alt uddelt 425.000 kr. i år. I alt kom der ni ansøgninger.
""",
    "fond-2022.txt": """\
Bestyrelsen for Havnefonden
Referat af møde den 8. maj 2022

Deltagere: Lone Dahl (formand), Ivar Krog

1. Redningskrans
Beslutning: Godkendt. Der bevilges 12.000 kr.

2. Stige
Beslutning: Godkendt. Der bevilges 8.000 kr.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("granted"), PAPERS) as assistant:
        yield assistant


def test_a_sum_that_the_minutes_print_goes_first(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor meget bevilgede Havnefonden i alt i 2023?")
    assert quotes(reply)[0] == "Fonden har hermed i alt uddelt 425.000 kr. i år."
    assert "400.000 kr." in reply.text
    assert "ni ansøgninger" not in reply.text


def test_no_sum_is_made_where_none_is_printed(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor meget bevilgede Havnefonden i alt i 2022?")
    assert "12.000 kr." in reply.text
    assert "8.000 kr." in reply.text
    assert "20.000" not in reply.text
    assert "425.000" not in reply.text
