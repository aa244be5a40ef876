"""Another matter is no answer: the thing that a question names must stand in what is told."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "mus/2019-05-02.txt": """\
Referat af møde i Museumsbestyrelsen den 2. maj 2019

Til stede: Ib Krog (formand), Maja Dam

1. Skifertag på laden

Indstilling
Det indstilles, at tilbuddet på skifertaget antages.

Beslutning
Udsat. Bestyrelsen ønsker et tilbud mere.

2. Gebyr for røntgenbilleder af malerier

Indstilling
Det indstilles, at gebyret på 90 kr. for røntgenbilleder bortfalder.

Beslutning
Som indstillet.

3. Salg af kane

Indstilling
Det indstilles, at kanen sælges fra samlingen.

Beslutning
Der var 4 stemmer for og 1 imod. Salget er vedtaget.

4. Ændring af vedtægten

Beslutning
Vedtaget. Salg af genstande fra samlingen kræver to tredjedeles flertal.

5. Nyt telefonsystem

Sagsfremstilling
Den nuværende kontrakt med Lynkald udløber den 30. september 2019.

Beslutning
Godkendt. Systemet tages i brug den 1. september 2019.
""",
    "mus/2020-05-07.txt": """\
Referat af møde i Museumsbestyrelsen den 7. maj 2020

Til stede: Ib Krog (formand), Maja Dam

1. Skifertag på laden

Indstilling
Det indstilles, at tilbuddet antages.

Beslutning
Godkendt.

2. Plan for parkering

Beslutning
Sagen tilbagesendes til udvalget.

3. Totrinskontrol

Indstilling
Det indstilles, at totrinskontrol indføres den 1. marts 2021.

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("museum"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Did the board approve the new kiosk at the museum?",
        "Did the board approve the fee for dental X-rays?",
        "Did the board ever reject the swimming pool?",
        "What did the board decide about the museum café?",
        "Har Museumsbestyrelsen godkendt kiosken?",
        "Godkendte Museumsbestyrelsen svømmehallen?",
        "Hvornår åbner svømmehallen?",
        "When does the new swimming pool open?",
    ],
)
def test_what_no_item_is_about_is_refused(bot: Assistant, question: str) -> None:
    assert ask(bot, question).kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Did the board approve the fee for X-rays?", "Som indstillet"),
        ("Har Museumsbestyrelsen godkendt skifertaget?", "Godkendt"),
        ("Did the board approve the new telephone system?", "Godkendt"),
        ("Hvornår udløber aftalen med Lynkald?", "30. september 2019"),
        ("Hvornår indføres totrinskontrol?", "1. marts 2021"),
    ],
)
def test_what_an_item_is_about_is_told(bot: Assistant, question: str, words: str) -> None:
    assert any(words in quote for quote in quotes(ask(bot, question)))


def test_a_matter_that_came_back_is_found_by_its_thing(bot: Assistant) -> None:
    reply = ask(bot, "Kom sagen om skifertaget tilbage efter 2019?")
    assert reply.kind is ReplyKind.CASE
    assert date(2020, 5, 7) in {citation.document.date for citation in reply.citations}
    assert "parkering" not in reply.text


def test_votes_that_were_cast_are_not_those_that_are_needed(bot: Assistant) -> None:
    asked = "How many votes does it take to sell something from the collection?"
    assert all("stemmer for" not in quote for quote in quotes(ask(bot, asked)))
    reply = ask(bot, "Hvor mange stemmer kræver det at sælge noget fra samlingen?")
    assert "to tredjedeles" in quotes(reply)[0]
