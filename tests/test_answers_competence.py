"""Who decides is told from what the papers say of it."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

TERMS = """\
# Kommissorium for Skovudvalget
Godkendt af Byrådet den 5. januar 2021

## Formål
Skovudvalget følger pleje af kommunens skove.

## Kompetence
Skovudvalget har ingen selvstændig kompetence; Byrådet træffer den endelige beslutning.
"""

ADVICE = """\
Skovudvalget
Referat af møde den 2. marts 2021

Til stede: Inga Rask (formand), Bent Sommer

1. Hugst i Nørreskov
Indstilling
Forvaltningen indstiller, at der fældes 40 bøge.
Beslutning
Udvalget anbefaler forslaget over for Byrådet.

2. Ny sti til søen
Indstilling
Forvaltningen indstiller, at stien anlægges.
Beslutning
Udvalget anbefaler forslaget over for Byrådet.
"""

COUNCIL = """\
Byrådet
Referat af møde den 6. april 2021

Til stede: Ole Berg (formand), Mia Holm

1. Hugst i Nørreskov
Indstilling
Skovudvalget indstiller, at der fældes 40 bøge.
Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"kommissorium.md": TERMS, "skov.txt": ADVICE, "raad.txt": COUNCIL}
    with assistant_on(tmp_path_factory.mktemp("competence"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "Kan Skovudvalget selv træffe beslutninger?",
        "Har Skovudvalget beslutningskompetence?",
        "Hvem bestemmer endeligt, når Skovudvalget anbefaler?",
        "Who finally decides matters from Skovudvalget?",
    ],
)
def test_terms_of_reference_say_who_decides(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.FACT
    assert any("endelige beslutning" in quote for quote in quotes(reply))


def test_a_settled_matter_names_who_settled_it(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem afgør endeligt sagen om hugst i Nørreskov?")
    assert "Afgjort af Byrådet den 6. april 2021" in reply.text


def test_a_matter_passed_on_names_to_whom(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem har sidste ord om den nye sti til søen?")
    assert "Hvem der afgør sagen" in reply.text
    assert "Byrådet" in quotes(reply)


def test_what_was_decided_is_no_question_of_who_decides(assistant: Assistant) -> None:
    assert "Afgjort af" not in ask(assistant, "Hvad besluttede byrådet om hugst i Nørreskov?").text
