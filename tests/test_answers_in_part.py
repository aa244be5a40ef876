"""Lists of what was put off or closed: parts of items, what no class fits, and how many."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "kloak/2019.txt": """\
Referat af møde i Kloakudvalget den 5. marts 2019 kl. 9.00

Til stede: Ann Riis (formand)

1. Spildevandsplan

Indstilling
Forvaltningen indstiller,
1. at planens første del godkendes,
2. at planens anden del godkendes.

Beslutning
Ad 1: Godkendt.
Ad 2: Udsat til næste møde.

2. Rensning af åen

Indstilling
Forvaltningen indstiller, at åen renses.

Beslutning
Bjarne taler med lodsejerne om broen.

3. Frist for høring

Indstilling
Forvaltningen indstiller, at fristen udskydes til maj.

Beslutning
Godkendt.

4. LUKKET PUNKT: Køb af grund

Beslutning
Godkendt.

5. Personsag (fortroligt)

Beslutning
Godkendt.
""",
    "gade/2019.txt": """\
Referat af møde i Gadeudvalget den 6. marts 2019 kl. 9.00

Til stede: Jens Bro (formand)

1. Fejning

Indstilling
Forvaltningen indstiller, at der fejes.

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def sewers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("parts"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke sager blev udsat i 2019?",
        "Which items were deferred in Kloakudvalget?",
        "Hvilke punkter blev udskudt i Kloakudvalget?",
    ],
)
def test_a_part_that_was_put_off_is_listed(sewers: Assistant, question: str) -> None:
    reply = ask(sewers, question)
    assert reply.kind is ReplyKind.LIST
    assert any("Ad 2: Udsat til næste møde." in quote for quote in quotes(reply))
    assert not any("Frist for høring" in line for line in reply.text.splitlines())


@pytest.mark.parametrize(
    "question", ["Hvilke sager blev udsat i Kloakudvalget?", "Hvad er åbent i Kloakudvalget?"]
)
def test_a_list_shows_what_no_class_fits(sewers: Assistant, question: str) -> None:
    reply = ask(sewers, question)
    assert "Ikke talt med" in reply.text
    assert "Bjarne taler med lodsejerne om broen." in quotes(reply)


def test_nothing_is_left_out_where_everything_has_a_class(sewers: Assistant) -> None:
    reply = ask(sewers, "Hvilke sager blev udsat i Gadeudvalget?")
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "Ikke talt med" not in reply.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvor mange punkter var lukkede i 2019?", "Lukkede punkter: 2"),
        ("Hvor mange punkter var lukkede?", "Lukkede punkter: 2"),
        ("Hvor mange sager behandlede Kloakudvalget for lukkede døre?", "Lukkede punkter: 2"),
        ("How many items were closed in 2019?", "Closed items: 2"),
        ("How many items did Kloakudvalget treat as confidential?", "Closed items: 2"),
    ],
)
def test_closed_items_are_counted(sewers: Assistant, question: str, told: str) -> None:
    reply = ask(sewers, question)
    assert reply.text.startswith(told)
