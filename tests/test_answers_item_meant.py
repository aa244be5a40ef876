"""Which item a question about a decision means, and that no other is told twice or in its place."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "havn/2022-03-03.txt": """\
Havneudvalget
Referat af møde den 3. marts 2022

1. Mødedeltagere
Til stede: Lone Dahl (formand), Ivar Krog, Jens Riis
Afbud: Ida Holm
Beslutning
Mødet blev ledet af Lone Dahl.

2. Udstyr på kajen
Sagsnr. 22/118
Sagsfremstilling
Der er brug for en lastekran og for nye redningskranse. Lastekranen koster 900.000 kr.
Indstilling
Sekretariatet indstiller, at lastekranen købes, og at redningskransene skiftes.
Beslutning
Redningskransene blev godkendt. Lastekranen blev udsat, til prisen er undersøgt.

3. Toiletter
Sagsnr. 22/140
Beslutning
Godkendt.
""",
    "havn/2022-06-09.txt": """\
Havneudvalget
Referat af møde den 9. juni 2022

Til stede: Lone Dahl (formand), Ivar Krog

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Lastekranen (genoptaget)
Sagsnr. 22/118
Beslutning
Godkendt, dog højst 750.000 kr.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("meant"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    ["Hvad besluttede Havneudvalget om lastekranen?", "hvad blev der besluttet om lastekranen"],
)
def test_of_one_case_the_later_item_that_is_called_so_answers(
    assistant: Assistant, text: str
) -> None:
    assert quotes(ask(assistant, text))[0] == "Godkendt, dog højst 750.000 kr."


def test_what_is_told_as_later_in_the_case_is_not_told_again(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Havneudvalget om redningskranse?")
    assert "Redningskransene blev godkendt." in quotes(reply)[0]
    assert reply.text.count("punkt 2 · Lastekranen (genoptaget)") == 1


@pytest.mark.parametrize("name", ["Jens", "Jens Riis", "Ida Holm"])
def test_that_somebody_was_there_is_no_decision_on_them(assistant: Assistant, name: str) -> None:
    reply = ask(assistant, f"Hvad besluttede Havneudvalget om {name}?")
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "ledet af" not in reply.text
