"""A matter is told from where it stands, and what came before below it."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes


def minutes(body: str, day: str, items: str) -> str:
    return f"""\
{body}
Referat af møde den {day} kl. 9.00

Til stede: Eja Lind (formand), Tor Bak

{items}"""


PAPERS = {
    "1.txt": minutes(
        "Byrådet",
        "4. februar 2021",
        """\
1. Kommunegaranti til Åskolen
Sagsnr. 21/331

Sagsfremstilling
Åskolen ved Elmevej søger om garanti for et lån.

Indstilling
Forvaltningen indstiller, at garantien ydes.

Beslutning
Sagen blev sendt tilbage til Økonomiudvalget.
""",
    ),
    "2.txt": minutes(
        "Byrådet",
        "10. juni 2021",
        """\
1. Kommunegaranti til Åskolen (genoptaget)
Sagsnr. 21/331

Indstilling
Økonomiudvalget indstiller, at garantien ydes.

Beslutning
Godkendt, dog højst 4 mio. kr.

2. Støjpolitik for kommunen
Sagsnr. 21/400

Indstilling
Miljøudvalget indstiller, at støjpolitikken vedtages.

Beslutning
Udsat til mødet i september.
""",
    ),
    "3.txt": minutes(
        "Miljøudvalget",
        "3. marts 2021",
        """\
1. Støjpolitik for kommunen
Sagsnr. 21/400

Indstilling
Forvaltningen indstiller, at udkastet sendes i høring.

Beslutning
Udvalget besluttede at sende udkastet i høring i fire uger.

2. Bænke langs åen

Indstilling
Forvaltningen indstiller, at der opstilles bænke.

Beslutning
Udsat.
""",
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("stands"), PAPERS) as assistant:
        yield assistant


def test_what_was_sent_back_and_granted_since_is_told_as_granted(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad sagde byrådet til garantien for lånet ved Elmevej?")
    assert reply.kind is ReplyKind.DECISION
    assert quotes(reply)[0] == "Godkendt, dog højst 4 mio. kr."
    assert any("sendt tilbage" in quote for quote in quotes(reply))


def test_whether_something_was_adopted_is_answered_by_its_last_step(assistant: Assistant) -> None:
    reply = ask(assistant, "Blev støjpolitikken vedtaget?")
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert quotes(reply)[0] == "Udsat til mødet i september."
    assert any("i høring" in quote for quote in quotes(reply))


def test_what_a_committee_decided_is_its_own_step(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Miljøudvalget om støjpolitikken?")
    assert "i høring" in quotes(reply)[0]


def test_a_fact_of_what_was_put_off_is_led_by_what_settled_it(assistant: Assistant) -> None:
    reply = ask(assistant, "Er garantien til Åskolen faldet på plads?")
    assert "højst 4 mio. kr." in quotes(reply)[0]


def test_what_was_put_off_and_never_came_back_is_said_not_to_have(assistant: Assistant) -> None:
    reply = ask(assistant, "Er bænkesagen kommet tilbage?")
    assert "Ikke fundet i arkivet siden." in reply.text
