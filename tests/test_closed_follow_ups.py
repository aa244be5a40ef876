"""Below a closed item a follow-up is told the same; never what another item says."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import assistant_on, quotes
from tests.test_conversation import talk

PAPERS = {
    "havn/2022-03-02.txt": """\
Referat af møde i Havneudvalget (HAU)
den 2. marts 2022 kl. 9.00
Godkendt referat

Til stede: Ib Krog (formand), Maja Dam, Per Juhl
Afbud: Rie Holt

1. Ny mole ved Vig

Sagsfremstilling
Molen koster 40.000 kr. og står færdig den 1. august 2022.

Indstilling
Forvaltningen indstiller, at molen bygges.

Beslutning
Godkendt. Imod stemte to: Maja Dam og Per Juhl.
Mindretallet ønskede ført til protokols, at molen er for dyr.

2. Lukket punkt: Salg af tørdok

Udvalget solgte dokken for 9 mio. kr. Maja Dam stemte imod.

3. Fortøjningspæle

Beslutning
Udsat.
""",
    "havn/2021-05-04.txt": """\
Referat af møde i Havneudvalget (HAU)
den 4. maj 2021 kl. 9.00
Godkendt referat

Til stede: Ib Krog (formand), Maja Dam

1. Dokkens fremtid

Indstilling
Forvaltningen indstiller, at dokken males for 5.000 kr. den 3. juni 2021.

Beslutning
Godkendt. Ib Krog stemte imod.
""",
}
CLOSED_HEADING = "2. Lukket punkt: Salg af tørdok"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("closed"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "first",
    ["Hvad blev besluttet om salg af tørdok?", "What was decided on the sale of the tørdok?"],
)
@pytest.mark.parametrize(
    "follow_up",
    [
        "hvem stemte imod?",
        "who voted against?",
        "hvem var imod?",
        "who was against it?",
        "var der mindretalsudtalelser?",
        "were there any minority statements?",
        "hvad blev besluttet?",
        "what was decided?",
        "hvad kostede det?",
        "how much was it?",
        "hvornår?",
        "when?",
        "hvorfor?",
        "why?",
        "og hvad var indstillingen?",
        "what was recommended?",
        "fortæl mere",
        "tell me more",
        "blev det godkendt?",
        "was it approved?",
        "hvem besluttede det?",
        "og beløbet?",
        "and the price?",
    ],
)
def test_a_follow_up_on_a_closed_item_is_told_that_it_is_closed(
    harbour: Assistant, first: str, follow_up: str
) -> None:
    before, reply = talk(harbour, first, follow_up)
    assert before.kind is ReplyKind.CLOSED
    assert reply.kind is ReplyKind.CLOSED
    assert quotes(reply) == [CLOSED_HEADING]


@pytest.mark.parametrize("text", ["hvem deltog?", "who was there?"])
def test_of_its_meeting_people_are_told(harbour: Assistant, text: str) -> None:
    reply = talk(harbour, "Hvad blev besluttet om salg af tørdok?", text)[-1]
    assert reply.kind is ReplyKind.PEOPLE
    assert "Per Juhl" in reply.text


@pytest.mark.parametrize(
    "text", ["hvem stemte imod?", "var der mindretalsudtalelser?", "who voted against it?"]
)
def test_votes_on_one_item_are_none_on_another_of_the_same_meeting(
    harbour: Assistant, text: str
) -> None:
    reply = talk(harbour, "Hvad blev besluttet om fortøjningspæle?", text)[-1]
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "Maja Dam" not in reply.text


@pytest.mark.parametrize("text", ["var der mindretalsudtalelser?", "was there any opposition?"])
def test_whether_there_was_a_minority_is_asked_of_the_item(harbour: Assistant, text: str) -> None:
    reply = talk(harbour, "Hvad blev besluttet om molen ved Vig?", text)[-1]
    assert reply.kind is ReplyKind.PEOPLE
    assert "Maja Dam" in reply.text
    assert "Krog" not in reply.text
