"""A fact is quoted from the sentence that answers: of its time, its number, with what it needs."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "kfu/2017-05-16.txt": """\
Referat af møde i Kultur- og Fritidsudvalget (KFU)
den 16. maj 2017 kl. 16.00
Godkendt referat

Til stede: Birgit Leth (formand), Hans Obel, Nina Toft

1. Årsberetning for biblioteket

Sagsfremstilling
Biblioteket havde 41.200 besøg i 2016. I 2012 havde biblioteket 38.700 besøg.

Beslutning
Taget til efterretning.

2. Tilskud til vandrelauget

Sagsfremstilling
Vandrelauget har søgt om 60.000 kr. til nye skilte.

Indstilling
Forvaltningen indstiller, at der bevilges 25.000 kr. til skilte.

Beslutning
Indstillingen blev godkendt.

3. Ydelser i svømmehallen

Sagsfremstilling
Ydelse 4410 er babysvømning og koster 85 kr. pr. gang.

Ydelse 4420 er vandgymnastik og koster 70 kr. pr. gang.

Beslutning
Drøftet.

4. Orientering fra havnebadet

Sagsfremstilling
På mødet den 3. april 2017 aftalte følgegruppen, at havnebadet åbner klokken syv.

Beslutning
Taget til efterretning.

5. Klubhuset

Sagsfremstilling
Klubhuset får hvert år
- en ny dør
- to baljer maling

Huset blev bygget af sejlklubben. Det rummer 90 gæster.

Beslutning
Drøftet.
""",
    "notater/genbrug.md": """\
# Notat om genbrug

1. marts 2017

## Glas

Der samles 310 ton om året.

## Papir

Der samles 520 ton om året.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("facts"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "figure", "other"),
    [
        ("Hvor mange besøg havde biblioteket i 2016?", "41.200", "38.700"),
        ("Hvor mange besøg havde biblioteket i 2012?", "38.700", "41.200"),
        ("How many visits did the library have in 2012?", "38.700", "41.200"),
    ],
)
def test_the_figure_of_the_year_asked_for_is_told_and_no_other(
    assistant: Assistant, text: str, figure: str, other: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.FACT
    assert figure in quotes(reply)[0]
    assert other not in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvor mange besøg havde biblioteket i 2009?",
        "How many visits did the library have in 2009?",
    ],
)
def test_figures_of_other_years_do_not_answer_for_a_year_without_one(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE
    assert "41.200" not in reply.text
    assert "38.700" not in reply.text


def test_without_a_year_neighbouring_figures_are_quoted_in_one_piece(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor mange besøg har biblioteket?")
    assert quotes(reply) == [
        "Biblioteket havde 41.200 besøg i 2016. I 2012 havde biblioteket 38.700 besøg."
    ]


def test_a_neighbour_that_adds_nothing_is_not_quoted(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor mange gæster rummer klubhuset?")
    assert "90 gæster" in quotes(reply)[0]
    assert "baljer" not in quotes(reply)[0]


@pytest.mark.parametrize(
    ("text", "holds", "lacks"),
    [
        ("Hvad koster ydelse 4410?", "85 kr.", "70 kr."),
        ("Hvad koster ydelse 4420?", "70 kr.", "85 kr."),
        ("What does service 4420 cost?", "70 kr.", "85 kr."),
    ],
)
def test_a_code_is_answered_by_the_sentence_of_that_code(
    assistant: Assistant, text: str, holds: str, lacks: str
) -> None:
    quote = quotes(ask(assistant, text))[0]
    assert holds in quote
    assert lacks not in quote


@pytest.mark.parametrize("text", ["Hvad koster ydelse 4430?", "What does service 4430 cost?"])
def test_another_code_is_another_thing(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert not any("kr." in quote for quote in quotes(reply))


@pytest.mark.parametrize(
    "text", ["Hvor mange penge fik vandrelauget bevilget?", "Hvor meget fik vandrelauget bevilget?"]
)
def test_where_what_was_granted_is_asked_the_decision_goes_first(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert quotes(reply)[:2] == [
        "Indstillingen blev godkendt.",
        "at der bevilges 25.000 kr. til skilte.",
    ]


def test_where_what_was_applied_for_is_asked_the_application_goes_first(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad søgte vandrelauget om?")
    assert quotes(reply) == [
        "Vandrelauget har søgt om 60.000 kr. til nye skilte.",
        "Indstillingen blev godkendt.",
        "at der bevilges 25.000 kr. til skilte.",
    ]


def test_a_fact_of_an_item_that_was_only_noted_comes_without_that(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor mange besøg havde biblioteket i 2016?")
    assert "efterretning" not in reply.text
    assert reply.decisions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Hvad aftalte følgegruppen om havnebadet den 3. april 2017?",
        "Hvad blev der aftalt på mødet om havnebadet den 3. april 2017?",
    ],
)
def test_what_another_paper_tells_of_a_meeting_that_is_not_held_is_quoted_as_such(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert any("at havnebadet åbner klokken syv" in quote for quote in quotes(reply))
    assert reply.kind is ReplyKind.FACT


@pytest.mark.parametrize(
    "text",
    [
        "Hvad blev der aftalt på mødet om havnebadet den 4. april 2017?",
        "What was agreed at the meeting on the library on 3 April 2017?",
    ],
)
def test_another_day_or_another_matter_is_not_retold(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Hvor mange ton glas samles der om året?", "310 ton"),
        ("Hvor mange ton papir samles der om året?", "520 ton"),
        ("How many tonnes of paper are collected?", "520 ton"),
    ],
)
def test_a_sentence_is_read_under_its_heading(assistant: Assistant, text: str, figure: str) -> None:
    assert figure in quotes(ask(assistant, text))[0]


@pytest.mark.parametrize(
    "text", ["Hvad får klubhuset hvert år?", "What does klubhuset get every year?"]
)
def test_a_list_is_quoted_with_the_line_that_leads_to_it(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    words = " ".join(quotes(reply)[0].split())
    assert words == "Klubhuset får hvert år - en ny dør - to baljer maling"


@pytest.mark.parametrize(
    "text",
    ["Hvor mange ansatte har klubhuset?", "Hvad koster klubhuset?", "How often is klubhuset open?"],
)
def test_a_figure_of_another_sort_does_not_answer(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is not ReplyKind.FACT or "90 gæster" not in quotes(reply)[0]
