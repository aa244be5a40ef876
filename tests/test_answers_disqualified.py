"""Who took no part in an item, however a paper says it: nobody gets a "yes" against its words."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "bad/2021-02-03.txt": """\
Referat af møde i Badeudvalget den 3. februar 2021 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam, Lis Toft
           (deltog ikke i punkt 2), Ole Ravn, Per Juul
Afbud: Eva Holm

1. Saunavogn

Beslutning
Godkendt. Maja Dam er inhabil og deltog ikke i behandlingen.

2. Bademåtte

Beslutning
Godkendt.

3. Redningskrans

Beslutning
Godkendt. Grundet spørgsmål om habilitet havde Per Juul ordet til
sidst og sad ude på gangen imens.

4. Flagstang

Beslutning
Godkendt. Ole Ravn erklærer sig inhabil.

5. Badetrappe

Beslutning
Godkendt.
""",
    "bad/2021-06-02.txt": """\
Referat af møde i Badeudvalget den 2. juni 2021 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam, Lis Toft, Ole Ravn, Per Juul

1. Omklædningsrum

Beslutning
Godkendt. Lis Toft var inhabil og forlod lokalet.
""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("bathing"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Deltog Maja Dam i behandlingen af saunavognen?", "Maja Dam er inhabil"),
        ("Deltog Lis Toft i behandlingen af bademåtten?", "deltog ikke i punkt 2"),
        ("Deltog Ole Ravn i behandlingen af flagstangen?", "Ole Ravn erklærer sig inhabil"),
        ("Did Lis Toft take part in the item on omklædningsrum?", "inhabil og forlod lokalet"),
    ],
)
def test_who_took_no_part_gets_a_no_with_the_words(
    bot: Assistant, question: str, words: str
) -> None:
    reply = ask(bot, question)
    assert reply.kind is ReplyKind.PEOPLE
    assert "Nej." in reply.text or "No." in reply.text
    assert any(words in " ".join(quote.split()) for quote in quotes(reply))


def test_words_that_were_not_read_are_quoted_in_place_of_a_yes(bot: Assistant) -> None:
    reply = ask(bot, "Deltog Per Juul i behandlingen af redningskransen?")
    assert "Ja." not in reply.text
    assert "siger ikke andet" not in reply.text
    assert any("sad ude på gangen" in quote for quote in quotes(reply))


def test_whom_an_item_does_not_name_was_there(bot: Assistant) -> None:
    assert "Ja." in ask(bot, "Deltog Per Juul i behandlingen af saunavognen?").text


def test_an_item_that_tells_of_a_conflict_is_not_said_to_name_nobody(bot: Assistant) -> None:
    reply = ask(bot, "Hvem deltog ikke i punkt 3 på Badeudvalgets møde i februar 2021?")
    assert "nævner ingen" not in reply.text
    assert any("habilitet" in quote for quote in quotes(reply))


@pytest.mark.parametrize(
    "question", ["Hvem var inhabil i Badeudvalget i 2021?", "Who was disqualified in 2021?"]
)
def test_all_who_were_disqualified_are_told_and_nobody_who_was_only_away(
    bot: Assistant, question: str
) -> None:
    reply = ask(bot, question)
    told = " ".join(quotes(reply))
    assert all(name in told for name in ("Maja Dam", "Ole Ravn", "Lis Toft var"))
    assert "Eva Holm" not in reply.text + told


def test_nobody_is_told_as_disqualified_in_a_matter_that_is_not_found(bot: Assistant) -> None:
    reply = ask(bot, "Hvem var inhabil i sagen om hestevognen?")
    assert reply.kind is ReplyKind.NOT_FOUND


def test_whether_somebody_was_disqualified_is_told_by_the_sentence(bot: Assistant) -> None:
    reply = ask(bot, "Was Ole Ravn disqualified in any case?")
    assert quotes(reply) == ["Ole Ravn erklærer sig inhabil."]
