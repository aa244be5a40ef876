"""What a body is for, by its terms of reference; and who was elected to an office in it."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "terms.md": """\
# Kommissorium for Engrådet

Godkendt af Byrådet den 3. marts 2020

**Opgave.** Engrådet passer kommunens enge og fordeler en pulje på 90.000 kr. (Engpuljen).

**Møder.** Rådet mødes to gange om året.

**Kompetence.** Rådet afgør selv ansøgninger op til 25.000 kr. Større beløb forelægges
Miljøudvalget.
""",
    "minutes.txt": """\
Engrådet – Referat, møde nr. 4

Møde i Engrådet den 4. maj 2021

Til stede: Ib Krog (formand), Maja Dam, Lis Toft

1. Valg

Beslutning
Ib Krog blev valgt til formand. Maja Dam blev valgt til næstformand.
""",
    "others.txt": """\
Hederådet – Referat, møde nr. 9

Møde i Hederådet den 5. maj 2021

Til stede: Eva Holm (formand), Ole Ravn

1. Hegn

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("meadow"), PAPERS) as assistant:
        yield assistant


def test_an_introduction_opens_with_purpose_and_competence(bot: Assistant) -> None:
    told = quotes(ask(bot, "Fortæl mig om Engrådet"))
    assert told[0].startswith("Opgave. Engrådet passer")
    assert told[1].startswith("Kompetence. Rådet afgør selv")


def test_the_head_line_of_minutes_says_nothing_of_what_a_body_is(bot: Assistant) -> None:
    reply = ask(bot, "Fortæl mig om Hederådet")
    assert reply.kind is ReplyKind.INTRO
    assert "møde nr. 9" not in reply.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hvem er næstformand i Engrådet?", "Maja Dam blev valgt til næstformand"),
        ("Hvem er formand for Engrådet?", "Ib Krog"),
    ],
)
def test_who_was_elected_holds_the_office(bot: Assistant, question: str, words: str) -> None:
    reply = ask(bot, question)
    assert reply.kind is ReplyKind.PEOPLE
    assert words in " ".join(quotes(reply))


def test_another_bodys_election_answers_nothing(bot: Assistant) -> None:
    assert ask(bot, "Hvem er næstformand i Hederådet?").kind is ReplyKind.NOT_FOUND
    assert all("Maja" not in one for one in quotes(ask(bot, "Hvem er formand for Hederådet?")))


@pytest.mark.parametrize(
    "question",
    [
        "Hvem afgør ansøgninger til Engpuljen over 25.000 kr.?",
        "Hvem bestemmer over ansøgninger i Engrådet?",
    ],
)
def test_who_decides_a_matter_is_told_by_the_terms(bot: Assistant, question: str) -> None:
    assert any("Større beløb forelægges" in quote for quote in quotes(ask(bot, question)))
