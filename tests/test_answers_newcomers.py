"""What a newcomer asks: what is coming, who voted, a name in a table, a rate by abbreviation."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answers.sentences.quotations import without_marks
from bot.asked import Asked
from bot.assistant import Assistant
from bot.replies import ReplyKind
from index.spans import Span
from tests.asked_papers import ask, assistant_on, quotes

MINUTES = """\
Referat af møde i Sundhedsudvalget (SUU)
den 4. maj 2022 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer

1. Overblik over klinikker
Sagsnr. 22/0007

Sagsfremstilling
Klinik | Læger | Tilmeldte
--- | --- | ---
Lægehuset Bøgely | 3 | 5.328
Lægehuset Egely | 2 | 3.114

Indstilling
Forvaltningen indstiller, at overblikket tages til efterretning.

Beslutning
Taget til efterretning.

2. Klinik i Havby
Sagsnr. 22/1001

Indstilling
Forvaltningen indstiller, at klinikken oprettes.

Beslutning
Der blev stemt om sagen. For stemte Inga Rask. Imod stemte Bent Sommer. Klinikken oprettes.
"""
AGENDA = """\
Dagsorden for møde i Sundhedsudvalget (SUU)
den 2. december 2022 kl. 13.00

1. Godkendelse af dagsorden

2. Klinikkens åbningstider

Indstilling
Forvaltningen indstiller, at åbningstiderne drøftes.

3. Puljen for 2023

Indstilling
Forvaltningen indstiller, at puljen fordeles.
"""
AGREEMENT = """\
Aftale om støtte i Havby 2020-2024

§ 1. Løbetid
Aftalen gælder fra den 1. januar 2020 til den 31. december 2024.

§ 2. Midler
Til drift af Havby Praksisstøtte (HPS) afsættes 5,10 kr. pr. borger.
HPS fik i 2021 desuden 80.000 kr. til en kampagne.
"""
PAPERS = {"suu.md": MINUTES, "dagsorden.txt": AGENDA, "aftale.txt": AGREEMENT}
ON = date(2022, 11, 22)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("newcomers"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "hvad skal SUU behandle den 2. december?",
        "What will SUU discuss on 2 December?",
        "what is on the agenda of SUU on 2 December?",
    ],
)
def test_a_coming_agenda_is_listed_whole(assistant: Assistant, text: str) -> None:
    reply = assistant.reply(Asked(text, on=ON, hides_later=False))
    assert reply.kind is ReplyKind.LIST
    assert "Klinikkens åbningstider" in reply.text
    assert "Puljen for 2023" in reply.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hvad blev besluttet om Lægehuset Bøgely?", "står i en tabel"),
        ("What was decided about Lægehuset Bøgely?", "stands in a table"),
    ],
)
def test_a_name_in_a_table_is_told_to_stand_there(
    assistant: Assistant, text: str, told: str
) -> None:
    reply = ask(assistant, text, ON)
    assert told in reply.text
    assert "5.328" in quotes(reply)[0]


@pytest.mark.parametrize("text", ["satsen for HPS?", "Hvad er satsen for HPS?", "rate for HPS?"])
def test_a_rate_by_an_abbreviation_is_its_rate_or_none(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text, ON)
    assert "80.000" not in reply.text
    assert reply.kind is not ReplyKind.FACT


@pytest.mark.parametrize("text", ["jeg er ny, hvad laver SUU egentlig?", "I'm new, what is SUU?"])
def test_who_says_to_be_new_is_told_what_is_asked(assistant: Assistant, text: str) -> None:
    assert ask(assistant, text, ON).kind in {ReplyKind.INTRO, ReplyKind.DEFINITION}


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("• at klinikken oprettes, og", "at klinikken oprettes"),
        ("- at klinikken oprettes,", "at klinikken oprettes"),
        ("Forvaltningen indstiller,", "Forvaltningen indstiller"),
        ("The administration recommends:", "The administration recommends"),
        ("at puljen fordeles.", "at puljen fordeles."),
    ],
)
def test_a_point_is_quoted_without_what_joins_it_to_others(words: str, quoted: str) -> None:
    text = f"før {words} efter"
    assert without_marks(text, Span(4, 4 + len(words))).of(text) == quoted
