"""Questions noted down in a word or two beside a committee and a time."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.questions.definitions import defined_term
from bot.questions.intents import ListAspect, PeopleAspect
from bot.questions.notes import list_noted, people_noted
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "tek/2022-03-01.txt": """\
Referat af møde i Trafik- og Energikomiteen (TEK) den 1. marts 2022

Til stede: Ida Holm (formand), Bo Rask (næstformand), Liv Sand (referent)
Afbud: Per Lund

1. Ny ladestander

Beslutning
Udsat.

2. Formand for følgegruppen

Beslutning
Godkendt.
""",
    "tek/2022-09-06.txt": """\
Referat af møde i Trafik- og Energikomiteen (TEK) den 6. september 2022

Til stede: Ida Holm (formand), Bo Rask (næstformand), Liv Sand (referent)

1. Cykelskur

Beslutning
Afvist.
""",
}


@pytest.fixture(scope="module")
def tek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("notes"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("note", "kind", "told"),
    [
        ("formand TEK", ReplyKind.PEOPLE, "Ida Holm"),
        ("TEK næstformand 2022", ReplyKind.PEOPLE, "Bo Rask"),
        ("chair TEK", ReplyKind.PEOPLE, "Ida Holm"),
        ("medlemmer TEK", ReplyKind.PEOPLE, "Bo Rask"),
        ("TEK afbud marts 2022", ReplyKind.PEOPLE, "Per Lund"),
        ("referent TEK 1. marts 2022", ReplyKind.PEOPLE, "Liv Sand"),
        ("TEK udsatte sager", ReplyKind.LIST, "Ny ladestander"),
        ("udsat TEK 2022", ReplyKind.LIST, "Ny ladestander"),
        ("deferred items TEK", ReplyKind.LIST, "Ny ladestander"),
        ("åbne sager TEK", ReplyKind.LIST, "Ny ladestander"),
        ("afviste sager TEK 2022", ReplyKind.LIST, "Cykelskur"),
        ("møder TEK 2022", ReplyKind.LIST, "6. september 2022"),
        ("referater TEK", ReplyKind.LIST, "2022"),
        ("Vis mig referatet fra TEK i marts 2022", ReplyKind.LIST, "1. marts 2022"),
        ("Where are the minutes of TEK from September 2022?", ReplyKind.LIST, "September 2022"),
        ("sager TEK september 2022", ReplyKind.LIST, "Cykelskur"),
        ("TEK betyder", ReplyKind.DEFINITION, "Trafik- og Energikomiteen"),
    ],
)
def test_a_note_is_read_as_the_question_that_it_stands_for(
    tek: Assistant, note: str, kind: ReplyKind, told: str
) -> None:
    reply = ask(tek, note)
    assert reply.kind is kind
    assert told in reply.text + " ".join(quotes(reply))


def test_a_note_of_a_matter_is_of_the_matter(tek: Assistant) -> None:
    reply = ask(tek, "TEK formand for følgegruppen")
    assert "punkt 2" in reply.text
    assert "Ida Holm" not in reply.text


@pytest.mark.parametrize(
    ("subject", "people", "listed"),
    [
        ("formand for", PeopleAspect.OFFICE, None),
        ("deltagere i", PeopleAspect.PRESENT, None),
        ("formandens løn", None, None),
        ("open cases", None, ListAspect.OPEN),
        ("sager udsat", None, ListAspect.DEFERRED),
        ("udsat cykelskur", None, None),
        ("meetings", None, ListAspect.MEETINGS),
        ("", None, None),
    ],
)
def test_only_a_whole_note_is_one(
    subject: str, people: PeopleAspect | None, listed: ListAspect | None
) -> None:
    assert (people_noted(subject), list_noted(subject)) == (people, listed)


def test_a_note_asks_for_the_meaning_of_a_name_that_is_known() -> None:
    known = frozenset({"tek"})
    assert defined_term("TEK forkortelse", known) == "TEK"
    assert defined_term("vandstanden betyder", known) is None
